"""What comes in is kept before it is understood, and once however often it is told."""

from __future__ import annotations

import pytest

from alertd.model.inbox import RawEvent, StoredEvent
from alertd.store.sql import SqlStore
from tests.fakes.postgres import new_database
from tests.store.samples import LATER, NOW


def event(number: int, sender: str = "telegram") -> RawEvent:
    return RawEvent(sender, str(number), f'{{"update_id": {number}}}')


async def test_the_same_event_told_twice_is_one(store: SqlStore) -> None:
    async with store.transaction() as work:
        assert len(await work.inbox.add([event(1), event(2)], NOW)) == 2
        new = await work.inbox.add([event(2), event(3), event(3), event(1, "sms")], LATER)
        assert sorted(new) == [("sms", "1"), ("telegram", "3")]
        assert await work.inbox.add([], NOW) == []


async def test_events_wait_in_the_order_of_their_arrival_until_they_are_finished(store: SqlStore) -> None:
    async with store.transaction() as work:
        await work.inbox.add([event(2), event(1)], NOW)
        first, second = await work.inbox.pending(10)
        assert first == StoredEvent(first.id, event(2), NOW)
        assert await work.inbox.pending(1) == [first]
        assert await work.inbox.pending(10, after=first.id) == [second]
        await work.inbox.finish({first.id: "reply/1"}, LATER)
        await work.inbox.finish({}, LATER)
        assert await work.inbox.pending(10) == [second]
        assert await work.inbox.add([event(2)], LATER) == []


async def test_each_provider_s_place_is_remembered(store: SqlStore) -> None:
    async with store.transaction() as work:
        assert await work.inbox.cursor("telegram") is None
        await work.inbox.save_cursor("telegram", "10")
        await work.inbox.save_cursor("sms", "a")
        await work.inbox.save_cursor("telegram", "11")
    async with store.snapshot() as view:
        assert [await view.inbox.cursor(sender) for sender in ("telegram", "sms")] == ["11", "a"]


@pytest.mark.postgres
async def test_an_event_that_another_process_works_on_is_left_to_it(postgres_server: str) -> None:
    store = await SqlStore.open(await new_database(postgres_server))
    async with store.transaction() as work:
        await work.inbox.add([event(1), event(2)], NOW)
    async with store.transaction() as one, store.transaction() as other:
        assert [each.event for each in await one.inbox.pending(1)] == [event(1)]
        assert [each.event for each in await other.inbox.pending(2)] == [event(2)]
    await store.close()
