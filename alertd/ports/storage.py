"""A store that forgets nothing: what can be kept and asked for, one part for each kind of thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any, Protocol

from alertd.model.accounts import Account, Enrolment, Session, Token
from alertd.model.appointments import Appointment
from alertd.model.assignments import Assignment
from alertd.model.audit import AuditEntry
from alertd.model.documents import DocumentState, ReceivedFile
from alertd.model.inbox import RawEvent, Receipt, StoredEvent
from alertd.model.media import Attachment
from alertd.model.notices import Attempt, Delivery, DeliveryState, Dispatch, DispatchState, Notice
from alertd.model.register import DeliveryChange, Document
from alertd.model.replies import Reply, ReplyState
from alertd.ports.duty import Duty
from alertd.ports.workers import Workers


class Documents(Protocol):
    """Files and the documents in them."""

    async def add_file(self, file: ReceivedFile) -> int:
        """Keep a file; its `id` is ignored."""
        ...

    async def file(self, file_id: int) -> ReceivedFile | None: ...

    async def file_by_sha256(self, sha256: str) -> ReceivedFile | None: ...

    async def file_by_key(self, idempotency_key: str) -> ReceivedFile | None: ...

    async def keep_key(self, idempotency_key: str, file_id: int) -> None: ...

    async def add(self, document: Document) -> int:
        """Keep a document; its `id` is ignored."""
        ...

    async def get(self, document_id: int) -> Document | None: ...

    async def of_file(self, file_id: int) -> list[Document]: ...

    async def with_number(self, number: str, year: int | None, issuer: str | None) -> list[Document]:
        """Documents that bear the same number in the same year, oldest first."""
        ...

    async def recent(self, states: Sequence[DocumentState] = (), limit: int = 100, *, only_emergencies: bool = False) -> list[Document]:
        """The latest documents, newest first; all states where none is named."""
        ...

    async def save(self, document: Document) -> None:
        """Write back a document's state, proposals and all that may change."""
        ...


class Dispatches(Protocol):
    """Releases, their notices and assignments."""

    async def add(self, dispatch: Dispatch) -> int: ...

    async def get(self, dispatch_id: int) -> Dispatch | None: ...

    async def of_document(self, document_id: int) -> list[Dispatch]: ...

    async def recent(self, states: Sequence[DispatchState] = (), limit: int = 50) -> list[Dispatch]: ...

    async def save(self, dispatch: Dispatch) -> None: ...

    async def overdue(self, now: datetime) -> list[Dispatch]:
        """Open dispatches whose `expires_at` has passed."""
        ...

    async def add_notices(self, notices: Sequence[Notice]) -> list[int]:
        """Keep notices; their `id`s are ignored. Returns the ids in the same order."""
        ...

    async def notice(self, notice_id: int) -> Notice | None: ...

    async def notices(self, dispatch_id: int) -> list[Notice]: ...

    async def notice_with_code(self, code: str) -> Notice | None:
        """The notice that bears this short code (case-insensitive), however old."""
        ...

    async def notices_of_body(self, body: str, *, only_open: bool = False, limit: int = 50) -> list[Notice]:
        """Notices to a body, newest first; `only_open`: of open dispatches."""
        ...

    async def due_notices(self, now: datetime, limit: int) -> list[Notice]:
        """Notices of open dispatches whose `next_step_at` has come, the longest overdue first."""
        ...

    async def save_notice(self, notice: Notice) -> None: ...

    async def add_assignments(self, assignments: Sequence[Assignment]) -> None: ...

    async def assignments(self, dispatch_id: int) -> list[Assignment]: ...

    async def assignments_of_notice(self, notice_id: int) -> list[Assignment]: ...

    async def save_assignment(self, assignment: Assignment) -> None: ...

    async def mark_notified(self, notice_ids: Sequence[int], at: datetime) -> int:
        """Move the PENDING assignments of these notices to NOTIFIED in one statement. Returns how many moved."""
        ...


class Appointments(Protocol):
    """The moments at which bodies owe a word."""

    async def add(self, appointments: Sequence[Appointment]) -> None:
        """Keep appointments; one of the same notice, kind and moment is left out."""
        ...

    async def get(self, appointment_id: int) -> Appointment | None: ...

    async def save(self, appointment: Appointment) -> None: ...

    async def due(self, now: datetime, limit: int) -> list[Appointment]:
        """Those of open dispatches whose `next_step_at` has come, the longest overdue first."""
        ...

    async def of_dispatch(self, dispatch_id: int) -> list[Appointment]: ...

    async def of_notice(self, notice_id: int) -> list[Appointment]: ...

    async def last_step_at(self, dispatch_id: int) -> datetime | None:
        """When the last thing is due that still stands open; None where nothing does."""
        ...


