"""Enters who is away and who is back, so that an order goes first to somebody who is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from alertd.clock import day_there
from alertd.directory.directory import Directory
from alertd.errors import Invalid, NotFound
from alertd.model.absences import Absence
from alertd.model.lengths import NOTE, within
from alertd.ports import Clock, Store
from alertd.workflow.changes import Changes
from alertd.workflow.notices.packing import Packer


class Leave:
    """Absences of contacts, entered by officers."""

    def __init__(self, store: Store, clock: Clock, directory: Directory, packer: Packer, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._directory = directory
        self._packer = packer
        self._changes = changes

    async def enter(self, contact_id: str, first: date, last: date, note: str, by: str) -> Absence:
        """The contact is away from the first to the last day. Raises NotFound or Invalid."""
        now = self._clock.now()
        if self._directory.find_contact(contact_id) is None:
            raise NotFound("no_contact", "Danh bạ không có đầu mối này.")
        if first > last or last < day_there(now):
            raise Invalid("bad_period", "Ngày cuối phải từ hôm nay trở đi và không trước ngày đầu.")
        absence = Absence(0, contact_id, first, last, within(note, NOTE, "Lý do"), by, now)
        async with self._store.transaction() as tx:
            absence = replace(absence, id=await tx.absences.add(absence))
            days = {"first": first.isoformat(), "last": last.isoformat(), "note": note}
            await tx.audit.add(now, by, "contact.away", f"contact/{contact_id}", days)
        self._changes.notify()
        return absence

    async def end(self, absence_id: int, by: str) -> Absence:
        """The contact is back, or never went. Once is enough. Raises NotFound."""
        now = self._clock.now()
        async with self._store.transaction() as tx:
            absence = await tx.absences.get(absence_id)
            if absence is None:
                raise NotFound("no_absence", "Không có lần vắng mặt này.")
            if absence.ended_at is None:
                absence = replace(absence, ended_at=now)
                await tx.absences.save(absence)
                await tx.audit.add(now, by, "contact.back", f"contact/{absence.contact}", {})
        self._changes.notify()
        return absence

    async def of_body(self, body_id: str) -> list[tuple[str, Absence]]:
        """Who of the body is or will be away, by title, the earliest first."""
        titles = {contact.id: contact.title for contact in self._packer.contacts(body_id)}
        async with self._store.snapshot() as tx:
            standing = await tx.absences.standing(day_there(self._clock.now()))
        return [(titles[each.contact], each) for each in standing if each.contact in titles]
