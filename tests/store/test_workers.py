"""The processes at work are known by their signs of life, and a post never has two holders."""

from __future__ import annotations

from alertd.store.sql import SqlStore


async def test_a_process_beats_only_while_it_is_among_those_at_work(store: SqlStore) -> None:
    async with store.transaction() as work:
        assert not await work.workers.beat("one")
        await work.workers.enter("one")
        assert await work.workers.beat("one")
        assert await work.workers.beats() == {"one": 1}
        await work.workers.bury("one")
        assert not await work.workers.beat("one")
        assert await work.workers.beats() == {}


async def test_a_post_has_one_holder_and_is_free_when_that_one_is_gone_or_gives_it_back(store: SqlStore) -> None:
    async with store.transaction() as work:
        for name in ("one", "two"):
            await work.workers.enter(name)
        await work.workers.create({"sms", "telegram"})
        await work.workers.create({"sms"})
        await work.workers.take("sms", "one")
        await work.workers.take("telegram", "one")
        await work.workers.take("telegram", "two")
        assert await work.workers.holders() == {"sms": "one", "telegram": "two"}
        await work.workers.release("one", {"sms", "telegram"})
        assert await work.workers.holders() == {"sms": None, "telegram": "two"}
        await work.workers.bury("two")
    async with store.snapshot() as view:
        assert await view.workers.holders() == {"sms": None, "telegram": None}
