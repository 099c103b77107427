"""Tells whoever an earlier release has, or may have, reached that it is changed or called back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from alertd.messages.content import Content
from alertd.model.assignments import Assignment, Proposal
from alertd.model.bodies import Contact, Role
from alertd.model.notices import Delivery, DeliveryState, Dispatch, MessageKind, Notice
from alertd.model.register import Document
from alertd.ports import Clock, Transaction
from alertd.workflow.dispatch.issuing import Issuer
from alertd.workflow.duty.alerts import Alerts
from alertd.workflow.notices.composing import Composer, Letter
from alertd.workflow.notices.corrections import Tasks, tasks_given
from alertd.workflow.notices.packing import Packer, by_body, content_for

KEPT_FOR = timedelta(hours=24)
"""How long a withdrawal is tried at least: somebody may act on an order long after nobody is reminded of it any more."""

_TAKEN = frozenset({DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.READ})


@dataclass(frozen=True, slots=True)
class Told:
    """A body that an earlier release has, or may have, reached; or that has answered it, as by telephone."""

    notice: Notice
    contacts: frozenset[str]
    """Whom its messages may have reached."""
    assignments: tuple[Assignment, ...]
    is_sure: bool
    """Whether a provider has taken one of them, and no receipt is missing; or somebody has answered."""

    @property
    def tasks(self) -> Tasks:
        """What it was told to do."""
        return tasks_given(self.assignments)


class Recaller:
    """Everything inside the transaction of whoever corrects or withdraws."""

    def __init__(self, clock: Clock, packer: Packer, composer: Composer, issuer: Issuer, alerts: Alerts) -> None:
        self._clock = clock
        self._packer = packer
        self._composer = composer
        self._issuer = issuer
        self._alerts = alerts

    async def told(self, tx: Transaction, dispatch: Dispatch, notices: Sequence[Notice]) -> list[Told]:
        """Who may know of a release. Its `notices` as they stood before it was ended; to be asked after what waited was cancelled, else
        what another process takes meanwhile would go out, and nobody would call it back.
        """
        reached: dict[int, set[str]] = {}
        sure: set[int] = set()
        for delivery in await tx.outbox.of_dispatch(dispatch.id):
            if delivery.may_have_arrived and delivery.notice is not None and delivery.contact is not None:
                reached.setdefault(delivery.notice, set()).add(delivery.contact)
                sure |= {delivery.notice} if delivery.state in _TAKEN and not delivery.is_unconfirmed else set()
        given: dict[int, list[Assignment]] = {}
        for assignment in await tx.dispatches.assignments(dispatch.id):
            given.setdefault(assignment.notice, []).append(assignment)
        answered = {notice for notice, own in given.items() if any(a.state.is_answered for a in own)}
        return [
            Told(n, frozenset(reached.get(n.id, ())), tuple(given.get(n.id, ())), is_sure=n.id in sure | answered)
            for n in notices
            if n.id in reached or n.id in answered
        ]

    async def correct(self, tx: Transaction, document: Document, dispatch: Dispatch, told: Sequence[Told], note: str) -> None:
        """A release was corrected by `dispatch`: whose tasks changed must answer again, and who has none any more is told so."""
        earlier = {each.notice.body: each for each in told}
        grouped = {body: _counted_as_before(own, earlier.get(body)) for body, own in by_body(document.proposals).items()}
        notices = await self._issuer.notices(tx, document, dispatch, grouped)
        out = {body: was for body, was in earlier.items() if _is_out(was, grouped.get(body, ()))}
        await self.withdraw(tx, document, dispatch, list(out.values()), f"đính chính: {note}")
        told_again: list[Delivery] = []
        anew: dict[str, Sequence[Proposal]] = {}
        for body, proposals in grouped.items():
            was = None if body in out else earlier.get(body)
            letters = await self._correction(tx, document, dispatch, notices[body], was, proposals, note) if was is not None else None
            if letters is None:
                anew[body] = proposals
            told_again += letters or []
        await tx.outbox.add(told_again)
        await self._issuer.tell(tx, document, dispatch, notices, anew)

    async def withdraw(self, tx: Transaction, document: Document, dispatch: Dispatch, told: Sequence[Told], reason: str) -> None:
        """What they were told is called back; `dispatch` did that. Whom no message can tell so the desk must telephone."""
        now = self._clock.now()
        content = replace(content_for(document.reading, (), now), reason=reason)
        until = max(dispatch.expires_at, now + KEPT_FOR)
        queued: list[Delivery] = []
        for each in told:
            letters = self._letters(dispatch, each.notice, each, MessageKind.WITHDRAWAL, content, until)
            if not letters and each.notice.role is not Role.COPY:
                await self._alerts.not_called_back(tx, document, dispatch, each.notice)
            queued += letters
        await tx.outbox.add(queued)

    async def _correction(
        self,
        tx: Transaction,
        document: Document,
        dispatch: Dispatch,
        notice: Notice,
        earlier: Told,
        proposals: Sequence[Proposal],
        note: str,
    ) -> list[Delivery] | None:
        """What tells the body of the correction. None where nobody who was told can be written to: it is told like a new one, unless it
        would only hear that nothing has changed.
        """
        has_changed = earlier.tasks != _tasks(proposals)
        if not has_changed:
            notice = await self._carry_over(tx, notice, earlier)
        # Who has perhaps not got the first message would not know what it is that has not changed.
        says_all = has_changed or not earlier.is_sure
        content = replace(content_for(document.reading, proposals, dispatch.released_at), reason=note, has_changed=says_all)
        letters = self._letters(dispatch, notice, earlier, MessageKind.CORRECTION, content, dispatch.expires_at)
        return letters if letters or not says_all else None

    async def _carry_over(self, tx: Transaction, notice: Notice, earlier: Told) -> Notice:
        """A body whose tasks did not change keeps the answer that it gave, that it cannot comply too; what had stopped begins not anew."""
        was = earlier.notice
        if not any(assignment.state.is_answered for assignment in earlier.assignments):
            return notice
        next_step_at = None if was.next_step_at is None else notice.next_step_at
        notice = replace(notice, acknowledged_at=was.acknowledged_at, acknowledged_by=was.acknowledged_by, next_step_at=next_step_at)
        await tx.dispatches.save_notice(notice)
        fresh = await tx.dispatches.assignments_of_notice(notice.id)
        for assignment, old in zip(fresh, earlier.assignments, strict=True):
            kept = replace(assignment, state=old.state, state_at=old.state_at, answered_by=old.answered_by, reply=old.reply)
            await tx.dispatches.save_assignment(kept)
        return notice

    def _letters(
        self, dispatch: Dispatch, notice: Notice, earlier: Told, kind: MessageKind, content: Content, until: datetime
    ) -> list[Delivery]:
        """To the people whom the earlier notice may have reached."""
        body, letters = self._packer.body(notice.body).name, []
        for contact in self._addressed(notice, dispatch, earlier.contacts):
            told = replace(content, body=body, contact=contact.title, code=notice.code, is_support=notice.role is Role.SUPPORT)
            letter = Letter(kind, contact, told, f"dispatch-{dispatch.id}", notice, dispatch)
            letters += self._composer.compose(letter, self._clock.now(), until)
        return letters

    def _addressed(self, notice: Notice, dispatch: Dispatch, reached: frozenset[str]) -> tuple[Contact, ...]:
        """Those people, as far as they can be written to; where none of them can, whoever else of the body is first to answer."""
        contacts = [c for c in self._packer.contacts(notice.body) if self._composer.usable(c, is_drill=dispatch.is_drill)]
        return tuple(c for c in contacts if c.id in reached) or tuple(contacts[:1])


def _is_out(earlier: Told, proposals: Sequence[Proposal]) -> bool:
    """Whether nothing of what it was told holds any more, though it may still get a copy."""
    return not proposals or (bool(earlier.tasks) and not _tasks(proposals))


def _counted_as_before(proposals: Sequence[Proposal], earlier: Told | None) -> Sequence[Proposal]:
    """What a body has to do as before it has to do by the same moment as before: a correction gives nobody more time."""
    if earlier is None or earlier.tasks != _tasks(proposals):
        return proposals
    due = iter(earlier.assignments)
    return [p if p.role is Role.COPY else replace(p, deadline_at=next(due).deadline_at) for p in proposals]


def _tasks(proposals: Sequence[Proposal]) -> Tasks:
    return tuple((p.role, p.actions, p.deadline_text, p.report) for p in proposals if p.role is not Role.COPY)
