"""Writes a dispatch, its notices, assignments and first messages: what every kind of release has in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from alertd.config import Followups
from alertd.model.appointments import AppointmentKind
from alertd.model.assignments import Assignment, AssignmentState, Proposal
from alertd.model.bodies import Contact, Role
from alertd.model.documents import Reading, Urgency
from alertd.model.escalation import Agenda
from alertd.model.notices import Dispatch, DispatchState, Notice
from alertd.model.register import Document
from alertd.ports import Clock, Transaction
from alertd.workflow.dispatch.meanwhile import Meanwhile
from alertd.workflow.duty.alerts import Alerts
from alertd.workflow.notices.codes import code_for
from alertd.workflow.notices.deadlines import due_when_told
from alertd.workflow.notices.packing import Packer, by_body, role_of
from alertd.workflow.people.selfcheck import SelfCheck
from alertd.workflow.silence.appointments import Secretary

T = TypeVar("T")
LOT = 250
"""For so many bodies letters are written while the database takes in those of the lot before. So a release to a whole nation does not stand
in memory as a whole, and other work gets its turn in between."""


class Issuer:
    """Enters releases into the store, inside the transaction of whoever decides."""

    def __init__(self, clock: Clock, packer: Packer, alerts: Alerts, secretary: Secretary, checks: SelfCheck, followups: Followups) -> None:
        self._clock = clock
        self._packer = packer
        self._alerts = alerts
        self._secretary = secretary
        self._checks = checks
        self._followups = followups

    async def open(self, tx: Transaction, document: Document, by: str, *, is_drill: bool, corrects: int | None = None) -> Dispatch:
        """A new dispatch, its ladder and its end frozen from today's configuration."""
        now = self._clock.now()
        urgency = Urgency(document.reading.urgency or self._followups.default_urgency)
        dispatch = Dispatch(
            id=0,
            document=document.id,
            is_drill=is_drill,
            state=DispatchState.OPEN,
            urgency=urgency,
            ladder=self._followups.ladder(urgency),
            released_at=now,
            released_by=by,
            expires_at=now + self._followups.expires_after[urgency],
            corrects=corrects,
            agenda=self._agenda(urgency, document),
        )
        dispatch = replace(dispatch, id=await tx.dispatches.add(dispatch))
        await self._checks.make_way(tx)
        detail = {"document": document.id, "drill": is_drill, "corrects": corrects, "bodies": len(by_body(document.proposals))}
        await tx.audit.add(now, by, "dispatch.opened", f"dispatch/{dispatch.id}", detail)
        return dispatch

    async def notices(
        self, tx: Transaction, document: Document, dispatch: Dispatch, grouped: Mapping[str, Sequence[Proposal]]
    ) -> dict[str, Notice]:
        """A notice to each body with its assignments, by body; `grouped` holds the proposals of each."""
        taken: set[str] = set()
        drafts = [self._draft(dispatch, body_id, proposals, taken) for body_id, proposals in grouped.items()]
        ids = await tx.dispatches.add_notices(drafts)
        notices = {draft.body: replace(draft, id=given) for draft, given in zip(drafts, ids, strict=True)}
        orders = [p for proposals in grouped.values() for p in proposals if p.role is not Role.COPY]
        assignments = [_assignment(p, notices[p.body], dispatch, document.reading) for p in orders]
        await tx.dispatches.add_assignments(assignments)
        await self._secretary.expect_first(tx, dispatch, document, assignments)
        return notices

    def _agenda(self, urgency: Urgency, document: Document) -> Agenda:
        bodies = [self._packer.body(body_id) for body_id in by_body(document.proposals)]
        own = {body.id: ladder for body in bodies if (ladder := self._followups.own_ladder(urgency, body)) is not None}
        around = self._followups.ladder_around
        return Agenda(own, around(AppointmentKind.DEADLINE), around(AppointmentKind.REPORT), self._followups.reports_at_most_for)

    def _draft(self, dispatch: Dispatch, body_id: str, proposals: Sequence[Proposal], taken: set[str]) -> Notice:
        role = role_of(proposals)
        code = code_for(self._packer.body(body_id), dispatch.id, taken)
        taken.add(code)
        steps = dispatch.ladder_of(body_id).steps
        first = dispatch.released_at + steps[0].after if steps and role is not Role.COPY else None
        return Notice(0, dispatch.id, body_id, role, code, None, None, 0, first, None, 1)

    async def tell(
        self,
        tx: Transaction,
        document: Document,
        dispatch: Dispatch,
        notices: Mapping[str, Notice],
        grouped: Mapping[str, Sequence[Proposal]],
    ) -> None:
        """Queue the first messages to every body; where nobody can be reached the duty desk is told to telephone, now."""
        async with Meanwhile() as written:
            for lot in _lots(list(grouped.items())):
                letters = [self._packer.letters(document, dispatch, notices[body], own, dispatch.released_at) for body, own in lot]
                await written.done()
                for (body, _), (contact, _) in zip(lot, letters, strict=True):
                    await self._note(tx, document, dispatch, notices[body], contact)
                await written.begin(tx.outbox.add([delivery for _, deliveries in letters for delivery in deliveries]))

    async def _note(self, tx: Transaction, document: Document, dispatch: Dispatch, notice: Notice, contact: Contact | None) -> None:
        """Whom the first messages go to, or that they go to nobody."""
        if contact is None and notice.role is not Role.COPY:
            await self._alerts.unreachable(tx, document, dispatch, notice)
        elif contact is not None and contact.order != notice.contact_order:
            await tx.dispatches.save_notice(replace(notice, contact_order=contact.order))


def _lots(bodies: Sequence[T]) -> Iterator[Sequence[T]]:
    return (bodies[start : start + LOT] for start in range(0, len(bodies), LOT))


def _assignment(proposal: Proposal, notice: Notice, dispatch: Dispatch, reading: Reading) -> Assignment:
    return Assignment(
        id=0,
        dispatch=dispatch.id,
        notice=notice.id,
        body=proposal.body,
        role=proposal.role,
        directive=proposal.directive,
        actions=proposal.actions,
        deadline_text=proposal.deadline_text,
        deadline_at=due_when_told(proposal, reading, dispatch.released_at),
        report=proposal.report,
        reason=proposal.reason,
        state=AssignmentState.PENDING,
        state_at=dispatch.released_at,
    )
