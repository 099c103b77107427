"""The timetable wakes steps, survives their failures, and says when it is stuck."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from alertd.clock import SystemClock
from alertd.jobs import Timetable
from tests.fakes.clock import HandClock


async def test_a_step_that_fails_is_reported_and_woken_again() -> None:
    timetable = Timetable(SystemClock())
    calls = 0
    again = asyncio.Event()

    async def step() -> None:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise RuntimeError("locked")
        again.set()

    timetable.every(timedelta(milliseconds=50), "followups", step)
    timetable.start()
    await again.wait()
    while timetable.problem():  # noqa: ASYNC110 - nothing rings when a problem is over
        await asyncio.sleep(0)
    await timetable.stop()


async def test_a_timetable_that_does_not_tick_says_so() -> None:
    clock = HandClock()
    timetable = Timetable(clock)

    async def step() -> None:
        return None

    timetable.every(timedelta(seconds=1), "followups", step)
    assert timetable.problem() is None
    clock.forward(minutes=2)
    assert timetable.problem() == "late: followups"
