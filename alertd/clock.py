"""The time, as everything else asks for it: the machine's, a drill's faster one, or one set by hand."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

log = logging.getLogger(__name__)


def _vietnams_zone() -> tzinfo:
    """As the machine knows it; a machine without a list of zones is told what has held since 1975."""
    try:
        return ZoneInfo("Asia/Ho_Chi_Minh")
    except ZoneInfoNotFoundError:
        return timezone(timedelta(hours=7))


VIETNAM = _vietnams_zone()
"""In what zone documents speak and people read; storage is UTC."""


def day_there(moment: datetime) -> date:
    """The day that it is for whoever reads and acts: from midnight to seven in the morning UTC still has the day before."""
    return moment.astimezone(VIETNAM).date()


BUILT_AFTER = datetime(2026, 1, 1, tzinfo=UTC)
"""A clock that stands before this program was written is wrong."""
CATCHING_UP = 0.9
"""How fast time goes on while the machine's clock stands behind it."""
SET_BACK = 2.0
"""A clock that falls back by fewer seconds is not worth a word."""
SET_FORWARD = 60.0
"""A clock that leaps ahead by fewer seconds is believed at once."""
STANDS_FOR = 300.0
"""Seconds for which a clock that has leapt further ahead must stand so before it is believed."""
LONGEST = timedelta(days=1)
"""What was written down further in the future than this was written by a clock that was wrong."""
_STEADY = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


def since_boot() -> float:
    """Seconds since the machine began, those through which it slept included, whatever is done to its clock."""
    return time.clock_gettime(_STEADY)


class SystemClock:
    """The machine's own clock, in UTC, except that time never goes back and does not leap.

    Somebody sets the clock back by five hours: whatever waits for its moment, a message as much as a reminder, would wait five
    hours longer. So time goes on from where it was, a little slower, until the machine's clock has caught up. Somebody sets it to
    next week: every order would be over, every reminder due. So it is believed only when it has stood there for a while; a slip
    is put right by then. A clock that stood before this program was written was wrong, and is believed as soon as it leaves there.
    """

    speed = 1.0

    def __init__(
        self, told: Callable[[], float] = time.time, steady: Callable[[], float] = since_boot, stands_for: float = STANDS_FOR
    ) -> None:
        """`told` is what the machine says, in seconds since 1970; `steady` counts seconds whatever is done to its clock."""
        self._told = told
        self._steady = steady
        self._stands_for = stands_for
        self._ahead = 0.0
        self._last = self._leading()
        self._last_at = steady()
        self._is_behind = False
        self._leapt_at: float | None = None
        self._lost_at: float | None = None
        self._is_unset = self._last < BUILT_AFTER.timestamp()

    def now(self) -> datetime:
        """The present moment, aware."""
        told, at = self._leading(), self._steady()
        passed = at - self._last_at
        goes_on = self._last + passed * CATCHING_UP
        if told < goes_on or self._is_behind:
            self._say(goes_on - told)
        self._lost_at = None if goes_on - told < LONGEST.total_seconds() else at if self._lost_at is None else self._lost_at
        is_leap = not self._is_believed(told - self._last - passed, at)
        self._last, self._last_at = self._last + passed if is_leap else max(told, goes_on), at
        self._is_unset = told < BUILT_AFTER.timestamp()
        return datetime.fromtimestamp(self._last, UTC)

    def machine(self) -> datetime:
        """What the machine itself says."""
        return datetime.fromtimestamp(self._told(), UTC)

    def follow(self, ahead: timedelta) -> None:
        """Another clock leads, which stands so far ahead of this machine's: the database's, where several machines share it."""
        self._ahead = ahead.total_seconds()

    def start(self) -> None:
        """Stand where the leading clock does, wherever that is: nothing has been done by this one yet."""
        self._last, self._last_at = self._leading(), self._steady()

    def go_on_from(self, written: datetime) -> None:
        """What was last written down is over: also for a program that is started after the clock was set back, or before it was set."""
        ahead = written - self.now()
        if ahead > timedelta(0) and (ahead < LONGEST or self._is_unset):
            self._last = written.timestamp()

    def _leading(self) -> float:
        return self._told() + self._ahead

    def _is_believed(self, ahead: float, at: float) -> bool:
        """Whether the machine's clock, so many seconds ahead of those that have passed, is believed: at once, or since it stands there."""
        if ahead < SET_FORWARD or self._is_unset:
            self._leapt_at = None
        elif self._leapt_at is None:
            self._leapt_at = at
            log.warning("the machine's clock was set forward by %s; it is believed if it stays there", timedelta(seconds=ahead))
        return self._leapt_at is None or at - self._leapt_at >= self._stands_for

    def _say(self, behind: float) -> None:
        """Once when the machine's clock falls back, and again only after it has caught up."""
        is_behind = behind > SET_BACK
        if is_behind and not self._is_behind:
            log.warning(
                "the machine's clock was set back by %s; time goes on from where it was until it has caught up", timedelta(seconds=behind)
            )
        self._is_behind = is_behind

    @property
    def is_lost(self) -> bool:
        """Whether the machine's clock stands so far behind, and has for so long, that it would not catch up with the time that goes on."""
        return self._lost_at is not None and not self._is_unset and self._last_at - self._lost_at >= self._stands_for

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
