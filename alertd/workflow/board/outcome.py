"""What a release came to: who was told when, who answered when and how, and how fast, for the record and for the next exercise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import quantiles

from alertd.model.assignments import AssignmentState
from alertd.model.bodies import Role
from alertd.model.notices import DeliveryState, Dispatch
from alertd.model.register import Document
from alertd.model.replies import Meaning
from alertd.workflow.board.views import BodyRow, DispatchView


@dataclass(frozen=True, slots=True)
class Line:
    """One body that was ordered to act."""

    body: str
    name: str
    state: AssignmentState
    waits: Meaning | None
    """What the most pressing of its answers that nobody has dealt with was taken to mean; None where none waits."""
    told_at: datetime | None
    """When a provider first took a message for it."""
    answered_at: datetime | None
    by: str
    channel: str
    words: str
    followups: int
    """How many reminders and escalations were sent."""
    failed: int
    """How many messages did not reach it."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long something took after release, over all bodies for which it happened."""

    number: int
    half: timedelta | None
    """Within this time for half of them."""
    nine_tenths: timedelta | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A release as a whole; copies, which nobody chases, are left out."""

    dispatch: Dispatch
    document: Document
    lines: tuple[Line, ...]
    told: Pace
    answered: Pace


def outcome_of(view: DispatchView) -> Outcome:
    """What a dispatch came to, from its board."""
    lines = tuple(_line(row) for row in view.bodies if row.role is not Role.COPY)
    released_at = view.dispatch.released_at
    return Outcome(
        dispatch=view.dispatch,
        document=view.document,
        lines=lines,
        told=pace_of(line.told_at - released_at for line in lines if line.told_at),
        answered=pace_of(line.answered_at - released_at for line in lines if line.answered_at),
    )


def pace_of(times: Iterable[timedelta]) -> Pace:
    """Half and nine tenths of the times that are given; None where there is none."""
    sorted_times = sorted(times)
    if not sorted_times:
        return Pace(0, None, None)
    tenths = _tenths(sorted_times)
    return Pace(len(sorted_times), tenths[4], tenths[8])


def _tenths(times: Sequence[timedelta]) -> list[timedelta]:
    """The nine cuts between tenths; the one time itself where there is only one."""
    seconds = [time.total_seconds() for time in times]
    cuts = quantiles(seconds, n=10, method="inclusive") if len(seconds) > 1 else seconds * 9
    return [timedelta(seconds=cut) for cut in cuts]


def _line(row: BodyRow) -> Line:
    return Line(
        body=row.body.id,
        name=row.body.name,
        state=row.state,
        waits=row.waiting.meaning if row.waiting else None,
        told_at=min((d.sent_at for d in row.deliveries if d.sent_at), default=None),
        answered_at=row.acknowledged_at,
        by=row.by or "",
        channel=row.channel,
        words=row.words,
        followups=sum(d.kind.is_followup and d.sent_at is not None for d in row.deliveries),
        failed=sum(d.state is DeliveryState.FAILED for d in row.deliveries),
    )
