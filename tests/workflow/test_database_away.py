"""While the database is away the daemon lives on: what was claimed is sent, and what became of it is written when it is back."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import make_url

from alertd.app import build
from alertd.config import Database
from alertd.errors import StoreAway
from alertd.model.notices import DeliveryState
from alertd.simulators.telegram import TelegramSimulator
from alertd.store.sql import SqlStore
from tests.fakes.clock import HandClock
from tests.fakes.postgres import new_database
from tests.fakes.town import handbook
from tests.store.samples import delivery
from tests.workflow.test_shares import TOKEN, settings

pytestmark = pytest.mark.postgres


async def _order(url: str, *statements: str) -> None:
    address = make_url(url)
    connection = await asyncpg.connect(host=address.host, port=address.port, user=address.username, database="postgres")
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def take_away(url: str) -> None:
    """Nobody can reach the database any more, and whoever was connected is cut off."""
    name = make_url(url).database
    await _order(
        url,
        f"ALTER DATABASE {name} ALLOW_CONNECTIONS false",
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'",  # noqa: S608 - a name of our own
    )


async def bring_back(url: str) -> None:
    await _order(url, f"ALTER DATABASE {make_url(url).database} ALLOW_CONNECTIONS true")


async def test_a_database_that_is_away_says_so_and_works_again_when_it_is_back(postgres_server: str) -> None:
    url = await new_database(postgres_server)
    store = await SqlStore.open(url)
    await take_away(url)
    with pytest.raises(StoreAway):
        async with store.transaction() as tx:
            await tx.outbox.counts()
    assert "Cơ sở dữ liệu không làm việc" in (await store.check() or "")
    await bring_back(url)
    assert await store.check() is None
    await store.close()


async def test_what_was_under_way_when_the_database_went_is_written_down_when_it_is_back(postgres_server: str, tmp_path: Path) -> None:
    url, clock = await new_database(postgres_server), HandClock()
    async with TelegramSimulator(TOKEN, is_open=True, clock=clock) as telegram:
        given = settings(tmp_path, telegram.url).model_copy(update={"database": Database(url=url)})
        desk = await build(given, clock, handbook=handbook())
        await desk.channels["telegram"].start()
        now, gone = clock.now(), asyncio.Event()
        async with desk.store.transaction() as tx:
            await tx.outbox.add([replace(delivery(), due_at=now, created_at=now, expires_at=now + timedelta(days=1))])

        def arrives(*_: object) -> None:
            gone.set()

        telegram.on_message(arrives)
        courier = desk.couriers[0]
        work = asyncio.create_task(courier.run())
        await gone.wait()
        await take_away(url)
        for _ in range(3):
            clock.forward(seconds=1)
            courier.wake()
            await asyncio.wait([work], timeout=0.05)
        assert not work.done()
        await bring_back(url)
        while courier.is_busy:
            clock.forward(seconds=1)
            courier.wake()
            await asyncio.wait([work], timeout=0.05)
        async with desk.store.snapshot() as tx:
            assert (await tx.outbox.counts())[DeliveryState.SENT] == 1
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
        await desk.channels["telegram"].close()
        await desk.store.close()


async def test_what_another_process_commits_rings_here(postgres_server: str) -> None:
    url = await new_database(postgres_server)
    here, there = await SqlStore.open(url), await SqlStore.open(url)
    rung: asyncio.Queue[str] = asyncio.Queue()
    listening = asyncio.create_task(here.listen(rung.put_nowait))
    while rung.empty():  # until it listens
        async with there.transaction() as tx:
            await tx.audit.add(HandClock().now(), "alertd", "tested", "test/1", {})
        await asyncio.wait([listening], timeout=0.02)
    assert await rung.get() == "audit"
    async with there.transaction() as tx:
        await tx.outbox.add([delivery()])
    while await rung.get() != "outbox":
        pass
    await take_away(url)
    with pytest.raises(StoreAway):
        await listening
    await here.close()
    await there.close()
