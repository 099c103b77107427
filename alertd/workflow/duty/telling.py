"""Tells the duty desk what was raised: many things of one kind in one message, and again while nobody takes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from alertd.messages.content import Content
from alertd.model.bodies import Contact
from alertd.model.duty import Alert, OnDuty, told_in_round
from alertd.model.escalation import comes_at
from alertd.model.notices import MessageKind
from alertd.ports import Clock, Transaction
from alertd.workflow.duty.duty import Roster
from alertd.workflow.notices.composing import Composer, Letter
from alertd.workflow.notices.wording import take_button

KEPT_FOR = timedelta(hours=24)
"""How long a message to the duty desk is tried."""
GATHER = timedelta(minutes=1)
"""After the desk was told a thing, others like it gather for so long: whoever telephones one body cannot telephone the next before."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the desk is given to take what it was told, before it is told again."""

    incidents: tuple[timedelta, ...]
    others: tuple[timedelta, ...]

    def after(self, told_at: datetime, number: int, now: datetime, *, is_incident: bool) -> datetime | None:
        """When the round of that number comes, the one before it coming now; None where there is none."""
        pauses = (timedelta(0), *(self.incidents if is_incident else self.others))
        return comes_at(told_at + pauses[number], told_at + pauses[number - 1], now) if number < len(pauses) else None


class Teller:
    """Writes to whoever is on duty, on every channel, and to the next officer while nobody takes it."""

    def __init__(self, clock: Clock, composer: Composer, roster: Roster, patience: Patience) -> None:
        self._clock = clock
        self._composer = composer
        self._roster = roster
        self._patience = patience

    async def raise_alert(self, tx: Transaction, alert: Alert) -> None:
        """Enter a thing, once. What a storm brings for many bodies is told at the timetable's next step, everything else now."""
        now = self._clock.now()
        if alert.is_one_of_many:
            last = await tx.duty.last_told(alert)
            await tx.duty.add_alert(replace(alert, next_at=max(now, last + GATHER) if last else now))
            return
        alert_id = await tx.duty.add_alert(replace(alert, next_at=now))
        if alert_id is not None:
            await self.tell(tx, (replace(alert, id=alert_id),))

    async def tell(self, tx: Transaction, bundle: Sequence[Alert]) -> bool:
        """Tell a bundle: first whoever is on duty, each further time one officer more. Returns whether anybody was told.

        What a body is silent about is not told again to whoever knows it: the ladder itself comes back to that.
        """
        await self._composer.look_up(tx)
        duty, first, now = await self._roster.now(tx), bundle[0], self._clock.now()
        number = self._round(duty, 0 if first.told_at is None else first.round + 1)
        told = told_in_round(duty, number)
        is_worth_it = number == 0 or first.about.startswith("reply/") or len(told) > len(told_in_round(duty, first.round))
        told_at = first.told_at or now
        next_at = self._patience.after(told_at, number + 1, now, is_incident=first.is_incident) if is_worth_it else None
        following = [replace(alert, round=number, told_at=told_at, next_at=next_at) for alert in bundle]
        for alert in following:
            await tx.duty.save_alert(alert)
        if is_worth_it:
            await self._write_to_all(tx, following, self._roster.contacts(told))
        return is_worth_it

    def _round(self, duty: OnDuty, number: int) -> int:
        """That round, or the first after it in which there is anybody who can be written to: nobody waits for whom no message reaches."""
        rounds = range(number, max(number, len(duty.others)) + 1)
        return next((each for each in rounds if self._can_write(told_in_round(duty, each))), number)

    def _can_write(self, officers: Sequence[str]) -> bool:
        contacts = self._roster.contacts(officers)
        return any(self._composer.usable(contact, is_drill=False, kind=MessageKind.DUTY_ALERT) for contact in contacts)

    async def taken(self, tx: Transaction, alerts: Sequence[Alert], by: str) -> None:
        """Whoever else was told learns that an officer is at it, so that nobody does it twice."""
        first = alerts[0]
        told = told_in_round(await self._roster.now(tx), first.round)
        others = [contact for contact in self._roster.contacts(told) if not self._composer.is_officer(contact, by)]
        what = content_of(alerts)
        for contact in others if len(told) > 1 else ():
            content = Content(reason=f"{by} đã nhận xử lý việc số {first.id}", lines=(f"{what.body}: {what.reason}",))
            await self.write(tx, Letter(MessageKind.OFFICER_NOTE, contact, content, f"taken-{first.id}"))

    async def write(self, tx: Transaction, letter: Letter) -> None:
        """One message to one officer, on every channel."""
        now = self._clock.now()
        await tx.outbox.add(self._composer.compose(letter, now, now + KEPT_FOR))

    async def _write_to_all(self, tx: Transaction, bundle: Sequence[Alert], officers: Sequence[Contact]) -> None:
        first = bundle[0]
        dispatch = await tx.dispatches.get(first.dispatch) if first.dispatch is not None else None
        content, step = content_of(bundle), f"alert-{first.id}-{first.round}"
        for contact in officers:
            await self.write(tx, Letter(MessageKind.DUTY_ALERT, contact, content, step, None, dispatch, take_button(first.id)))


def content_of(bundle: Sequence[Alert]) -> Content:
    """What a message about one thing says, or about several that are alike: then each body has a line of its own."""
    first = bundle[0]
    shared = Content(document=first.document, body=first.body, reason=first.reason, link=first.link, number=first.id, count=first.round)
    if len(bundle) > 1:
        return replace(shared, body=many(bundle), lines=tuple(map(_line, bundle)))
    return replace(shared, words=first.words, contact=first.contact, code=first.code, telephones=first.telephones)


def many(bundle: Sequence[Alert]) -> str:
    """What a bundle of several is about, e.g. "14 đơn vị"."""
    return f"{len(bundle)} {'đầu mối' if bundle[0].about.startswith('contact/') else 'đơn vị'}"


def _line(alert: Alert) -> str:
    called = f"{alert.body} (mã {alert.code})" if alert.code else alert.body
    return f"{called}: {', '.join(alert.telephones)}" if alert.telephones else called
