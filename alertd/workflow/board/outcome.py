"""What a release came to: who was told when, who answered when and how, and how fast, for the record and for the next exercise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from alertd.model.assignments import AssignmentState
from alertd.model.bodies import Role
from alertd.model.notices import DeliveryState, Dispatch
from alertd.model.register import Document
from alertd.model.replies import Meaning
from alertd.workflow.board.pace import Pace, pace_of
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
