"""An officer's hand on what happens by itself: pause it, go on, do the next step now, leave it out; always with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from alertd.errors import Invalid, NotFound, Refused
from alertd.model.appointments import Appointment
from alertd.model.bodies import Role
from alertd.model.escalation import Due
from alertd.model.lengths import reason_in
from alertd.model.notices import DispatchState
from alertd.ports import Clock, Store, Transaction
from alertd.workflow.changes import Changes
from alertd.workflow.notices.cases import Case, Cases
from alertd.workflow.silence.appointments import Secretary, ladder_of
from alertd.workflow.silence.climbing import Climber
from alertd.workflow.silence.followups import after_step, on_next_step

LONGEST_PAUSE = timedelta(hours=24)


class Interventions:
    """Each in one transaction with its audit line."""

    def __init__(
        self, store: Store, clock: Clock, climber: Climber, secretary: Secretary, changes: Changes, wake: Callable[[], None]
    ) -> None:
        self._store = store
        self._clock = clock
        self._climber = climber
        self._secretary = secretary
        self._changes = changes
        self._wake = wake

    async def pause(self, dispatch_id: int, body_id: str, lasts: timedelta, reason: str, by: str) -> None:
        """Nothing happens to the body by itself for so long. Raises Invalid, NotFound, Refused(`wrong_state`)."""
        if not timedelta(0) < lasts <= LONGEST_PAUSE:
            raise Invalid("bad_pause", "Thời gian tạm dừng phải từ 1 phút đến 24 giờ.")
        async with self._store.transaction() as tx:
            case = await self._case(tx, dispatch_id, body_id, reason)
            until = self._clock.now() + lasts
            next_at = max(until, case.notice.next_step_at) if case.notice.next_step_at is not None else None
            paused = replace(case.notice, paused_until=until, pause_reason=f"{by}: {reason.strip()}", next_step_at=next_at)
            await tx.dispatches.save_notice(paused)
            await self._note(tx, case, "paused", by, reason, until.isoformat())
        self._changes.notify()

    async def resume(self, dispatch_id: int, body_id: str, reason: str, by: str) -> None:
        """What was paused goes on with the step that has become due meanwhile, if one has. Raises as `pause`."""
        async with self._store.transaction() as tx:
            case = await self._case(tx, dispatch_id, body_id, reason)
            going_on = replace(case.notice, paused_until=None, pause_reason=None)
            if case.notice.next_step_at is not None:
                going_on = on_next_step(going_on, case.dispatch, case.notice.next_step)
            await tx.dispatches.save_notice(going_on)
            await self._note(tx, case, "resumed", by, reason, "")
        self._wake()
        self._changes.notify()

    async def hurry(self, dispatch_id: int, body_id: str, step: str, reason: str, by: str) -> None:
        """Take the step now. Raises Refused(`step_passed`) where another is next meanwhile; else as `pause`."""
        async with self._store.transaction() as tx:
            case = await self._case(tx, dispatch_id, body_id, reason)
            why = f"{by} yêu cầu làm ngay: {reason.strip()}"
            appointment = await self._meant(tx, case, step)
            if appointment is not None:
                steps = ladder_of(case.dispatch, appointment).steps
                due = Due(steps[appointment.next_step], appointment.next_step, None, why)
                await self._secretary.take(tx, case, appointment, due)
            else:
                index = case.notice.next_step
                await self._climber.climb(tx, case, Due(case.dispatch.ladder_of(body_id).steps[index], index, None, why))
                fresh = await tx.dispatches.notice(case.notice.id) or case.notice
                await tx.dispatches.save_notice(after_step(fresh, case.dispatch, index, self._clock.now()))
            await self._note(tx, case, "hurried", by, reason, step)
        self._wake()
        self._changes.notify()

    async def skip(self, dispatch_id: int, body_id: str, step: str, reason: str, by: str) -> None:
        """Leave the step out; the one after it stays where it is. Raises as `hurry`."""
        async with self._store.transaction() as tx:
            case = await self._case(tx, dispatch_id, body_id, reason)
            appointment = await self._meant(tx, case, step)
            if appointment is not None:
                await self._secretary.skip(tx, case, appointment)
            else:
                await tx.dispatches.save_notice(on_next_step(case.notice, case.dispatch, case.notice.next_step + 1))
            await self._note(tx, case, "skipped", by, reason, step)
        self._changes.notify()

    async def _case(self, tx: Transaction, dispatch_id: int, body_id: str, reason: str) -> Case:
        reason_in(reason, "Cần nêu lý do.")
        notice = next((n for n in await tx.dispatches.notices(dispatch_id) if n.body == body_id), None)
        case = await Cases(tx).of(notice)
        if case is None:
            raise NotFound("no_notice", "Đợt phát này không có thông báo cho đơn vị đó.")
        if case.dispatch.state is not DispatchState.OPEN or case.notice.role is Role.COPY:
            raise Refused("wrong_state", "Đơn vị này không có bước tự động nào: đợt phát đã kết thúc hoặc đơn vị chỉ nhận để biết.")
        return case

    async def _meant(self, tx: Transaction, case: Case, step: str) -> Appointment | None:
        """The appointment whose step is meant; None: the ladder's. Raises Refused where that step is not the next one."""
        if case.notice.next_step_at is not None and step == f"ladder-{case.notice.next_step}":
            return None
        for appointment in await tx.appointments.of_notice(case.notice.id):
            if appointment.next_step_at is not None and step == f"appointment-{appointment.id}-{appointment.next_step}":
                return appointment
        raise Refused("step_passed", "Bước này đã được thực hiện hoặc không còn cần thiết. Hãy mở lại trang để xem bước kế tiếp.")

    async def _note(self, tx: Transaction, case: Case, what: str, by: str, reason: str, to: str) -> None:
        await tx.audit.add(self._clock.now(), by, f"followup.{what}", f"notice/{case.notice.id}", {"reason": reason.strip(), "to": to})
