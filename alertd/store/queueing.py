"""Queues messages in one statement, each with its turn: where its order stands in the line at that sender, plus its place in the order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from sqlalchemy import CTE, Column, Executable, Integer, Select, case, func, literal_column, select
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from alertd.model.fairness import joined_at, ranked
from alertd.model.notices import Delivery
from alertd.store.batches import as_batch, batch_of
from alertd.store.rows import Rows, insert_new
from alertd.store.tables.traffic import DELIVERIES

_D = DELIVERIES.c
_FIELDS = [column.name for column in Rows(Delivery, DELIVERIES).columns if column is not _D.id]
_values = attrgetter(*_FIELDS)
_WAITING = DELIVERIES.alias("waiting")
_W = _WAITING.c
# Written as literals: a partial index, and one of an expression, are taken only where they are recognised in the statement.
_IS_WAITING = _W.state == literal_column("'queued'")
_ORDER = literal_column("coalesce(waiting.dispatch, 0)", Integer)


@cache
def adding(dialect: str) -> Executable:
    """Queues what `as_queued` holds and returns the ids; deliveries whose key is known are left out."""
    new = batch_of([*(_D[name] for name in _FIELDS), Column("flow", Integer), Column("rank", Integer), Column("place", Integer)])
    starts = _starts()
    rows = select(*(new.c[name] for name in _FIELDS), new.c.created_at, starts.c.turn + new.c.rank)
    # SQLite takes ON CONFLICT for a join's ON unless a WHERE stands before it. The parts of a message follow one another by their ids.
    rows = rows.where(new.c.flow == starts.c.flow).order_by(new.c.place)
    return insert_new(dialect, DELIVERIES, "key").from_select([*_FIELDS, "state_at", "turn"], rows).returning(_D.id)


def as_queued(deliveries: Sequence[Delivery]) -> dict[str, str]:
    """The parameters of `adding`."""
    joined = joined_at(deliveries)
    numbers = {flow: number for number, flow in enumerate(joined)}
    flows = ((numbers[flow], flow.sender, flow.priority, flow.order or 0, at) for flow, at in joined.items())
    return {
        "flows": as_batch(flows),
        "batch": as_batch((*_values(each.delivery), numbers[each.flow], each.rank, place) for place, each in enumerate(ranked(deliveries))),
    }


def _starts() -> CTE:
    """The turn of each flow's next message: behind its own last one, and not before the message whose turn it is now."""
    flows = batch_of([Column("flow", Integer), _D.sender, _D.priority, Column("order", Integer), _D.created_at], "flows")
    here = (_W.sender == flows.c.sender, _W.priority == flows.c.priority, _IS_WAITING)
    head: Select[Any] = select(_W.turn).where(*here, _W.due_at <= flows.c.created_at).order_by(_W.turn).limit(1)
    # SQLite compares by a column's type, and takes an index of an expression, which has none, only for what has none either: "+" takes it.
    order: UnaryExpression[int] = UnaryExpression(flows.c.order, operator=custom_op("+"))
    last: Select[Any] = select(func.max(_W.turn) + 1).where(*here, order == _ORDER)
    found = select(
        flows.c.flow,
        func.coalesce(head.correlate(flows).scalar_subquery(), 0).label("head"),
        func.coalesce(last.correlate(flows).scalar_subquery(), 0).label("next"),
    ).cte("found")
    starts = select(found.c.flow, case((found.c.head > found.c.next, found.c.head), else_=found.c.next).label("turn"))
    # Once for each flow: folded into the insertion both databases would look for it anew for every message.
    return starts.cte("starts").prefix_with("MATERIALIZED")
