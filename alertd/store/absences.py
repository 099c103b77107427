"""Keeps when contacts are away."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from alertd.model.absences import Absence
from alertd.store.rows import Access, Rows
from alertd.store.tables.people import ABSENCES

_ABSENCES = Rows(Absence, ABSENCES)
_STAND = select(func.count(), func.count(ABSENCES.c.ended_at))


class SqlAbsences:
    """`alertd.ports.Absences` in SQL."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def add(self, absence: Absence) -> int:
        return int(await self._access.add(_ABSENCES, absence))

    async def get(self, absence_id: int) -> Absence | None:
        return await self._access.get(_ABSENCES, absence_id, hold=True)

    async def save(self, absence: Absence) -> None:
        await self._access.save(_ABSENCES, absence)

    async def stand(self) -> tuple[int, int]:
        entered, ended = (await self._access.connection.execute(_STAND)).one()
        return entered, ended

    async def standing(self, day: date) -> list[Absence]:
        query = _ABSENCES.all.where(ABSENCES.c.ended_at.is_(None), ABSENCES.c.last >= day)
        return await self._access.many(_ABSENCES, query.order_by(ABSENCES.c.first, ABSENCES.c.id))
