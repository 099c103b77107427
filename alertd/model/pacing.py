"""How fast a sender may go: a bucket of tokens for the account and a gap for each address; pure arithmetic over a clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass
class Pace:
    """Gives out moments at which a message may leave. Not frozen: it is the sender's running account."""

    rate: float
    """Messages a second for the whole sender."""
    gap: timedelta
    """The least time between two messages to one address."""
    _next: datetime | None = None
    _paused_until: datetime | None = None

    def __post_init__(self) -> None:
        self._address_free: dict[str, datetime] = {}

    def reserve(self, address: str, now: datetime) -> datetime:
        """The moment at which the next message to that address may leave; it is taken."""
        at = max(now, self._next or now, self._paused_until or now)
        self._next = at + timedelta(seconds=1 / self.rate)
        own = max(at, self._address_free.get(address, at))
        if self.gap:
            self._remember(address, own + self.gap, now)
        return own

    def pause(self, until: datetime) -> None:
        """The provider told the whole sender to wait."""
        self._paused_until = max(until, self._paused_until or until)

    def pause_address(self, address: str, until: datetime) -> None:
        """The provider told us to leave one address alone for a while."""
        self._address_free[address] = max(until, self._address_free.get(address, until))

    def _remember(self, address: str, free_at: datetime, now: datetime) -> None:
        if len(self._address_free) > 10_000:  # forget whom we may write to again anyway
            self._address_free = {a: t for a, t in self._address_free.items() if t > now}
        self._address_free[address] = free_at


def pause_before_retry(attempts: int, first: timedelta, longest: timedelta, jitter: float) -> timedelta:
    """How long to wait after the n-th failed attempt (n ≥ 1): doubling from `first` up to `longest`, ± a quarter by `jitter` in [0, 1)."""
    doubled: timedelta = first * (2 ** min(attempts - 1, 20))
    return min(doubled, longest) * (0.75 + jitter / 2)