class Outbox(Protocol):
    """Everything that is to be sent, is under way or was sent. Each change of a state is kept in a history."""

    async def add(self, deliveries: Sequence[Delivery]) -> int:
        """Queue deliveries; one whose `key` is known is left out. Returns how many were new."""
        ...

    async def get(self, delivery_id: int) -> Delivery | None: ...

    async def claim(
        self, sender: str, now: datetime, lease_until: datetime, limit: int, busy_addresses: Sequence[str] = ()
    ) -> list[Delivery]:
        """Take the most urgent due deliveries of a sender: they become SENDING under a new fence, for this process alone.

        A part of a notice is not taken while an earlier one to the same address is queued or under way.
        """
        ...

    async def record(self, attempts: Sequence[Attempt]) -> list[Delivery]:
        """Write down outcomes in one batch; an attempt with an older fence is left out. Returns the deliveries as they now stand,
        without their text and buttons.

        One whose fate was UNKNOWN and that is QUEUED again is marked as a repeat.
        """
        ...

    async def lapsed(self, now: datetime) -> list[Delivery]:
        """Mark SENDING deliveries whose lease has run out as UNKNOWN; returns them."""
        ...

    async def abandon(self, sender: str, now: datetime) -> list[Delivery]:
        """Mark all SENDING deliveries of a sender as UNKNOWN, whatever their lease: their process is gone. Returns them."""
        ...

    async def settle(self, sender: str, provider_ref: str, state: DeliveryState, at: datetime, reason: str) -> Delivery | None:
        """Apply a receipt. One that is older than what is known changes nothing; None where no delivery has that reference."""
        ...

    async def settle_all(self, sender: str, receipts: Sequence[Receipt], at: datetime) -> tuple[frozenset[str], list[Delivery]]:
        """Apply receipts in their order. Returns the references that no delivery has, and the deliveries that moved."""
        ...

    async def with_ref(self, sender: str, provider_ref: str) -> Delivery | None: ...

    async def of_notice(self, notice_id: int) -> list[Delivery]: ...

    async def of_dispatch(self, dispatch_id: int) -> list[Delivery]: ...

    async def history(self, delivery_ids: Sequence[int]) -> list[DeliveryChange]: ...

    async def cancel(self, notice_id: int, at: datetime, reason: str, *, only_followups: bool) -> int:
        """Cancel what is still queued for a notice."""
        ...

    async def drop(self, delivery_ids: Sequence[int], at: datetime, reason: str) -> int:
        """Cancel those of these deliveries that are queued."""
        ...

    async def expire(self, now: datetime) -> int:
        """Expire what is queued past its `expires_at`."""
        ...

    async def awaiting_receipt(self, sender: str, sent_after: datetime, sent_before: datetime, limit: int) -> list[Delivery]:
        """SENT deliveries without a receipt, oldest first, for senders that must be asked."""
        ...

    async def refusals(self) -> Mapping[tuple[str, str], str]:
        """The addresses (kind of channel, address) whose latest message was refused for good, with the reason."""
        ...

    async def counts(self, sender: str | None = None, states: Sequence[DeliveryState] = ()) -> Mapping[str, int]:
        """How many deliveries stand in each state; in these states only where some are named, which is far quicker."""
        ...

    async def next_due_at(self, sender: str) -> datetime | None: ...


class Inbox(Protocol):
    """What came in, stored before it is understood."""

    async def add(self, events: Sequence[RawEvent], at: datetime) -> list[tuple[str, str]]:
        """Keep raw events; one that is known (sender, external id) is left out. Returns sender and external id of the new ones."""
        ...

    async def pending(self, limit: int, after: int = 0) -> list[StoredEvent]:
        """Unfinished events in the order of their arrival, those after that id."""
        ...

    async def finish(self, outcomes: Mapping[int, str], at: datetime) -> None:
        """Write down what came of events, by their ids."""
        ...

    async def cursor(self, sender: str) -> str | None: ...

    async def save_cursor(self, sender: str, cursor: str) -> None: ...


