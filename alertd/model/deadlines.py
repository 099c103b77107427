"""Which moment a deadline means for somebody who is told of it at a given time: a pure decision."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import count, islice

from alertd.model.documents import Deadline, DeadlineKind, Period

_END_OF_DAY = time(23, 59)
_DAYS_AHEAD = 63
"""Two months and a day hold every next moment: a month may lack the day that is meant (31 in February)."""


def due_at(deadline: Deadline, since: datetime, zone: tzinfo) -> datetime | None:
    """The moment that counts for whoever is told at `since`, or has last answered then.

    Absolute: the one that the words name, passed or not. Relative: counted from issue where the words say so, else from `since`.
    Repeating: the next one after `since`, in `zone`. Open: None, as there is none.
    """
    if deadline.kind is DeadlineKind.REPEATING:
        return next_moment(deadline, since, zone)
    if deadline.kind is DeadlineKind.RELATIVE and deadline.at is None and deadline.within is not None:
        return since + deadline.within
    return deadline.at


def next_moment(deadline: Deadline, after: datetime, zone: tzinfo) -> datetime | None:
    """The first moment of a repeating deadline later than `after`. Without a time of day the whole day is given; an interval is counted
    from `after`.
    """
    if deadline.repeats is Period.INTERVAL:
        return after + deadline.within if deadline.within else None
    local = after.astimezone(zone)
    times = sorted(deadline.times) or [_END_OF_DAY]
    for day in islice(_days(local.date()), _DAYS_AHEAD):
        if not _falls_on(deadline, day):
            continue
        for clock in times:
            moment = datetime.combine(day, clock, zone)
            if moment > after:
                return moment
    return None


def _days(first: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in count())


def _falls_on(deadline: Deadline, day: date) -> bool:
    """Whether the deadline comes round on that day. Where the words name no day of the period, its last one is meant."""
    if deadline.repeats is Period.WEEKLY:
        return day.weekday() == (6 if deadline.weekday is None else deadline.weekday)
    if deadline.repeats is Period.MONTHLY:
        last = monthrange(day.year, day.month)[1]
        return day.day == min(deadline.day or last, last)
    return True
