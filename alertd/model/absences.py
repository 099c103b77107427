"""When a contact is away and somebody else answers first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Absence:
    """Some days on which the other contacts of a body are told first."""

    id: int
    contact: str
    first: date
    last: date
    """Days in Vietnam, both included."""
    note: str
    """Why, as the officer wrote it."""
    entered_by: str
    entered_at: datetime
    ended_at: datetime | None = None
    """When an officer said that the contact is back; None where nobody did."""

    def covers(self, day: date) -> bool:
        """Whether the contact is away on that day."""
        return self.ended_at is None and self.first <= day <= self.last
