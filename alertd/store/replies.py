"""Keeps what people answered, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Text, bindparam, case, select, type_coerce

from alertd.model.replies import Meaning, Reply, ReplyState
from alertd.store.rows import Access, Rows
from alertd.store.tables.orders import NOTICES, REPLIES

_REPLIES = Rows(Reply, REPLIES)
_OF_NOTICE = _REPLIES.of(REPLIES.c.notice)
_NOTICES_OF_DISPATCH = select(NOTICES.c.id).where(NOTICES.c.dispatch == bindparam("it"))
_OF_DISPATCH = _REPLIES.all.where(REPLIES.c.notice.in_(_NOTICES_OF_DISPATCH)).order_by(REPLIES.c.id)


class SqlReplies:
    """`alertd.ports.Replies` in SQL."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def add(self, reply: Reply) -> int:
        return int(await self._access.add(_REPLIES, reply))

    async def get(self, reply_id: int) -> Reply | None:
        return await self._access.get(_REPLIES, reply_id, hold=True)

    async def save(self, reply: Reply) -> None:
        await self._access.save(_REPLIES, reply)

    async def of_notice(self, notice_id: int) -> list[Reply]:
        return await self._access.of(_REPLIES, _OF_NOTICE, notice_id)

    async def of_dispatch(self, dispatch_id: int) -> list[Reply]:
        return await self._access.of(_REPLIES, _OF_DISPATCH, dispatch_id)

    async def recent(self, state: ReplyState | None = None, limit: int = 100) -> list[Reply]:
        query = _REPLIES.all.order_by(REPLIES.c.id.desc()).limit(limit)
        return await self._access.many(_REPLIES, query if state is None else query.where(REPLIES.c.state == state))

    async def waiting(self, worst_first: Sequence[Meaning], limit: int) -> list[Reply]:
        places = {meaning: place for place, meaning in enumerate(worst_first)}
        order = (case(places, value=REPLIES.c.meaning, else_=len(places)), REPLIES.c.contact.is_(None), REPLIES.c.received_at, REPLIES.c.id)
        return await self._access.many(_REPLIES, _REPLIES.all.where(REPLIES.c.state == ReplyState.OPEN).order_by(*order).limit(limit))

    async def waiting_ids(self) -> frozenset[int]:
        return frozenset(await self._access.connection.scalars(select(REPLIES.c.id).where(REPLIES.c.state == ReplyState.OPEN)))

    async def has_written(self, channel: str, address: str, meaning: Meaning, since: datetime) -> bool:
        is_theirs = (REPLIES.c.channel == channel) & (REPLIES.c.address == address)
        said = select(REPLIES.c.id).where(is_theirs, REPLIES.c.meaning == meaning, REPLIES.c.received_at >= since).limit(1)
        return await self._access.connection.scalar(said) is not None

    async def latest_question(self, channel: str, address: str, since: datetime) -> Reply | None:
        is_theirs = (REPLIES.c.channel == channel) & (REPLIES.c.address == address) & (REPLIES.c.received_at >= since)
        waits = type_coerce(REPLIES.c.choices, Text) != "[]"
        latest = _REPLIES.all.where(is_theirs, waits, REPLIES.c.void_at.is_(None)).order_by(REPLIES.c.id.desc()).limit(1)
        return next(iter(await self._access.many(_REPLIES, latest)), None)

    async def heard_from(self) -> frozenset[tuple[str, str]]:
        found = await self._access.connection.execute(select(REPLIES.c.channel, REPLIES.c.address).distinct())
        return frozenset((channel, address) for channel, address in found)

    async def of_message(self, sender: str, message_ref: str) -> list[Reply]:
        is_standing = (REPLIES.c.sender == sender) & (REPLIES.c.message_ref == message_ref) & REPLIES.c.void_at.is_(None)
        return await self._access.many(_REPLIES, _REPLIES.all.where(is_standing).order_by(REPLIES.c.id), hold=True)
