"""What is shown, as plain values: a body on the board, a dispatch, a document, a sender, the whole situation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from alertd.model.appointments import Appointment
from alertd.model.assignments import Assignment, AssignmentState
from alertd.model.bodies import Body, Contact, Role
from alertd.model.documents import ReceivedFile, Span
from alertd.model.media import Attachment
from alertd.model.notices import Delivery, Dispatch, Notice
from alertd.model.register import DeliveryChange, Document
from alertd.model.replies import Meaning, Reply
from alertd.workflow.board.pressing import unsettled
from alertd.workflow.board.superseded import Superseded
from alertd.workflow.board.tallies import Tally
from alertd.workflow.board.upcoming import Upcoming
from alertd.workflow.silence.reports import ReportTable

Attachments = Mapping[int, tuple[Attachment, ...]]


@dataclass(frozen=True, slots=True)
class BodyRow:
    """One body on the board of a dispatch."""

    notice: Notice
    body: Body
    role: Role
    state: AssignmentState
    """That of its least advanced assignment."""
    silent: bool
    """Nobody has answered for it."""
    late: bool
    """A deadline has passed and it is not done."""
    is_escalated: bool
    """Its ladder has come to the end."""
    acknowledged_at: datetime | None
    by: str | None
    delay: timedelta | None
    words: str
    channel: str
    assignments: tuple[Assignment, ...]
    deliveries: tuple[Delivery, ...]
    replies: tuple[Reply, ...]
    attachments: Attachments
    """What came with the replies, by their ids."""
    history: tuple[DeliveryChange, ...]
    next: str
    """What happens next by itself, and when."""
    next_at: datetime | None
    upcoming: tuple[Upcoming, ...]
    """Everything that happens by itself, the next first."""
    pause: str
    """Until when nothing does, and why; empty where nothing is paused."""
    appointments: tuple[Appointment, ...]

    @property
    def waiting(self) -> Reply | None:
        """The most pressing of its answers that wait for an officer; None where none waits."""
        return next(iter(unsettled(self.replies)), None)

    @property
    def grave(self) -> Meaning | None:
        """Danger or a refusal that nobody has dealt with, whatever was answered later."""
        return self.waiting.meaning if self.waiting is not None and self.waiting.meaning.is_grave else None


@dataclass(frozen=True, slots=True)
class DispatchView:
    """The board of one dispatch."""

    dispatch: Dispatch
    document: Document
    bodies: tuple[BodyRow, ...]
    totals: Mapping[str, int]
    state: AssignmentState
    reports: ReportTable
    tallies: tuple[Tally, ...]
    """What the bodies report in figures, added up."""
    superseded: tuple[Superseded, ...]
    """What other documents say of it, as long as it is followed."""


@dataclass(frozen=True, slots=True)
class DispatchCard:
    """A dispatch in few words."""

    dispatch: Dispatch
    document: Document
    totals: Mapping[str, int]
    superseded: tuple[Superseded, ...] = ()
    """What other documents say of it."""


@dataclass(frozen=True, slots=True)
class ReplyCard:
    """A reply with whom and what it is about."""

    reply: Reply
    body: Body | None
    """For which it was answered; for an answer to no known order, whoever's contact wrote; None for an unknown number."""
    contact: Contact | None
    document: Document | None
    dispatch_id: int | None
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class ChannelCard:
    """A sender's health."""

    name: str
    label: str
    is_on: bool
    is_live: bool
    problem: str | None
    queued: int
    failed: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The duty desk at a glance."""

    waiting: tuple[Document, ...]
    """Emergencies, and files in which no document was recognised, until somebody has decided."""
    open: tuple[DispatchCard, ...]
    replies: tuple[ReplyCard, ...]
    """Those of the answers that wait for a person that press most, most pressing first."""
    replies_open: int
    """How many wait in all."""
    channels: tuple[ChannelCard, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with its file and its releases."""

    document: Document
    file: ReceivedFile
    dispatches: tuple[Dispatch, ...]
    names: Mapping[str, str]
    """Name of each body that a proposal is for, by id."""
    beside: tuple[Document, ...]
    """The other documents of the file."""
    outside: tuple[Span, ...]
    """What of the file belongs to none of them."""
    supersedes: tuple[Superseded, ...]
    """The releases still followed that it replaces, corrects or ends."""


@dataclass(frozen=True, slots=True)
class BodyView:
    """A body with its whole history, newest first."""

    body: Body
    contacts: tuple[Contact, ...]
    rows: tuple[tuple[Dispatch, Document, BodyRow], ...]
