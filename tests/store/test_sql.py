"""Transactions are written whole or not at all, and snapshots stand still beside them."""

from __future__ import annotations

import asyncio
import re
import threading
from pathlib import Path

import pytest
from sqlalchemy.exc import SQLAlchemyError

from alertd.errors import SetupError
from alertd.ports import Store
from alertd.store import engines
from alertd.store.sql import SqlStore
from tests.fakes.postgres import new_database
from tests.store.meddling import meddle
from tests.store.samples import NOW, delivery


class Stopped(Exception):
    """Something went wrong in the middle of a step."""


async def count(store: SqlStore) -> int:
    async with store.snapshot() as view:
        return sum((await view.outbox.counts()).values())


async def test_the_store_fulfils_its_port(store: SqlStore) -> None:
    port: Store = store
    assert await port.check() is None


async def test_what_a_step_wrote_is_there_after_it_and_after_a_restart(url: str, store: SqlStore) -> None:
    async with store.transaction() as work:
        await work.outbox.add([delivery()])
    assert await count(store) == 1
    again = await SqlStore.open(url)
    assert await count(again) == 1
    await again.close()


async def test_a_step_that_fails_leaves_nothing_behind(store: SqlStore) -> None:
    async def step() -> None:
        async with store.transaction() as work:
            await work.outbox.add([delivery()])
            await work.audit.add(NOW, "alertd", "tested", "delivery/1", {})
            raise Stopped

    with pytest.raises(Stopped):
        await step()
    async with store.snapshot() as view:
        assert sum((await view.outbox.counts()).values()) == 0
        assert await view.audit.recent() == []
        assert await view.outbox.history([1]) == []


async def test_a_step_that_is_cancelled_leaves_nothing_behind_and_the_store_working(store: SqlStore) -> None:
    inside = asyncio.Event()

    async def step() -> None:
        async with store.transaction() as work:
            await work.outbox.add([delivery()])
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(step())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await count(store) == 0
    async with store.transaction() as work:
        assert await work.outbox.add([delivery()]) == 1


async def test_a_step_may_be_cancelled_at_any_of_its_waits(store: SqlStore) -> None:
    async def step() -> None:
        async with store.transaction() as work:
            await work.outbox.add([delivery()])

    for waits in range(40):
        task = asyncio.create_task(step())
        for _ in range(waits):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    before = await count(store)
    await step()
    assert await count(store) == before + 1


async def test_a_snapshot_shows_one_state_beside_a_writer(store: SqlStore) -> None:
    async with store.snapshot() as view:
        assert sum((await view.outbox.counts()).values()) == 0
        async with store.transaction() as work:
            await work.outbox.add([delivery()])
        assert sum((await view.outbox.counts()).values()) == 0
    assert await count(store) == 1


async def test_writing_in_a_snapshot_is_an_error(store: SqlStore) -> None:
    with pytest.raises(SQLAlchemyError, match=r"read-?only"):
        async with store.snapshot() as view:
            await view.inbox.save_cursor("telegram", "1")


async def test_steps_that_count_up_at_the_same_time_lose_nothing(url: str, store: SqlStore) -> None:
    other = await SqlStore.open(url)
    async with store.transaction() as work:
        await work.audit.add(NOW, "alertd", "tested", "counter", {"count": 0})

    async def raise_counter(through: SqlStore) -> None:
        async with through.transaction() as work:
            last = await work.audit.last_id()
            entry = await work.audit.add(NOW, "alertd", "tested", "counter", {"count": last})
            assert entry.id > last

    await asyncio.gather(*(raise_counter(each) for each in [store, other] * 20))
    async with store.snapshot() as view:
        assert [entry.id for entry in await view.audit.since(0)] == list(range(1, 42))
    await other.close()


async def test_two_stores_on_one_database_claim_no_delivery_twice(url: str, store: SqlStore) -> None:
    other = await SqlStore.open(url)
    async with store.transaction() as work:
        await work.outbox.add([delivery() for _ in range(200)])
    claimed: list[int] = []

    async def work_off(through: SqlStore) -> None:
        while True:
            async with through.transaction() as work:
                batch = await work.outbox.claim("telegram", NOW, NOW, 7)
            if not batch:
                return
            claimed.extend(each.id for each in batch)

    await asyncio.gather(*(work_off(each) for each in [store, other, store, other]))
    assert len(claimed) == len(set(claimed)) == 200
    await other.close()


