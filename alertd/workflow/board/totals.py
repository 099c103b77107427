"""How bodies stand taken together: the least advanced of several states, and how many bodies stand where."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

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
    """How many bodies stand where, and how many messages failed; copies are left out."""
    orders = [row for row in rows if row.role is not Role.COPY]
    failed = sum(d.state is DeliveryState.FAILED for row in orders for d in row.deliveries)
    return {"bodies": len(orders)} | {name: sum(map(test, orders)) for name, test in STANDINGS.items()} | {"failed": failed}


def _is_troubled(row: BodyRow) -> bool:
    """Danger was reported or a refusal stands, and nobody has dealt with it."""
    return row.grave is not None or row.state is AssignmentState.CANNOT_COMPLY


def _waits(row: BodyRow, meaning: Meaning) -> bool:
    """Whether an answer that says so still waits for an officer, whatever was answered later."""
    return any(reply.meaning is meaning for reply in unsettled(row.replies))


STANDINGS: Mapping[str, Callable[[BodyRow], bool]] = {
    "acknowledged": lambda row: row.state.is_positive,
    "done": lambda row: row.state is AssignmentState.DONE,
    "silent": lambda row: row.silent,
    "late": lambda row: row.late,
    "cannot_comply": lambda row: row.state is AssignmentState.CANNOT_COMPLY or _waits(row, Meaning.CANNOT_COMPLY),
    "incidents": lambda row: _waits(row, Meaning.INCIDENT),
    "untroubled": lambda row: row.state.is_positive and not _is_troubled(row),
    "troubled": _is_troubled,
    "escalated": lambda row: row.silent and row.is_escalated,
}
"""Where a body that is to act may stand; a body may stand at several."""
