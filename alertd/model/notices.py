"""What is sent: a dispatch of one document, a notice for each body, a delivery for each address."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from alertd.errors import FailureKind
from alertd.model.bodies import Role
from alertd.model.escalation import Agenda, Ladder


class DispatchState(StrEnum):
    """Whether a release is still being followed."""

    OPEN = "open"
    CLOSED = "closed"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"

    @property
    def is_in_force(self) -> bool:
        """Whether what was ordered still holds, though perhaps nobody is reminded of it any more."""
        return self in (self.OPEN, self.EXPIRED)


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One release of one document, live or drill."""

    id: int
    document: int
    is_drill: bool
    state: DispatchState
    urgency: str
    """The key of the ladder that it follows: an `Urgency` value."""
    ladder: Ladder
    """Frozen at release: a later edit of the configuration does not disturb it."""
    released_at: datetime
    released_by: str
    expires_at: datetime
    corrects: int | None = None
    """The dispatch that this one corrects."""
    agenda: Agenda = field(default_factory=Agenda)
    """What else was frozen at release."""

    def ladder_of(self, body: str) -> Ladder:
        """The ladder that a body's notice climbs: its own, else that of the urgency."""
        return self.agenda.by_body.get(body, self.ladder)


@dataclass(frozen=True, slots=True)
class Notice:
    """What one body is told about one document: all its assignments together."""

    id: int
    dispatch: int
    body: str
    role: Role
    code: str
    """The short code by which an answer names it, unique for ever."""
    acknowledged_at: datetime | None
    acknowledged_by: str | None
    next_step: int
    """Index of the ladder's next step; equal to its length at the ladder's end."""
    next_step_at: datetime | None
    """When that step is due; None when nothing more will happen by itself."""
    paused_until: datetime | None
    """The ladder waits until then: an unclear answer stands on the board, or an officer wants it so."""
    contact_order: int
    """The contact (by order of calling) whom the ladder has reached."""
    pause_reason: str | None = None
    """Why it waits, where an officer said so."""


@dataclass(frozen=True, slots=True)
class Standing:
    """As much of a notice as a reminder must know before it leaves."""

    is_acknowledged: bool
    order: DispatchState


class MessageKind(StrEnum):
    """What a message is for; each has its templates under templates/messages/."""

    NEW_DIRECTIVES = "new_directives"
    COPY = "copy"
    SUMMONS = "summons"
    """Instead of the text of a document for internal circulation: come and read it."""
    REMINDER = "reminder"
    ESCALATION = "escalation"
    """To the next contact: the one before has not answered."""
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"
    RECEIPT = "receipt"
    """Told to whoever answered: what was recorded and how to take it back."""
    QUESTION_BACK = "question_back"
    DEADLINE = "deadline"
    """To a body whose deadline comes near, or has passed, and that has not reported its work done."""
    REPORT_REQUEST = "report_request"
    """To a body that owes one of the reports that the order asks for again and again."""
    DUTY_ALERT = "duty_alert"
    """To the duty desk: a body that stays silent or cannot be reached, an incident, an unclear answer."""
    APPROVAL_OVERDUE = "approval_overdue"
    """To the duty desk: a document waits for release."""
    NEW_DOCUMENT = "new_document"
    """To an officer's own chat: a document waits for release, its reading in brief."""
    RELEASE_CONFIRMATION = "release_confirmation"
    """To an officer who has begun a release from a telephone: whom it would reach, to be confirmed."""
    OFFICER_NOTE = "officer_note"
    """To an officer who asked or decided something from a telephone, or whom another's decision spares the work."""
    ENROLLED = "enrolled"
    """Told to a person whose chat was joined to a contact."""
    CONTACT_CHECK = "contact_check"
    """Asks a person to answer, so that it is known that they can be reached: no order."""
    CONTACT_CHECKED = "contact_checked"
    """Told to whoever has answered that."""

    @property
    def is_followup(self) -> bool:
        """Whether an acknowledgement makes it needless."""
        return self in (self.REMINDER, self.ESCALATION)

    @property
    def is_order(self) -> bool:
        """Whether it brings the order itself: whoever has answered has read it."""
        return self in (self.NEW_DIRECTIVES, self.SUMMONS, self.ESCALATION)

    @property
    def carries_order(self) -> bool:
        """Whether a body learns from it what it is to do: where it comes to nothing, another route must open."""
        return self in (self.NEW_DIRECTIVES, self.SUMMONS, self.CORRECTION, self.REMINDER, self.ESCALATION)

    @property
    def is_first(self) -> bool:
        """Whether nobody can have stayed silent on it yet: it is the first that a body hears of an order, or of one corrected."""
        return self in (self.NEW_DIRECTIVES, self.SUMMONS, self.CORRECTION)

    @property
    def is_worth_a_call(self) -> bool:
        """Whether a telephone may ring for it, at any hour: somebody must act, or must stop acting."""
        return self.carries_order or self is self.WITHDRAWAL

    @property
    def rings_by_itself(self) -> bool:
        """Whether nobody but the clock asked for it: it must not go out once the order is over."""
        return self.is_followup or self in (self.DEADLINE, self.REPORT_REQUEST)


