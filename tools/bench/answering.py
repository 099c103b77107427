"""How many acknowledgements a second are taken durably, one call of the real hook a tap, and understood to the end."""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager

from aiohttp import web

from alertd.model.inbox import RawEvent
from alertd.model.notices import Notice
from alertd.web import build as build_web
from alertd.workflow.desk import Desk
from alertd.workflow.notices.wording import buttons_of
from tools.bench.desks import SECRET, open_desk, order_to
from tools.bench.province import CHAT
from tools.bench.stand_in import stand_in

PEOPLE = 2_000
CALLERS = 50
"""How many calls a provider has open at once."""


async def acknowledge() -> Iterator[tuple[str, float, str]]:
    """`acknowledgements_per_s` and `acknowledgements_p99_ms`: stored and answered with 200; `understood_per_s`: understood, marked,
    answered and written to the audit trail as well.
    """
    async with stand_in() as url, open_desk(url, PEOPLE) as desk, served(desk) as address:
        (order,) = await order_to(desk, PEOPLE)
        dispatch = await desk.release.approve(order.id, "bench")
        async with desk.store.snapshot() as tx:
            taps = [_tap(number, notice) for number, notice in enumerate(await tx.dispatches.notices(dispatch.id))]
        taken = await _call(f"{address}/hooks/telegram/telegram", taps)
        began = time.perf_counter()
        understood = await desk.answers.understand_pending()
        seconds = time.perf_counter() - began
    return iter(
        [
            ("acknowledgements_per_s", taken["per_s"], "calls/s"),
            ("acknowledgements_p99_ms", taken["p99_ms"], "ms"),
            ("understood_per_s", understood / seconds, "events/s"),
        ]
    )


@asynccontextmanager
async def served(desk: Desk) -> AsyncIterator[str]:
    """The desk's pages, API and hooks at an address of this machine."""
    runner = web.AppRunner(build_web(desk, timetable=lambda: None, edges=dict), access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def _call(url: str, taps: Sequence[RawEvent]) -> dict[str, float]:
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
        file.write("\n".join(tap.payload for tap in taps))
        file.flush()
        command = [sys.executable, "-m", "tools.bench.calling", url, SECRET, file.name, str(CALLERS)]
        process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        said, _ = await process.communicate()
    if process.returncode:
        raise SystemExit("the hook could not be called")
    figures: dict[str, float] = json.loads(said)
    return figures


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
