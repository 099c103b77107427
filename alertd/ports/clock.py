"""The time, as the workflow asks for it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """The time."""

    @property
    def speed(self) -> float:
        """How many times faster than the wall clock it runs; more than 1 only in a drill."""
        ...

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    def ticks(self) -> float:
        """Seconds of real time since some moment, which go on evenly however a clock is set."""
        ...

    async def sleep(self, pause: timedelta) -> None:
        """Wait until this clock has moved on by `pause`."""
        ...
