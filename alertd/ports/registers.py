"""The registers: documents, what was released of them, and what bodies owe at a moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from alertd.model.appointments import Appointment
from alertd.model.assignments import Assignment
from alertd.model.documents import DocumentState, ReceivedFile
from alertd.model.notices import Dispatch, DispatchState, Notice, Standing
from alertd.model.past import PastNotice
from alertd.model.register import Document


class Documents(Protocol):
    """Files and the documents in them."""

    async def add_file(self, file: ReceivedFile) -> int:
        """Keep a file; its `id` is ignored. Raises AlreadyKept where its bytes are: in this transaction they can then be found."""
        ...

    async def save_file(self, file: ReceivedFile) -> None:
        """Write a kept file anew. Raises LookupError where it was never kept."""
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

    async def recent(self, states: Sequence[DocumentState] = (), limit: int = 100) -> list[Document]:
        """The latest documents, newest first; all states where none is named."""
        ...

    async def waiting(self, limit: int) -> list[Document]:
        """Of the emergencies, and of the files in which no document was recognised, those on which nobody has decided: emergencies
        first, of each kind the newest.
        """
        ...

    async def unchased(self, received_by: Sequence[datetime], limit: int) -> list[Document]:
        """Of the pressing ones on which nobody has decided those whose release should have been asked for once more: received by the
        n-th of these moments and asked for less than n times. The oldest first.
        """
        ...

    async def in_hand(self, limit: int) -> list[Document]:
        """The latest of those that wait for a decision, as `waiting`, and of those whose release is followed."""
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

    async def notices_run_out(self, body: str, since: datetime) -> list[Notice]:
        """The body's notices of releases that have run out since then, newest first; what they order still holds."""
        ...

    async def past_notices(self, since: datetime, until: datetime, *, is_drill: bool) -> list[PastNotice]:
        """Whom releases of that time, closed or run out by now, ordered to act, and what became of it; copies are left out."""
        ...

    async def standing(self, notice_ids: Sequence[int]) -> Mapping[int, Standing]:
        """Whether those notices are acknowledged and how their orders stand, in one question."""
        ...

    async def due_notices(self, now: datetime, limit: int) -> list[Notice]:
        """Notices of open dispatches whose `next_step_at` has come, the longest overdue first."""
        ...

    async def save_notice(self, notice: Notice) -> None: ...

    async def rest(self, dispatch_id: int) -> None:
        """Nothing more happens by itself to the notices of a release."""
        ...

    async def withdraw(self, dispatch_id: int, at: datetime) -> None:
        """Every assignment of a release is WITHDRAWN from now on."""
        ...

    async def add_assignments(self, assignments: Sequence[Assignment]) -> None: ...

    async def assignments(self, dispatch_id: int) -> list[Assignment]: ...

    async def assignments_of_notice(self, notice_id: int) -> list[Assignment]: ...

    async def save_assignment(self, assignment: Assignment) -> None: ...

    async def mark_notified(self, notice_ids: Sequence[int], at: datetime) -> None:
        """Move the PENDING assignments of these notices to NOTIFIED in one statement."""
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