class Replies(Protocol):
    """What people answered."""

    async def add(self, reply: Reply) -> int: ...

    async def get(self, reply_id: int) -> Reply | None: ...

    async def save(self, reply: Reply) -> None: ...

    async def of_notice(self, notice_id: int) -> list[Reply]: ...

    async def of_dispatch(self, dispatch_id: int) -> list[Reply]: ...

    async def recent(self, state: ReplyState | None = None, limit: int = 100) -> list[Reply]: ...

    async def latest_question(self, channel: str, address: str, since: datetime) -> Reply | None:
        """The latest reply from that address that was answered by a question among several notices and still waits for the choice."""
        ...

    async def heard_from(self) -> frozenset[tuple[str, str]]:
        """The addresses (kind of channel, address) from which anybody has ever written."""
        ...

    async def of_message(self, sender: str, message_ref: str) -> list[Reply]:
        """What still counts of the replies that were made of one message."""
        ...


class MediaShelf(Protocol):
    """What people sent beside words."""

    async def add(self, attachment: Attachment) -> int: ...

    async def get(self, attachment_id: int) -> Attachment | None: ...

    async def save(self, attachment: Attachment) -> None: ...

    async def of_replies(self, reply_ids: Sequence[int]) -> list[Attachment]: ...

    async def due(self, now: datetime, limit: int) -> list[Attachment]:
        """What is to be fetched, the longest overdue first."""
        ...

    async def keep(self, sha256: str, content: bytes) -> None:
        """Keep a content; one that is known is left as it is."""
        ...

    async def content(self, sha256: str) -> bytes | None: ...


class Accounts(Protocol):
    """Who may: users, their sessions, tokens of programs; and which chat belongs to which contact."""

    async def add(self, account: Account) -> int:
        """Raises Refused(`name_taken`)."""
        ...

    async def with_name(self, name: str) -> Account | None: ...

    async def get(self, account_id: int) -> Account | None: ...

    async def all(self) -> list[Account]: ...

    async def save(self, account: Account) -> None: ...

    async def add_session(self, session: Session) -> None: ...

    async def session(self, digest: str) -> Session | None: ...

    async def end_session(self, digest: str) -> None: ...

    async def end_sessions_of(self, account_id: int) -> int: ...

    async def end_sessions(self, before: datetime) -> int: ...

    async def add_token(self, token: Token) -> int: ...

    async def token(self, digest: str) -> Token | None: ...

    async def tokens(self) -> list[Token]: ...

    async def revoke_token(self, token_id: int, at: datetime) -> None: ...

    async def add_enrolment(self, enrolment: Enrolment) -> None: ...

    async def enrolment(self, digest: str) -> Enrolment | None: ...

    async def save_enrolment(self, enrolment: Enrolment) -> None: ...

    async def enrolments(self) -> list[Enrolment]: ...


class AuditTrail(Protocol):
    """Who did what when, chained by hashes; its ids number the changes that the console's events follow."""

    async def add(self, at: datetime, actor: str, action: str, subject: str, detail: Mapping[str, Any]) -> AuditEntry: ...

    async def since(self, entry_id: int, limit: int = 200) -> list[AuditEntry]: ...

    async def recent(self, limit: int = 200, subject: str | None = None) -> list[AuditEntry]: ...

    async def last_id(self) -> int: ...


class Transaction(Protocol):
    """One step's work: everything in it is written together or not at all."""

    @property
    def documents(self) -> Documents: ...

    @property
    def dispatches(self) -> Dispatches: ...

    @property
    def appointments(self) -> Appointments: ...

    @property
    def outbox(self) -> Outbox: ...

    @property
    def inbox(self) -> Inbox: ...

    @property
    def workers(self) -> Workers: ...

    @property
    def replies(self) -> Replies: ...

    @property
    def media(self) -> MediaShelf: ...

    @property
    def accounts(self) -> Accounts: ...

    @property
    def duty(self) -> Duty: ...

    @property
    def audit(self) -> AuditTrail: ...


class Store(Protocol):
    """Where everything is kept. Every way in raises StoreAway where the database cannot be reached or ended the transaction."""

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """Begin to write (BEGIN IMMEDIATE: one writer at a time on SQLite); commits at the end, rolls back on an exception."""
        ...

    def snapshot(self) -> AbstractAsyncContextManager[Transaction]:
        """Read a consistent state beside a writer. Writing in it is an error."""
        ...

    async def listen(self, ring: Callable[[str], None]) -> None:
        """Call `ring` whenever another process has queued ("outbox"), taken in ("inbox") or changed ("audit") something; for ever.
        Raises StoreAway when the line is cut. On SQLite, which rings nobody, it only waits.
        """
        ...

    async def check(self) -> str | None:
        """None when the store works, else a sentence that says why not."""
        ...

    async def close(self) -> None: ...
