"""A fresh store for each test, on each of the two databases."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from alertd.model.audit import GENESIS
from alertd.store.sql import SqlStore
from alertd.store.tables.metadata import METADATA
from alertd.store.tables.people import AUDIT_HEAD
from tests.fakes.blank import lay_blank_database
from tests.fakes.postgres import new_database
from tests.store.meddling import meddle

BOTH = pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
_CONTENTS = ", ".join(table.name for table in METADATA.sorted_tables if table is not AUDIT_HEAD)
_EMPTY = f"TRUNCATE {_CONTENTS} RESTART IDENTITY; UPDATE audit_head SET last = 0, digest = '{GENESIS}'"  # noqa: S608 - names of our own


@pytest.fixture(scope="session")
def postgres_model(postgres_server: str) -> str:
    """A migrated database without contents; emptying it is quicker than copying."""
    url = asyncio.run(new_database(postgres_server))
    asyncio.run(_migrate(url))
    return url


@BOTH
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a migrated database without contents."""
    if request.param == "sqlite":
        return _blank(tmp_path)
    model: str = request.getfixturevalue("postgres_model")
    asyncio.run(meddle(model, _EMPTY))
    return model


@BOTH
def own_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The same, for a test that may spoil the tables themselves."""
    if request.param == "sqlite":
        return _blank(tmp_path)
    server: str = request.getfixturevalue("postgres_server")
    return asyncio.run(new_database(server, request.getfixturevalue("postgres_model")))


@pytest.fixture
async def store(url: str) -> AsyncIterator[SqlStore]:
    """A store without contents."""
    opened = await SqlStore.open(url)
    yield opened
    await opened.close()


def _blank(folder: Path) -> str:
    lay_blank_database(folder)
    return f"sqlite:///{folder}/alertd.db"


async def _migrate(url: str) -> None:
    await (await SqlStore.open(url)).close()
