"""A store that forgets nothing: what can be kept and asked for, one part for each kind of thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Any, Protocol

from alertd.model.audit import EVERYTHING, AuditEntry, Choice
from alertd.ports.absences import Absences
from alertd.ports.accounts import Accounts
from alertd.ports.checks import Checks
from alertd.ports.duty import Duty
from alertd.ports.inbox import Inbox, MediaShelf, Replies
from alertd.ports.outbox import Outbox
from alertd.ports.registers import Appointments, Dispatches, Documents
from alertd.ports.workers import Workers


class AuditTrail(Protocol):
    """Who did what when, chained by hashes; its ids number the changes that the console's events follow."""

    async def add(self, at: datetime, actor: str, action: str, subject: str, detail: Mapping[str, Any]) -> AuditEntry: ...

    async def since(self, entry_id: int, limit: int = 200) -> list[AuditEntry]: ...

    async def recent(self, limit: int = 200, choice: Choice = EVERYTHING, before: int | None = None) -> list[AuditEntry]:
        """The latest entries, newest first; those of the choice, and earlier than the entry `before`, where these are given."""
        ...

    async def last_id(self) -> int: ...


class Moments(Protocol):
    """Every moment that is kept, whatever it is of."""

    async def bring_back(self, by: timedelta, now: datetime) -> int:
        """Make what happened in the future happen so much earlier, with what was reckoned from it, and what waits beyond all waiting
        wait so much less. The audit trail stays as it is. Returns how many rows were changed.
        """
        ...


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
    def checks(self) -> Checks: ...

    @property
    def absences(self) -> Absences: ...

    @property
    def audit(self) -> AuditTrail: ...

    @property
    def moments(self) -> Moments: ...


class Store(Protocol):
    """Where everything is kept. Every way in raises StoreAway where the database cannot be reached or ended the transaction."""

    @property
    def trouble(self) -> str:
        """Why nothing can be written at present, as the last attempt showed, e.g. that the disk is full; empty while it works."""
        ...

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """Begin to write (BEGIN IMMEDIATE: one writer at a time on SQLite); commits at the end, rolls back on an exception."""
        ...

    def snapshot(self) -> AbstractAsyncContextManager[Transaction]:
        """Read a consistent state beside a writer. Writing in it is an error."""
        ...

    async def time(self) -> datetime | None:
        """What the database's own clock says; None for SQLite, which has none. Raises StoreAway."""
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
