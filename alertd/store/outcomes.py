"""Writes down what became of deliveries, a whole batch in one statement: each where its claim is the last and the lifecycle allows it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import CTE, Column, ColumnElement, Integer, and_, case, func, or_, tuple_, update
from sqlalchemy.sql.dml import ReturningUpdate

from alertd.model.notices import Attempt, DeliveryState, Moved
from alertd.store.batches import as_batch, batch_of
from alertd.store.moves import ARRIVED, OF_ATTEMPTS, OF_RECEIPTS, TAKEN, Moves
from alertd.store.rows import Rows
from alertd.store.tables.traffic import DELIVERIES

_D = DELIVERIES.c
MOVED = Rows(Moved, DELIVERIES)
_OUTCOME = (
    _D.id,
    _D.fence,
    _D.state,
    _D.state_at,
    _D.reason,
    _D.failure,
    _D.provider_ref,
    _D.due_at,
    Column("untried", Integer),
    _D.receipt_due_at,
)


def as_outcomes(attempts: Iterable[Attempt]) -> str:
    """The batch for `RECORD` or `SETTLE`."""
    return as_batch(
        (a.delivery, a.fence, a.state, a.at, a.reason, a.failure, a.provider_ref, a.due_at, int(not a.was_tried), a.receipt_due_at)
        for a in attempts
    )


def _applying(moves: Moves) -> ReturningUpdate[Any]:
    """Writes a batch of outcomes, each where its fence is that of the last claim and its move is one of `moves`."""
    new = batch_of(_OUTCOME)
    is_sent = new.c.state == DeliveryState.SENT
    is_sent_again = (_D.state == DeliveryState.UNKNOWN) & (new.c.state == DeliveryState.QUEUED)
    return (
        update(DELIVERIES)
        .where(_D.id == new.c.id, _D.fence == new.c.fence, tuple_(_D.state, new.c.state).in_(sorted(moves)))
        .values(
            state=new.c.state,
            state_at=new.c.state_at,
            reason=new.c.reason,
            failure=new.c.failure,
            provider_ref=func.coalesce(new.c.provider_ref, _D.provider_ref),
            due_at=func.coalesce(new.c.due_at, _D.due_at),
            attempts=_D.attempts - new.c.untried,
            is_repeat=or_(_D.is_repeat, is_sent_again),
            lease_until=None,
            receipt_due_at=case((is_sent, func.coalesce(new.c.receipt_due_at, _D.receipt_due_at)), else_=None),
            is_unconfirmed=and_(_D.is_unconfirmed, is_sent),
            sent_at=_first(new, TAKEN, _D.sent_at),
            delivered_at=_first(new, ARRIVED, _D.delivered_at),
        )
        .returning(*MOVED.columns)
    )


def _first(new: CTE, states: Collection[DeliveryState], known: ColumnElement[Any]) -> ColumnElement[Any]:
    """The moment at which one of these states was first reached."""
    return case((new.c.state.in_(sorted(states)), func.coalesce(known, new.c.state_at)), else_=known)


RECORD = _applying(OF_ATTEMPTS)
SETTLE = _applying(OF_RECEIPTS)
