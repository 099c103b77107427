"""What became of an order to one body once its release was over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PastNotice:
    """One body that was ordered to act, by a release that is closed or has run out."""

    dispatch: int
    body: str
    received_at: datetime
    """When the document came in."""
    released_at: datetime
    told_at: datetime | None
    """When a provider first took the order for it; None where none ever did."""
    answered_at: datetime | None
    followups: int
    """How many messages went out to remind it or to call in its deputies."""
