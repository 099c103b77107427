"""Keeps everything that is to be sent, is under way or was sent, and the history of each delivery's states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, Text, Update, bindparam, exists, func, literal_column, select, type_coerce, update
from sqlalchemy.sql.dml import ReturningUpdate

from alertd.errors import FailureKind
from alertd.model.fairness import in_rounds
from alertd.model.inbox import Receipt
from alertd.model.notices import REPEATS_AT_ONCE, Attempt, Claimed, Delivery, DeliveryState, MessageKind, Moved
from alertd.model.register import DeliveryChange
from alertd.store.outcomes import MOVED, RECORD, SETTLE, as_outcomes
from alertd.store.queueing import adding, as_queued
from alertd.store.rows import Access, Rows, chunks
from alertd.store.tables.traffic import DELIVERIES, DELIVERY_HISTORY

_DELIVERIES = Rows(Delivery, DELIVERIES)
_CLAIMED = Rows(Claimed, DELIVERIES)
_CHANGES = Rows(DeliveryChange, DELIVERY_HISTORY)
_D = DELIVERIES.c
_OF_NOTICE = _DELIVERIES.of(_D.notice)
_OF_DISPATCH = _DELIVERIES.of(_D.dispatch)
_IS_QUEUED = _D.state == DeliveryState.QUEUED
# Written as a literal: SQLite takes a partial index only where it sees the index's own condition in the statement.
_IS_SENT = _D.state == literal_column("'sent'")

_EARLIER = DELIVERIES.alias("earlier")
_E = _EARLIER.c
# What does not fit into one message goes out in parts: each waits until the one before it has gone. State and id are no bare columns
# here: a PostgreSQL without statistics, as on its first night, would go through all that waits for every message that it claims.
_EARLIER_STATE = type_coerce(_E.state, Text) + literal_column("''")
_EARLIER_ID = _E.id + literal_column("0")
_FOLLOWS_ANOTHER = exists().where(
    _E.notice == _D.notice,
    _E.address == _D.address,
    _E.kind == _D.kind,
    _D.id > _EARLIER_ID,
    _EARLIER_STATE.in_((DeliveryState.QUEUED, DeliveryState.SENDING)),
)
_IS_DUE = (_D.sender == bindparam("by")) & _IS_QUEUED & (_D.due_at <= bindparam("now")) & (_D.expires_at > bindparam("now"))
_PLACE = (_D.priority, _D.turn, _D.due_at)
"""Where a message stands in the line of its sender; of two that stand alike the older one goes first."""
_DUE = select(_D.id).where(_IS_DUE, ~_FOLLOWS_ANOTHER).order_by(*_PLACE, _D.id).limit(bindparam("most")).with_for_update(skip_locked=True)


def _claiming(due: Select[Any]) -> ReturningUpdate[Any]:
    # A CTE that locks rows is worked out once; as a mere subquery PostgreSQL may run it again and take more than the limit.
    taken = due.cte("due")
    return (
        update(DELIVERIES)
        .where(_D.id.in_(select(taken.c.id)))
        .values(
            state=DeliveryState.SENDING,
            state_at=bindparam("now"),
            lease_until=bindparam("until"),
            fence=_D.fence + 1,
            attempts=_D.attempts + 1,
            reason="đang gửi",
        )
        .returning(*_CLAIMED.columns, *_PLACE)
    )


_CLAIM = _claiming(_DUE)
_CLAIM_BUT = _claiming(_DUE.where(_D.address.not_in(bindparam("busy", expanding=True))))


_CANCELLING = update(DELIVERIES).where(_IS_QUEUED).values(state=DeliveryState.CANCELLED, state_at=bindparam("at"), reason=bindparam("why"))
_IS_DOUBTFUL = _D.is_repeat & (_D.attempts > REPEATS_AT_ONCE) & _D.kind.in_([kind for kind in MessageKind if kind.is_order])
_IS_FOLLOWUP = _D.kind.in_([kind for kind in MessageKind if kind.is_followup])
_RINGS = _D.kind.in_([kind for kind in MessageKind if kind.rings_by_itself])
_CANCEL = _CANCELLING.where(_D.notice == bindparam("of"), _IS_FOLLOWUP | _IS_DOUBTFUL)
_CALL_OFF = _CANCELLING.where(_D.dispatch == bindparam("of"), _D.notice.is_not(None), _D.kind != MessageKind.WITHDRAWAL)
_CALL_OFF_WHAT_RINGS = _CALL_OFF.where(_RINGS | _IS_DOUBTFUL)
_LOSING = (
    update(DELIVERIES)
    .where(_D.state == DeliveryState.SENDING)
    .values(state=DeliveryState.UNKNOWN, reason=bindparam("why"), state_at=bindparam("at"), lease_until=None)
    .returning(*MOVED.columns)
)
_LAPSE = _LOSING.where(_D.lease_until <= bindparam("at"))
_ABANDON = _LOSING.where(_D.sender == bindparam("by"))
_EXPIRE = (
    update(DELIVERIES)
    .where(_IS_QUEUED, _D.expires_at <= bindparam("at"))
    .values(state=DeliveryState.EXPIRED, state_at=bindparam("at"), reason="quá hạn gửi")
)


class SqlOutbox:
    """`alertd.ports.Outbox` in SQL."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def add(self, deliveries: Sequence[Delivery]) -> int:
        statement = adding(self._access.connection.dialect.name)
        added = 0
        for some in chunks(in_rounds(deliveries)):  # so that the event loop gets its turn in between
            added += len((await self._access.connection.execute(statement, as_queued(some))).all())
        if added:
            await self._access.ring("outbox")
        return added

    async def get(self, delivery_id: int) -> Delivery | None:
        return await self._access.get(_DELIVERIES, delivery_id, hold=True)

    async def claim(
        self, sender: str, now: datetime, lease_until: datetime, limit: int, busy_addresses: Sequence[str] = ()
    ) -> list[Claimed]:
        """As the port says. Each claim counts as an attempt; the most urgent stand first."""
        values = {"by": sender, "now": now, "until": lease_until, "most": limit, "busy": busy_addresses}
        found = await self._access.connection.execute(_CLAIM_BUT if busy_addresses else _CLAIM, values)
        in_order = sorted(found, key=lambda row: (row[-len(_PLACE) :], row.id))
        return [Claimed(*row[: -len(_PLACE)]) for row in in_order]

    async def those(self, delivery_ids: Sequence[int]) -> list[Delivery]:
        return [
            delivery
            for some in chunks(delivery_ids)
            for delivery in await self._access.many(_DELIVERIES, _DELIVERIES.all.where(_D.id.in_(some)).order_by(_D.id), hold=True)
        ]

    async def record(self, attempts: Sequence[Attempt]) -> list[Moved]:
        return await self._apply(RECORD, attempts)

    async def lapsed(self, now: datetime) -> list[Moved]:
        return await self._lose(_LAPSE, {"at": now, "why": "hết hạn giữ chỗ mà chưa rõ đã gửi được chưa"})

    async def abandon(self, sender: str, now: datetime) -> list[Moved]:
        return await self._lose(_ABANDON, {"by": sender, "at": now, "why": "tiến trình gửi đã dừng khi chưa rõ đã gửi được chưa"})

    async def settle_all(self, sender: str, receipts: Sequence[Receipt], at: datetime) -> tuple[frozenset[str], list[Moved]]:
        refs = {receipt.provider_ref for receipt in receipts}
        known = await self._with_refs(sender, sorted(refs))
        waiting = [receipt for receipt in receipts if receipt.provider_ref in known]
        moved: dict[int, Moved] = {}
        while waiting:  # one of each message at a time
            firsts = {receipt.provider_ref: receipt for receipt in reversed(waiting)}
            attempts = [_by_receipt(known[ref], receipt, at) for ref, receipt in firsts.items()]
            moved |= {delivery.id: delivery for delivery in await self._apply(SETTLE, attempts)}
            waiting = [receipt for receipt in waiting if receipt is not firsts[receipt.provider_ref]]
        return frozenset(refs - known.keys()), list(moved.values())

    async def with_ref(self, sender: str, provider_ref: str) -> Delivery | None:
        """The delivery that the provider calls so; the latest, should a provider use a reference again."""
        has_ref = (_D.sender == sender) & (_D.provider_ref == provider_ref)
        latest = _DELIVERIES.all.where(has_ref).order_by(_D.id.desc()).limit(1)
        return next(iter(await self._access.many(_DELIVERIES, latest, hold=True)), None)

    async def _with_refs(self, sender: str, refs: Sequence[str]) -> dict[str, Delivery]:
        """The deliveries that the provider calls so, the latest of each."""
        return {
            delivery.provider_ref: delivery
            for some in chunks(refs)
            for delivery in await self._access.many(
                _DELIVERIES, _DELIVERIES.all.where(_D.sender == sender, _D.provider_ref.in_(some)).order_by(_D.id), hold=True
            )
            if delivery.provider_ref is not None
        }

    async def of_notice(self, notice_id: int) -> list[Delivery]:
        return await self._access.of(_DELIVERIES, _OF_NOTICE, notice_id)

    async def of_dispatch(self, dispatch_id: int) -> list[Delivery]:
        return await self._access.of(_DELIVERIES, _OF_DISPATCH, dispatch_id)

    async def history(self, delivery_ids: Sequence[int]) -> list[DeliveryChange]:
        """The changes of those deliveries, each delivery's in the order in which they happened."""
        table = DELIVERY_HISTORY.c
        return [
            change
            for some in chunks(delivery_ids)
            for change in await self._access.many(_CHANGES, _CHANGES.all.where(table.delivery.in_(some)).order_by(table.delivery, table.id))
        ]

    async def cancel(self, notice_id: int, at: datetime, reason: str) -> int:
        """As the port says. Returns how many."""
        return (await self._access.connection.execute(_CANCEL, {"of": notice_id, "at": at, "why": reason})).rowcount

    async def call_off(self, dispatch_id: int, at: datetime, reason: str, *, only_what_rings: bool) -> int:
        """As the port says. Returns how many."""
        statement = _CALL_OFF_WHAT_RINGS if only_what_rings else _CALL_OFF
        return (await self._access.connection.execute(statement, {"of": dispatch_id, "at": at, "why": reason})).rowcount

    async def drop(self, delivery_ids: Sequence[int], at: datetime, reason: str) -> int:
        """As the port says. Returns how many."""
        dropped = 0
        for some in chunks(delivery_ids):
            dropped += await self._move(update(DELIVERIES).where(_D.id.in_(some), _IS_QUEUED), DeliveryState.CANCELLED, at, reason)
        return dropped

    async def senders_with_work(self) -> frozenset[str]:
        query = select(_D.sender).where(_D.state.in_([DeliveryState.QUEUED, DeliveryState.SENDING])).distinct()
        return frozenset(await self._access.connection.scalars(query))

    async def hand_on(self, delivery_ids: Sequence[int], sender: str, at: datetime, reason: str) -> int:
        """As the port says. The state is written again as it is, so that the history tells of it."""
        statement = update(DELIVERIES).where(_D.id.in_(delivery_ids), _IS_QUEUED).values(sender=sender)
        return await self._move(statement, DeliveryState.QUEUED, at, reason)

    async def refuse(self, delivery_ids: Sequence[int], at: datetime, reason: str) -> list[Moved]:
        statement = update(DELIVERIES).where(_D.id.in_(delivery_ids), _IS_QUEUED).returning(*MOVED.columns)
        failed = {"state": DeliveryState.FAILED, "failure": FailureKind.REFUSED, "reason": reason, "state_at": at}
        return [Moved(*row) for row in await self._access.connection.execute(statement.values(**failed))]

    async def expire(self, now: datetime) -> int:
        """As the port says. Returns how many."""
        return (await self._access.connection.execute(_EXPIRE, {"at": now})).rowcount

    async def awaiting_receipt(self, sender: str, sent_after: datetime, sent_before: datetime, limit: int) -> list[Delivery]:
        query = _DELIVERIES.all.where(_D.sender == sender, _IS_SENT, _D.sent_at > sent_after, _D.sent_at <= sent_before)
        return await self._access.many(_DELIVERIES, query.order_by(_D.sent_at, _D.id).limit(limit))

    async def unconfirmed(self, now: datetime, limit: int) -> list[Delivery]:
        query = _DELIVERIES.all.where(_D.receipt_due_at <= now).order_by(_D.receipt_due_at, _D.id)
        return await self._access.many(_DELIVERIES, query.limit(limit))

    async def give_up_receipts(self, delivery_ids: Sequence[int], now: datetime, reason: str) -> list[Delivery]:
        """As the port says. The state is written again as it is, so that the history tells of it."""
        statement = update(DELIVERIES).where(_D.id.in_(delivery_ids), _IS_SENT, _D.receipt_due_at <= now).returning(*_DELIVERIES.columns)
        given_up = {"state": DeliveryState.SENT, "reason": reason, "state_at": now, "is_unconfirmed": True, "receipt_due_at": None}
        return [Delivery(*row) for row in await self._access.connection.execute(statement.values(**given_up))]

    async def refusals(self) -> Mapping[tuple[str, str], str]:
        """As the port says; for a page that is opened now and then: it looks through the whole table."""
        tried = _D.state.in_([DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.READ, DeliveryState.FAILED])
        latest = select(func.max(_D.id)).where(tried).group_by(_D.channel, _D.address)
        for_good = _D.failure.in_([FailureKind.BLOCKED, FailureKind.BAD_ADDRESS])
        query = select(_D.channel, _D.address, _D.reason).where(_D.id.in_(latest), _D.state == DeliveryState.FAILED, for_good)
        return {(channel, address): reason for channel, address, reason in await self._access.connection.execute(query)}

    async def counts(self, sender: str | None = None, states: Sequence[DeliveryState] = ()) -> Mapping[str, int]:
        """As the port says; every state has its number, 0 included."""
        # Grouped as the index lies, so that it is read from end to end without sorting.
        query = select(_D.state, func.count()).group_by(_D.state, _D.sender)
        counts = Counter({state.value: 0 for state in DeliveryState})
        query = query if sender is None else query.where(_D.sender == sender)
        query = query.where(_D.state.in_(states)) if states else query
        for state, number in await self._access.connection.execute(query):
            counts[state.value] += number
        return counts

    async def line(self, sender: str, now: datetime, limit: int) -> list[int]:
        query = select(_D.id).where(_D.sender == sender, _IS_QUEUED, _D.due_at <= now).order_by(*_PLACE, _D.id)
        return list(await self._access.connection.scalars(query.limit(limit)))

    async def _apply(self, statement: ReturningUpdate[Any], attempts: Sequence[Attempt]) -> list[Moved]:
        found = await self._access.connection.execute(statement, {"batch": as_outcomes(attempts)})
        return [Moved(*row) for row in found]

    async def _lose(self, losing: ReturningUpdate[Any], values: Mapping[str, Any]) -> list[Moved]:
        """Whatever is under way among those that the statement finds is UNKNOWN from now on."""
        return [Moved(*row) for row in await self._access.connection.execute(losing, values)]

    async def _move(self, deliveries: Update, state: DeliveryState, at: datetime, reason: str) -> int:
        """Put all that the statement finds into one state. Returns how many."""
        return await self._access.run(deliveries.values(state=state, state_at=at, reason=reason))


def _by_receipt(delivery: Delivery, receipt: Receipt, at: datetime) -> Attempt:
    return Attempt(delivery.id, delivery.fence, receipt.state, at, receipt.reason, receipt.failure)
