"""Makes deliveries: one notice in the words of one channel for one address, ready for the outbox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from alertd.messages.content import Content
from alertd.messages.rendering import Rendered, Renderer
from alertd.model.bodies import Contact, Role
from alertd.model.documents import Urgency
from alertd.model.notices import Buttons, Delivery, DeliveryState, Dispatch, MessageKind, Notice
from alertd.ports import Channel, Transaction
from alertd.workflow.notices.addresses import AddressBook, Way
from alertd.workflow.notices.wording import buttons_of, keys_of

_RANK = {Urgency.HOA_TOC: 0, Urgency.THUONG_KHAN: 1, Urgency.KHAN: 2}
_ANSWERABLE = frozenset(
    {
        MessageKind.NEW_DIRECTIVES,
        MessageKind.SUMMONS,
        MessageKind.REMINDER,
        MessageKind.ESCALATION,
        MessageKind.CORRECTION,
        MessageKind.DEADLINE,
    }
)
_ANSWERS = frozenset({MessageKind.RECEIPT, MessageKind.QUESTION_BACK, MessageKind.ENROLLED})
_TO_THE_DESK = frozenset(
    {
        MessageKind.DUTY_ALERT,
        MessageKind.APPROVAL_OVERDUE,
        MessageKind.NEW_DOCUMENT,
        MessageKind.RELEASE_CONFIRMATION,
        MessageKind.OFFICER_NOTE,
    }
)
"""Few messages on which many lives hang: danger must not wait behind the thousands of the order that is just being told."""
_CAN_WAIT = frozenset({MessageKind.CONTACT_CHECK, MessageKind.CONTACT_CHECKED})
"""What goes after everything else."""
_BEFORE_ALL, _LAST = -1, 99
_FIRST = _ANSWERABLE - {MessageKind.REMINDER, MessageKind.DEADLINE} | {MessageKind.WITHDRAWAL}


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to one contact, before it is known which channels carry it."""

    kind: MessageKind
    contact: Contact
    content: Content
    step: str
    """What makes it different from the same kind of message to the same contact: e.g. `release`, `ladder-2`."""
    notice: Notice | None = None
    dispatch: Dispatch | None = None
    buttons: Buttons = ()
    """For officers; shown only in a chat that is bound to an account."""


