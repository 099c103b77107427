"""Says who is on duty, hands the duty over, and lets an officer take what the desk was told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from alertd.clock import VIETNAM
from alertd.errors import NotFound, Refused
from alertd.model.appointments import AppointmentState
from alertd.model.bodies import Contact
from alertd.model.duty import Alert, NextWatch, OnDuty, Shift, Watch, next_watch, on_duty
from alertd.model.lengths import NOTE, within
from alertd.model.notices import DispatchState
from alertd.model.replies import ReplyState
from alertd.ports import Clock, Store, Transaction
from alertd.workflow.changes import Changes
from alertd.workflow.labels import time_label
from alertd.workflow.notices.packing import Packer

TellTaken = Callable[[Transaction, Sequence[Alert], str], Awaitable[None]]
"""Tells whoever else knows of them that an officer, by account, has taken them."""
_ABOUT_NOTICE = frozenset({"notice", "over"})
"""What these are about is settled by any answer."""
_AWAITED = frozenset({AppointmentState.OPEN, AppointmentState.MISSED})


class Roster:
    """The duty body's contacts, the roster in the settings, and whoever has taken the duty."""

    def __init__(self, clock: Clock, packer: Packer, duty_body: str, watches: Sequence[Watch]) -> None:
        self._clock = clock
        self._packer = packer
        self._duty_body = duty_body
        self._watches = tuple(watches)

    @property
    def officers(self) -> tuple[Contact, ...]:
        """Every duty officer, in the order of calling."""
        return self._packer.contacts(self._duty_body)

    async def now(self, tx: Transaction) -> OnDuty:
        """Who is on duty at this moment."""
        officers = [contact.id for contact in self.officers]
        return on_duty(self._watches, officers, await tx.duty.shift(), self._clock.now().astimezone(VIETNAM))

    def next(self) -> NextWatch | None:
        """Whose hours on the roster begin next."""
        return next_watch(self._watches, [contact.id for contact in self.officers], self._clock.now().astimezone(VIETNAM))

    def contacts(self, ids: Sequence[str]) -> tuple[Contact, ...]:
        """The officers of these ids, in that order."""
        known = {contact.id: contact for contact in self.officers}
        return tuple(known[each] for each in ids if each in known)


class Duty:
    """What officers do with the duty itself."""

    def __init__(
        self, store: Store, clock: Clock, roster: Roster, tell_taken: TellTaken, changes: Changes, wake: Callable[[], None]
    ) -> None:
        self._store = store
        self._clock = clock
        self._roster = roster
        self._tell_taken = tell_taken
        self._changes = changes
        self._wake = wake

    async def begin(self, officer: str, note: str, by: str) -> Shift:
        """An officer takes the duty. Raises NotFound for whoever is no duty officer."""
        async with self._store.transaction() as tx:
            shift = await self.begin_in(tx, officer, note, by)
        self._changes.notify()
        return shift

    async def begin_in(self, tx: Transaction, officer: str, note: str, by: str) -> Shift:
        """The same, inside the transaction of whoever decides."""
        if not self._roster.contacts([officer]):
            raise NotFound("no_officer", "Danh bạ không có cán bộ trực ban này.")
        note = within(note.strip(), NOTE, "Lời dặn")
        now = self._clock.now()
        before = await tx.duty.shift()
        shift = Shift(0, officer, now, by, note)
        shift = replace(shift, id=await tx.duty.add_shift(shift))
        detail = {"to": officer, "was": before.officer if before else None, "note": note}
        await tx.audit.add(now, by, "duty.begun", f"shift/{shift.id}", detail)
        return shift

    async def take(self, alert_id: int, by: str) -> Alert:
        """An officer takes what the desk was told: nobody else is asked any more. Raises NotFound, Refused(`taken`)."""
        async with self._store.transaction() as tx:
            alert = await self.take_in(tx, alert_id, by, "")
        self._wake()
        self._changes.notify()
        return alert

    async def take_in(self, tx: Transaction, alert_id: int, by: str, chat: str) -> Alert:
        """The same, inside the transaction of whoever hears it; `chat`: from where it was said."""
        alert = await self._open_alert(tx, alert_id, by)
        return alert if alert.taken_by else (await self._take(tx, [alert], by, chat))[0]

    async def take_bundle_in(self, tx: Transaction, alert_id: int, by: str, chat: str) -> list[Alert]:
        """The same for everything that was told in one message, by the number that it bore. Returns what the officer has now."""
        first = await self._open_alert(tx, alert_id, by)
        together = await tx.duty.told_with(first) if first.is_one_of_many else [first]
        untaken = [alert for alert in together if alert.taken_by is None]
        return await self._take(tx, untaken, by, chat) if untaken else [first]

    async def _open_alert(self, tx: Transaction, alert_id: int, by: str) -> Alert:
        """An alert that nobody else has taken."""
        alert = await tx.duty.alert(alert_id)
        if alert is None:
            raise NotFound("no_alert", f"Không có việc số {alert_id}.")
        if alert.taken_by is not None and alert.taken_by != by:
            at = time_label(alert.taken_at or alert.raised_at)
            raise Refused("taken", f"Việc số {alert_id} đã có {alert.taken_by} nhận lúc {at}.")
        return alert

    async def _take(self, tx: Transaction, alerts: Sequence[Alert], by: str, chat: str) -> list[Alert]:
        """What was told earlier of the same things goes with them."""
        now = self._clock.now()
        earlier = await tx.duty.told_before([alert for alert in alerts if alert.stands_for_earlier])
        taken = [replace(alert, taken_by=by, taken_at=now, next_at=None) for alert in (*alerts, *earlier)]
        for alert in taken:
            await tx.duty.save_alert(alert)
            await tx.audit.add(now, by, "alert.taken", alert.about, {"alert": alert.id, "chat": chat})
        chosen = taken[: len(alerts)]
        await self._tell_taken(tx, chosen, by)
        return chosen


async def is_settled(tx: Transaction, alert: Alert) -> bool:
    """Whether what the desk was told needs nobody any more."""
    kind, _, number = alert.about.partition("/")
    if kind == "reply":
        reply = await tx.replies.get(int(number))
        return reply is None or reply.state is ReplyState.SETTLED
    if kind in _ABOUT_NOTICE and any(a.state.is_answered for a in await tx.dispatches.assignments_of_notice(int(number))):
        return True
    if alert.outlives_its_order:
        return False
    dispatch = await tx.dispatches.get(alert.dispatch) if alert.dispatch is not None else None
    if dispatch is not None and dispatch.state is not DispatchState.OPEN:
        return True
    if kind == "appointment":
        appointment = await tx.appointments.get(int(number))
        return appointment is None or appointment.state not in _AWAITED
    return False
