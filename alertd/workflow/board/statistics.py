"""What the releases of a season came to: how fast the desk decided and told, and how each body answered, the most wanting first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from alertd.clock import VIETNAM
from alertd.errors import Invalid
from alertd.model.past import PastNotice
from alertd.workflow.board.pace import Pace, pace_of
from alertd.workflow.days import read_day

AT_ONCE = timedelta(minutes=1)
"""Within this time nine of ten should be told: what NFPA 1225 (2022) asks of an emergency centre for an alarm it has taken."""
SEASON = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Period:
    """Days in Vietnam, the first and the last included."""

    first: date
    last: date

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """From when until before when."""
        return _midnight(self.first), _midnight(self.last + timedelta(days=1))


@dataclass(frozen=True, slots=True)
class BodyFigures:
    """How one body fared over the releases that ordered it to act."""

    body: str
    name: str
    ordered: int
    told: int
    """How many of the orders a provider took for it."""
    answered: int
    unprompted: int
    """How many it answered before anybody was reminded."""
    answering: Pace
    """From the release to its answer."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """Releases that are over; copies, which nobody chases, and releases that were withdrawn or corrected are left out."""

    period: Period
    is_drill: bool
    releases: int
    deciding: Pace
    """From a document's arrival to its release."""
    telling: Pace
    """From the release until a body was first told."""
    told_at_once: int
    """How many orders were told within AT_ONCE."""
    answering: Pace
    ordered: int
    bodies: tuple[BodyFigures, ...]


def period_of(first: str, last: str, today: date) -> Period:
    """The days as forms and commands write them, e.g. "2026-08-01"; where one is empty, the SEASON up to the other or today.

    Raises Invalid.
    """
    until = read_day(last) if last else today
    since = read_day(first) if first else until - SEASON
    if since > until:
        raise Invalid("bad_period", "Ngày bắt đầu phải trước ngày kết thúc.")
    return Period(since, until)


def statistics_of(past: Sequence[PastNotice], period: Period, name_of: Callable[[str], str], *, is_drill: bool) -> Statistics:
    """What those notices amount to; `name_of` tells a body's name by its id."""
    releases = {each.dispatch: each.released_at - each.received_at for each in past}
    told = [each.told_at - each.released_at for each in past if each.told_at is not None]
    return Statistics(
        period=period,
        is_drill=is_drill,
        releases=len(releases),
        deciding=pace_of(releases.values()),
        telling=pace_of(told),
        told_at_once=sum(took <= AT_ONCE for took in told),
        answering=_answering(past),
        ordered=len(past),
        bodies=_bodies(past, name_of),
    )


def _bodies(past: Sequence[PastNotice], name_of: Callable[[str], str]) -> tuple[BodyFigures, ...]:
    """Whoever leaves the largest part unanswered first, then whoever takes longest."""
    of_body: dict[str, list[PastNotice]] = defaultdict(list)
    for each in past:
        of_body[each.body].append(each)
    figures = [_figures(body, name_of(body), notices) for body, notices in of_body.items()]
    return tuple(sorted(figures, key=lambda each: (each.answered / each.ordered, -(each.answering.half or timedelta(0)), each.name)))


def _figures(body: str, name: str, past: Sequence[PastNotice]) -> BodyFigures:
    return BodyFigures(
        body=body,
        name=name,
        ordered=len(past),
        told=sum(each.told_at is not None for each in past),
        answered=sum(each.answered_at is not None for each in past),
        unprompted=sum(each.answered_at is not None and not each.followups for each in past),
        answering=_answering(past),
    )


def _answering(past: Sequence[PastNotice]) -> Pace:
    return pace_of(each.answered_at - each.released_at for each in past if each.answered_at is not None)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)
