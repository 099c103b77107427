"""The timetable: APScheduler wakes steps at intervals; the steps ask the database what is due."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from alertd.logs import EventLog
from alertd.ports import Clock

log = EventLog(__name__)
SHORTEST = 0.25
"""Real seconds between two ticks, however fast a drill's clock runs."""
LATE = timedelta(seconds=60)
"""A tick that is overdue by more than this means that the timetable is stuck."""
LOOKS_EVERY = 1.0
"""Real seconds between two looks whether the machine's clock was set back."""


class Timetable:
    """Interval jobs in memory: nothing is remembered here, so a missed tick costs nothing and a restart loses nothing."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._late_at: dict[str, datetime] = {}
        self._problems: dict[str, str] = {}
        self._under_way: set[asyncio.Task[object]] = set()
        self._looking: asyncio.TimerHandle | None = None

    def every(self, pause: timedelta, name: str, step: Callable[[], Awaitable[object]]) -> None:
        """Wake a step at this interval of the clock. A step that is still running is not started twice."""
        late_after = pause + LATE * self._clock.speed
        self._late_at[name] = self._clock.now() + late_after
        self._scheduler.add_job(
            self._tick,
            "interval",
            seconds=max(pause.total_seconds() / self._clock.speed, SHORTEST),
            args=(name, step, late_after),
            id=name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )

    def start(self) -> None:
        """Begin to tick."""
        self._scheduler.start()
        self._look()

    async def stop(self) -> None:
        """Stop ticking; a step that is under way comes to its end first."""
        if self._looking is not None:
            self._looking.cancel()
        if self._scheduler.running:
            self._scheduler.pause()
            await asyncio.gather(*self._under_way, return_exceptions=True)
            self._scheduler.shutdown(wait=False)

    def problem(self) -> str | None:
        """Why the timetable does not work, or None."""
        now = self._clock.now()
        late = [name for name, at in self._late_at.items() if now > at]
        if late:
            return f"late: {', '.join(sorted(late))}"
        return "; ".join(f"{name}: {why}" for name, why in self._problems.items()) or None

    def _look(self) -> None:
        """The scheduler waits for moments of the machine's clock. Set back by five hours, it would rest for as long, and with it every
        reminder: a tick that is further away than its interval comes now.
        """
        now = datetime.now(UTC)
        for job in self._scheduler.get_jobs():
            if job.next_run_time - now > job.trigger.interval:
                job.modify(next_run_time=now)
        self._looking = asyncio.get_running_loop().call_later(LOOKS_EVERY, self._look)

    async def _tick(self, name: str, step: Callable[[], Awaitable[object]], late_after: timedelta) -> None:
        task = asyncio.ensure_future(_as_task(step))
        self._under_way.add(task)
        try:
            await asyncio.shield(task)
        except Exception as error:
            self._problems[name] = f"{type(error).__name__}: {error}"
            log.exception("a step failed; it is tried again at the next tick", step=name)
        else:
            self._problems.pop(name, None)
            self._late_at[name] = self._clock.now() + late_after
        finally:
            self._under_way.discard(task)


async def _as_task(step: Callable[[], Awaitable[object]]) -> object:
    return await step()
