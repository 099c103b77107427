"""The two databases that alertd may run on, each new and its own for every installation."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.postgres import Server, new_database, private_server


@dataclass(frozen=True)
class Database:
    """Where an installation keeps what it knows."""

    url: str
    server: Server | None = None
    """The server behind it, to be stopped and started; None for SQLite."""


@asynccontextmanager
async def sqlite(folder: Path) -> AsyncIterator[Database]:
    """A file in that folder."""
    yield Database(f"sqlite:///{folder / 'alertd.db'}")


@asynccontextmanager
async def postgres(_: Path) -> AsyncIterator[Database]:
    """A server with one database. Raises LookupError where none is installed."""
    with private_server() as server:
        yield Database(await new_database(server.address), server)


DATABASES: dict[str, Callable[[Path], AbstractAsyncContextManager[Database]]] = {"sqlite": sqlite, "postgres": postgres}
