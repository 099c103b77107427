"""SQLite's own connection: whatever becomes of those who wait for it, none stays open."""

from __future__ import annotations

import asyncio
import sqlite3

import pytest

from alertd.store.one_trip import OneTripConnection


@pytest.mark.parametrize("waits", range(1, 8))
async def test_a_connection_that_nobody_waits_for_any_more_is_closed(waits: int) -> None:
    opened: list[sqlite3.Connection] = []

    def connector() -> sqlite3.Connection:
        opened.append(sqlite3.connect(":memory:", check_same_thread=False))
        return opened[-1]

    connection = OneTripConnection(connector, "BEGIN")
    opening = asyncio.ensure_future(_opened(connection))
    for _ in range(waits):
        await asyncio.sleep(0)
    opening.cancel()
    await asyncio.gather(opening, return_exceptions=True)
    if not opening.cancelled():
        await connection.close()
    await asyncio.to_thread(connection._thread.join)
    for each in opened:
        with pytest.raises(sqlite3.ProgrammingError):
            each.execute("SELECT 1")


async def _opened(connection: OneTripConnection) -> None:
    await connection
