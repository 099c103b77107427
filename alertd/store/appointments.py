"""Keeps the moments at which bodies owe a word, and what has come of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select

from alertd.model.appointments import Appointment, AppointmentState
from alertd.model.notices import DispatchState
from alertd.store.rows import Access, Rows
from alertd.store.tables.orders import APPOINTMENTS, DISPATCHES

_APPOINTMENTS = Rows(Appointment, APPOINTMENTS)
_A = APPOINTMENTS.c
_OF_DISPATCH = _APPOINTMENTS.of(_A.dispatch, _A.at, _A.id)
_OF_NOTICE = _APPOINTMENTS.of(_A.notice, _A.at, _A.id)
_OPEN = select(DISPATCHES.c.id).where(DISPATCHES.c.state == DispatchState.OPEN)
_DUE = (
    _APPOINTMENTS.all.where(_A.dispatch.in_(_OPEN), _A.next_step_at <= bindparam("now"))
    .order_by(_A.next_step_at, _A.id)
    .limit(bindparam("most"))
)


class SqlAppointments:
    """`alertd.ports.Appointments` in SQL."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def add(self, appointments: Sequence[Appointment]) -> None:
        if appointments:
            statement = self._access.insert_new(APPOINTMENTS, "notice", "kind", "at")
            await self._access.connection.execute(statement, [_APPOINTMENTS.values(each) for each in appointments])

    async def get(self, appointment_id: int) -> Appointment | None:
        return await self._access.get(_APPOINTMENTS, appointment_id, hold=True)

    async def save(self, appointment: Appointment) -> None:
        await self._access.save(_APPOINTMENTS, appointment)

    async def due(self, now: datetime, limit: int) -> list[Appointment]:
        return await self._access.many(_APPOINTMENTS, _DUE, {"now": now, "most": limit})

    async def of_dispatch(self, dispatch_id: int) -> list[Appointment]:
        return await self._access.of(_APPOINTMENTS, _OF_DISPATCH, dispatch_id)

    async def of_notice(self, notice_id: int) -> list[Appointment]:
        return await self._access.of(_APPOINTMENTS, _OF_NOTICE, notice_id)

    async def last_step_at(self, dispatch_id: int) -> datetime | None:
        is_waiting = (_A.dispatch == dispatch_id) & (_A.state == AppointmentState.OPEN)
        found = select(_A.next_step_at).where(is_waiting, _A.next_step_at.is_not(None)).order_by(_A.next_step_at.desc()).limit(1)
        moment: datetime | None = await self._access.connection.scalar(found)
        return moment
