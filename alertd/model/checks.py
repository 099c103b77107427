"""The self-check: once a month everybody is asked to answer, so that a dead number is found before the storm."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

TRIES_FOR = timedelta(days=7)
"""How long after its day a check that was missed is still made up for, always at its hour."""


class CheckState(StrEnum):
    """Whether answers are waited for."""

    OPEN = "open"
    PUT_OFF = "put_off"
    """An order is being followed: nobody is asked anything else meanwhile."""
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class ContactCheck:
    """One round in which everybody is asked to answer, or one body."""

    id: int
    state: CheckState
    began_at: datetime
    began_by: str
    """`alertd`, or the officer who wanted it."""
    asked: int
    """How many times those who had not answered were asked."""
    resume_at: datetime | None
    """When one that was put off is tried again."""
    ends_at: datetime
    """Until when answers are waited for."""
    reason: str = ""
    """Why it was put off."""
    body: str | None = None
    """The body that it asks alone, because an officer wants to try its addresses; None: everybody."""


@dataclass(frozen=True, slots=True)
class Probe:
    """One address of one contact that is asked."""

    id: int
    contact_check: int
    contact: str
    body: str
    channel: str
    address: str
    answered_at: datetime | None = None
    words: str = ""
    """What was answered."""


@dataclass(frozen=True, slots=True)
class Attestation:
    """An administrator's word that an address is right, though nobody has answered from it yet."""

    channel: str
    address: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Monthly:
    """When the check is made by itself."""

    day: int
    """1 to 31; a month without that day: on its last."""
    at: time
    """In Vietnam's time."""

    def latest(self, here: datetime) -> datetime:
        """The last moment of that kind that is not later than `here`, which is given in Vietnam's time."""
        this = self._in_month(here)
        return this if this <= here else self._in_month(here.replace(day=1) - timedelta(days=1))

    def following(self, here: datetime) -> datetime:
        """The first one that is later than `here`."""
        this = self._in_month(here)
        return this if this > here else self._in_month(here.replace(day=28) + timedelta(days=7))

    def is_due(self, here: datetime, last_began: datetime | None) -> bool:
        """Whether the month's check is to begin now: at its hour, on its day or, where it was missed then, one of the next ones."""
        moment = self.latest(here)
        is_made = last_began is not None and last_began >= moment
        is_hour = (here - moment) % timedelta(days=1) < timedelta(hours=1)
        return not is_made and is_hour and here - moment < TRIES_FOR

    def _in_month(self, here: datetime) -> datetime:
        last = monthrange(here.year, here.month)[1]
        return datetime.combine(here.replace(day=min(self.day, last)).date(), self.at, here.tzinfo)
