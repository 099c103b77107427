"""Keeps what people send beside words: each content once, by its SHA-256, inside the database, so that a backup holds it too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from alertd.model.media import Attachment, HandedFile
from alertd.store.rows import Access, Rows, chunks
from alertd.store.tables.media import ATTACHMENTS, CONTENTS, HANDED_FILES

_ATTACHMENTS = Rows(Attachment, ATTACHMENTS)
_HANDED = Rows(HandedFile, HANDED_FILES)


class SqlMedia:
    """`alertd.ports.MediaShelf` in SQL."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def add(self, attachment: Attachment) -> int:
        return int(await self._access.add(_ATTACHMENTS, attachment))

    async def get(self, attachment_id: int) -> Attachment | None:
        return await self._access.get(_ATTACHMENTS, attachment_id, hold=True)

    async def save(self, attachment: Attachment) -> None:
        await self._access.save(_ATTACHMENTS, attachment)

    async def of_replies(self, reply_ids: Sequence[int]) -> list[Attachment]:
        found: list[Attachment] = []
        for some in chunks(reply_ids):
            query = _ATTACHMENTS.all.where(ATTACHMENTS.c.reply.in_(some)).order_by(ATTACHMENTS.c.id)
            found += await self._access.many(_ATTACHMENTS, query)
        return found

    async def due(self, now: datetime, limit: int) -> list[Attachment]:
        query = _ATTACHMENTS.all.where(ATTACHMENTS.c.due_at <= now).order_by(ATTACHMENTS.c.due_at, ATTACHMENTS.c.id).limit(limit)
        return await self._access.many(_ATTACHMENTS, query)

    async def keep(self, sha256: str, content: bytes) -> None:
        await self._access.run(self._access.insert_new(CONTENTS, "sha256").values(sha256=sha256, content=content))

    async def content(self, sha256: str) -> bytes | None:
        found: bytes | None = await self._access.connection.scalar(select(CONTENTS.c.content).where(CONTENTS.c.sha256 == sha256))
        return found

    async def hand_in(self, file: HandedFile) -> int:
        return int(await self._access.add(_HANDED, file))

    async def handed(self, file_id: int) -> HandedFile | None:
        return await self._access.get(_HANDED, file_id, hold=True)

    async def save_handed(self, file: HandedFile) -> None:
        await self._access.save(_HANDED, file)

    async def handed_due(self, now: datetime, limit: int) -> list[HandedFile]:
        query = _HANDED.all.where(HANDED_FILES.c.due_at <= now).order_by(HANDED_FILES.c.due_at, HANDED_FILES.c.id).limit(limit)
        return await self._access.many(_HANDED, query)
