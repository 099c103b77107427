"""Keeps what came in before anybody tries to understand it, and how far each provider has been listened to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import Executable, bindparam, literal_column, select, update

from alertd.model.inbox import RawEvent, StoredEvent
from alertd.store.batches import as_batch, batch_of
from alertd.store.rows import Access, chunks, insert_new
from alertd.store.tables.traffic import CURSORS, INBOX

_PENDING = (
    select(INBOX.c.id, INBOX.c.sender, INBOX.c.external_id, INBOX.c.payload, INBOX.c.received_at)
    .where(INBOX.c.finished_at.is_(None))
    .order_by(INBOX.c.id)
)

_FINISHED = batch_of((INBOX.c.id, INBOX.c.outcome))
_FINISH = update(INBOX).where(INBOX.c.id == _FINISHED.c.id).values(finished_at=bindparam("at"), outcome=_FINISHED.c.outcome)

_ARRIVED = (INBOX.c.sender, INBOX.c.external_id, INBOX.c.payload, INBOX.c.received_at)


@cache
def _adding(dialect: str) -> Executable:
    """Keeps a batch of events; those that are known are left out."""
    new = batch_of(_ARRIVED)
    # SQLite takes ON CONFLICT for a join's ON unless a WHERE stands before it.
    rows = select(*new.c).where(literal_column("1") == literal_column("1"))
    adding = insert_new(dialect, INBOX, "sender", "external_id").from_select([each.name for each in _ARRIVED], rows)
    return adding.returning(INBOX.c.sender, INBOX.c.external_id)


class SqlInbox:
    """`alertd.ports.Inbox` in SQL."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def add(self, events: Sequence[RawEvent], at: datetime) -> list[tuple[str, str]]:
        new: list[tuple[str, str]] = []
        for some in chunks(events):
            batch = as_batch((e.sender, e.external_id, e.payload, at) for e in some)
            found = await self._access.connection.execute(_adding(self._access.connection.dialect.name), {"batch": batch})
            new += [(sender, external_id) for sender, external_id in found]
        if new:
            await self._access.ring("inbox")
        return new

    async def pending(self, limit: int, after: int = 0) -> list[StoredEvent]:
        """As the port says; in a transaction, those that another process works on are left to it."""
        query = _PENDING.where(INBOX.c.id > after).limit(limit)
        if self._access.is_writing:
            query = query.with_for_update(skip_locked=True)
        found = await self._access.connection.execute(query)
        return [StoredEvent(number, RawEvent(sender, external_id, payload), at) for number, sender, external_id, payload, at in found]

    async def find(self, event: RawEvent) -> StoredEvent | None:
        query = select(INBOX.c.id, INBOX.c.payload, INBOX.c.received_at, INBOX.c.outcome)
        named = query.where(INBOX.c.sender == event.sender, INBOX.c.external_id == event.external_id)
        row = (await self._access.connection.execute(named)).one_or_none()
        return StoredEvent(row.id, RawEvent(event.sender, event.external_id, row.payload), row.received_at, row.outcome) if row else None

    async def finish(self, outcomes: Mapping[int, str], at: datetime) -> None:
        if outcomes:
            await self._access.connection.execute(_FINISH, {"batch": as_batch(outcomes.items()), "at": at})

    async def cursor(self, sender: str) -> str | None:
        return await self._access.connection.scalar(select(CURSORS.c.cursor).where(CURSORS.c.sender == sender))

    async def save_cursor(self, sender: str, cursor: str) -> None:
        if not await self._access.run(update(CURSORS).where(CURSORS.c.sender == sender).values(cursor=cursor)):
            await self._access.run(self._access.insert_new(CURSORS, "sender").values(sender=sender, cursor=cursor))
