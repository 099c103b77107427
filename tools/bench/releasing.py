"""How long it takes from the officer's decision until the first message has been handed to the provider, on an idle machine."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from statistics import median, quantiles

from alertd.model.register import Document
from alertd.simulators.telegram import TelegramSimulator
from alertd.workflow.desk import Desk
from tools.bench.desks import open_desk, order_to
from tools.bench.history import remember
from tools.bench.stand_in import TOKEN

RELEASES = 100
BODIES = 2
HISTORY = 100_000


async def release() -> Iterator[tuple[str, float, str]]:
    """`release_p50_ms` and `release_p99_ms`, over a hundred releases of an order to two bodies one after another; the same with
    `HISTORY` deliveries of earlier years.
    """
    figures = []
    for what, history in (("release", 0), ("release_with_history", HISTORY)):
        times = await _releases(history)
        figures += [(f"{what}_p50_ms", median(times) * 1000, "ms"), (f"{what}_p99_ms", quantiles(times, n=100)[98] * 1000, "ms")]
    return iter(figures)


async def _releases(history: int) -> list[float]:
    async with TelegramSimulator(TOKEN, is_open=True) as telegram, open_desk(telegram.url, BODIES) as desk:
        orders = await order_to(desk, BODIES, RELEASES + 1)
        first = await desk.release.approve(orders.pop().id, "bench")
        for courier in desk.couriers:
            await courier.drain()
        if history:
            await remember(desk, first.id, history)
        couriers = [asyncio.create_task(courier.run()) for courier in desk.couriers]
        times = [await _seconds(desk, telegram, order) for order in orders]
        for task in couriers:
            task.cancel()
        await asyncio.gather(*couriers, return_exceptions=True)
    return times


async def _seconds(desk: Desk, telegram: TelegramSimulator, order: Document) -> float:
    arrived = asyncio.Event()
    came_at: list[float] = []

    def note(*_: object) -> None:
        came_at.append(time.perf_counter())
        if len(came_at) == BODIES:
            arrived.set()

    telegram.on_message(note)
    began = time.perf_counter()
    await desk.release.approve(order.id, "bench")
    await arrived.wait()
    return came_at[0] - began
