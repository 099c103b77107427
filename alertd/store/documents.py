"""Keeps files and the documents that were found in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, false, or_, select

from alertd.errors import AlreadyKept
from alertd.model.documents import REVIEWABLE, DocumentState, ReceivedFile
from alertd.model.notices import DispatchState
from alertd.model.register import Document
from alertd.store.rows import Access, Rows
from alertd.store.tables.orders import DISPATCHES, DOCUMENTS, FILE_KEYS, FILES


def _searchable(document: Document) -> dict[str, Any]:
    reading = document.reading
    return {
        "number": reading.number,
        "year": reading.issued_on.year if reading.issued_on else None,
        "issuer": reading.issuer,
        "is_emergency": reading.is_emergency,
        "is_recognised": reading.is_recognised,
        "is_pressing": reading.is_pressing,
    }


_FILES = Rows(ReceivedFile, FILES)
_DOCUMENTS = Rows(Document, DOCUMENTS, derive=_searchable)
_OF_FILE = _DOCUMENTS.of(DOCUMENTS.c.file, DOCUMENTS.c.position)
_WAITS = DOCUMENTS.c.state.in_(REVIEWABLE) & (DOCUMENTS.c.is_emergency | ~DOCUMENTS.c.is_recognised)
_WAITING = _DOCUMENTS.all.where(_WAITS).order_by(DOCUMENTS.c.is_emergency.desc(), DOCUMENTS.c.id.desc()).limit(bindparam("most"))
_IS_FOLLOWED = DOCUMENTS.c.id.in_(select(DISPATCHES.c.document).where(DISPATCHES.c.state == DispatchState.OPEN))
_IN_HAND = _DOCUMENTS.all.where(_WAITS | _IS_FOLLOWED).order_by(DOCUMENTS.c.id.desc()).limit(bindparam("most"))


class SqlDocuments:
    """`alertd.ports.Documents` in SQL."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def add_file(self, file: ReceivedFile) -> int:
        """As the port says; where another transaction is just keeping the same bytes, once that has ended."""
        statement = self._access.insert_new(FILES, "sha256").values(_FILES.values(file)).returning(FILES.c.id)
        file_id: int | None = await self._access.connection.scalar(statement)
        if file_id is None:
            raise AlreadyKept
        return file_id

    async def save_file(self, file: ReceivedFile) -> None:
        await self._access.save(_FILES, file)

    async def file(self, file_id: int) -> ReceivedFile | None:
        return await self._access.get(_FILES, file_id)

    async def file_by_sha256(self, sha256: str) -> ReceivedFile | None:
        return await self._access.one(_FILES, FILES.c.sha256 == sha256, hold=True)

    async def file_by_key(self, idempotency_key: str) -> ReceivedFile | None:
        named = select(FILE_KEYS.c.file).where(FILE_KEYS.c.idempotency_key == idempotency_key)
        return await self._access.one(_FILES, FILES.c.id.in_(named))

    async def keep_key(self, idempotency_key: str, file_id: int) -> None:
        """A key that is known keeps its first file."""
        await self._access.run(self._access.insert_new(FILE_KEYS, "idempotency_key").values(idempotency_key=idempotency_key, file=file_id))

    async def add(self, document: Document) -> int:
        return int(await self._access.add(_DOCUMENTS, document))

    async def get(self, document_id: int) -> Document | None:
        return await self._access.get(_DOCUMENTS, document_id, hold=True)

    async def of_file(self, file_id: int) -> list[Document]:
        return await self._access.of(_DOCUMENTS, _OF_FILE, file_id)

    async def with_number(self, number: str, year: int | None, issuer: str | None) -> list[Document]:
        """As the port says; a year or issuer of None rules nothing out."""
        query = _DOCUMENTS.all.where(DOCUMENTS.c.number == number).order_by(DOCUMENTS.c.id)
        if year is not None:
            query = query.where(DOCUMENTS.c.year == year)
        if issuer is not None:
            query = query.where(DOCUMENTS.c.issuer == issuer)
        return await self._access.many(_DOCUMENTS, query)

    async def recent(self, states: Sequence[DocumentState] = (), limit: int = 100) -> list[Document]:
        query = _DOCUMENTS.all.order_by(DOCUMENTS.c.id.desc()).limit(limit)
        if states:
            query = query.where(DOCUMENTS.c.state.in_(states))
        return await self._access.many(_DOCUMENTS, query)

    async def waiting(self, limit: int) -> list[Document]:
        return await self._access.many(_DOCUMENTS, _WAITING, {"most": limit})

    async def unchased(self, received_by: Sequence[datetime], limit: int) -> list[Document]:
        c = DOCUMENTS.c
        is_due = or_(false(), *((c.received_at <= moment) & (c.chased <= number) for number, moment in enumerate(received_by)))
        query = _DOCUMENTS.all.where(c.state.in_(REVIEWABLE), c.is_pressing, is_due).order_by(c.received_at, c.id).limit(limit)
        return await self._access.many(_DOCUMENTS, query)

    async def in_hand(self, limit: int) -> list[Document]:
        return await self._access.many(_DOCUMENTS, _IN_HAND, {"most": limit})

    async def save(self, document: Document) -> None:
        await self._access.save(_DOCUMENTS, document)
