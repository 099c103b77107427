"""The whole durable path against plain posts of the same payload, 100 at once, to the same stand-in, in the same run."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from statistics import median
from typing import Any

import aiohttp

from alertd.model.notices import Delivery
from alertd.workflow.desk import Desk
from tools.bench.desks import AT_ONCE, open_desk, order_to
from tools.bench.stand_in import TOKEN, stand_in

RECIPIENTS = 2_000
RUNS = 5


async def fan_out() -> Iterator[tuple[str, float, str]]:
    """`fan_out_ratio` and the two rates that make it: medians of pairs, the one measured right after the other."""
    async with stand_in() as url:
        pairs = [await _pair(url) for _ in range(RUNS)]
    return iter(
        [
            ("fan_out_ratio", median(path / plain for path, plain in pairs), "of plain posts"),
            ("fan_out_rate", median(path for path, _ in pairs), "messages/s"),
            ("plain_post_rate", median(plain for _, plain in pairs), "messages/s"),
        ]
    )


async def _pair(url: str) -> tuple[float, float]:
    async with open_desk(url, RECIPIENTS) as desk:
        seconds, deliveries = await _release(desk)
        return RECIPIENTS / seconds, RECIPIENTS / await _plain(url, deliveries)


async def _release(desk: Desk) -> tuple[float, list[Delivery]]:
    """Seconds from the officer's decision to the last message recorded as sent, and what was sent."""
    (order,) = await order_to(desk, RECIPIENTS)
    couriers = [asyncio.create_task(courier.run()) for courier in desk.couriers]
    began = time.perf_counter()
    dispatch = await desk.release.approve(order.id, "bench")
    while await _unsent(desk):
        await desk.changes.wait(1.0)
    seconds = time.perf_counter() - began
    for task in couriers:
        task.cancel()
    await asyncio.gather(*couriers, return_exceptions=True)
    async with desk.store.snapshot() as tx:
        return seconds, await tx.outbox.of_dispatch(dispatch.id)


async def _unsent(desk: Desk) -> int:
    async with desk.store.snapshot() as tx:
        return RECIPIENTS - (await tx.outbox.counts()).get("sent", 0)


async def _plain(url: str, deliveries: list[Delivery]) -> float:
    """Seconds for posts of the same payloads by the bare client."""
    gate = asyncio.Semaphore(AT_ONCE)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=AT_ONCE)) as session:

        async def post(delivery: Delivery) -> None:
            body = json.dumps(_payload(delivery)).encode()
            headers = {"Content-Type": "application/json"}
            async with gate, session.post(f"{url}/bot{TOKEN}/sendMessage", data=body, headers=headers) as answer:
                await answer.read()

        await asyncio.gather(*(post(delivery) for delivery in deliveries[:AT_ONCE]))
        began = time.perf_counter()
        await asyncio.gather(*(post(delivery) for delivery in deliveries))
        return time.perf_counter() - began


def _payload(delivery: Delivery) -> dict[str, Any]:
    keyboard = [[{"text": button.text, "callback_data": button.data} for button in row] for row in delivery.buttons]
    return {
        "chat_id": delivery.address,
        "text": delivery.text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": {"inline_keyboard": keyboard},
    }
