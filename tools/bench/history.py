"""Fills a database with the deliveries of years gone by, to see whether today's work minds them."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from alertd.model.notices import DeliveryState
from alertd.workflow.desk import Desk

SEED = 1_000


async def remember(desk: Desk, dispatch: int, deliveries: int) -> None:
    """Multiply the deliveries of a dispatch into finished ones of no dispatch in particular, with their history."""
    now = desk.clock.now()
    async with desk.store.transaction() as tx:
        model = (await tx.outbox.of_dispatch(dispatch))[0]
        long_ago = replace(model, dispatch=None, notice=None, state=DeliveryState.DELIVERED, sent_at=now, delivered_at=now)
        await tx.outbox.add([replace(long_ago, key=f"old-{n}", address=str(n)) for n in range(SEED)])
    await desk.store.close()  # SQLite lets nobody else write meanwhile
    _multiply(Path(desk.settings.database.url.removeprefix("sqlite:///")), deliveries // SEED - 1)


def _multiply(path: Path, times: int) -> None:
    with sqlite3.connect(path) as connection:
        names = [row[1] for row in connection.execute("PRAGMA table_info(deliveries)") if row[1] not in {"id", "key"}]
        columns = ", ".join(names)
        connection.execute(
            f"WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?) "  # noqa: S608 - names of our own
            f"INSERT INTO deliveries (key, {columns}) SELECT key || '/' || n, {columns} FROM deliveries, n WHERE key LIKE 'old-%'",
            (times,),
        )
    connection.close()
