"""Looks after what bodies owe at a moment: asks before deadlines and reports, asks again, tells the duty desk of what has not come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from alertd.model.appointments import Appointment, AppointmentKind, AppointmentState, first_step, step_at, what_is_owed
from alertd.model.assignments import Assignment, AssignmentState
from alertd.model.bodies import Role
from alertd.model.escalation import Due, Ladder
from alertd.model.lifecycles import APPOINTMENT, move
from alertd.model.notices import Dispatch
from alertd.model.register import Document
from alertd.ports import Clock, Transaction
from alertd.workflow.notices.cases import Case
from alertd.workflow.silence.climbing import Climber
from alertd.workflow.silence.reports import next_report

SLEPT = timedelta(hours=1)
"""A step that comes so late was slept through."""
RECENT = timedelta(days=1)
"""So far back reports are looked for one by one, however often they are wanted."""
MET = "đã có báo cáo đã xong"


class Secretary:
    """Keeps the appointments of bodies, each step inside the transaction of whoever decided that it is due."""

    def __init__(self, clock: Clock, climber: Climber) -> None:
        self._clock = clock
        self._climber = climber

    async def follow(self, tx: Transaction, case: Case, appointment: Appointment) -> bool:
        """Do what is due around an appointment now. Returns whether anything was done."""
        now = self._clock.now()
        ladder = ladder_of(case.dispatch, appointment)
        if (latest := await self._latest_slept_through(tx, case, appointment, now)) is not None:
            await self._pass_over(tx, appointment, ladder, latest)
            return True
        due = what_is_owed(ladder, appointment, case.notice.paused_until, now)
        if due.step is None:
            await tx.appointments.save(self._moved_on(appointment, ladder, due.index, due.look_again_at))
            return False
        await self.take(tx, case, appointment, due)
        return True

    async def take(self, tx: Transaction, case: Case, appointment: Appointment, due: Due) -> None:
        """Take a step, unless the body has done already what it asks for."""
        ladder = ladder_of(case.dispatch, appointment)
        is_met = await self._is_met(tx, appointment)
        if appointment.kind is AppointmentKind.REPORT:
            await self._expect_next(tx, case, appointment)
        if not is_met:
            await self._climber.ask(tx, case, appointment, due)
        does = due.step.does if due.step else ""
        detail = {"why": MET if is_met else due.reason, "step": due.index, "at": appointment.at.isoformat(), "does": does}
        action = "appointment.met" if is_met else f"appointment.{appointment.kind}"
        await tx.audit.add(self._clock.now(), "alertd", action, f"notice/{case.notice.id}", detail)
        following = due.index + 1
        moved = self._moved_on(appointment, ladder, following, step_at(ladder, appointment.at, following), is_met=is_met)
        await tx.appointments.save(moved)

    async def expect_first(self, tx: Transaction, dispatch: Dispatch, document: Document, assignments: Sequence[Assignment]) -> None:
        """Enter what bodies owe from release on: what is to be done by a moment, and the first of each body's repeating reports."""
        own: dict[int, list[Assignment]] = {}
        for each in assignments:
            if each.role is not Role.COPY:
                own.setdefault(each.notice, []).append(each)
        first = [report for group in own.values() if (report := _report(dispatch, document, group, dispatch.released_at))]
        await tx.appointments.add([*deadlines(dispatch, assignments), *first])

    async def _expect_next(self, tx: Transaction, case: Case, appointment: Appointment) -> None:
        """The report after this one, entered as soon as this one is asked for, so that no missed step can break the chain."""
        own = await tx.dispatches.assignments_of_notice(case.notice.id)
        following = _report(case.dispatch, case.document, own, appointment.at)
        await tx.appointments.add([following] if following else [])

    async def _latest_slept_through(self, tx: Transaction, case: Case, appointment: Appointment, now: datetime) -> Appointment | None:
        """The last report whose time is over too, where alertd slept beyond it; None where this one is still the one to ask for."""
        if appointment.kind is not AppointmentKind.REPORT or appointment.next_step_at is None or now - appointment.next_step_at < SLEPT:
            return None
        own = await tx.dispatches.assignments_of_notice(case.notice.id)
        recent = _report(case.dispatch, case.document, own, max(appointment.at, now - RECENT))
        latest = None
        following = recent if recent and recent.at <= now else _report(case.dispatch, case.document, own, appointment.at)
        while following is not None and following.at <= now:
            latest, following = following, _report(case.dispatch, case.document, own, following.at)
        return latest

    async def _pass_over(self, tx: Transaction, appointment: Appointment, ladder: Ladder, latest: Appointment) -> None:
        """Of several reports that were slept through only the latest is asked for."""
        await tx.appointments.add([latest])
        detail = {"why": "hệ thống ngừng quá kỳ này", "at": appointment.at.isoformat(), "to": latest.at.isoformat()}
        await tx.audit.add(self._clock.now(), "alertd", "appointment.report", f"notice/{appointment.notice}", detail)
        await tx.appointments.save(self._moved_on(appointment, ladder, len(ladder.steps), None))

    async def skip(self, tx: Transaction, case: Case, appointment: Appointment) -> None:
        """Leave the next step out; without any left, an officer does without the word."""
        if appointment.kind is AppointmentKind.REPORT:
            await self._expect_next(tx, case, appointment)
        ladder = ladder_of(case.dispatch, appointment)
        following = appointment.next_step + 1
        moved = replace(appointment, next_step=following, next_step_at=step_at(ladder, appointment.at, following))
        if moved.next_step_at is None:
            state = move(APPOINTMENT, appointment.state, AppointmentState.CALLED_OFF)
            moved = replace(moved, state=state, state_at=self._clock.now())
        await tx.appointments.save(moved)

    def _moved_on(self, appointment: Appointment, ladder: Ladder, index: int, at: datetime | None, *, is_met: bool = False) -> Appointment:
        """The appointment at a later step; at its ladder's end it is met or missed."""
        is_over = index >= len(ladder.steps)
        if not is_over or appointment.state is not AppointmentState.OPEN:
            return replace(appointment, next_step=index, next_step_at=at)
        state = move(APPOINTMENT, appointment.state, AppointmentState.MET if is_met else AppointmentState.MISSED)
        return replace(appointment, next_step=index, next_step_at=None, state=state, state_at=self._clock.now())

    async def _is_met(self, tx: Transaction, appointment: Appointment) -> bool:
        """A deadline is met once everything that was due by it is reported done: only a person's answer says so."""
        if appointment.kind is not AppointmentKind.DEADLINE:
            return appointment.state is AppointmentState.MET
        due_by_it = [a for a in await tx.dispatches.assignments_of_notice(appointment.notice) if a.deadline_at == appointment.at]
        return all(a.state is AssignmentState.DONE for a in due_by_it)


