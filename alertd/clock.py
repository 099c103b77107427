"""The time, as everything else asks for it: the machine's, a drill's faster one, or one set by hand."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

log = logging.getLogger(__name__)
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
"""In what zone documents speak and people read; storage is UTC."""


def day_there(moment: datetime) -> date:
    """The day that it is for whoever reads and acts: from midnight to seven in the morning UTC still has the day before."""
    return moment.astimezone(VIETNAM).date()


CATCHING_UP = 0.9
"""How fast time goes on while the machine's clock stands behind it."""
SET_BACK = 2.0
"""A clock that falls back by fewer seconds is not worth a word."""
LONGEST = timedelta(days=1)
"""What was written down further in the future than this was written by a clock that was wrong."""


class SystemClock:
    """The machine's own clock, in UTC, except that time never goes back.

    Somebody sets the clock back by five hours: whatever waits for its moment, a message as much as a reminder, would wait five
    hours longer. So time goes on from where it was, a little slower, until the machine's clock has caught up. Set forward, it is
    believed at once.
    """

    speed = 1.0

    def __init__(self, told: Callable[[], float] = time.time, steady: Callable[[], float] = time.monotonic) -> None:
        """`told` is what the machine says, in seconds since 1970; `steady` counts seconds whatever is done to its clock."""
        self._told = told
        self._steady = steady
        self._last = told()
        self._last_at = steady()
        self._is_behind = False

    def now(self) -> datetime:
        """The present moment, aware."""
        told, at = self._told(), self._steady()
        goes_on = self._last + (at - self._last_at) * CATCHING_UP
        self._last, self._last_at = max(told, goes_on), at
        if told < goes_on or self._is_behind:
            self._say(goes_on - told)
        return datetime.fromtimestamp(self._last, UTC)

    def go_on_from(self, written: datetime) -> None:
        """What was last written down is over: also for a program that is started after the clock was set back."""
        if timedelta(0) < written - self.now() < LONGEST:
            self._last = written.timestamp()

    def _say(self, behind: float) -> None:
        """Once when the machine's clock falls back, and again only after it has caught up."""
        is_behind = behind > SET_BACK
        if is_behind and not self._is_behind:
            log.warning(
                "the machine's clock was set back by %s; time goes on from where it was until it has caught up", timedelta(seconds=behind)
            )
        self._is_behind = is_behind

    def ticks(self) -> float:
        """Seconds since the machine began."""
        return self._steady()

    async def sleep(self, pause: timedelta) -> None:
        """Wait."""
        await asyncio.sleep(pause.total_seconds())


class FastClock:
    """A drill's clock: it begins at the present, or at a moment of the past, and runs `speed` times faster."""

    def __init__(self, speed: float, begins_at: datetime | None = None) -> None:
        self.speed = speed
        self._began_at = begins_at or datetime.now(UTC)
        self._began = time.monotonic()

    def now(self) -> datetime:
        """The drill's moment, aware."""
        return self._began_at + timedelta(seconds=(time.monotonic() - self._began) * self.speed)

    def ticks(self) -> float:
        """Seconds since the machine began: real ones."""
        return time.monotonic()

    async def sleep(self, pause: timedelta) -> None:
        """Wait until the drill's clock has moved on by `pause`."""
        await asyncio.sleep(pause.total_seconds() / self.speed)