async def test_closing_leaves_no_thread_behind(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    store = await SqlStore.open(f"sqlite:///{tmp_path}/alertd.db")
    await asyncio.gather(*(count(store) for _ in range(20)))
    await store.close()
    for thread in set(threading.enumerate()) - before:
        thread.join()


async def test_the_folder_of_a_new_database_is_made(tmp_path: Path) -> None:
    store = await SqlStore.open(f"sqlite:///{tmp_path}/var/lib/alertd.db")
    await store.close()
    assert (tmp_path / "var/lib/alertd.db").is_file()


async def test_a_folder_that_cannot_be_made_is_told_to_the_operator(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file")
    with pytest.raises(SetupError, match=r"database\.url: .*var cannot be created"):
        await SqlStore.open(f"sqlite:///{tmp_path}/var/alertd.db")


async def test_nobody_else_on_the_machine_may_read_the_database(tmp_path: Path) -> None:
    store = await SqlStore.open(f"sqlite:///{tmp_path}/alertd.db")
    await count(store)
    modes = {path.name: path.stat().st_mode & 0o777 for path in await asyncio.to_thread(lambda: [*tmp_path.iterdir()])}
    await store.close()
    assert modes == dict.fromkeys(("alertd.db", "alertd.db-wal", "alertd.db-shm"), 0o600)


async def test_a_path_may_hold_what_means_something_in_an_address(tmp_path: Path) -> None:
    store = await SqlStore.open(f"sqlite:///{tmp_path}/50% là gì? #1.db")
    await store.close()
    assert (tmp_path / "50% là gì? #1.db").is_file()


async def test_a_folder_in_the_database_s_place_is_told_to_the_operator(tmp_path: Path) -> None:
    (tmp_path / "alertd.db").mkdir()
    with pytest.raises(SetupError, match=r"database\.url: .*alertd\.db cannot be opened: Is a directory"):
        await SqlStore.open(f"sqlite:///{tmp_path}/alertd.db")


async def test_a_file_that_is_no_database_is_told_to_the_operator(tmp_path: Path) -> None:
    (tmp_path / "alertd.db").write_text("not a database, " * 100)
    with pytest.raises(SetupError, match=r"database\.url: the database cannot be opened: file is not a database"):
        await SqlStore.open(f"sqlite:///{tmp_path}/alertd.db")


async def test_a_server_that_does_not_answer_is_told_to_the_operator() -> None:
    with pytest.raises(SetupError, match=r"database\.url: the database cannot be opened"):
        await SqlStore.open("postgresql://alertd@127.0.0.1:1/alertd", "a password")


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("postgresql://alertd:x@[::1/alertd", "is no address of a server"),
        ("postgresql://alertd@host:abc/alertd", "is no address of a server"),
        ("postgresql://alertd@127.0.0.1:1/alertd?sslmode=require", "there is no option 'sslmode'; encryption is asked for by"),
    ],
)
async def test_an_address_that_is_none_is_told_to_the_operator(url: str, sentence: str) -> None:
    with pytest.raises(SetupError, match=rf"database\.url: {sentence}"):
        await SqlStore.open(url)


async def test_a_store_that_does_not_work_says_why(own_url: str) -> None:
    store = await SqlStore.open(own_url)
    await meddle(own_url, "DROP TABLE audit_head")
    assert re.match(r"Cơ sở dữ liệu không làm việc: .*audit_head", await store.check() or "")
    await store.close()


@pytest.mark.postgres
async def test_a_connection_that_was_cut_while_it_lay_idle_is_replaced(postgres_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "STANDS_FOR", 0.0)
    url = await new_database(postgres_server)
    store = await SqlStore.open(url)
    assert await count(store) == 0
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    await meddle(url, cut)
    assert await count(store) == 0
    await store.close()
