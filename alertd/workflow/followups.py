"""Asks the database what is due and does it: reminders, other channels, next contacts, the duty desk; slow approvals; expiry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from alertd.failpoints import Step, reach
from alertd.messages.content import Content
from alertd.model.bodies import Contact, Role
from alertd.model.documents import DocumentState
from alertd.model.escalation import Due, StepKind, what_is_due
from alertd.model.fallback import Route
from alertd.model.lifecycles import DISPATCH, DOCUMENT, move
from alertd.model.notices import Dispatch, DispatchState, MessageKind, Notice
from alertd.model.register import Document
from alertd.ports import Clock, Store, Transaction
from alertd.workflow.alerts import Alerts
from alertd.workflow.changes import Changes
from alertd.workflow.composing import Composer, Letter
from alertd.workflow.labels import duration_label
from alertd.workflow.packing import Packer
from alertd.workflow.routing import Router
from alertd.workflow.wording import about_document, tasks_of

log = structlog.get_logger(__name__)
BATCH = 200


class Followups:
    """One step of the timetable. It remembers nothing: whatever is due stands in the database."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        composer: Composer,
        packer: Packer,
        router: Router,
        alerts: Alerts,
        changes: Changes,
        wake: Callable[[], None],
        chase_after: Sequence[timedelta],
    ) -> None:
        self._store = store
        self._clock = clock
        self._composer = composer
        self._packer = packer
        self._router = router
        self._alerts = alerts
        self._changes = changes
        self._wake = wake
        self._chase_after = tuple(sorted(chase_after))

    async def step(self) -> int:
        """Do everything that is due now. Returns how many things were done; 0 means: nothing is due."""
        done = await self._expire() + await self._climb() + await self._chase_approvals() + await self._sweep()
        if done:
            self._wake()
            self._changes.notify()
        return done

    async def _climb(self) -> int:
        now = self._clock.now()
        async with self._store.snapshot() as tx:
            due = await tx.dispatches.due_notices(now, BATCH)
        for notice in due:
            await self._climb_safely(notice.id)
        return len(due)

    async def _climb_safely(self, notice_id: int) -> None:
        """One notice that cannot be followed up must not silence the others."""
        try:
            async with self._store.transaction() as tx:
                await self._climb_one(tx, notice_id, self._clock.now())
        except Exception:
            log.exception("a notice could not be followed up", notice=notice_id)

    async def _climb_one(self, tx: Transaction, notice_id: int, now: datetime) -> None:
        """Take one step for one notice, unless an answer came in between."""
        notice = await tx.dispatches.notice(notice_id)
        dispatch = await tx.dispatches.get(notice.dispatch) if notice else None
        document = await tx.documents.get(dispatch.document) if dispatch else None
        if notice is None or dispatch is None or document is None or notice.next_step_at is None:
            return
        if dispatch.state is not DispatchState.OPEN:
            await tx.dispatches.save_notice(replace(notice, next_step_at=None))
            return
        due = what_is_due(dispatch.ladder, notice.next_step, dispatch.released_at, notice.paused_until, now)
        if due.step is None:
            await tx.dispatches.save_notice(replace(notice, next_step_at=due.look_again_at))
            return
        await self._take(tx, document, dispatch, notice, due)
        await tx.audit.add(now, "alertd", f"ladder.{due.step.does}", f"notice/{notice.id}", {"why": due.reason, "step": due.index})
        fresh = await tx.dispatches.notice(notice_id) or notice
        steps = dispatch.ladder.steps
        following = due.index + 1
        next_at = dispatch.released_at + steps[following].after if following < len(steps) else None
        await tx.dispatches.save_notice(replace(fresh, next_step=following, next_step_at=next_at))
        reach(Step.FOLLOWING_UP)

    async def _take(self, tx: Transaction, document: Document, dispatch: Dispatch, notice: Notice, due: Due) -> None:
        contacts = self._packer.contacts(notice.body)
        present = next((c for c in contacts if c.order == notice.contact_order), None)
        does = due.step.does if due.step else StepKind.TELL_OFFICER
        queued = 0
        if does in (StepKind.REMIND, StepKind.OTHER_CHANNEL) and present is not None:
            queued = await self._remind(tx, document, dispatch, notice, present, due, is_other=does is StepKind.OTHER_CHANNEL)
        elif does is StepKind.NEXT_CONTACT:
            queued = await self._next_contact(tx, document, dispatch, notice, contacts, due)
        if not queued:
            waited = duration_label(self._clock.now() - dispatch.released_at)
            await self._alerts.silent(tx, document, dispatch, notice, waited, due.index)

    async def _remind(
        self, tx: Transaction, document: Document, dispatch: Dispatch, notice: Notice, contact: Contact, due: Due, *, is_other: bool
    ) -> int:
        """The same person again, on the first channel or on the others."""
        usable = [way.address.channel for way in self._composer.usable(contact, is_drill=dispatch.is_drill)]
        channels = usable[1:] if is_other else usable[:1]
        if not channels:
            return 0
        content = await self._reminder(tx, document, dispatch, notice, contact, due)
        letter = Letter(MessageKind.REMINDER, contact, content, f"ladder-{due.index}", notice, dispatch)
        return await tx.outbox.add(self._composer.compose(letter, self._clock.now(), dispatch.expires_at, channels))

    async def _next_contact(
        self, tx: Transaction, document: Document, dispatch: Dispatch, notice: Notice, contacts: Sequence[Contact], due: Due
    ) -> int:
        following = next((c for c in contacts if c.order > notice.contact_order), None)
        if following is None:
            return 0
        waited = duration_label(self._clock.now() - dispatch.released_at)
        present = next((c.title for c in contacts if c.order == notice.contact_order), "đầu mối trước")
        channels = tuple(way.address.channel for way in self._composer.usable(following, is_drill=dispatch.is_drill))
        route = Route(following, channels, f"{present} chưa trả lời sau {waited}.")
        return await self._router.take(tx, document, dispatch, notice, route, f"ladder-{due.index}")

    async def _reminder(
        self, tx: Transaction, document: Document, dispatch: Dispatch, notice: Notice, contact: Contact, due: Due
    ) -> Content:
        """The words differ each time: gateways refuse the same text again."""
        orders = [n for n in await tx.dispatches.notices(dispatch.id) if n.role is not Role.COPY]
        assignments = await tx.dispatches.assignments_of_notice(notice.id)
        about = about_document(document.reading)
        return replace(
            about,
            body=self._packer.body(notice.body).name,
            contact=contact.title,
            code=notice.code,
            tasks=() if document.reading.is_internal else tasks_of(assignments),
            count=1 + sum(step.does is not StepKind.TELL_OFFICER for step in dispatch.ladder.steps[: due.index]),
            waited=duration_label(self._clock.now() - dispatch.released_at),
            answered=sum(n.acknowledged_at is not None for n in orders),
            asked=len(orders),
        )

    async def _chase_approvals(self) -> int:
        now = self._clock.now()
        async with self._store.snapshot() as tx:
            waiting = await tx.documents.recent((DocumentState.READ, DocumentState.IN_REVIEW), only_emergencies=True)
        due = [d for d in waiting if d.chased < len(self._chase_after) and now >= d.received_at + self._chase_after[d.chased]]
        for document in due:
            async with self._store.transaction() as tx:
                await self._chase(tx, document, now)
        return len(due)

    async def _chase(self, tx: Transaction, document: Document, now: datetime) -> None:
        fresh = await tx.documents.get(document.id)
        if fresh is None or fresh.chased != document.chased or fresh.state not in (DocumentState.READ, DocumentState.IN_REVIEW):
            return
        await self._alerts.approval_overdue(tx, fresh, duration_label(now - fresh.received_at), fresh.chased + 1)
        await tx.documents.save(replace(fresh, chased=fresh.chased + 1))
        await tx.audit.add(now, "alertd", "approval.chased", f"document/{fresh.id}", {"count": fresh.chased + 1})

    async def _expire(self) -> int:
        now = self._clock.now()
        async with self._store.snapshot() as tx:
            overdue = await tx.dispatches.overdue(now)
        for dispatch in overdue:
            async with self._store.transaction() as tx:
                await self._expire_one(tx, dispatch, now)
        return len(overdue)

    async def _expire_one(self, tx: Transaction, dispatch: Dispatch, now: datetime) -> None:
        fresh = await tx.dispatches.get(dispatch.id)
        document = await tx.documents.get(dispatch.document)
        if fresh is None or fresh.state is not DispatchState.OPEN:
            return
        await tx.dispatches.save(replace(fresh, state=move(DISPATCH, fresh.state, DispatchState.EXPIRED)))
        if document is not None and document.state is DocumentState.APPROVED and not fresh.is_drill:
            await tx.documents.save(replace(document, state=move(DOCUMENT, document.state, DocumentState.EXPIRED), state_at=now))
        await tx.audit.add(now, "alertd", "dispatch.expired", f"dispatch/{dispatch.id}", {})

    async def _sweep(self) -> int:
        """Messages that were under way when a process died, their fate unknown, go on their way; those whose time is over end it."""
        now = self._clock.now()
        async with self._store.transaction() as tx:
            lapsed = await tx.outbox.lapsed(now)
            await self._router.follow(tx, lapsed)
            expired = await tx.outbox.expire(now)
        return len(lapsed) + expired
