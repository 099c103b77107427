"""What comes in from providers: raw events as received, and what they turn out to be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alertd.errors import FailureKind
from alertd.model.media import Media
from alertd.model.notices import DeliveryState


@dataclass(frozen=True, slots=True)
class RawEvent:
    """An event as a provider sent it. The same event twice (sender, external id) is one event."""

    sender: str
    external_id: str
    payload: str
    """JSON."""


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """A raw event in the inbox."""

    id: int
    event: RawEvent
    received_at: datetime
    outcome: str | None = None
    """What came of it, where it was asked for by its own name; None while it waits."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a provider says of a message that it has taken."""

    provider_ref: str
    state: DeliveryState
    """How far the message has come."""
    reason: str = ""
    """For a no: why."""
    failure: FailureKind | None = None
    """For a no: its kind."""


class HappeningKind(StrEnum):
    """What an event turns out to be."""

    TEXT = "text"
    """Somebody wrote."""
    TAP = "tap"
    """Somebody pressed a button."""
    LISTENS = "listens"
    """Somebody on the telephone has heard a message of ours (`answers_ref`) and pressed no key that answers it: it is said again."""
    REACTION = "reaction"
    """Somebody put an emoji on a message (`words` holds it): a short answer to that message, if it is one of ours."""
    START = "start"
    """Somebody opened a chat with an invitation (`words` holds its word, empty without one)."""
    RECEIPT = "receipt"
    """The provider says how far a message has come."""
    MOVED = "moved"
    """A chat has a new address (`words` holds it)."""
    LEFT = "left"
    """Somebody blocked the bot or opted out."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event, understood as far as the channel can."""

    kind: HappeningKind
    address: str
    words: str = ""
    data: str = ""
    """The data of the button."""
    message_ref: str | None = None
    """The provider's reference of what was written; the same for every later version of it."""
    is_edit: bool = False
    """Whether it is a later version of what was written before."""
    answers_ref: str | None = None
    """The provider's reference of the message that was answered or whose button was pressed."""
    answered_words: str = ""
    """What that message said, where the provider tells it."""
    provider_ref: str | None = None
    """For a receipt: the message that it is about."""
    state: DeliveryState | None = None
    """For a receipt: how far it has come."""
    reason: str = ""
    """For a receipt that says no: why."""
    failure: FailureKind | None = None
    """For a receipt that says no: its kind."""
    media: tuple[Media, ...] = ()
    """What came with the words, which may be empty then."""
    is_group: bool = False
    is_addressed: bool = True
    """False for what members of a group say to one another."""
    who: str = ""
    """How the person calls themselves there, for the record."""
