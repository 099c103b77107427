"""Reads what alertd has written down, as an auditor would: the tables themselves, not what the program makes of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from alertd.model.notices import DeliveryState, MessageKind
from alertd.store import engines
from alertd.store.tables.orders import DISPATCHES, DOCUMENTS, NOTICES, REPLIES
from alertd.store.tables.traffic import DELIVERIES, DELIVERY_HISTORY, INBOX

_D, _H, _N = DELIVERIES.c, DELIVERY_HISTORY.c, NOTICES.c
SQLITE = "sqlite:///"
_UNDECIDED = (DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a delivery's history."""

    state: DeliveryState
    at: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One delivery with its history."""

    id: int
    dispatch: int | None
    notice: int | None
    kind: MessageKind
    body: str | None
    chat: str
    text: str
    state: DeliveryState
    reason: str
    is_repeat: bool
    history: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One body's notice: whether it has answered, and how many answers of it were kept."""

    dispatch: int
    body: str
    code: str
    acknowledged_at: datetime | None
    replies: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How much is still to be done, and how much has happened."""

    left: int
    changes: int


@dataclass(frozen=True, slots=True)
class Books:
    """Everything that is written down."""

    entries: tuple[Entry, ...]
    notices: Mapping[int, Told]


class Reader:
    """One database, read only."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def progress(self) -> Progress:
        """Where things stand."""
        async with self._engine.connect() as connection:
            deliveries = await connection.scalar(select(func.count()).where(_D.state.in_(_UNDECIDED)))
            events = await connection.scalar(select(func.count()).where(INBOX.c.finished_at.is_(None)))
            changes = await connection.scalar(select(func.count()).select_from(DELIVERY_HISTORY))
        return Progress((deliveries or 0) + (events or 0), changes or 0)

    async def dispatches_of(self, document: int) -> list[int]:
        """The releases of a document."""
        async with self._engine.connect() as connection:
            return list(await connection.scalars(select(DISPATCHES.c.id).where(DISPATCHES.c.document == document)))

    async def documents(self) -> int:
        """How many documents are kept."""
        async with self._engine.connect() as connection:
            return await connection.scalar(select(func.count()).select_from(DOCUMENTS)) or 0

    async def books(self) -> Books:
        """All of it."""
        async with self._engine.connect() as connection:
            history = await _history(connection)
            rows = await connection.execute(select(DELIVERIES))
            entries = tuple(_entry(row, tuple(history[row.id])) for row in rows)
            return Books(entries, await _notices(connection))


@asynccontextmanager
async def reading(url: str) -> AsyncIterator[Reader]:
    """The database at a URL of alertd's configuration."""
    engine = engines.sqlite_readers(Path(url.removeprefix(SQLITE))) if url.startswith(SQLITE) else engines.postgresql(url, None)
    try:
        yield Reader(engine)
    finally:
        await engine.dispose()


async def _history(connection: AsyncConnection) -> Mapping[int, Sequence[Line]]:
    lines: dict[int, list[Line]] = defaultdict(list)
    for delivery, state, at in await connection.execute(select(_H.delivery, _H.state, _H.at).order_by(_H.id)):
        lines[delivery].append(Line(state, at))
    return lines


async def _notices(connection: AsyncConnection) -> Mapping[int, Told]:
    answered = await connection.execute(select(REPLIES.c.notice, func.count().label("number")).group_by(REPLIES.c.notice))
    replies = {row.notice: row.number for row in answered}
    rows = await connection.execute(select(_N.id, _N.dispatch, _N.body, _N.code, _N.acknowledged_at))
    return {row.id: Told(row.dispatch, row.body, row.code, row.acknowledged_at, replies.get(row.id, 0)) for row in rows}


def _entry(row: Row[Any], history: tuple[Line, ...]) -> Entry:
    return Entry(
        id=row.id,
        dispatch=row.dispatch,
        notice=row.notice,
        kind=row.kind,
        body=row.body,
        chat=row.address,
        text=row.text,
        state=row.state,
        reason=row.reason,
        is_repeat=row.is_repeat,
        history=history,
    )
