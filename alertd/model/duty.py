"""Who is on duty when, what the duty desk has been told and who has taken it, and the pure decision who is told next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

_OF_MANY = ("notice/", "appointment/", "recall/", "over/", "contact/")
_COMES_AGAIN = ("notice/", "appointment/", "sender/")
_AFTER_ALL = ("recall/", "over/")


@dataclass(frozen=True, slots=True)
class Watch:
    """One line of the roster: an officer's hours, in Vietnam's time; over midnight where they end before they begin."""

    officer: str
    """The contact's id."""
    begins: time
    ends: time
    days: frozenset[int]
    """On which days of the week it begins: 0 for Monday."""

    def covers(self, here: datetime) -> bool:
        """Whether the officer is on duty at that moment, given in Vietnam's time."""
        now, today, yesterday = here.time(), here.weekday() in self.days, (here.weekday() - 1) % 7 in self.days
        if self.begins < self.ends:
            return today and self.begins <= now < self.ends
        return (today and now >= self.begins) or (yesterday and now < self.ends)

    def begins_after(self, here: datetime) -> datetime | None:
        """When the officer's hours begin next after that moment, given in Vietnam's time; None where they never do."""
        days = (datetime.combine(here.date() + timedelta(days=ahead), self.begins, here.tzinfo) for ahead in range(8))
        return next((at for at in days if at > here and at.weekday() in self.days), None)


@dataclass(frozen=True, slots=True)
class Shift:
    """An officer who has taken the duty, until the next one does."""

    id: int
    officer: str
    """The contact's id."""
    began_at: datetime
    taken_by: str
    """The account by which it was taken."""
    note: str
    """What the officer before left to say."""


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Who is on duty, and why."""

    officers: tuple[str, ...]
    """Contacts' ids."""
    others: tuple[str, ...]
    """Who is asked next where nobody on duty takes a thing, in that order."""
    reason: str


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing of which the duty desk was told, until somebody takes it or it settles itself."""

    id: int
    about: str
    """What it is about: `reply/12`, `notice/40`, `appointment/3`, `recall/40` or `over/40` by notice, `contact/lang-son/truc-ban#1` or
    `sender/telegram`.
    """
    dispatch: int | None
    step: str
    """What makes it different from other alerts about the same thing."""
    is_incident: bool
    body: str
    reason: str
    raised_at: datetime
    words: str = ""
    contact: str = ""
    code: str = ""
    document: str = ""
    telephones: tuple[str, ...] = ()
    link: str = ""
    round: int = 0
    """How often it was asked again."""
    told_at: datetime | None = None
    """When it was told first; None while it waits for others like it."""
    next_at: datetime | None = None
    """When it is told, or asked again unless somebody takes it; None: not any more."""
    taken_by: str | None = None
    taken_at: datetime | None = None

    @property
    def is_one_of_many(self) -> bool:
        """Whether a storm brings it for many bodies at once, so that it is told together with others like it."""
        return self.about.startswith(_OF_MANY)

    @property
    def stands_for_earlier(self) -> bool:
        """Whether what was told before of the same thing needs nothing else: who telephones a body for an hour's silence does so for
        forty minutes' too.
        """
        return self.about.startswith(_COMES_AGAIN)

    @property
    def outlives_its_order(self) -> bool:
        """Whether it needs somebody also when the order is over: that is what a body does not know, or has never answered."""
        return self.about.startswith(_AFTER_ALL)


def on_duty(roster: Sequence[Watch], officers: Sequence[str], shift: Shift | None, here: datetime) -> OnDuty:
    """Whoever took the duty; else whoever stands on the roster; else everybody: in doubt too many are told rather than nobody.

    An officer whose hours on the roster have begun is told as well while the one before has not handed over. `here` is the moment in
    Vietnam's time, `officers` are all duty contacts in the order of calling.
    """
    scheduled = [watch.officer for watch in roster if watch.covers(here) and watch.officer in officers]
    taken = [shift.officer] if shift is not None and shift.officer in officers else []
    present = tuple(dict.fromkeys([*taken, *(o for o in scheduled if not _has_handed_over(shift, roster, o, here))]))
    if not present:
        return OnDuty(tuple(officers), (), "chưa ai nhận trực và lịch trực không có ai: báo mọi cán bộ trực")
    others = tuple(officer for officer in dict.fromkeys([*scheduled, *officers]) if officer not in present)
    return OnDuty(present, others, "đã nhận trực" if taken else "theo lịch trực")


@dataclass(frozen=True, slots=True)
class NextWatch:
    """Whose hours on the roster begin next."""

    at: datetime
    """In Vietnam's time."""
    officers: tuple[str, ...]
    """Contacts' ids."""


def next_watch(roster: Sequence[Watch], officers: Sequence[str], here: datetime) -> NextWatch | None:
    """The next hours on the roster that begin after that moment, in Vietnam's time; None where nobody's do."""
    begin = [(at, watch.officer) for watch in roster if watch.officer in officers and (at := watch.begins_after(here))]
    first = min((at for at, _ in begin), default=None)
    return NextWatch(first, tuple(officer for at, officer in begin if at == first)) if first else None


def _has_handed_over(shift: Shift | None, roster: Sequence[Watch], officer: str, here: datetime) -> bool:
    """Whether somebody else took the duty within the hours of that officer: then that one has the duty alone."""
    if shift is None or shift.officer == officer:
        return False
    began = shift.began_at.astimezone(here.tzinfo)
    is_recent = here - began < timedelta(hours=24)
    return is_recent and any(watch.officer == officer and watch.covers(here) and watch.covers(began) for watch in roster)


def bundles(alerts: Iterable[Alert]) -> list[tuple[Alert, ...]]:
    """What is told in one message each: alerts of one order for one reason that have been told together so far, or not at all."""
    found: dict[tuple[object, ...], list[Alert]] = {}
    for alert in alerts:
        alike = (alert.dispatch, alert.reason, alert.round, alert.told_at) if alert.is_one_of_many else (alert.id,)
        found.setdefault(alike, []).append(alert)
    return [tuple(bundle) for bundle in found.values()]


def told_in_round(duty: OnDuty, number: int) -> tuple[str, ...]:
    """Who is told in that round: whoever is on duty, and with each further round one officer more."""
    return (*duty.officers, *duty.others[:number])
