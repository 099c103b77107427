"""Packs a document for release: what each body would be told, by whom it is answered for, and how it is reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from alertd.clock import day_there
from alertd.directory.directory import Directory
from alertd.messages.content import Content, Task
from alertd.model.assignments import Proposal
from alertd.model.bodies import Body, BodyType, Contact, Role
from alertd.model.documents import Reading
from alertd.model.escalation import Ladder
from alertd.model.notices import Delivery, Dispatch, DispatchState, MessageKind, Notice
from alertd.model.register import Document
from alertd.model.sms import sms_units
from alertd.ports import Channel, Clock, Transaction
from alertd.workflow.notices.addresses import Way
from alertd.workflow.notices.composing import Composer, Letter
from alertd.workflow.notices.deadlines import counted_label, due_when_told
from alertd.workflow.notices.wording import about_document


@dataclass(frozen=True, slots=True)
class Parcel:
    """What one body is told, with the first contact who can be reached."""

    body: Body
    role: Role
    """LEAD where any of its proposals is, else SUPPORT, else COPY."""
    proposals: tuple[Proposal, ...]
    contact: Contact | None
    """The first contact who can be reached; None where nobody can."""
    deliveries: tuple[Delivery, ...]
    unreachable: tuple[str, ...]
    labels: Mapping[str, str]
    """What officers call each sender's channel."""
    sms_parts: int


class Packer:
    """Sorts proposals by body and writes the first notices."""

    def __init__(self, directory: Directory, composer: Composer, channels: Mapping[str, Channel], clock: Clock) -> None:
        self._directory = directory
        self._composer = composer
        self._channels = channels
        self._clock = clock

    async def look_up(self, tx: Transaction) -> None:
        """Learn who has joined or moved meanwhile; before anybody is looked for in this transaction."""
        await self._composer.look_up(tx)

    def pack(self, document: Document, *, is_drill: bool) -> list[Parcel]:
        """The parcels as a release would send them now; codes stand as "XX00"."""
        now = self._clock.now()
        dispatch = _provisional(document, now, is_drill=is_drill)
        grouped = by_body(document.proposals)
        return [self._parcel(document, dispatch, body_id, proposals, now) for body_id, proposals in grouped.items()]

    def contacts(self, body_id: str) -> tuple[Contact, ...]:
        """Whoever answers for a body now: its own contacts, else those of the bodies that succeeded it."""
        own = self._directory.contacts_of(body_id)
        if own:
            return own
        successors = self._directory.in_office(body_id, day_there(self._clock.now()))
        return tuple(contact for successor in successors for contact in self._directory.contacts_of(successor))

    def in_turn(self, body_id: str) -> tuple[Contact, ...]:
        """The same in the order in which they are told: whoever is away comes last."""
        return tuple(sorted(self.contacts(body_id), key=self._composer.is_away))

    def is_away(self, contact: Contact) -> bool:
        """Whether the contact is away today."""
        return self._composer.is_away(contact)

    def contact(self, contact_id: str) -> Contact | None:
        """The contact of that id."""
        return self._directory.find_contact(contact_id)

    def ways(self, contact: Contact) -> tuple[Way, ...]:
        """How the contact can be reached in earnest; unusable addresses carry their reason."""
        return self._composer.ways(contact, is_drill=False)

    def is_called(self, notice: Notice, *, is_drill: bool) -> bool:
        """Whether the contact whom a notice has reached is called by telephone while there is no answer."""
        reached = next((contact for contact in self.in_turn(notice.body) if contact.order == notice.contact_order), None)
        ways = self._composer.usable(reached, is_drill=is_drill, kind=MessageKind.REMINDER) if reached else ()
        return any(way.channel is not None and way.channel.traits.is_spoken for way in ways)

    def label(self, sender: str) -> str:
        """What officers call a sender's channel."""
        channel = self._channels.get(sender)
        return channel.traits.label if channel is not None else sender

    def is_reachable(self, body_id: str) -> bool:
        """Whether a message to the body could leave now."""
        return any(self._composer.usable(contact, is_drill=False) for contact in self.contacts(body_id))

    def letters(
        self, document: Document, dispatch: Dispatch, notice: Notice, proposals: Sequence[Proposal], now: datetime
    ) -> tuple[Contact | None, list[Delivery]]:
        """The first notice to a body: to the first contact in turn who can be reached, on all that person's channels; a copy goes
        to one channel only.
        """
        for contact in self.in_turn(notice.body):
            letter = first_letter(document, dispatch, notice, proposals, contact, self.body(notice.body))
            only = self._first_channel(contact, dispatch) if notice.role is Role.COPY else None
            deliveries = self._composer.compose(letter, now, dispatch.expires_at, only)
            if deliveries:
                return contact, deliveries
        return None, []

    def body(self, body_id: str) -> Body:
        """The body, or a stand-in that bears the id where the directory no longer holds it."""
        return self._directory.find_body(body_id) or Body(body_id, body_id, BodyType.OTHER)

    def _first_channel(self, contact: Contact, dispatch: Dispatch) -> list[str]:
        return [w.address.channel for w in self._composer.usable(contact, is_drill=dispatch.is_drill, kind=MessageKind.COPY)[:1]]

    def _parcel(self, document: Document, dispatch: Dispatch, body_id: str, proposals: tuple[Proposal, ...], now: datetime) -> Parcel:
        role = role_of(proposals)
        notice = Notice(0, 0, body_id, role, "XX00", None, None, 0, None, None, 1)
        contact, deliveries = self.letters(document, dispatch, notice, proposals, now)
        return Parcel(
            body=self.body(body_id),
            role=role,
            proposals=proposals,
            contact=contact,
            deliveries=tuple(deliveries),
            unreachable=self._unreachable(body_id, contact, role, is_drill=dispatch.is_drill),
            labels={name: channel.traits.label for name, channel in self._channels.items()},
            sms_parts=sum(sms_units(d.text).parts for d in deliveries if self._channels[d.sender].traits.has_parts),
        )

    def _unreachable(self, body_id: str, reached: Contact | None, role: Role, *, is_drill: bool) -> tuple[str, ...]:
        contacts = self.contacts(body_id)
        if not contacts:
            return ("không có đầu mối nào trong danh bạ",)
        kind = MessageKind.COPY if reached is None and role is Role.COPY else None
        ways = [(c, w) for c in contacts for w in self._composer.ways(c, is_drill=is_drill, kind=kind) if not w.channel]
        if reached is None:
            whys = sorted({w.reason for _, w in ways}) or ["không có địa chỉ nào"]
            return (f"không liên lạc được đầu mối nào ({'; '.join(whys)})",)
        return tuple(f"{c.title}, {w.address.channel}: {w.reason}" for c, w in ways if c == reached)


