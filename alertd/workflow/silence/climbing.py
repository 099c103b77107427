"""Takes one step of a ladder: the same person again, another channel, the next person, or the duty desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from alertd.messages.content import Content
from alertd.model.appointments import Appointment, AppointmentKind
from alertd.model.assignments import AssignmentState
from alertd.model.bodies import Contact, Role
from alertd.model.escalation import Due, StepKind
from alertd.model.fallback import Route, tried_by
from alertd.model.notices import Delivery, MessageKind, Notice
from alertd.ports import Clock, Transaction
from alertd.workflow.duty.alerts import Alerts
from alertd.workflow.labels import duration_label, time_label
from alertd.workflow.notices.cases import Case
from alertd.workflow.notices.composing import Composer, Letter, step_of
from alertd.workflow.notices.packing import Packer
from alertd.workflow.notices.wording import about_document, tasks_of
from alertd.workflow.sending.routing import Router

NOW = timedelta(minutes=1)
"""What is less far away is now: nobody is told that something has been over for no minute."""


class Climber:
    """Does what a step says, inside the transaction of whoever decided that it is due."""

    def __init__(self, clock: Clock, composer: Composer, packer: Packer, router: Router, alerts: Alerts) -> None:
        self._clock = clock
        self._composer = composer
        self._packer = packer
        self._router = router
        self._alerts = alerts

    async def climb(self, tx: Transaction, case: Case, due: Due) -> None:
        """A step of the ladder of silence. Where it reaches nobody, the duty desk is told to telephone."""
        await self._composer.look_up(tx)
        contacts = self._packer.in_turn(case.notice.body)
        present = self._present(contacts, case.notice.contact_order)
        does = due.step.does if due.step else StepKind.TELL_OFFICER
        queued = 0
        if does in (StepKind.REMIND, StepKind.OTHER_CHANNEL) and present is not None:
            sent = await tx.outbox.of_notice(case.notice.id)
            content = replace(await self._content(tx, case, present), count=1 + reminders(sent))
            letter = Letter(MessageKind.REMINDER, present, content, f"ladder-{due.index}", case.notice, case.dispatch)
            queued = await self._write(tx, letter, does)
        if does is StepKind.NEXT_CONTACT or (does is not StepKind.TELL_OFFICER and present is None):
            queued = await self._next_contact(tx, case, contacts, due)
        if not queued:
            waited = duration_label(self._clock.now() - case.dispatch.released_at)
            await self._alerts.silent(tx, case.document, case.dispatch, case.notice, waited, due.index)

    async def ask(self, tx: Transaction, case: Case, appointment: Appointment, due: Due) -> None:
        """A step around a deadline or a report's time: whoever answered for the body is asked, or the duty desk told."""
        contact = _who_answers(case.notice, self._packer.contacts(case.notice.body))
        does = due.step.does if due.step else StepKind.TELL_OFFICER
        queued = 0
        if does is not StepKind.TELL_OFFICER and contact is not None:
            kind = MessageKind.DEADLINE if appointment.kind is AppointmentKind.DEADLINE else MessageKind.REPORT_REQUEST
            content = await self._owed(tx, case, contact, appointment, due)
            letter = Letter(kind, contact, content, f"appointment-{appointment.id}-{due.index}", case.notice, case.dispatch)
            queued = await self._write(tx, letter, does)
        if not queued:
            await self._alerts.owed(tx, case.document, case.dispatch, case.notice, appointment, due.index)

    def _present(self, contacts: Sequence[Contact], order: int) -> Contact | None:
        """Whom the ladder has reached; None where that contact is away and somebody else of the body is not."""
        reached = next((c for c in contacts if c.order == order), None)
        if reached is not None and self._packer.is_away(reached) and not self._packer.is_away(contacts[0]):
            return None
        return reached

    async def _write(self, tx: Transaction, letter: Letter, does: StepKind) -> int:
        """To one person, on the first channel or on the others; where there are several, not where this order came to nothing before.
        Whoever stays silent is called by telephone each time.
        """
        notice, dispatch = letter.notice, letter.dispatch
        if notice is None or dispatch is None:
            return 0
        ways = self._composer.usable(letter.contact, is_drill=dispatch.is_drill, kind=letter.kind)
        called = [way.address.channel for way in ways if way.channel and way.channel.traits.is_spoken]
        written = [way.address.channel for way in ways if way.address.channel not in called]
        tried = tried_by(await tx.outbox.of_notice(notice.id))
        dead = {each.channel for each in tried if each.is_dead and each.contact == letter.contact.id}
        meant = written[1:] if does is StepKind.OTHER_CHANNEL else written
        alive = [channel for channel in meant if channel not in dead] or meant
        channels = [*(alive if does is StepKind.OTHER_CHANNEL else alive[:1]), *called]
        return await tx.outbox.add(self._composer.compose(letter, self._clock.now(), dispatch.expires_at, channels)) if channels else 0

    async def _next_contact(self, tx: Transaction, case: Case, contacts: Sequence[Contact], due: Due) -> int:
        """To the first of those who come after whoever is silent at an address that nobody has been written to about this order: the
        same person may answer in two offices.
        """
        order, is_drill = case.notice.contact_order, case.dispatch.is_drill
        sent = {(d.channel, d.address) for d in await tx.outbox.of_notice(case.notice.id)}
        coming = [self._composer.as_reachable(c, is_drill=is_drill) for c in contacts if c.order > order]
        following = next((c for c in coming if any((a.channel, a.value) not in sent for a in c.addresses)), None)
        if following is None:
            return 0
        waited = duration_label(self._clock.now() - case.dispatch.released_at)
        present = next((c.title for c in contacts if c.order == order), "đầu mối trước")
        route = Route(following, tuple(address.channel for address in following.addresses), f"{present} chưa trả lời sau {waited}.")
        return await self._router.take(tx, case.document, case.dispatch, case.notice, route, f"ladder-{due.index}")

    async def _owed(self, tx: Transaction, case: Case, contact: Contact, appointment: Appointment, due: Due) -> Content:
        ladder = case.dispatch.agenda.deadline if appointment.kind is AppointmentKind.DEADLINE else case.dispatch.agenda.report
        away = appointment.at - self._clock.now()
        return replace(
            await self._content(tx, case, contact),
            deadline=time_label(appointment.at),
            report=appointment.words,
            is_over=away <= timedelta(0),
            left=duration_label(abs(away)) if abs(away) >= NOW else "",
            count=1 + sum(step.does is not StepKind.TELL_OFFICER for step in ladder.steps[: due.index]),
        )

    async def _content(self, tx: Transaction, case: Case, contact: Contact) -> Content:
        """What every question to a body says. It differs each time, since gateways refuse the same text again."""
        now = self._clock.now()
        orders = [n for n in await tx.dispatches.notices(case.dispatch.id) if n.role is not Role.COPY]
        open_ones = [a for a in await tx.dispatches.assignments_of_notice(case.notice.id) if a.state is not AssignmentState.DONE]
        nearest = min((a.deadline_at for a in open_ones if a.deadline_at is not None and a.deadline_at > now), default=None)
        about = about_document(case.document.reading)
        is_internal = case.document.reading.is_internal
        return replace(
            about,
            subject="" if is_internal else about.subject,
            body=self._packer.body(case.notice.body).name,
            contact=contact.title,
            code=case.notice.code,
            tasks=() if is_internal else tasks_of(open_ones, case.document.reading),
            waited=duration_label(now - case.dispatch.released_at),
            left=duration_label(nearest - now) if nearest else "",
            answered=sum(n.acknowledged_at is not None for n in orders),
            asked=len(orders),
        )


def reminders(sent: Sequence[Delivery]) -> int:
    """How many times a body has been reminded of its order, whoever was written to and on however many channels."""
    return len({step_of(d) for d in sent if d.kind.is_followup})


def _who_answers(notice: Notice, contacts: Sequence[Contact]) -> Contact | None:
    """Whoever has answered for the body, else the person whom the ladder has reached."""
    answered = next((c for c in contacts if c.id == notice.acknowledged_by), None)
    return answered or next((c for c in contacts if c.order == notice.contact_order), next(iter(contacts), None))
