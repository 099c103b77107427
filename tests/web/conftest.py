"""The fixtures of the web's tests: a desk, a browser at it, and an officer who has signed in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from alertd.model.accounts import AccountRole
from alertd.web import build
from tests.fakes.clock import HandClock
from tests.web.duty import Client, Duty, Officer, open_desk
from tests.web.order import NOW


@pytest.fixture
async def duty(tmp_path: Path) -> AsyncIterator[Duty]:
    """A desk where nothing has happened yet."""
    clock = HandClock(NOW)
    desk = await open_desk(tmp_path, clock)
    yield Duty(desk, clock)
    await desk.store.close()


@pytest.fixture
async def client(duty: Duty) -> AsyncIterator[Client]:
    """A browser, or a program, that nobody knows."""
    async with TestClient(TestServer(build(duty.desk))) as client:
        yield client


@pytest.fixture
async def officer(duty: Duty, client: Client) -> Officer:
    """The officer on duty, signed in."""
    return await duty.signs_in(client, "truc", AccountRole.OFFICER)
