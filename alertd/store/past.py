"""Asks what became of the notices of releases that are over, with what was sent for each counted by the database."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, case, func, select

from alertd.model.bodies import Role
from alertd.model.notices import DispatchState, MessageKind
from alertd.store.tables.orders import DISPATCHES, DOCUMENTS, NOTICES
from alertd.store.tables.traffic import DELIVERIES

_ORDERS = [kind for kind in MessageKind if kind.carries_order]
_FOLLOWUPS = [kind for kind in MessageKind if kind.is_followup]
_SENT = and_(DELIVERIES.c.notice == NOTICES.c.id, DELIVERIES.c.sent_at.is_not(None))
PAST_NOTICES = (
    select(
        NOTICES.c.dispatch,
        NOTICES.c.body,
        DOCUMENTS.c.received_at,
        DISPATCHES.c.released_at,
        func.min(case((DELIVERIES.c.kind.in_(_ORDERS), DELIVERIES.c.sent_at))),
        NOTICES.c.acknowledged_at,
        func.count(case((DELIVERIES.c.kind.in_(_FOLLOWUPS), 1))),
    )
    .join_from(DISPATCHES, NOTICES, NOTICES.c.dispatch == DISPATCHES.c.id)
    .join(DOCUMENTS, DOCUMENTS.c.id == DISPATCHES.c.document)
    .join(DELIVERIES, _SENT, isouter=True)
    .where(
        DISPATCHES.c.state.in_([DispatchState.CLOSED, DispatchState.EXPIRED]),
        DISPATCHES.c.is_drill == bindparam("is_drill"),
        DISPATCHES.c.released_at >= bindparam("since"),
        DISPATCHES.c.released_at < bindparam("until"),
        NOTICES.c.role != Role.COPY,
    )
    .group_by(NOTICES.c.id, DISPATCHES.c.id, DOCUMENTS.c.id)
    .order_by(NOTICES.c.id)
)
"""Rows in the order of `alertd.model.past.PastNotice`'s fields."""
