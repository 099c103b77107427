"""Decides which bodies of a dispatch the officer must see first, and under which of its states each is shown."""

from __future__ import annotations

from collections.abc import Sequence

from alertd.model.assignments import AssignmentState
from alertd.model.bodies import Role
from alertd.model.replies import Meaning
from alertd.web.states import ASSIGNMENT, COPIED, ESCALATED, LATE, MEANING, SILENT, Face
from alertd.workflow.board.views import BodyRow


def by_attention(rows: Sequence[BodyRow]) -> list[BodyRow]:
    """Those who need a person first: danger reported, cannot comply, unanswered at the ladder's end, an unclear answer, late, silent;
    then the rest.
    """
    return sorted(rows, key=lambda row: (rank(row), row.body.name))


def rank(row: BodyRow) -> int:
    """How urgently a body needs the officer: 0 most."""
    tests = (
        row.grave is Meaning.INCIDENT,
        row.grave is Meaning.CANNOT_COMPLY or row.state is AssignmentState.CANNOT_COMPLY,
        row.silent and row.is_escalated,
        row.waiting is not None,
        row.late,
        row.silent,
        not row.state.is_answered and row.role is not Role.COPY,
        row.role is not Role.COPY,
    )
    return next((place for place, holds in enumerate(tests) if holds), len(tests))


def face_of(row: BodyRow) -> Face:
    """The state that says most about what to do: danger or a refusal that nobody has dealt with, whatever else was answered."""
    if row.grave is not None:
        return MEANING[row.grave]
    if row.role is Role.COPY:
        return COPIED
    if row.state is AssignmentState.CANNOT_COMPLY:
        return ASSIGNMENT[row.state]
    if row.silent:
        return ESCALATED if row.is_escalated else LATE if row.late else SILENT
    return ASSIGNMENT[row.state]
