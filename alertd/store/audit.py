"""Keeps the audit trail: a chain in which each entry carries the hash of the one before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert, select

from alertd.model.audit import EVERYTHING, GENESIS, PROGRAM, AuditEntry, Choice, Seal, digest_of
from alertd.store.rows import Access, Rows
from alertd.store.tables.people import AUDIT, AUDIT_HEAD
from alertd.store.types import storable

_ENTRIES = Rows(AuditEntry, AUDIT)
_HEAD = select(AUDIT_HEAD.c.last, AUDIT_HEAD.c.digest)
_ADD = insert(AUDIT)
_BATCH = 500


class SqlAuditTrail:
    """`alertd.ports.AuditTrail` in SQL. Adding holds the end of the chain until the transaction ends: two processes cannot fork it. The
    database moves the end with each entry, and on PostgreSQL tells who listens.
    """

    def __init__(self, access: Access) -> None:
        self._access = access
        self._end: tuple[int, str] | None = None

    async def add(self, at: datetime, actor: str, action: str, subject: str, detail: Mapping[str, Any]) -> AuditEntry:
        last, previous = self._end or await self.end()
        content = (at.astimezone(UTC), storable(actor), action, subject, _as_stored(detail))
        entry = AuditEntry(last + 1, *content, previous, digest_of(previous, *content))
        await self._access.connection.execute(_ADD, {"id": entry.id, **_ENTRIES.values(entry)})
        self._end = (entry.id, entry.digest)
        return entry

    async def end(self) -> tuple[int, str]:
        """Number and digest of the last entry, as the chain's end was noted; held in a transaction."""
        query = _HEAD.with_for_update() if self._access.is_writing else _HEAD
        last, digest = (await self._access.connection.execute(query)).one()
        return last, digest

    async def since(self, entry_id: int, limit: int = 200) -> list[AuditEntry]:
        """The entries after that one, oldest first."""
        return await self._access.many(_ENTRIES, _ENTRIES.all.where(AUDIT.c.id > entry_id).order_by(AUDIT.c.id).limit(limit))

    async def recent(self, limit: int = 200, choice: Choice = EVERYTHING, before: int | None = None) -> list[AuditEntry]:
        wanted = [AUDIT.c[name] == asked for name in ("subject", "actor", "action") if (asked := getattr(choice, name))]
        wanted += [AUDIT.c.actor != PROGRAM] if choice.by_people else []
        wanted += [AUDIT.c.id < before] if before is not None else []
        return await self._access.many(_ENTRIES, _ENTRIES.all.where(*wanted).order_by(AUDIT.c.id.desc()).limit(limit))

    async def last_id(self) -> int:
        return int(await self._access.connection.scalar(select(AUDIT_HEAD.c.last)) or 0)


def _as_stored(detail: Mapping[str, Any]) -> dict[str, Any]:
    """The detail as it will be read again (tuples are lists, keys are text): else its hash would not match.

    Raises TypeError or ValueError for what JSON does not have.
    """
    stored: dict[str, Any] = json.loads(storable(json.dumps(detail, ensure_ascii=False, allow_nan=False)))
    return stored


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of walking the chain."""

    entries: int
    """How many entries, from the first, are as they were written."""
    broken: int | None = None
    """The first entry that is not; None where the chain is whole."""
    reason: str = ""
    seal: Seal | None = None
    """Where the chain ends; None where it is broken."""


async def verify(audit: SqlAuditTrail, seal: Seal | None = None) -> Verdict:
    """Walk the chain from its beginning to the first broken entry, and compare it with a seal that was noted earlier.

    To be called in a snapshot.
    """
    whole, digest, batch = 0, GENESIS, _BATCH
    while True:
        try:
            entries = await audit.since(whole, batch)
        except ValueError:  # an entry that cannot even be read: go on one by one until it is found
            if batch == 1:
                return Verdict(whole, whole + 1, "its content cannot be read")
            batch = 1
            continue
        if not entries:
            return _at_the_end(Seal(whole, digest), Seal(*await audit.end()), seal)
        for entry in entries:
            if fault := _fault(entry, whole + 1, digest) or _breach(entry, seal):
                return Verdict(whole, whole + 1, fault)
            whole, digest = entry.id, entry.digest


def _fault(entry: AuditEntry, number: int, previous: str) -> str:
    if entry.id != number:
        return "it is missing"
    if entry.previous != previous:
        return "it does not follow the entry before it"
    if entry.digest != digest_of(previous, entry.at, entry.actor, entry.action, entry.subject, entry.detail):
        return "its content was changed"
    return ""


def _breach(entry: AuditEntry, seal: Seal | None) -> str:
    is_another = seal is not None and entry.id == seal.entry and entry.digest != seal.digest
    return "it, or one before it, is not what was sealed: the trail was written anew" if is_another else ""


def _at_the_end(found: Seal, noted: Seal, seal: Seal | None) -> Verdict:
    whole, written = found.entry, max(noted.entry, seal.entry if seal else 0)
    if written > whole:
        return Verdict(whole, whole + 1, f"it is missing: entries up to {written} were written")
    if noted.entry < whole:
        return Verdict(noted.entry, noted.entry + 1, "it stands beyond the noted end of the chain")
    if found.digest != noted.digest:
        return Verdict(whole - 1, whole, "it is not the entry that was written last")
    return Verdict(whole, seal=found)
