"""Keeps what the duty desk was told and who took it, who has the duty, and releases that wait to be confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, bindparam, func, select

from alertd.model.confirmations import Confirmation
from alertd.model.duty import Alert, Shift
from alertd.store.rows import Access, Rows
from alertd.store.tables.duty import ALERTS, CONFIRMATIONS, SHIFTS

_ALERTS = Rows(Alert, ALERTS)
_SHIFTS = Rows(Shift, SHIFTS)
_CONFIRMATIONS = Rows(Confirmation, CONFIRMATIONS, key="digest")
_DUE = _ALERTS.all.where(ALERTS.c.next_at <= bindparam("now")).order_by(ALERTS.c.next_at, ALERTS.c.id).limit(bindparam("most"))


class SqlDuty:
    """`alertd.ports.Duty` in SQL."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def add_alert(self, alert: Alert) -> int | None:
        statement = self._access.insert_new(ALERTS, "about", "step").values(_ALERTS.values(alert)).returning(ALERTS.c.id)
        alert_id: int | None = await self._access.connection.scalar(statement)
        return alert_id

    async def alert(self, alert_id: int) -> Alert | None:
        return await self._access.get(_ALERTS, alert_id, hold=True)

    async def save_alert(self, alert: Alert) -> None:
        await self._access.save(_ALERTS, alert)

    async def last_told(self, like: Alert) -> datetime | None:
        moment: datetime | None = await self._access.connection.scalar(select(func.max(ALERTS.c.told_at)).where(_are_like(like)))
        return moment

    async def told_with(self, alert: Alert) -> list[Alert]:
        query = _ALERTS.all.where(_are_like(alert), ALERTS.c.told_at == alert.told_at, ALERTS.c.taken_by.is_(None))
        return await self._access.many(_ALERTS, query.order_by(ALERTS.c.id), hold=True)

    async def told_before(self, alerts: Sequence[Alert]) -> list[Alert]:
        if not alerts:
            return []
        own = [alert.id for alert in alerts]
        about = ALERTS.c.about.in_({alert.about for alert in alerts})
        query = _ALERTS.all.where(about, ALERTS.c.id < max(own), ALERTS.c.id.not_in(own), ALERTS.c.taken_by.is_(None))
        return await self._access.many(_ALERTS, query.order_by(ALERTS.c.id), hold=True)

    async def due_alerts(self, now: datetime, limit: int) -> list[Alert]:
        return await self._access.many(_ALERTS, _DUE, {"now": now, "most": limit})

    async def untaken(self, limit: int) -> list[Alert]:
        query = _ALERTS.all.where(ALERTS.c.taken_by.is_(None)).order_by(ALERTS.c.id.desc()).limit(limit)
        return await self._access.many(_ALERTS, query)

    async def add_shift(self, shift: Shift) -> int:
        return int(await self._access.add(_SHIFTS, shift))

    async def shift(self) -> Shift | None:
        latest = select(SHIFTS.c.id).order_by(SHIFTS.c.id.desc()).limit(1).scalar_subquery()
        return await self._access.one(_SHIFTS, SHIFTS.c.id == latest)

    async def add_confirmation(self, confirmation: Confirmation) -> None:
        await self._access.add(_CONFIRMATIONS, confirmation)

    async def confirmation(self, digest: str) -> Confirmation | None:
        return await self._access.one(_CONFIRMATIONS, CONFIRMATIONS.c.digest == digest, hold=True)

    async def save_confirmation(self, confirmation: Confirmation) -> None:
        await self._access.save(_CONFIRMATIONS, confirmation)


def _are_like(alert: Alert) -> ColumnElement[bool]:
    """Of the same order, for the same reason."""
    return and_(ALERTS.c.dispatch.is_not_distinct_from(alert.dispatch), ALERTS.c.reason == alert.reason)
