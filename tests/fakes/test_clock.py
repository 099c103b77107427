"""The clock of the tests stands still, and moves when told to."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from alertd.ports import Clock
from tests.fakes.clock import MORNING, HandClock


async def test_sleepers_wake_when_their_time_has_come_and_not_before() -> None:
    clock = HandClock()
    port: Clock = clock
    woken: list[int] = []

    async def sleep(minutes: int) -> None:
        await port.sleep(timedelta(minutes=minutes))
        woken.append(minutes)

    tasks = [asyncio.create_task(sleep(minutes)) for minutes in (5, 1, 0)]
    for moved, expected in ((0, [0]), (1, [0, 1]), (3.5, [0, 1]), (0.5, [0, 1, 5])):
        clock.forward(minutes=moved)
        for _ in range(3):
            await asyncio.sleep(0)
        assert woken == expected
    await asyncio.gather(*tasks)
    assert clock.now() == MORNING + timedelta(minutes=5)


async def test_a_sleeper_that_was_cancelled_disturbs_nobody() -> None:
    clock = HandClock()
    task = asyncio.create_task(clock.sleep(timedelta(minutes=1)))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    clock.forward(minutes=1)
    assert task.cancelled()
