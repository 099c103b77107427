"""Decides which bodies of a dispatch the officer must see first, and under which of its states each is shown."""

from __future__ import annotations

from collections.abc import Sequence

from alertd.model.assignments import AssignmentState
from alertd.model.bodies import Role
from alertd.model.replies import Meaning, ReplyState
from alertd.web.states import ASSIGNMENT, COPIED, ESCALATED, LATE, MEANING, SILENT, Face
from alertd.workflow.board.views import BodyRow, ReplyCard

GRAVE = (Meaning.INCIDENT, Meaning.CANNOT_COMPLY)
"""What no later answer covers up: it stands as the body's state until an officer has dealt with it."""

PRESSING = (Meaning.INCIDENT, Meaning.CANNOT_COMPLY, Meaning.NEGATIVE, Meaning.QUESTION)
"""What an unclear answer may report that cannot wait, worst first."""


def by_attention(rows: Sequence[BodyRow]) -> list[BodyRow]:
    """Those who need a person first: danger reported, cannot comply, unanswered at the ladder's end, an unclear answer, late, silent;
    then the rest.
    """
    return sorted(rows, key=lambda row: (rank(row), row.body.name))


def rank(row: BodyRow) -> int:
    """How urgently a body needs the officer: 0 most."""
    tests = (
        waiting(row) is Meaning.INCIDENT,
        waiting(row) is Meaning.CANNOT_COMPLY or row.state is AssignmentState.CANNOT_COMPLY,
        row.silent and row.is_escalated,
        waiting(row) is not None,
        row.late,
        row.silent,
        not row.state.is_answered and row.role is not Role.COPY,
        row.role is not Role.COPY,
    )
    return next((place for place, holds in enumerate(tests) if holds), len(tests))


def face_of(row: BodyRow) -> Face:
    """The state that says most about what to do: danger or a refusal that nobody has dealt with, whatever else was answered."""
    unsettled = waiting(row)
    if unsettled is not None and unsettled in GRAVE:
        return MEANING[unsettled]
    if row.role is Role.COPY:
        return COPIED
    if row.state is AssignmentState.CANNOT_COMPLY:
        return ASSIGNMENT[row.state]
    if row.silent:
        return ESCALATED if row.is_escalated else LATE if row.late else SILENT
    return ASSIGNMENT[row.state]


def waiting(row: BodyRow) -> Meaning | None:
    """What the gravest of its answers that wait for an officer was taken to mean; None where none waits."""
    return min((reply.meaning for reply in row.replies if reply.state is ReplyState.OPEN), key=_pressure, default=None)


def pressing_first(cards: Sequence[ReplyCard]) -> list[ReplyCard]:
    """Incidents and refusals before everything else; within that, whoever has waited longest."""
    return sorted(cards, key=lambda card: (_pressure(card.reply.meaning), card.reply.received_at))


def _pressure(meaning: Meaning) -> int:
    return PRESSING.index(meaning) if meaning in PRESSING else len(PRESSING)
