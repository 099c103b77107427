"""A clock that stands still until a test moves it on."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta, timezone

MORNING = datetime(2023, 7, 17, 9, 0, tzinfo=timezone(timedelta(hours=7)))
"""17 July 2023, nine o'clock in Vietnam."""


class HandClock:
    """`alertd.ports.Clock`, set by hand."""

    speed = 1.0

    def __init__(self, now: datetime = MORNING) -> None:
        self._now = now.astimezone(UTC)
        self._set_by = timedelta(0)
        self._sleepers: list[tuple[datetime, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        """The moment at which the hand stands, in UTC."""
        return self._now

    def ticks(self) -> float:
        """Seconds that the hand has been moved on."""
        return (self._now - MORNING - self._set_by).total_seconds()

    def set_forward(self, **jump: float) -> None:
        """Set the hand without any time passing, by the arguments of a `timedelta`."""
        self._now += timedelta(**jump)
        self._set_by += timedelta(**jump)

    def forward(self, **pause: float) -> None:
        """Move on, by the arguments of a `timedelta`, and wake those whose time has come, the earliest first."""
        self._now += timedelta(**pause)
        for wakes_at, sleeper in sorted(self._sleepers, key=lambda each: each[0]):
            if wakes_at <= self._now and not sleeper.done():
                sleeper.set_result(None)
        self._sleepers = [each for each in self._sleepers if not each[1].done()]

    async def sleep(self, pause: timedelta) -> None:
        """Wait until the hand has been moved on by `pause`."""
        if pause <= timedelta():
            await asyncio.sleep(0)
            return
        sleeper: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self._now + pause, sleeper))
        await sleeper
