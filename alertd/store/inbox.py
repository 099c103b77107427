"""Keeps what came in before anybody tries to understand it, and how far each provider has been listened to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update

from alertd.model.inbox import RawEvent, StoredEvent
from alertd.store.batches import as_batch, batch_of
from alertd.store.rows import Access
from alertd.store.tables.traffic import CURSORS, INBOX

_PENDING = (
    select(INBOX.c.id, INBOX.c.sender, INBOX.c.external_id, INBOX.c.payload, INBOX.c.received_at)
    .where(INBOX.c.finished_at.is_(None))
    .order_by(INBOX.c.id)
)

_FINISHED = batch_of((INBOX.c.id, INBOX.c.outcome))
_FINISH = update(INBOX).where(INBOX.c.id == _FINISHED.c.id).values(finished_at=bindparam("at"), outcome=_FINISHED.c.outcome)


class SqlInbox:
    """`alertd.ports.Inbox` in SQL."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def add(self, events: Sequence[RawEvent], at: datetime) -> int:
        if not events:
            return 0
        statement = self._access.insert_new(INBOX, "sender", "external_id").returning(INBOX.c.id)
        values = [{"sender": e.sender, "external_id": e.external_id, "payload": e.payload, "received_at": at} for e in events]
        return len((await self._access.connection.execute(statement, values)).all())

    async def pending(self, limit: int, after: int = 0) -> list[StoredEvent]:
        """As the port says; in a transaction, those that another process works on are left to it."""
        query = _PENDING.where(INBOX.c.id > after).limit(limit)
        if self._access.is_writing:
            query = query.with_for_update(skip_locked=True)
        found = await self._access.connection.execute(query)
        return [StoredEvent(number, RawEvent(sender, external_id, payload), at) for number, sender, external_id, payload, at in found]

    async def finish(self, outcomes: Mapping[int, str], at: datetime) -> None:
        if outcomes:
            await self._access.connection.execute(_FINISH, {"batch": as_batch(outcomes.items()), "at": at})

    async def cursor(self, sender: str) -> str | None:
        return await self._access.connection.scalar(select(CURSORS.c.cursor).where(CURSORS.c.sender == sender))

    async def save_cursor(self, sender: str, cursor: str) -> None:
        if not await self._access.run(update(CURSORS).where(CURSORS.c.sender == sender).values(cursor=cursor)):
            await self._access.run(self._access.insert_new(CURSORS, "sender").values(sender=sender, cursor=cursor))
