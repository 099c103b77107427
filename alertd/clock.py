"""The time, as everything else asks for it: the machine's, a drill's faster one, or one set by hand."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
"""In what zone documents speak and people read; storage is UTC."""


class SystemClock:
    """The machine's own clock, in UTC."""

    speed = 1.0

    def now(self) -> datetime:
        """The present moment, aware."""
        return datetime.now(UTC)

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

    async def sleep(self, pause: timedelta) -> None:
        """Wait until the drill's clock has moved on by `pause`."""
        await asyncio.sleep(pause.total_seconds() / self.speed)
