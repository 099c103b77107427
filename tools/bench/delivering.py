"""The whole durable path against plain posts of the same payload, 100 at once, to the same stand-in, in the same run."""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from collections.abc import Iterator
from statistics import median
from typing import Any

import aiohttp

from alertd.garbage import look_rarely
from alertd.model.notices import Delivery, DeliveryState
from alertd.workflow.desk import Desk
from tests.fakes.postgres import new_database
from tools.bench.databases import database
from tools.bench.desks import AT_ONCE, open_desk, order_to
from tools.bench.stand_in import TOKEN, stand_in

RECIPIENTS = 5_000
RUNS = 3
LOOKS_EVERY = 0.05
"""Seconds between two looks whether all is sent: the look itself takes time that the sending lacks."""


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


async def fan_out_postgres() -> Iterator[tuple[str, float, str]]:
    """`fan_out_ratio_postgres`: the same on a PostgreSQL of its own; nothing where none is installed."""
    try:
        with database() as address:
            async with stand_in() as url:
                pairs = [await _pair(url, await new_database(address)) for _ in range(RUNS)]
    except LookupError as missing:
        print(missing, file=sys.stderr)
        return iter([])
    return iter([("fan_out_ratio_postgres", median(path / plain for path, plain in pairs), "of plain posts")])


async def _pair(url: str, database_url: str | None = None) -> tuple[float, float]:
    async with open_desk(url, RECIPIENTS, database_url) as desk:
        seconds, deliveries = await release_to(desk, RECIPIENTS)
        return RECIPIENTS / seconds, RECIPIENTS / await _plain(url, deliveries)


async def release_to(desk: Desk, recipients: int) -> tuple[float, list[Delivery]]:
    """Seconds from the officer's decision to the last message recorded as sent, and what was sent."""
    (order,) = await order_to(desk, recipients)
    gc.collect()
    look_rarely()  # as `alertd serve` does once it has started
    couriers = [asyncio.create_task(courier.run()) for courier in desk.couriers]
    began = time.perf_counter()
    dispatch = await desk.release.approve(order.id, "bench")
    while any(courier.is_busy for courier in desk.couriers) or await _sent(desk) < recipients:  # noqa: ASYNC110 - a rate, no event
        await asyncio.sleep(LOOKS_EVERY)
    seconds = time.perf_counter() - began
    for task in couriers:
        task.cancel()
    await asyncio.gather(*couriers, return_exceptions=True)
    async with desk.store.snapshot() as tx:
        return seconds, await tx.outbox.of_dispatch(dispatch.id)


async def _sent(desk: Desk) -> int:
    async with desk.store.snapshot() as tx:
        return (await tx.outbox.counts("telegram", (DeliveryState.SENT,)))["sent"]


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
