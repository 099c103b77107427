"""Many calls of providers are stored together, and each is answered for its own events alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from alertd.errors import Busy
from alertd.model.inbox import RawEvent
from alertd.store.sql import SqlStore
from alertd.workflow.replies.letterbox import Letterbox
from tests.fakes.blank import lay_blank_database
from tests.fakes.clock import HandClock


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    lay_blank_database(tmp_path)
    opened = await SqlStore.open(f"sqlite:///{tmp_path}/alertd.db")
    yield opened
    await opened.close()


def event(number: int, payload: Any = "{}") -> RawEvent:
    return RawEvent("sms", str(number), payload)


async def test_calls_that_come_at_once_are_all_kept_and_a_repeated_event_counts_once(store: SqlStore) -> None:
    letterbox = Letterbox(store, HandClock(), 1000)
    numbers = await asyncio.gather(*(letterbox.put("sms", [event(n // 2)]) for n in range(200)))
    assert sum(numbers) == 100
    async with store.snapshot() as tx:
        assert [each.event.external_id for each in await tx.inbox.pending(1000)] == [str(n) for n in range(100)]


async def test_one_that_cannot_be_stored_keeps_nobody_else_out(store: SqlStore) -> None:
    letterbox = Letterbox(store, HandClock(), 1000)
    calls = [letterbox.put("sms", [event(1)]), letterbox.put("sms", [event(2, object())]), letterbox.put("sms", [event(3)], "place")]
    first, broken, third = await asyncio.gather(*calls, return_exceptions=True)
    assert (first, third) == (1, 1)
    assert isinstance(broken, TypeError)
    async with store.snapshot() as tx:
        assert await tx.inbox.cursor("sms") == "place"


async def test_a_flood_is_asked_to_come_again_and_what_was_taken_before_is_kept(store: SqlStore) -> None:
    letterbox = Letterbox(store, HandClock(), 10)
    numbers = await asyncio.gather(*(letterbox.put("sms", [event(n)]) for n in range(30)), return_exceptions=True)
    assert [type(number) for number in numbers] == [int] * 10 + [Busy] * 20
    assert await letterbox.put("sms", [event(99)]) == 1


async def test_a_provider_s_whole_list_is_taken_however_long_it_is(store: SqlStore) -> None:
    letterbox = Letterbox(store, HandClock(), 10)
    assert await letterbox.put("sms", [event(n) for n in range(50)]) == 50


async def test_whoever_hangs_up_early_has_its_events_kept_all_the_same(store: SqlStore) -> None:
    letterbox = Letterbox(store, HandClock(), 10)
    hasty = asyncio.create_task(letterbox.put("sms", [event(1)]))
    await asyncio.sleep(0)
    hasty.cancel()
    assert await letterbox.put("sms", [event(2)]) == 1
    async with store.snapshot() as tx:
        assert len(await tx.inbox.pending(10)) == 2