REPEATS_AT_ONCE = 3
"""How often a message whose fate is unknown is sent again before another route is opened; it then goes on, ever more rarely."""


class DeliveryState(StrEnum):
    """How far one message has come to one address, by the provider's evidence."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"
    UNKNOWN = "unknown"
    """The request left and we never learned the answer: asked for or sent again, marked as a repeat."""
    CANCELLED = "cancelled"
    EXPIRED = "expired"

    @property
    def may_have_arrived(self) -> bool:
        """Whether somebody may have read it, as far as anybody knows."""
        return self in (self.SENDING, self.SENT, self.DELIVERED, self.READ, self.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message. `data` comes back when it is tapped (at most 64 bytes)."""

    text: str
    data: str


Buttons = tuple[tuple[Button, ...], ...]
"""The buttons under a message, row by row."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message on its way to one address."""

    id: int
    key: str
    """Idempotency key: the same (notice, contact, channel, step, part) is never queued twice."""
    dispatch: int | None
    notice: int | None
    kind: MessageKind
    body: str | None
    contact: str | None
    sender: str
    """Name of the sender (account) that carries it."""
    channel: str
    """The channel's kind: `telegram`, `sms`, …"""
    address: str
    text: str
    is_html: bool
    buttons: Buttons
    priority: int
    """Lower goes first: -1 to the duty desk, else urgency × 10 + (0 first notice, 1 answer to a person, 2 follow-up)."""
    is_drill: bool
    state: DeliveryState
    reason: str
    """Why it is in that state, for the officer."""
    attempts: int
    created_at: datetime
    due_at: datetime
    """Not to be tried before."""
    expires_at: datetime
    """Not to be tried after."""
    failure: FailureKind | None = None
    provider_ref: str | None = None
    sent_at: datetime | None = None
    delivered_at: datetime | None = None
    is_repeat: bool = False
    """Sent again because an earlier attempt's fate is unknown."""
    fence: int = 0
    """Number of the claim that holds it; a result with an older fence is not recorded."""
    receipt_due_at: datetime | None = None
    """When another route opens if no receipt has come; None where none is awaited."""
    is_unconfirmed: bool = False
    """Whether it was sent and its receipt has not come in time; one that comes later makes it False."""

    @property
    def may_have_arrived(self) -> bool:
        """Whether somebody may have read it: also while it waits to be sent again, or was not, after an attempt of unknown fate."""
        return self.state.may_have_arrived or self.is_repeat

    @property
    def is_dead(self) -> bool:
        """Whether nothing shows that this address reaches anybody: refused, of unknown fate, sent again too often, or without a
        receipt in its time.
        """
        is_in_doubt = self.is_doubtful and self.state in (DeliveryState.QUEUED, DeliveryState.SENDING)
        return self.state in (DeliveryState.FAILED, DeliveryState.UNKNOWN) or is_in_doubt or self.is_unconfirmed

    @property
    def is_doubtful(self) -> bool:
        """Whether it has been sent again so often that nobody relies on it any more."""
        return self.is_repeat and self.attempts > REPEATS_AT_ONCE


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery in the hands of one process: as much of it as whoever carries it needs."""

    id: int
    fence: int
    """Number of the claim; a result with an older one is not recorded."""
    notice: int | None
    kind: MessageKind
    contact: str | None
    channel: str
    address: str
    text: str
    is_html: bool
    buttons: Buttons
    is_drill: bool
    is_repeat: bool
    """Sent again because an earlier attempt's fate is unknown."""
    attempts: int
    """This one included."""
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Moved:
    """A delivery that has come into a state: as much of it as what mostly follows needs."""

    id: int
    dispatch: int | None
    notice: int | None
    state: DeliveryState


@dataclass(frozen=True, slots=True)
class Attempt:
    """The outcome of one claimed delivery, to be recorded."""

    delivery: int
    fence: int
    state: DeliveryState
    at: datetime
    reason: str
    failure: FailureKind | None = None
    provider_ref: str | None = None
    due_at: datetime | None = None
    """When it is tried again, where `state` is QUEUED or UNKNOWN."""
    was_tried: bool = True
    """False where nothing left this machine: the claim then does not count among the attempts."""
    receipt_due_at: datetime | None = None
    """Until when a receipt is awaited, where `state` is SENT and the channel gives any."""