def by_body(proposals: Sequence[Proposal]) -> dict[str, tuple[Proposal, ...]]:
    """The proposals that were not dropped, by body, in the order of the document."""
    grouped: dict[str, tuple[Proposal, ...]] = {}
    for proposal in proposals:
        if not proposal.is_dropped:
            grouped[proposal.body] = (*grouped.get(proposal.body, ()), proposal)
    return grouped


def role_of(proposals: Sequence[Proposal]) -> Role:
    """The weightiest role among a body's proposals."""
    roles = {proposal.role for proposal in proposals}
    return next(role for role in Role if role in roles)


def first_letter(
    document: Document, dispatch: Dispatch, notice: Notice, proposals: Sequence[Proposal], contact: Contact, body: Body
) -> Letter:
    """The first notice to a contact: the orders, a copy, or for a document of internal circulation a summons."""
    reading = document.reading
    kind = MessageKind.COPY if notice.role is Role.COPY else MessageKind.SUMMONS if reading.is_internal else MessageKind.NEW_DIRECTIVES
    content = content_for(
        reading,
        proposals,
        dispatch.released_at,
        body=body.name,
        contact=contact.title,
        is_support=notice.role is Role.SUPPORT,
        code=notice.code,
    )
    return Letter(kind, contact, content, "release", notice, dispatch)


def content_for(reading: Reading, proposals: Sequence[Proposal], since: datetime, **more: Any) -> Content:
    """What the document says to a body that is told at `since`, and `more` that there is to say; of one for internal circulation only
    that it exists.
    """
    if reading.is_internal:
        return about_document(reading, **more | {"subject": ""})
    return about_document(reading, tasks=tuple(_task(p, reading, since) for p in proposals if p.actions), **more)


def _task(proposal: Proposal, reading: Reading, since: datetime) -> Task:
    due = counted_label(proposal.deadline_text, due_when_told(proposal, reading, since), reading)
    return Task(proposal.actions, proposal.deadline_text, proposal.report, proposal.role is Role.SUPPORT, due)


def _provisional(document: Document, now: datetime, *, is_drill: bool) -> Dispatch:
    urgency = document.reading.urgency or "hoa_toc"
    expires_at = now + timedelta(days=1)
    return Dispatch(0, document.id, is_drill, DispatchState.OPEN, urgency, Ladder(()), now, "", expires_at)
