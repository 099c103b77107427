"""Hears on PostgreSQL what other processes have committed, so that nobody need ask again and again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from alertd.errors import StoreAway
from alertd.store.rows import BELL


async def hear(connection: AsyncConnection, ring: Callable[[str], None]) -> None:
    """Call `ring` with each word that is told on the channel, for ever. Raises StoreAway when the connection ends."""
    driver: Any = (await connection.get_raw_connection()).driver_connection
    is_cut = asyncio.Event()

    def heard(_: object, __: int, ___: str, what: str) -> None:
        ring(what)

    def cut(_: object) -> None:
        is_cut.set()

    driver.add_termination_listener(cut)
    await driver.add_listener(BELL, heard)
    try:
        await is_cut.wait()
        raise StoreAway("the line on which the database rings was cut")
    finally:
        driver.remove_termination_listener(cut)
        if not driver.is_closed():
            await driver.remove_listener(BELL, heard)
