"""How fast a sender may go: moments for its messages, a gap at each address, and the pauses that a provider asks for; pure arithmetic."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

SLOWER, SLOWEST = 0.7, 0.1
"""What of its rate a sender keeps each time it is told to slow down, and what it keeps at least."""
RECOVERS = timedelta(seconds=10)
"""After each of these it tries a tenth of its rate more, until it is told again."""
AHEAD = timedelta(seconds=1)
"""How far ahead moments are given out: whoever has longer to wait waits in the outbox, where it keeps nobody else from going."""


@dataclass
class Pace:
    """Gives out moments at which a message may leave. Not frozen: it is the sender's running account."""

    rate: float
    """Messages a second for the whole sender."""
    gap: timedelta
    """The least time between two messages to one address."""
    _share: float = 1.0
    _slowed_at: datetime | None = None
    _next: datetime | None = None
    _paused_until: datetime | None = None

    def __post_init__(self) -> None:
        self._free: dict[str, datetime] = {}
        self._line: dict[str, datetime] = {}

    def room(self, now: datetime) -> int:
        """How many more messages may leave within AHEAD."""
        seconds = (now + AHEAD - self._starts_at(now)).total_seconds()
        return max(0, math.ceil(seconds * self.rate_at(now)))

    def reserve(self, address: str, now: datetime, gap: timedelta = timedelta(0)) -> datetime:
        """The moment at which the next message may leave; it is taken, and the address is busy until a gap after it, the longer
        of the sender's and of `gap`.
        """
        at = self._starts_at(now)
        self._next = at + timedelta(seconds=1 / self.rate_at(now))
        if gap := max(gap, self.gap):
            self._free[address] = at + gap
        return at

    def rate_at(self, now: datetime) -> float:
        """Messages a second now: less than `rate` for a while after the provider said that it was too fast."""
        if self._slowed_at is None:
            return self.rate
        return self.rate * min(1.0, self._share + 0.1 * ((now - self._slowed_at) // RECOVERS))

    def is_free(self, address: str, now: datetime) -> bool:
        """Whether that address may be written to now."""
        return self._free.get(address, now) <= now

    def busy(self, now: datetime) -> list[str]:
        """The addresses that may not be written to now; those that are free again are forgotten."""
        self._free = {address: free_at for address, free_at in self._free.items() if free_at > now}
        self._line = {address: free_at for address, free_at in self._line.items() if free_at > now}
        return list(self._free)

    def line_up(self, address: str, now: datetime) -> datetime:
        """When to try an address again that is not free: each that asks gets a moment of its own, a gap after the one before."""
        at = max(now, self._free.get(address, now), self._line.get(address, now))
        self._line[address] = at + self.gap
        return at

    def paused_until(self, now: datetime) -> datetime | None:
        """Until when the whole sender waits; None where it may go."""
        return self._paused_until if self._paused_until is not None and self._paused_until > now else None

    def pause(self, until: datetime, now: datetime) -> None:
        """The provider told the whole sender to wait. Several messages that were under way may be told the same: it slows down once."""
        if self._paused_until is None or now >= self._paused_until:
            self._share = max(SLOWEST, SLOWER * self.rate_at(now) / self.rate)
            self._slowed_at = until
        self._paused_until = max(until, self._paused_until or until)

    def pause_address(self, address: str, until: datetime) -> None:
        """The provider told us to leave one address alone for a while."""
        self._free[address] = max(until, self._free.get(address, until))

    def _starts_at(self, now: datetime) -> datetime:
        return max(now, self._next or now, self._paused_until or now)


def pause_before_retry(attempts: int, first: timedelta, longest: timedelta, jitter: float) -> timedelta:
    """How long to wait after the n-th failed attempt (n ≥ 1): doubling from `first` up to `longest`, ± a quarter by `jitter` in [0, 1)."""
    doubled: timedelta = first * (2 ** min(attempts - 1, 20))
    return min(doubled, longest) * (0.75 + jitter / 2)
