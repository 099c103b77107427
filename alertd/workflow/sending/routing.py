"""What follows from the outcome of a delivery: a body counts as told, a message is repeated, or the next route opens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from alertd.errors import FailureKind
from alertd.messages.content import Content
from alertd.model.assignments import Assignment
from alertd.model.bodies import Role
from alertd.model.fallback import FAILED, Route, is_exhausted, next_route, tried_by
from alertd.model.notices import REPEATS_AT_ONCE, Attempt, Delivery, DeliveryState, Dispatch, DispatchState, MessageKind, Moved, Notice
from alertd.model.register import Document
from alertd.ports import Clock, Transaction
from alertd.workflow.duty.alerts import Alerts
from alertd.workflow.notices.composing import Composer, Letter
from alertd.workflow.notices.packing import Packer
from alertd.workflow.notices.wording import about_document, tasks_of

_CALLED_BACK = frozenset({DispatchState.WITHDRAWN, DispatchState.CORRECTED})
_GONE = frozenset({DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.READ})
DOUBLED_AT_MOST = 4
"""How often the rest of a message in doubt is doubled: an order lasts a day, and somebody may still not have it."""
NO_RECEIPT = "không có biên nhận trong thời gian chờ"


class Router:
    """Decides by rule what a delivery's outcome means for its notice."""

    def __init__(self, clock: Clock, composer: Composer, packer: Packer, alerts: Alerts, rests_for: timedelta) -> None:
        """`rests_for`: how long a message rests that was sent again REPEATS_AT_ONCE times; after each further time twice as long."""
        self._clock = clock
        self._composer = composer
        self._packer = packer
        self._alerts = alerts
        self._rests_for = rests_for

    async def follow(self, tx: Transaction, moved: Sequence[Moved]) -> None:
        """Act on deliveries as they now stand."""
        if not moved:
            return
        now = self._clock.now()
        told = sorted({each.notice for each in moved if each.notice is not None and each.state in _GONE})
        if told:
            await tx.dispatches.mark_notified(told, now)
        if astray := [each.id for each in moved if each.state not in _GONE]:
            await self._act_on(tx, await tx.outbox.those(astray), now)
        await self._tell(tx, moved, now)

    async def _act_on(self, tx: Transaction, deliveries: Sequence[Delivery], now: datetime) -> None:
        """What did not go: it is repeated, goes on by another route, or is not wanted any more."""
        lost = [d for d in deliveries if d.state is DeliveryState.UNKNOWN]
        times = await _times_lost(tx, lost)
        for delivery in deliveries:
            if delivery.state is DeliveryState.FAILED or times.get(delivery.id, 0) > REPEATS_AT_ONCE:
                must_call = await self.open_next(tx, delivery)
                if delivery.failure is FailureKind.BLOCKED and delivery.state is DeliveryState.FAILED and not must_call:
                    await self._tell_blocked(tx, delivery)
        again = await tx.outbox.those([each.id for each in await self._repeat(tx, lost, times, now)])
        await self._drop_needless(tx, [d for d in deliveries if d.state is DeliveryState.QUEUED] + again, now)

    async def unconfirmed(self, tx: Transaction, deliveries: Sequence[Delivery], now: datetime) -> None:
        """Messages whose receipt has not come in its time: each notice takes its next route as if they had failed, once."""
        given_up = await tx.outbox.give_up_receipts([d.id for d in deliveries], now, NO_RECEIPT)
        for delivery in given_up:
            await self.open_next(tx, delivery, f"{self._packer.label(delivery.sender)}: {NO_RECEIPT}")
        if given_up:
            await self._tell(tx, given_up, now, "deliveries.unconfirmed")

    async def sender_fails(self, tx: Transaction, sender: str, label: str, why: str) -> None:
        """A sender reaches nobody, and somebody must look into it."""
        await self._alerts.sender_fails(tx, sender, label, why)
        await tx.audit.add(self._clock.now(), "alertd", "sender.fails", f"sender/{sender}", {"why": why})

    async def _repeat(self, tx: Transaction, lost: Sequence[Delivery], times: Mapping[int, int], now: datetime) -> list[Moved]:
        """Queue again what nobody knows the fate of: a duplicate beats a silence, and is rarer the more of them there may have been."""
        again = [
            Attempt(
                d.id,
                d.fence,
                DeliveryState.QUEUED,
                now,
                f"{d.reason}; gửi lại",
                d.failure,
                None,
                max(d.due_at, now + self._rest(times[d.id])),
            )
            for d in lost
        ]
        return await tx.outbox.record(again) if again else []

    def _rest(self, times: int) -> timedelta:
        """How long a message rests whose fate has been unknown so many times."""
        return self._rests_for * 2 ** min(times - REPEATS_AT_ONCE - 1, DOUBLED_AT_MOST) if times > REPEATS_AT_ONCE else timedelta(0)

    async def _drop_needless(self, tx: Transaction, waiting: Sequence[Delivery], now: datetime) -> None:
        """What is to be tried again may have been answered or called back while it was under way."""
        needless = [d.id for d in waiting if (d.kind.carries_order or d.kind.rings_by_itself) and await self._is_needless(tx, d)]
        if needless:
            await tx.outbox.drop(needless, now, "không còn cần gửi: đã có trả lời hoặc đợt phát đã kết thúc")

    async def _is_needless(self, tx: Transaction, delivery: Delivery) -> bool:
        dispatch = await tx.dispatches.get(delivery.dispatch) if delivery.dispatch is not None else None
        if dispatch is not None and dispatch.state in _CALLED_BACK:
            return True
        if dispatch is not None and dispatch.state is not DispatchState.OPEN and delivery.kind.rings_by_itself:
            return True
        is_spare = delivery.kind.is_followup or (delivery.kind.is_order and delivery.is_doubtful)
        notice = await tx.dispatches.notice(delivery.notice) if is_spare and delivery.notice is not None else None
        return notice is not None and notice.acknowledged_at is not None

    async def _tell(
        self, tx: Transaction, deliveries: Sequence[Moved | Delivery], now: datetime, what: str = "deliveries.recorded"
    ) -> None:
        counted = Counter(str(delivery.state) for delivery in deliveries)
        dispatches = {d.dispatch for d in deliveries if d.dispatch is not None}
        subject = f"dispatch/{dispatches.pop()}" if len(dispatches) == 1 else "outbox"
        await tx.audit.add(now, "alertd", what, subject, counted)

    async def _tell_blocked(self, tx: Transaction, delivery: Delivery) -> None:
        """A person who blocks us or has opted out with the carrier would be out of reach at the next order too."""
        contact = self._packer.contact(delivery.contact) if delivery.contact else None
        if contact is not None:
            await self._alerts.left(tx, contact, self._packer.label(delivery.sender), delivery.reason)

    async def open_next(self, tx: Transaction, delivery: Delivery, why: str = FAILED) -> bool:
        """A delivery has come to nothing: its notice takes the next route, or the duty desk is told to telephone. Returns whether it is."""
        if delivery.kind is MessageKind.WITHDRAWAL:
            return await self._is_not_called_back(tx, delivery)
        if delivery.notice is None or not delivery.kind.carries_order:
            return False
        notice = await tx.dispatches.notice(delivery.notice)
        dispatch = await tx.dispatches.get(delivery.dispatch) if delivery.dispatch is not None else None
        document = await tx.documents.get(dispatch.document) if dispatch else None
        if notice is None or dispatch is None or document is None or _is_settled(notice, dispatch):
            return False
        await self._composer.look_up(tx)
        contacts = [self._composer.as_reachable(c, is_drill=dispatch.is_drill) for c in self._packer.in_turn(notice.body)]
        sent = await tx.outbox.of_notice(notice.id)
        tried = tried_by(sent)
        route = next_route(contacts, tried, why)
        if route is not None:
            await self.take(tx, document, dispatch, notice, route, f"route-{delivery.id}")
        must_call = route is None and is_exhausted(contacts, tried)
        if must_call:
            is_unsure = any(each.is_unconfirmed for each in sent)
            await self._alerts.unreachable(tx, document, dispatch, notice, is_unsure=is_unsure)
        return must_call

    async def _is_not_called_back(self, tx: Transaction, withdrawal: Delivery) -> bool:
        """Whether no message tells a body that its order was called back; it might go on acting on it, and the desk is told."""
        notice = await tx.dispatches.notice(withdrawal.notice) if withdrawal.notice is not None else None
        dispatch = await tx.dispatches.get(withdrawal.dispatch) if withdrawal.dispatch is not None else None
        document = await tx.documents.get(dispatch.document) if dispatch else None
        if notice is None or dispatch is None or document is None or notice.role is Role.COPY:
            return False
        if not all(each.is_dead for each in await tx.outbox.of_notice(notice.id) if each.kind is MessageKind.WITHDRAWAL):
            return False
        await self._alerts.not_called_back(tx, document, dispatch, notice)
        return True

    async def take(self, tx: Transaction, document: Document, dispatch: Dispatch, notice: Notice, route: Route, step: str) -> int:
        """Write to another contact, or to the same one on another channel. Returns the number of messages queued."""
        now = self._clock.now()
        assignments = await tx.dispatches.assignments_of_notice(notice.id)
        content = order_content(document, notice, assignments, self._packer.body(notice.body).name, route)
        letter = Letter(MessageKind.ESCALATION, route.contact, content, step, notice, dispatch)
        if route.contact.order > notice.contact_order:
            await tx.dispatches.save_notice(replace(notice, contact_order=route.contact.order))
        await tx.audit.add(now, "alertd", "notice.rerouted", f"notice/{notice.id}", {"why": route.reason, "to": route.contact.id})
        return await tx.outbox.add(self._composer.compose(letter, now, dispatch.expires_at, route.channels))


def order_content(document: Document, notice: Notice, assignments: Sequence[Assignment], body: str, route: Route) -> Content:
    """The whole order again, for somebody who has not had it."""
    about = about_document(document.reading)
    return replace(
        about,
        subject="" if document.reading.is_internal else about.subject,
        tasks=() if document.reading.is_internal else tasks_of(assignments, document.reading),
        body=body,
        contact=route.contact.title,
        code=notice.code,
        reason=route.reason,
        is_support=bool(assignments) and all(a.role is Role.SUPPORT for a in assignments),
    )


async def _times_lost(tx: Transaction, lost: Sequence[Delivery]) -> Mapping[int, int]:
    """How many times the fate of each has been unknown, now included."""
    history = await tx.outbox.history([delivery.id for delivery in lost]) if lost else []
    return Counter(change.delivery for change in history if change.state is DeliveryState.UNKNOWN)


def _is_settled(notice: Notice, dispatch: Dispatch) -> bool:
    return notice.acknowledged_at is not None or dispatch.state is not DispatchState.OPEN or notice.role is Role.COPY
