"""The timetable wakes steps, survives their failures, and says when it is stuck."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta, tzinfo
from typing import Self

import pytest
from apscheduler.schedulers import base

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


async def test_a_step_that_is_wanted_rarely_is_not_late_before_its_time() -> None:
    clock = HandClock()
    timetable = Timetable(clock)

    async def step() -> None:
        return None

    timetable.every(timedelta(minutes=5), "followups", step)
    clock.forward(minutes=5)
    assert timetable.problem() is None
    clock.forward(minutes=2)
    assert timetable.problem() == "late: followups"


class SetBack(datetime):
    """What the scheduler is told by a machine whose clock somebody has set."""

    shift = timedelta(0)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return super().now(tz) + cls.shift


async def test_a_timetable_goes_on_ticking_when_the_machines_clock_is_set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "datetime", SetBack)
    monkeypatch.setattr(SetBack, "shift", timedelta(hours=5))
    timetable = Timetable(SystemClock())
    ticked = asyncio.Event()

    async def step() -> None:
        ticked.set()

    timetable.every(timedelta(milliseconds=250), "followups", step)
    timetable.start()
    await ticked.wait()
    monkeypatch.setattr(SetBack, "shift", timedelta(0))
    for _ in range(3):
        ticked.clear()
        await ticked.wait()
    await timetable.stop()
