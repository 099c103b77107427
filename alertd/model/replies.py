"""What came back from people, kept word for word, and what it was taken to mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum


class Meaning(StrEnum):
    """What a reply says about the order it answers."""

    ACKNOWLEDGED = "acknowledged"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANNOT_COMPLY = "cannot_comply"
    NEGATIVE = "negative"
    """Not received, not understood, not begun."""
    QUESTION = "question"
    INCIDENT = "incident"
    """Something is happening that a person must see now."""
    AMBIGUOUS = "ambiguous"
    UNRELATED = "unrelated"

    @property
    def is_positive(self) -> bool:
        """Whether the sender says that the order has reached them and is accepted."""
        return self in (self.ACKNOWLEDGED, self.IN_PROGRESS, self.DONE)

    @property
    def is_grave(self) -> bool:
        """Whether no later answer covers it up: it stands as the body's state until an officer has dealt with it."""
        return self in (self.INCIDENT, self.CANNOT_COMPLY)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a reply reports: "20/45 hộ", "còn 5 hộ chưa đi", "đã di dời 192 khẩu". Whole numbers are `int`."""

    what: str
    """What is counted or measured, one word for its many names: `hộ`, `khẩu`, `người`, `nhà`, `phương tiện`, `km`, `m³`, `%`, …"""
    about: str
    """What was done with them or befell them, one word for its many names: `di dời`, `ngập`; empty where the reply does not say."""
    text: str
    """As it was typed."""
    done: float | None = None
    """How many it has come to: moved, closed, flooded, missing."""
    of: float | None = None
    """How many there are in all, or are still only meant or being worked at ("sẽ di dời 45 hộ", "đang di dời 12 hộ")."""
    left: float | None = None
    """How many remain: "còn 5 hộ", "5 hộ chưa đi"."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a reply was taken to mean, and why."""

    text: str
    meaning: Meaning
    reason: str
    """Vietnamese, for the officer: the rule and the words that it went by."""
    closes: bool
    """Whether the reminders may stop without a person looking."""
    figures: tuple[Figure, ...] = ()
    """What it counts, in the order of its words."""
    times: tuple[time, ...] = ()
    """The times of day that it names."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a reply says of one task of an order."""

    task: int
    """Its number in the notice, from 1."""
    meaning: Meaning


class ReplyState(StrEnum):
    """Whether a reply still needs a person."""

    SETTLED = "settled"
    """It was acted upon, by rule or by a person."""
    OPEN = "open"
    """It stands on the board until a person decides what it meant."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing that somebody sent, or said on the telephone."""

    id: int
    received_at: datetime
    sender: str
    """The sender account on whose line it came, empty where an officer recorded it."""
    channel: str
    """`telegram`, `sms`, … or `phone` for what an officer recorded."""
    address: str
    contact: str | None
    """The contact's id; None for an unknown number."""
    notice: int | None
    """The notice that it answers; None where none could be found."""
    words: str
    meaning: Meaning
    reason: str
    matched_by: str
    """How the notice was found: `button`, `answered_message`, `code`, `only_open_notice`, `all_open_notices`, `choice`, `officer`,
    `none`."""
    state: ReplyState
    resolved_by: str | None = None
    resolved_at: datetime | None = None
    who: str = ""
    """How the person calls themselves, where a whole group writes from that address."""
    message_ref: str | None = None
    """The provider's reference of the message, by which a later version of it is known."""
    choices: tuple[int, ...] = ()
    """The notices among which the sender was asked to choose, in the order of their numbers."""
    parts: tuple[Part, ...] = ()
    """What it says of single tasks; empty where it speaks of the whole order."""
    figures: tuple[Figure, ...] = ()
    """What it counts."""
    void_at: datetime | None = None
    """When it ceased to count: taken back, or a later version or a choice of the sender's took its place."""

    def meaning_of(self, task: int) -> Meaning | None:
        """What it says of the task of that number; None where it says nothing of it. Whoever reports on one task has had them all."""
        if not self.parts:
            return self.meaning
        said = next((part.meaning for part in self.parts if part.task == task), None)
        return said if said is not None or not self.meaning.is_positive else Meaning.ACKNOWLEDGED
