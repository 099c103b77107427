"""The store on SQLite or PostgreSQL: transactions to write in, snapshots to read."""

from __future__ import annotations

import asyncio
import contextlib
import re
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from alertd.errors import SetupError, StoreAway
from alertd.store import bell, engines, migrate
from alertd.store.absences import SqlAbsences
from alertd.store.accounts import SqlAccounts
from alertd.store.appointments import SqlAppointments
from alertd.store.audit import SqlAuditTrail
from alertd.store.checks import SqlChecks
from alertd.store.dispatches import SqlDispatches
from alertd.store.documents import SqlDocuments
from alertd.store.duty import SqlDuty
from alertd.store.failing import told, words_of
from alertd.store.inbox import SqlInbox
from alertd.store.media import SqlMedia
from alertd.store.moments import SqlMoments
from alertd.store.outbox import SqlOutbox
from alertd.store.replies import SqlReplies
from alertd.store.rows import Access
from alertd.store.tables.people import AUDIT_HEAD
from alertd.store.workers import SqlWorkers

_SQLITE = "sqlite:///"
_UNKNOWN_OPTION = re.compile(r"unexpected keyword argument '(\w+)'")
_OLDEST_SQLITE = (3, 38)
"""The first that reads JSON by `->>`, as PostgreSQL does."""
_ANSWERS_WITHIN = 5.0
"""Seconds after which a store that says nothing counts as broken."""
_LEAST = update(AUDIT_HEAD).values(last=-AUDIT_HEAD.c.last)
"""The least that can be written. Twice, it changes nothing; once, and without change, SQLite would write nothing either."""


class SqlTransaction:
    """`alertd.ports.Transaction` on one connection."""

    def __init__(self, connection: AsyncConnection, *, is_writing: bool) -> None:
        access = Access(connection, is_writing)
        self.documents = SqlDocuments(access)
        self.dispatches = SqlDispatches(access)
        self.appointments = SqlAppointments(access)
        self.outbox = SqlOutbox(access)
        self.inbox = SqlInbox(access)
        self.workers = SqlWorkers(access)
        self.replies = SqlReplies(access)
        self.media = SqlMedia(access)
        self.accounts = SqlAccounts(access)
        self.duty = SqlDuty(access)
        self.checks = SqlChecks(access)
        self.absences = SqlAbsences(access)
        self.audit = SqlAuditTrail(access)
        self.moments = SqlMoments(access)


class SqlStore:
    """`alertd.ports.Store` in SQL. Built by `open`; to be closed, since open SQLite connections keep a process from ending."""

    def __init__(self, writers: AsyncEngine, readers: AsyncEngine, turn: AbstractAsyncContextManager[None]) -> None:
        self._writers = writers
        self._readers = readers
        self._turn = turn
        self._trouble = ""

    @property
    def trouble(self) -> str:
        """As the port says."""
        return self._trouble

    @classmethod
    async def open(cls, url: str, password: str | None = None) -> SqlStore:
        """Open the database at `sqlite:///absolute/path` (its folder is created) or `postgresql://user@host/name` and migrate it.

        Raises SetupError where it cannot be reached or is newer than the program.
        """
        store = cls._of_file(Path(url.removeprefix(_SQLITE))) if url.startswith(_SQLITE) else cls._of_server(url, password)
        try:
            await migrate.upgrade(store._writers)
        except (OSError, SQLAlchemyError) as error:
            await store.close()
            raise SetupError([f"database.url: the database cannot be opened: {words_of(error)}"]) from error
        except SetupError:
            await store.close()
            raise
        except TypeError as error:  # so the driver refuses what it does not know
            await store.close()
            if (option := _UNKNOWN_OPTION.search(str(error))) is None:
                raise
            raise SetupError([f"database.url: there is no option {option[1]!r}; encryption is asked for by ?ssl=require"]) from None
        return store

    @classmethod
    def _of_file(cls, path: Path) -> SqlStore:
        if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
            raise SetupError([f"database.url: SQLite {sqlite3.sqlite_version} is too old, 3.38 is needed"])
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SetupError([f"database.url: {path.parent} cannot be created: {error.strerror}"]) from None
        try:
            engines.keep_private(path)
        except OSError as error:
            raise SetupError([f"database.url: {path} cannot be opened: {error.strerror}"]) from None
        # SQLite has one writer at a time: waiting in line here is fairer and cheaper than being told "locked" there.
        return cls(engines.sqlite_writer(path), engines.sqlite_readers(path), asyncio.Lock())

    @classmethod
    def _of_server(cls, url: str, password: str | None) -> SqlStore:
        try:
            engine = engines.postgresql(url, password)
        except (SQLAlchemyError, ValueError):
            raise SetupError(['database.url: is no address of a server; it is written "postgresql://user@host:5432/name"']) from None
        return cls(engine, engines.reading(engine), nullcontext())

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[SqlTransaction]:
        """Write; not to be nested: on SQLite the inner one would wait for the outer one for ever.

        On PostgreSQL two processes may wait for each other's rows: the server then ends one of the two with an error.
        """
        try:
            with told():
                async with self._turn, self._writers.begin() as connection:
                    yield SqlTransaction(connection, is_writing=True)
        except StoreAway as away:
            self._trouble = str(away)
            raise
        if self._trouble:  # one that only read has come to its end on a full disk too
            await self._try_to_write()

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[SqlTransaction]:
        """Read one consistent state; what writes in it raises an error of SQLAlchemy."""
        with told():
            async with self._readers.begin() as connection:
                yield SqlTransaction(connection, is_writing=False)

    async def time(self) -> datetime | None:
        """As the port says: the server's clock, not that of a transaction, which stands still."""
        if self._writers.dialect.name == "sqlite":
            return None
        with told():
            async with self._readers.begin() as connection:
                moment: datetime = (await connection.execute(select(func.clock_timestamp()))).scalar_one()
        return moment

    async def listen(self, ring: Callable[[str], None]) -> None:
        """As the port says."""
        if self._writers.dialect.name == "sqlite":
            await asyncio.Event().wait()
        with told():
            async with self._writers.connect() as connection:
                await bell.hear(connection, ring)

    async def check(self) -> str | None:
        """Whether a transaction can begin and read. The sentence is Vietnamese."""
        try:
            async with asyncio.timeout(_ANSWERS_WITHIN), self.transaction() as work:
                await work.audit.last_id()
        except TimeoutError:
            return f"Cơ sở dữ liệu không trả lời trong {_ANSWERS_WITHIN:.0f} giây."
        except (StoreAway, SQLAlchemyError) as error:
            return f"Cơ sở dữ liệu không làm việc: {words_of(error)}."
        return f"Cơ sở dữ liệu không ghi được: {self._trouble}." if self._trouble else None

    async def close(self) -> None:
        """Close every connection."""
        await self._writers.dispose()
        await self._readers.dispose()

    async def _try_to_write(self) -> None:
        """Find out whether what could not be written a moment ago, mostly for want of space, could be now."""
        with contextlib.suppress(StoreAway), told():
            async with self._turn, self._writers.begin() as connection:
                await connection.execute(_LEAST)
                await connection.execute(_LEAST)
            self._trouble = ""
