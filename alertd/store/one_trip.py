"""SQLite's connection for SQLAlchemy, with one trip to its thread for each statement instead of four, and none to begin or to end nothing.

aiosqlite makes the cursor, executes, fetches and closes it each by a trip of its own between two threads that contend for one
interpreter; small statements cost more on the way than in the database. Nothing here streams: results are taken as a whole anyway.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, Self

import aiosqlite

CHUNK = 64
"""aiosqlite's own default for what is iterated over; nothing here is."""


class OneTripCursor:
    """What SQLAlchemy asks of a cursor. It holds the whole result, the database's own cursor is closed at once."""

    arraysize = 1

    def __init__(self, trip: Callable[..., Any], connection: Callable[[], sqlite3.Connection]) -> None:
        """`trip` calls a function in the connection's thread; only there may `connection` be asked for it, inside a transaction."""
        self._trip = trip
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Self:
        """Execute a statement and take all that it returns."""
        await self._trip(self._execute, sql, parameters)
        return self

    async def executemany(self, sql: str, parameters: Sequence[Sequence[Any]]) -> Self:
        """Execute a statement for each set of parameters."""
        await self._trip(self._execute_many, sql, parameters)
        return self

    async def fetchall(self) -> list[Any]:
        """What is there already."""
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """Nothing is open."""

    def _execute(self, sql: str, parameters: Sequence[Any]) -> None:
        self._take(self._connection().execute(sql, parameters))

    def _execute_many(self, sql: str, parameters: Sequence[Sequence[Any]]) -> None:
        self._take(self._connection().executemany(sql, parameters))

    def _take(self, cursor: sqlite3.Cursor) -> None:
        self._rows = cursor.fetchall() if cursor.description else []
        # Only when all rows are fetched has a statement with RETURNING done its work.
        self.description, self.rowcount, self.lastrowid = cursor.description, cursor.rowcount, cursor.lastrowid
        cursor.close()


class OneTripConnection(aiosqlite.Connection):
    """aiosqlite's connection and its thread, with those cursors. A transaction begins together with its first statement."""

    def __init__(self, connector: Callable[[], sqlite3.Connection], begin: str) -> None:
        """`connector` opens the connection in its thread; `begin` is the statement that begins a transaction."""
        super().__init__(connector, CHUNK)
        self._begin = begin
        self._is_idle = True

    def cursor(self) -> OneTripCursor:  # type: ignore[override]  # SQLAlchemy enters what it gets and awaits nothing before
        """A cursor; no trip."""
        return OneTripCursor(self._execute, self._in_transaction)

    async def prepare(self, pragmas: Sequence[str]) -> None:
        """Make these pragmas hold; some of them can be said only outside a transaction."""
        await self._execute(self._prepare, pragmas)

    async def commit(self) -> None:
        """Commit what was begun; no trip where nothing was."""
        await self._end(super().commit)

    async def rollback(self) -> None:
        """Take back what was begun; no trip where nothing was, as after a commit, when the pool makes sure of that."""
        await self._end(super().rollback)

    async def _connect(self) -> aiosqlite.Connection:
        """Open it in its thread. Where whoever waits for that is cancelled, it is closed as soon as it is open."""
        opening = asyncio.ensure_future(super()._connect())
        try:
            return await asyncio.shield(opening)
        except asyncio.CancelledError:
            opening.add_done_callback(lambda _: self.stop())
            raise

    async def _end(self, how: Callable[[], Awaitable[None]]) -> None:
        if not self._is_idle:
            await how()
            self._is_idle = True

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Every trip. Whoever is cancelled on it does not know what it has done: until one comes back that ends it, something is open."""
        self._is_idle = False
        return await self._trip(fn, *args, **kwargs)

    async def _trip(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """To the thread and back."""
        return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]  # it bears no types

    def _prepare(self, pragmas: Sequence[str]) -> None:
        for pragma in pragmas:
            self._conn.execute(f"PRAGMA {pragma}").close()

    def _in_transaction(self) -> sqlite3.Connection:
        connection: sqlite3.Connection = self._conn
        if not connection.in_transaction:
            connection.execute(self._begin)
        return connection


def connect(path: str, *, begin: str, **options: Any) -> OneTripConnection:
    """In place of `aiosqlite.connect`."""
    connection = OneTripConnection(partial(sqlite3.connect, path, **options), begin)
    connection._thread.daemon = True
    return connection