class Composer:
    """Renders letters and addresses them."""

    def __init__(self, renderer: Renderer, book: AddressBook, *, is_drill: bool) -> None:
        self._renderer = renderer
        self._book = book
        self._is_drill = is_drill

    async def look_up(self, tx: Transaction) -> None:
        """Learn who has joined or moved meanwhile; before anything is composed in this transaction."""
        await self._book.refresh(tx)

    def ways(self, contact: Contact, *, is_drill: bool, kind: MessageKind | None = None) -> tuple[Way, ...]:
        """How the contact can be reached, with a message of that `kind` where one is named; unusable addresses carry their reason."""
        return tuple(_carrying(way, kind) for way in self._book.ways(contact, is_drill=is_drill or self._is_drill))

    def is_away(self, contact: Contact) -> bool:
        """Whether somebody else should be told first."""
        return self._book.is_away(contact)

    def usable(self, contact: Contact, *, is_drill: bool, kind: MessageKind | None = None) -> tuple[Way, ...]:
        """The ways that can be used."""
        return tuple(way for way in self.ways(contact, is_drill=is_drill, kind=kind) if way.channel)

    def as_reachable(self, contact: Contact, *, is_drill: bool) -> Contact:
        """The contact with those addresses that can be used, chats included that were joined."""
        return replace(contact, addresses=tuple(way.address for way in self.usable(contact, is_drill=is_drill)))

    def is_officer(self, contact: Contact, account: str) -> bool:
        """Whether one of the contact's chats is bound to that account."""
        return any(self._book.account_at(w.address.channel, w.address.value) == account for w in self.ways(contact, is_drill=False))

    def compose(self, letter: Letter, now: datetime, expires_at: datetime, only: Sequence[str] | None = None) -> list[Delivery]:
        """The deliveries of a letter: on every usable channel of the contact, or on those in `only` (kinds). A first notice leaves out
        channels that are kept for those who stay silent, unless there is no other.
        """
        usable = self.usable(letter.contact, is_drill=self._drills(letter), kind=_kind_to_carry(letter))
        ways = [w for w in usable if only is None or w.address.channel in only]
        if letter.kind.is_first:
            ways = [w for w in ways if w.channel and not w.channel.traits.is_reserved] or ways
        return [d for way in ways if way.channel for d in self._deliveries(letter, way.channel, way.address.value, now, expires_at)]

    def answer(
        self, letter: Letter, channel: Channel, address: str, now: datetime, expires_at: datetime, buttons: Buttons = ()
    ) -> list[Delivery]:
        """The deliveries of a letter to exactly the address that somebody wrote from, with buttons where the channel has them; none on
        one that carries no such letters.
        """
        if not channel.traits.carries(letter.kind):
            return []
        deliveries = self._deliveries(letter, channel, address, now, expires_at)
        if not buttons or not channel.traits.has_buttons:
            return deliveries
        return [*deliveries[:-1], replace(deliveries[-1], buttons=buttons)]

    def render(self, letter: Letter, channel: Channel) -> Rendered:
        """The words of a letter on a channel."""
        return self._renderer.render(letter.kind, channel.traits, channel.length, letter.content, is_drill=self._drills(letter))

    def _drills(self, letter: Letter) -> bool:
        return self._is_drill or (letter.dispatch is not None and letter.dispatch.is_drill)

    def _deliveries(self, letter: Letter, channel: Channel, address: str, now: datetime, expires_at: datetime) -> list[Delivery]:
        rendered = self.render(letter, channel)
        last = len(rendered.texts) - 1
        buttons = self._buttons(letter, channel, address)
        return [
            self._delivery(letter, channel, address, now, expires_at, n, text, rendered.is_html, buttons if n == last else ())
            for n, text in enumerate(rendered.texts)
        ]

    def _buttons(self, letter: Letter, channel: Channel, address: str) -> Buttons:
        """What can be tapped: the four answers under an order, and an officer's decisions in a chat that is bound to an account; what a
        key can say on a telephone.
        """
        if channel.traits.is_spoken:
            is_asked = channel.traits.hears_replies and letter.kind in _ANSWERABLE and letter.content.has_changed
            return keys_of(letter.notice) if letter.notice is not None and is_asked else ()
        if not (channel.traits.has_buttons and channel.traits.hears_replies):
            return ()
        if letter.kind is MessageKind.CONTACT_CHECK:
            return letter.buttons
        if letter.notice is not None and letter.kind in _ANSWERABLE and letter.content.has_changed:
            return buttons_of(letter.notice)
        return letter.buttons if letter.buttons and self._book.account_at(channel.traits.kind, address) else ()

    def _delivery(
        self,
        letter: Letter,
        channel: Channel,
        address: str,
        now: datetime,
        expires_at: datetime,
        part: int,
        text: str,
        is_html: bool,  # noqa: FBT001 - see above
        buttons: Buttons,
    ) -> Delivery:
        notice, dispatch, traits = letter.notice, letter.dispatch, channel.traits
        whose = f"notice-{notice.id}" if notice else f"body-{letter.contact.body}"
        return Delivery(
            id=0,
            key=f"{whose}:{letter.kind}:{letter.step}:{letter.contact.id}:{traits.kind}:{address}:{part}",
            dispatch=dispatch.id if dispatch else None,
            notice=notice.id if notice else None,
            kind=letter.kind,
            body=notice.body if notice else letter.contact.body,
            contact=letter.contact.id,
            sender=channel.name,
            channel=traits.kind,
            address=address,
            text=text,
            is_html=is_html,
            buttons=buttons,
            priority=_priority(letter),
            is_drill=self._drills(letter),
            state=DeliveryState.QUEUED,
            reason="chờ gửi",
            attempts=0,
            created_at=now,
            due_at=now,
            expires_at=expires_at,
        )


def step_of(delivery: Delivery) -> str:
    """What makes it different from other messages of its kind to the same contact: the `step` of its letter."""
    return delivery.key.split(":")[2]


def _carrying(way: Way, kind: MessageKind | None) -> Way:
    """The way, or why it is not taken for a message of that kind."""
    if way.channel is None or kind is None or way.channel.traits.carries(kind):
        return way
    return Way(way.address, None, "không gọi điện cho loại tin này")


def _kind_to_carry(letter: Letter) -> MessageKind:
    """What decides which channels carry a letter: whatever is told to somebody who only gets copies is no more than a copy."""
    return MessageKind.COPY if letter.notice is not None and letter.notice.role is Role.COPY else letter.kind


def _priority(letter: Letter) -> int:
    """What the desk must know; then by urgency first notices, then answers to people, then follow-ups."""
    if letter.kind in _TO_THE_DESK:
        return _BEFORE_ALL
    if letter.kind in _CAN_WAIT:
        return _LAST
    rank = _RANK[Urgency(letter.dispatch.urgency)] if letter.dispatch else 0
    return rank * 10 + (0 if letter.kind in _FIRST else 1 if letter.kind in _ANSWERS else 2)
