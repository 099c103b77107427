"""Every state that a thing may have and every move between them, as tables; an unknown move is an error."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from alertd.errors import Refused
from alertd.model.appointments import AppointmentState as M
from alertd.model.assignments import AssignmentState as A
from alertd.model.checks import CheckState as C
from alertd.model.documents import DocumentState as D
from alertd.model.notices import DeliveryState as V
from alertd.model.notices import DispatchState as P

S = TypeVar("S", bound=StrEnum)
Table = Mapping[S, frozenset[S]]

DOCUMENT: Table[D] = {
    D.READ: frozenset({D.IN_REVIEW, D.APPROVED, D.REJECTED}),
    D.IN_REVIEW: frozenset({D.APPROVED, D.REJECTED}),
    D.APPROVED: frozenset({D.CLOSED, D.WITHDRAWN, D.EXPIRED}),
    D.REJECTED: frozenset(),
    D.CLOSED: frozenset(),
    D.WITHDRAWN: frozenset(),
    D.EXPIRED: frozenset({D.APPROVED, D.CLOSED, D.WITHDRAWN}),
}

DISPATCH: Table[P] = {
    P.OPEN: frozenset({P.CLOSED, P.CORRECTED, P.WITHDRAWN, P.EXPIRED}),
    P.EXPIRED: frozenset({P.CLOSED, P.WITHDRAWN, P.CORRECTED}),
    P.CLOSED: frozenset(),
    P.CORRECTED: frozenset(),
    P.WITHDRAWN: frozenset(),
}

# People answer before receipts come, and "xong" without "đã nhận"; an answer can be taken back or put right.
_ANSWERS = frozenset({A.ACKNOWLEDGED, A.IN_PROGRESS, A.DONE, A.CANNOT_COMPLY})
ASSIGNMENT: Table[A] = {
    A.PENDING: _ANSWERS | {A.NOTIFIED, A.WITHDRAWN},
    A.NOTIFIED: _ANSWERS | {A.WITHDRAWN},
    A.ACKNOWLEDGED: _ANSWERS | {A.NOTIFIED, A.WITHDRAWN},
    A.IN_PROGRESS: _ANSWERS | {A.NOTIFIED, A.WITHDRAWN},
    A.DONE: _ANSWERS | {A.NOTIFIED, A.WITHDRAWN},
    A.CANNOT_COMPLY: _ANSWERS | {A.NOTIFIED, A.WITHDRAWN},
    A.WITHDRAWN: frozenset(),
}

# A receipt may overtake our own commit (sending → delivered) and settles what we did not know.
DELIVERY: Table[V] = {
    V.QUEUED: frozenset({V.SENDING, V.CANCELLED, V.EXPIRED, V.FAILED}),
    V.SENDING: frozenset({V.SENT, V.DELIVERED, V.READ, V.QUEUED, V.FAILED, V.UNKNOWN, V.EXPIRED}),
    V.SENT: frozenset({V.DELIVERED, V.READ, V.FAILED}),
    V.DELIVERED: frozenset({V.READ}),
    V.READ: frozenset(),
    V.UNKNOWN: frozenset({V.SENT, V.DELIVERED, V.READ, V.QUEUED, V.FAILED, V.EXPIRED, V.CANCELLED}),
    V.FAILED: frozenset(),
    V.CANCELLED: frozenset(),
    V.EXPIRED: frozenset(),
}

# A report that comes late is still a report; an officer may do without one.
APPOINTMENT: Table[M] = {
    M.OPEN: frozenset({M.MET, M.MISSED, M.CALLED_OFF}),
    M.MISSED: frozenset({M.MET, M.CALLED_OFF}),
    M.MET: frozenset(),
    M.CALLED_OFF: frozenset(),
}

# A check makes way for an order, and goes on once nothing is followed any more.
CHECK: Table[C] = {
    C.OPEN: frozenset({C.PUT_OFF, C.ENDED}),
    C.PUT_OFF: frozenset({C.OPEN, C.ENDED}),
    C.ENDED: frozenset(),
}


def can_move(table: Table[S], old: S, new: S) -> bool:
    """Whether the table allows the move; staying where one is always is."""
    return old == new or new in table[old]


def move(table: Table[S], old: S, new: S) -> S:
    """The new state, if the table allows the move.

    Raises Refused(`wrong_state`) otherwise.
    """
    if not can_move(table, old, new):
        raise Refused("wrong_state", "Việc này không còn làm được ở trạng thái hiện tại.")
    return new
