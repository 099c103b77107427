"""Stops a sender whose provider takes nothing from anybody, and finds out with one message at a time when it takes them again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from alertd.errors import FailureKind

OF_SENDER = frozenset({FailureKind.NETWORK, FailureKind.PROVIDER_DOWN, FailureKind.UNKNOWN, FailureKind.CREDENTIALS})
"""Failures that may concern everybody whom the sender writes to."""
IN_A_ROW = 5
"""So many of those one after another, and none that passed between them, are not chance."""
FIRST, LONGEST = timedelta(seconds=2), timedelta(seconds=30)
"""The pause before the first try, twice as long before each further one, and the longest: so much an outage costs beyond its end."""
TELL_AFTER = 4
"""How many tries come to nothing before somebody is told; wrong credentials are told at once, since they do not pass by themselves."""


@dataclass
class Breaker:
    """The account of one sender. Not frozen: it counts."""

    _failures: int = 0
    _opened: int = 0
    _until: datetime | None = None
    _was_told: bool = False
    why: str = ""
    """What the provider's last failure was; empty while the sender works."""

    def open_until(self, now: datetime) -> datetime | None:
        """Until when nothing is sent; None where something may be."""
        return self._until if self._until is not None and now < self._until else None

    def room(self, now: datetime, under_way: int, room: int) -> int:
        """How many of `room` messages may be begun: all, none, or the one that finds out."""
        if self._until is None:
            return room
        return 0 if now < self._until or under_way else min(room, 1)

    def passed(self) -> None:
        """The provider took a message, or refused it for what it is: it works."""
        self._failures = self._opened = 0
        self._until = None
        self._was_told = False
        self.why = ""

    def failed(self, kind: FailureKind, why: str, now: datetime, jitter: float) -> bool:
        """The provider failed. Returns whether somebody must be told now; `jitter` in [0, 1) spreads the tries of many senders."""
        if self.open_until(now):  # it was under way before
            return False
        self._failures += 1
        if self._failures < IN_A_ROW:
            return False
        pause = min(FIRST * 2 ** min(self._opened, 10), LONGEST)
        self._opened += 1
        self._until = now + pause * (0.75 + jitter / 4)
        self.why = why
        is_news = not self._was_told and (kind is FailureKind.CREDENTIALS or self._opened >= TELL_AFTER)
        self._was_told = self._was_told or is_news
        return is_news
