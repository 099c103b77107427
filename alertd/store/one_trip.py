"""SQLite's connection for SQLAlchemy, with one trip to its thread for each statement instead of four.

aiosqlite makes the cursor, executes, fetches and closes it each by a trip of its own between two threads that contend for one
interpreter; small statements cost more on the way than in the database. Nothing here streams: results are taken as a whole anyway.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, Self

import aiosqlite

CHUNK = 64
"""aiosqlite's own default for what is iterated over; nothing here is."""


class OneTripCursor:
    """What SQLAlchemy asks of a cursor. It holds the whole result, the database's own cursor is closed at once."""

    arraysize = 1

    def __init__(self, trip: Callable[..., Any], connection: Callable[[], sqlite3.Connection]) -> None:
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
    """aiosqlite's connection and its thread, with those cursors."""

    def cursor(self) -> OneTripCursor:  # type: ignore[override]  # SQLAlchemy enters what it gets and awaits nothing before
        """A cursor; no trip."""
        return OneTripCursor(self._execute, lambda: self._conn)


def connect(path: str, **options: Any) -> OneTripConnection:
    """In place of `aiosqlite.connect`."""
    connection = OneTripConnection(lambda: sqlite3.connect(path, **options), CHUNK)
    connection._thread.daemon = True
    return connection
