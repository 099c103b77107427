"""How many acknowledgements a second are taken durably, one call a tap as a webhook brings them, and understood to the end."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator, Sequence

from alertd.model.inbox import RawEvent
from alertd.model.notices import Notice
from alertd.workflow.desk import Desk
from alertd.workflow.wording import buttons_of
from tools.bench.desks import AT_ONCE, open_desk, order_to
from tools.bench.province import CHAT
from tools.bench.stand_in import stand_in

PEOPLE = 2_000


async def acknowledge() -> Iterator[tuple[str, float, str]]:
    """`taken_per_s`: stored; `acknowledgements_per_s`: stored, understood, marked, answered and written to the audit trail."""
    async with stand_in() as url, open_desk(url, PEOPLE) as desk:
        (order,) = await order_to(desk, PEOPLE)
        dispatch = await desk.release.approve(order.id, "bench")
        async with desk.store.snapshot() as tx:
            taps = [_tap(number, notice) for number, notice in enumerate(await tx.dispatches.notices(dispatch.id))]
        began = time.perf_counter()
        await _call_hooks(desk, taps)
        taken = time.perf_counter() - began
        await desk.answers.understand_pending()
        done = time.perf_counter() - began
    return iter([("taken_per_s", PEOPLE / taken, "events/s"), ("acknowledgements_per_s", PEOPLE / done, "events/s")])


async def _call_hooks(desk: Desk, taps: Sequence[RawEvent]) -> None:
    gate = asyncio.Semaphore(AT_ONCE)

    async def call(tap: RawEvent) -> None:
        async with gate:
            await desk.answers.take_in("telegram", [tap])

    await asyncio.gather(*(call(tap) for tap in taps))


def _tap(number: int, notice: Notice) -> RawEvent:
    chat = CHAT + int(notice.body.rpartition("-")[2])
    query = {
        "id": str(number),
        "from": {"id": chat, "is_bot": False, "first_name": "Trưởng đơn vị"},
        "message": {"message_id": number, "chat": {"id": chat, "type": "private"}, "date": 0},
        "chat_instance": "1",
        "data": buttons_of(notice)[0][0].data,
    }
    return RawEvent("telegram", str(number), json.dumps({"update_id": number, "callback_query": query}))
