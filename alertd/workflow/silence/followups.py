"""Asks the database what is due and does it: reminders, other channels, next contacts, the duty desk; slow approvals; expiry."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from alertd.errors import StoreAway
from alertd.failpoints import Step, reach
from alertd.logs import EventLog
from alertd.model.appointments import AppointmentKind
from alertd.model.bodies import Role
from alertd.model.documents import REVIEWABLE, DocumentState
from alertd.model.duty import Alert, bundles
from alertd.model.escalation import StepKind, comes_at, what_is_due
from alertd.model.lifecycles import DISPATCH, DOCUMENT, move
from alertd.model.notices import Dispatch, DispatchState, Notice
from alertd.model.register import Document
from alertd.ports import Clock, Store, Transaction
from alertd.workflow.changes import Changes
from alertd.workflow.duty.alerts import Alerts
from alertd.workflow.duty.duty import is_settled
from alertd.workflow.duty.telling import Teller
from alertd.workflow.labels import duration_label
from alertd.workflow.notices.cases import Cases
from alertd.workflow.sending.routing import Router
from alertd.workflow.silence.appointments import Secretary
from alertd.workflow.silence.climbing import Climber

log = EventLog(__name__)
BATCH = 200
GRACE = timedelta(hours=1)
"""How long an order stays open after the last thing that it expects, so that what comes late is heard."""


class Unfollowed(Exception):
    """Some of what was due could not be done; it names what. It is tried again at the next step."""


class Followups:
    """One step of the timetable. It remembers nothing: whatever is due stands in the database."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        climber: Climber,
        secretary: Secretary,
        router: Router,
        alerts: Alerts,
        teller: Teller,
        changes: Changes,
        wake: Callable[[], None],
        chase_after: Sequence[timedelta],
    ) -> None:
        self._store = store
        self._clock = clock
        self._climber = climber
        self._secretary = secretary
        self._router = router
        self._alerts = alerts
        self._teller = teller
        self._changes = changes
        self._wake = wake
        self._chase_after = tuple(sorted(chase_after))
        self._failed: list[str] = []

    async def step(self) -> int:
        """Do everything that is due now. Returns how many things were done; 0 means: nothing is due.

        Raises Unfollowed once all the rest is done, where some things could not be.
        """
        self._failed.clear()
        done = await self._expire() + await self._climb() + await self._keep_appointments()
        done += await self._chase_approvals() + await self._tell_desk() + await self._sweep()
        if done:
            self._wake()
            self._changes.notify()
        if self._failed:
            raise Unfollowed(", ".join(self._failed))
        return done

    async def _alone(self, what: str, number: int, do: Callable[[Transaction], Awaitable[bool]]) -> bool:
        """Do one thing in a transaction of its own: one over which the program stumbles must not silence the others."""
        try:
            async with self._store.transaction() as tx:
                return await do(tx)
        except StoreAway:
            raise
        except Exception:
            log.exception("something could not be followed up", what=what, number=number)
            self._failed.append(f"{what}/{number}")
            return False

    async def _climb(self) -> int:
        now = self._clock.now()
        async with self._store.snapshot() as tx:
            due = await tx.dispatches.due_notices(now, BATCH)
        return sum([await self._climb_notice(notice.id, now) for notice in due])

    async def _climb_notice(self, notice_id: int, now: datetime) -> bool:
        """Take one step. Where the program stumbles over it, as over a template, the desk is told to telephone in its stead."""
        if await self._alone("notice", notice_id, partial(self._climb_one, notice_id=notice_id, now=now)):
            return True
        return await self._alone("notice", notice_id, partial(self._climb_one, notice_id=notice_id, now=now, instead=StepKind.TELL_OFFICER))

    async def _climb_one(self, tx: Transaction, notice_id: int, now: datetime, instead: StepKind | None = None) -> bool:
        """Take one step for one notice, or one `instead` of it, unless an answer came in between."""
        case = await Cases(tx).of(await tx.dispatches.notice(notice_id))
        if case is None or case.notice.next_step_at is None or case.notice.next_step_at > now:
            return True
        notice, dispatch = case.notice, case.dispatch
        if dispatch.state is not DispatchState.OPEN:
            await tx.dispatches.save_notice(replace(notice, next_step_at=None))
            return True
        ladder = dispatch.ladder_of(notice.body)
        due = what_is_due(ladder, notice.next_step, dispatch.released_at, notice.paused_until, now, notice.pause_reason)
        if due.step is None:
            await tx.dispatches.save_notice(replace(notice, next_step_at=due.look_again_at))
            return True
        step = replace(due.step, does=instead or due.step.does)
        await self._climber.climb(tx, case, replace(due, step=step))
        await tx.audit.add(now, "alertd", f"ladder.{step.does}", f"notice/{notice.id}", {"why": due.reason, "step": due.index})
        fresh = await tx.dispatches.notice(notice_id) or notice
        await tx.dispatches.save_notice(after_step(fresh, dispatch, due.index, now))
        reach(Step.FOLLOWING_UP)
        return True

    async def _keep_appointments(self) -> int:
        now = self._clock.now()
        async with self._store.snapshot() as tx:
            due = await tx.appointments.due(now, BATCH)
        return sum([await self._alone("appointment", each.id, partial(self._keep, appointment_id=each.id)) for each in due])

    async def _keep(self, tx: Transaction, appointment_id: int) -> bool:
        appointment = await tx.appointments.get(appointment_id)
        case = await Cases(tx).of(await tx.dispatches.notice(appointment.notice)) if appointment else None
        if appointment is None or case is None or appointment.next_step_at is None or appointment.next_step_at > self._clock.now():
            return False
        return case.dispatch.state is DispatchState.OPEN and await self._secretary.follow(tx, case, appointment)

    async def _chase_approvals(self) -> int:
        now = self._clock.now()
        async with self._store.snapshot() as tx:
            due = await tx.documents.unchased([now - after for after in self._chase_after], BATCH)
        return sum([await self._alone("document", each.id, partial(self._chase, document=each, now=now)) for each in due])

    async def _chase(self, tx: Transaction, document: Document, now: datetime) -> bool:
        fresh = await tx.documents.get(document.id)
        if fresh is None or fresh.chased != document.chased or fresh.state not in REVIEWABLE:
            return False
        count = self._rounds(fresh, now)
        await self._alerts.approval_overdue(tx, fresh, duration_label(now - fresh.received_at), count)
        await tx.documents.save(replace(fresh, chased=count))
        await tx.audit.add(now, "alertd", "approval.chased", f"document/{fresh.id}", {"count": count})
        return True

    def _rounds(self, document: Document, now: datetime) -> int:
        """How often its release should have been asked for by now; what was slept through is asked for once."""
        return sum(now >= document.received_at + after for after in self._chase_after)

    async def _tell_desk(self) -> int:
        """What was raised is told, what is alike in one message; what nobody at the desk has taken is told again, to one officer more."""
        now = self._clock.now()
        async with self._store.snapshot() as tx:
            due = await tx.duty.due_alerts(now, BATCH)
        return sum(
            [await self._alone("alert", bundle[0].id, partial(self._tell_bundle, bundle=bundle, now=now)) for bundle in bundles(due)]
        )

    async def _tell_bundle(self, tx: Transaction, bundle: Sequence[Alert], now: datetime) -> bool:
        fresh = [alert for each in bundle if (alert := await tx.duty.alert(each.id)) is not None]
        due = [alert for alert in fresh if alert.next_at is not None and alert.next_at <= now]
        settled = [alert for alert in due if await is_settled(tx, alert)]
        for alert in settled:
            await tx.duty.save_alert(replace(alert, next_at=None))
        left = [alert for alert in due if alert not in settled]
        if not left or not await self._teller.tell(tx, left):
            return False
        first = left[0]
        if first.told_at is not None:
            detail = {"alert": first.id, "count": first.round + 1, "together": len(left)}
            await tx.audit.add(now, "alertd", "alert.told_again", first.about, detail)
        return True

    async def _expire(self) -> int:
        now = self._clock.now()
        async with self._store.snapshot() as tx:
            overdue = await tx.dispatches.overdue(now)
        return sum([await self._alone("dispatch", each.id, partial(self._expire_one, dispatch=each, now=now)) for each in overdue])

    async def _expire_one(self, tx: Transaction, dispatch: Dispatch, now: datetime) -> bool:
        fresh = await tx.dispatches.get(dispatch.id)
        document = await tx.documents.get(dispatch.document)
        if fresh is None or fresh.state is not DispatchState.OPEN:
            return False
        if document is not None:
            await self._tell_who_never_answered(tx, document, fresh)
        if await self._stays_open(tx, fresh, now):
            return True
        await tx.dispatches.save(replace(fresh, state=move(DISPATCH, fresh.state, DispatchState.EXPIRED)))
        await tx.outbox.call_off(fresh.id, now, "đợt phát đã hết thời hạn theo dõi", only_what_rings=True)
        if document is not None and document.state is DocumentState.APPROVED and not fresh.is_drill:
            await tx.documents.save(replace(document, state=move(DOCUMENT, document.state, DocumentState.EXPIRED), state_at=now))
        await tx.audit.add(now, "alertd", "dispatch.expired", f"dispatch/{dispatch.id}", {})
        return True

    async def _tell_who_never_answered(self, tx: Transaction, document: Document, dispatch: Dispatch) -> None:
        """Also where alertd slept through the whole ladder: silence that nobody was told of must not end with the order."""
        answered = {a.notice for a in await tx.dispatches.assignments(dispatch.id) if a.state.is_answered}
        for notice in await tx.dispatches.notices(dispatch.id):
            if notice.role is not Role.COPY and notice.acknowledged_at is None and notice.id not in answered:
                await self._alerts.over(tx, document, dispatch, notice)

    async def _stays_open(self, tx: Transaction, dispatch: Dispatch, now: datetime) -> bool:
        """An order that still expects something, a later deadline or the next report, is followed further; nobody is reminded any more
        that it has come. Reports that were slept through are asked for before it ends.
        """
        last = await tx.appointments.last_step_at(dispatch.id)
        latest = dispatch.released_at + dispatch.agenda.reports_for
        if last is None or latest <= now or (last <= now and not await _wants_reports(tx, dispatch)):
            return False
        until = max(now, min(last, latest))
        await tx.dispatches.save(replace(dispatch, expires_at=until + GRACE))
        await tx.dispatches.rest(dispatch.id)
        await tx.audit.add(now, "alertd", "dispatch.prolonged", f"dispatch/{dispatch.id}", {"to": (until + GRACE).isoformat()})
        return True

    async def _sweep(self) -> int:
        """Messages that were under way when a process died, their fate unknown, go on their way; those whose time is over end it."""
        now = self._clock.now()
        async with self._store.transaction() as tx:
            lapsed = await tx.outbox.lapsed(now)
            await self._router.follow(tx, lapsed)
            expired = await tx.outbox.expire(now)
        return len(lapsed) + expired


async def _wants_reports(tx: Transaction, dispatch: Dispatch) -> bool:
    return any(a.kind is AppointmentKind.REPORT and a.next_step_at is not None for a in await tx.appointments.of_dispatch(dispatch.id))


def after_step(notice: Notice, dispatch: Dispatch, index: int, taken_at: datetime) -> Notice:
    """The notice once that step of its ladder has been taken."""
    following = on_next_step(notice, dispatch, index + 1)
    if following.next_step_at is None:
        return following
    was_due_at = dispatch.released_at + dispatch.ladder_of(notice.body).steps[index].after
    return replace(following, next_step_at=comes_at(following.next_step_at, was_due_at, taken_at))


def on_next_step(notice: Notice, dispatch: Dispatch, index: int) -> Notice:
    """The notice with that step of its ladder next; at the end nothing more happens by itself."""
    steps = dispatch.ladder_of(notice.body).steps
    return replace(notice, next_step=index, next_step_at=dispatch.released_at + steps[index].after if index < len(steps) else None)
