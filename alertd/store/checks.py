"""Keeps the rounds of the self-check, whom they ask, and what an administrator vouches for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from alertd.model.checks import Attestation, CheckState, ContactCheck, Probe
from alertd.model.notices import DeliveryState, MessageKind
from alertd.store.rows import Access, Rows, chunks
from alertd.store.tables.checks import ATTESTATIONS, CONTACT_CHECKS, PROBES
from alertd.store.tables.traffic import DELIVERIES

_CHECKS = Rows(ContactCheck, CONTACT_CHECKS)
_PROBES = Rows(Probe, PROBES)
_ATTESTATIONS = Rows(Attestation, ATTESTATIONS, key="address")
_UNENDED = select(CONTACT_CHECKS.c.id).where(CONTACT_CHECKS.c.state != CheckState.ENDED)


class SqlChecks:
    """`alertd.ports.Checks` in SQL."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def add(self, check: ContactCheck) -> int:
        return int(await self._access.add(_CHECKS, check))

    async def save(self, check: ContactCheck) -> None:
        await self._access.save(_CHECKS, check)

    async def latest(self, body: str | None = None) -> ContactCheck | None:
        is_meant = CONTACT_CHECKS.c.body.is_not_distinct_from(body)
        newest = select(CONTACT_CHECKS.c.id).where(is_meant).order_by(CONTACT_CHECKS.c.id.desc()).limit(1).scalar_subquery()
        return await self._access.one(_CHECKS, CONTACT_CHECKS.c.id == newest, hold=True)

    async def trials(self) -> list[ContactCheck]:
        is_open = CONTACT_CHECKS.c.body.is_not(None) & (CONTACT_CHECKS.c.state == CheckState.OPEN)
        return await self._access.many(_CHECKS, _CHECKS.all.where(is_open).order_by(CONTACT_CHECKS.c.id))

    async def ask(self, probes: Sequence[Probe]) -> None:
        for some in chunks(probes):
            statement = self._access.insert_new(PROBES, "contact_check", "contact", "channel", "address")
            await self._access.connection.execute(statement, [_PROBES.values(probe) for probe in some])

    async def probes(self, check_id: int) -> list[Probe]:
        return await self._access.many(_PROBES, _PROBES.all.where(PROBES.c.contact_check == check_id).order_by(PROBES.c.id))

    async def waiting(self, channel: str, address: str) -> list[Probe]:
        is_theirs = (PROBES.c.channel == channel) & (PROBES.c.address == address) & PROBES.c.answered_at.is_(None)
        return await self._access.many(_PROBES, _PROBES.all.where(is_theirs, PROBES.c.contact_check.in_(_UNENDED)))

    async def answer(self, probe_ids: Sequence[int], at: datetime, words: str) -> None:
        for some in chunks(probe_ids):
            await self._access.run(update(PROBES).where(PROBES.c.id.in_(some)).values(answered_at=at, words=words))

    async def unsent(self) -> list[int]:
        waits = (DELIVERIES.c.state == DeliveryState.QUEUED) & (DELIVERIES.c.kind == MessageKind.CONTACT_CHECK)
        return list(await self._access.connection.scalars(select(DELIVERIES.c.id).where(waits)))

    async def attest(self, attestations: Sequence[Attestation]) -> None:
        for each in attestations:
            await self._access.run(
                delete(ATTESTATIONS).where(ATTESTATIONS.c.channel == each.channel, ATTESTATIONS.c.address == each.address)
            )
        if attestations:
            await self._access.connection.execute(insert(ATTESTATIONS), [_ATTESTATIONS.values(each) for each in attestations])

    async def attested(self) -> list[Attestation]:
        return await self._access.many(_ATTESTATIONS, _ATTESTATIONS.all.order_by(ATTESTATIONS.c.channel, ATTESTATIONS.c.address))
