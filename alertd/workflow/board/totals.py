"""How bodies stand taken together: the least advanced of several states, and how many bodies stand where."""

from __future__ import annotations

from collections.abc import Sequence

from alertd.model.assignments import AssignmentState
from alertd.model.bodies import Role
from alertd.model.notices import DeliveryState
from alertd.model.replies import Meaning
from alertd.workflow.board.pressing import unsettled
from alertd.workflow.board.views import BodyRow

ORDER = (
    AssignmentState.PENDING,
    AssignmentState.NOTIFIED,
    AssignmentState.CANNOT_COMPLY,
    AssignmentState.ACKNOWLEDGED,
    AssignmentState.IN_PROGRESS,
    AssignmentState.DONE,
    AssignmentState.WITHDRAWN,
)
"""From the least to the most advanced."""


def least_advanced(states: Sequence[AssignmentState]) -> AssignmentState:
    """The state that stands earliest in `ORDER`; NOTIFIED where there is none (a mere copy)."""
    return min(states, key=ORDER.index, default=AssignmentState.NOTIFIED)


def totals_of(rows: Sequence[BodyRow]) -> dict[str, int]:
    """How many bodies stand where; copies are left out."""
    orders = [row for row in rows if row.role is not Role.COPY]
    return {
        "bodies": len(orders),
        "acknowledged": sum(row.state.is_positive for row in orders),
        "done": sum(row.state is AssignmentState.DONE for row in orders),
        "silent": sum(row.silent for row in orders),
        "late": sum(row.late for row in orders),
        "cannot_comply": sum(row.state is AssignmentState.CANNOT_COMPLY or _waits(row, Meaning.CANNOT_COMPLY) for row in orders),
        "incidents": sum(_waits(row, Meaning.INCIDENT) for row in orders),
        "untroubled": sum(row.state.is_positive and not _is_troubled(row) for row in orders),
        "troubled": sum(map(_is_troubled, orders)),
        "escalated": sum(row.silent and row.is_escalated for row in orders),
        "failed": sum(d.state is DeliveryState.FAILED for row in orders for d in row.deliveries),
    }


def _is_troubled(row: BodyRow) -> bool:
    """Danger was reported or a refusal stands, and nobody has dealt with it."""
    return row.grave is not None or row.state is AssignmentState.CANNOT_COMPLY


def _waits(row: BodyRow, meaning: Meaning) -> bool:
    """Whether an answer that says so still waits for an officer, whatever was answered later."""
    return any(reply.meaning is meaning for reply in unsettled(row.replies))
