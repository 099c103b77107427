"""Ways to reach people and to hear them: what every sender can be asked, whoever its provider is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from alertd.model.inbox import Happening, RawEvent
from alertd.model.notices import Button, MessageKind


@dataclass(frozen=True, slots=True)
class Traits:
    """What a channel can do. The workflow asks for a trait, never for a channel's name."""

    kind: str
    """The kind of address that it sends to: `telegram`, `sms`, …; also the name of its message templates."""
    label: str
    """What officers call it: "Telegram", "SMS"."""
    max_length: int
    """The longest text of one message, in the channel's own units (`length`)."""
    has_buttons: bool
    has_receipts: bool
    carries_vietnamese: bool
    """False where text must be written without diacritics."""
    hears_replies: bool
    """False where nobody can answer on it: messages then give the duty telephone."""
    has_parts: bool = False
    """Whether a message is charged and carried in parts (SMS)."""
    is_spoken: bool = False
    """Whether it rings and speaks: loud and dear, so it carries only what must be acted on, in words for the ear; the answer is a key."""
    is_reserved: bool = False
    """Whether it is kept for those who stay silent: no first notice goes there to somebody who has another channel."""
    is_by_invitation: bool = False
    """Whether people must open the chat themselves before anything can be written there."""
    receipt_within: timedelta | None = None
    """How long after the provider's yes a receipt is awaited before another route opens; None where none need come."""

    def carries(self, kind: MessageKind) -> bool:
        """Whether messages of that kind may go there at all."""
        return kind.is_worth_a_call or not self.is_spoken


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to hand to a provider."""

    reference: str
    """Our own reference, for providers that keep one."""
    address: str
    text: str
    is_html: bool
    buttons: tuple[tuple[Button, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """A provider's yes."""

    provider_ref: str
    moved_to: str | None = None
    """The address that it went to instead, where the provider says that the one given has moved."""


@dataclass(frozen=True, slots=True)
class Polled:
    """What a provider had for us, and where to go on next time."""

    events: tuple[RawEvent, ...]
    cursor: str | None


@dataclass(frozen=True, slots=True)
class HookRequest:
    """A provider's call on one of our hooks, as received."""

    path: str
    """Path and query, e.g. `/hooks/twilio/sms/status`."""
    what: str
    """The last part of the path: `sms`, `status`, `voice`, or empty."""
    headers: Mapping[str, str]
    body: bytes
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remark:
    """What there is to say to somebody who is on the telephone with us."""

    outcome: str = ""
    """What came of what they did; empty where that is not known yet."""
    text: str = ""
    """The message about which they were called; empty where it is not known."""
    telephone: str = ""
    """The duty desk's."""
    is_kept: bool = True
    """Whether what they did is stored; where it is not, they must not be told that it was."""


class Channel(Protocol):
    """One sender: an account at a provider, with everything that is particular to it behind it."""

    @property
    def name(self) -> str:
        """The sender's name in the configuration."""
        ...

    @property
    def traits(self) -> Traits:
        """What it can do."""
        ...

    @property
    def is_live(self) -> bool:
        """Whether its messages reach real people."""
        ...

    @property
    def is_on(self) -> bool:
        """Whether it has its credentials."""
        ...

    def length(self, text: str) -> int:
        """The length of a text in the units of `traits.max_length`."""
        ...

    async def start(self) -> None:
        """Open connections; check the credentials where that costs nothing. Raises DeliveryFailed."""
        ...

    async def close(self) -> None:
        """Close everything."""
        ...

    async def send(self, message: Outgoing) -> Sent:
        """Hand one message to the provider. Raises DeliveryFailed, whose kind says what to do next."""
        ...

    async def find(self, address: str, texts: frozenset[str], since: datetime) -> Sent | None:
        """Ask the provider for a message with one of these texts that it took from us for this address since then; None where
        there is none, or where it cannot be asked. Raises DeliveryFailed.
        """
        ...

    def gap(self, address: str) -> timedelta:
        """The least time that the provider wants between two messages to that address."""
        ...

    async def poll(self, cursor: str | None) -> Polled:
        """What the provider has for us since `cursor`; waits up to the provider's long-poll time.

        What `cursor` covers counts as stored by us. Raises DeliveryFailed.
        """
        ...

    async def receipt(self, provider_ref: str) -> Happening | None:
        """Ask the provider how far a message has come; None where it cannot be asked. Raises DeliveryFailed."""
        ...

    def verify(self, request: HookRequest) -> RawEvent:
        """The event in a call on our hook, once its secret or signature has been checked. Raises Forged or Invalid."""
        ...

    def respond(self, event: RawEvent, remark: Remark) -> str:
        """What the provider, having called our hook with that event, is answered; empty where it wants no words."""
        ...

    def interpret(self, event: RawEvent) -> Happening | None:
        """What a raw event means: an answer, a tap, a receipt, a move; None for what does not concern us."""
        ...

    async def fetch(self, ref: str, max_bytes: int) -> bytes:
        """The content of what somebody sent. Raises Oversized, or DeliveryFailed where it cannot be had now."""
        ...

    def invitation(self, word: str, account: str = "") -> str:
        """The link with which a person opens a chat with us and shows `word`; empty where no chat need be opened.

        `account` is our name at the provider; without it the channel must have been started. Raises DeliveryFailed otherwise.
        """
        ...

    async def acknowledge(self, event: RawEvent, text: str) -> None:
        """Let the person's screen know that a tap was taken (stops the spinner); nothing on channels without buttons."""
        ...
