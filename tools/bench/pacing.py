"""How much later than the provider's limit allows the last of thousands is first tried, when some block, dawdle or never answer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import count
from typing import Any

from aiohttp import web

from tools.bench.desks import open_desk, order_to
from tools.bench.province import CHAT
from tools.bench.stand_in import TOKEN

RECIPIENTS = 1_000
RATE = 30.0
"""Telegram's own limit; what 5,000 recipients show in three minutes 1,000 show in half a one: the places are full after ten seconds."""
DAWDLES, TIMEOUT = 10.0, timedelta(seconds=20)


async def paced() -> Iterator[tuple[str, float, str]]:
    """`paced_ratio`: the time until the last first attempt, of what the limit alone would take; 1 is ideal.

    One recipient in fifty has blocked the bot, one in fifty is answered for late, one in a hundred never.
    """
    tried: dict[int, float] = {}
    delivery: dict[str, Any] = {"rate": RATE, "timeout": TIMEOUT, "retry_after": timedelta(minutes=5)}
    async with _provider(tried) as url, open_desk(url, RECIPIENTS, **delivery) as desk:
        (order,) = await order_to(desk, RECIPIENTS)
        await desk.release.approve(order.id, "bench")
        couriers = [asyncio.create_task(courier.run()) for courier in desk.couriers]
        while len(tried) < RECIPIENTS:
            await desk.followups.step()  # as the timetable does: what the duty desk is told shares the same sender
            await asyncio.sleep(1)
        for task in couriers:
            task.cancel()
        await asyncio.gather(*couriers, return_exceptions=True)
    seconds = max(tried.values()) - min(tried.values())
    return iter([("paced_ratio", seconds / (RECIPIENTS / RATE), "of the limit's time")])


@asynccontextmanager
async def _provider(tried: dict[int, float]) -> AsyncIterator[str]:
    numbers = count(1)

    async def send(request: web.Request) -> web.Response:
        chat = int((await request.json())["chat_id"])
        tried.setdefault(chat, time.perf_counter())
        kind = (chat - CHAT) % 100
        if kind in {0, 50}:
            refusal = {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}
            return web.json_response(refusal, status=403)
        if kind == 25:
            await asyncio.sleep(TIMEOUT.total_seconds() * 2)
        if kind in {10, 60}:
            await asyncio.sleep(DAWDLES)
        return web.json_response({"ok": True, "result": {"message_id": next(numbers), "chat": {"id": chat}}})

    async def other(_: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": {"id": 1, "is_bot": True, "first_name": "bench", "username": "bench_bot"}})

    application = web.Application()
    application.router.add_post(f"/bot{TOKEN}/sendMessage", send)
    application.router.add_route("*", "/{rest:.*}", other)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