def ladder_of(dispatch: Dispatch, appointment: Appointment) -> Ladder:
    """What happens around the appointment, as it was fixed at release."""
    return dispatch.agenda.deadline if appointment.kind is AppointmentKind.DEADLINE else dispatch.agenda.report


def deadlines(dispatch: Dispatch, assignments: Sequence[Assignment]) -> list[Appointment]:
    """An appointment for each moment by which a body must have done something; none for one that was past at release."""
    moments: dict[tuple[int, datetime], str] = {}
    for each in assignments:
        if each.deadline_at is not None and each.deadline_at > dispatch.released_at and each.role is not Role.COPY:
            moments.setdefault((each.notice, each.deadline_at), each.deadline_text)
    return [opened(dispatch, notice, AppointmentKind.DEADLINE, at, words) for (notice, at), words in moments.items()]


def _report(dispatch: Dispatch, document: Document, assignments: Sequence[Assignment], after: datetime) -> Appointment | None:
    """The first report that a body owes after a moment, as long as the order is followed for its reports."""
    coming = next_report(document.reading, assignments, after)
    if coming is None or coming[0] > dispatch.released_at + dispatch.agenda.reports_for:
        return None
    return opened(dispatch, assignments[0].notice, AppointmentKind.REPORT, *coming)


def opened(dispatch: Dispatch, notice: int, kind: AppointmentKind, at: datetime, words: str) -> Appointment:
    """A new appointment, at the first of its steps that is still to come."""
    ladder = dispatch.agenda.deadline if kind is AppointmentKind.DEADLINE else dispatch.agenda.report
    index = first_step(ladder, at, dispatch.released_at)
    due_at = step_at(ladder, at, index)
    return Appointment(0, dispatch.id, notice, kind, at, words, AppointmentState.OPEN, dispatch.released_at, index, due_at)
