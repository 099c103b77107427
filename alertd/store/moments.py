"""Brings back what a clock that was wrong has written into the future, so that it is not waited for until that day comes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, bindparam, select, update

from alertd.store.rows import Access
from alertd.store.tables.checks import CONTACT_CHECKS
from alertd.store.tables.duty import ALERTS, CONFIRMATIONS, SHIFTS
from alertd.store.tables.media import ATTACHMENTS, HANDED_FILES
from alertd.store.tables.orders import APPOINTMENTS, ASSIGNMENTS, DISPATCHES, DOCUMENTS, FILES, NOTICES, REPLIES
from alertd.store.tables.people import ABSENCES, ENROLMENTS, SESSIONS
from alertd.store.tables.traffic import DELIVERIES, INBOX

WAITS_AT_MOST = timedelta(days=1)
"""Nothing that was entered by a right clock waits longer than this for its next step."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Moments of a table: one that says when something happened, and those that were reckoned from it."""

    table: Table
    happened: str
    follows: tuple[str, ...] = ()


_RECKONED = (
    Reckoned(FILES, "received_at"),
    Reckoned(DOCUMENTS, "received_at", ("state_at",)),
    Reckoned(DISPATCHES, "released_at", ("expires_at",)),
    Reckoned(NOTICES, "acknowledged_at"),
    Reckoned(ASSIGNMENTS, "state_at", ("deadline_at",)),
    Reckoned(APPOINTMENTS, "state_at", ("at", "next_step_at")),
    Reckoned(REPLIES, "received_at", ("resolved_at", "void_at")),
    Reckoned(ATTACHMENTS, "received_at", ("due_at",)),
    Reckoned(HANDED_FILES, "received_at", ("due_at",)),
    Reckoned(DELIVERIES, "created_at", ("due_at", "expires_at", "sent_at", "delivered_at", "lease_until", "receipt_due_at")),
    Reckoned(INBOX, "received_at", ("finished_at",)),
    Reckoned(ALERTS, "raised_at", ("told_at", "next_at", "taken_at")),
    Reckoned(SHIFTS, "began_at"),
    Reckoned(CONFIRMATIONS, "created_at", ("expires_at",)),
    Reckoned(CONTACT_CHECKS, "began_at", ("resume_at", "ends_at")),
    Reckoned(SESSIONS, "created_at", ("expires_at",)),
    Reckoned(ABSENCES, "entered_at", ("ended_at",)),
    Reckoned(ENROLMENTS, "created_at", ("expires_at", "bound_at")),
)
_WAITING: Mapping[Table, tuple[str, ...]] = {
    NOTICES: ("next_step_at", "paused_until"),
    DELIVERIES: ("due_at", "lease_until", "receipt_due_at"),
    ALERTS: ("told_at", "next_at"),
    ATTACHMENTS: ("due_at",),
    HANDED_FILES: ("due_at",),
    CONTACT_CHECKS: ("resume_at",),
}
"""Moments of rows that a right clock has entered and a wrong one may have put off."""


class SqlMoments:
    """`alertd.ports.Moments` in SQL."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def bring_back(self, by: timedelta, now: datetime) -> int:
        moved = 0
        for each in _RECKONED:
            columns = [each.table.c[name] for name in (each.happened, *each.follows)]
            moved += await self._shift(each.table, columns, columns[0] > now, by)
        for table, names in _WAITING.items():
            for column in (table.c[name] for name in names):
                moved += await self._shift(table, [column], column > now + WAITS_AT_MOST, by)
        return moved

    async def _shift(self, table: Table, columns: list[Column[Any]], which: ColumnElement[bool], by: timedelta) -> int:
        """Bring back these columns of those rows. Row by row: SQLite keeps moments as text."""
        (key,) = table.primary_key.columns
        connection = self._access.connection
        rows = (await connection.execute(select(key, *columns).where(which))).all()
        if rows:
            new = [{"row": row[0]} | {c.name: at and at - by for c, at in zip(columns, row[1:], strict=True)} for row in rows]
            statement = update(table).where(key == bindparam("row")).values({c: bindparam(c.name) for c in columns})
            await connection.execute(statement, new)
        return len(rows)
