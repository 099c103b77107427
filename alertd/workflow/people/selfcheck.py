"""Asks everybody once a month to answer, and makes way for orders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from alertd.clock import VIETNAM
from alertd.directory.directory import Directory
from alertd.errors import Refused
from alertd.messages.content import Content
from alertd.model.bodies import Contact
from alertd.model.checks import CheckState, ContactCheck, Monthly, Probe
from alertd.model.lifecycles import CHECK, move
from alertd.model.notices import Button, DispatchState, MessageKind
from alertd.ports import Clock, Store, Transaction
from alertd.workflow.changes import Changes
from alertd.workflow.labels import time_label
from alertd.workflow.notices.addresses import Way
from alertd.workflow.notices.composing import Composer, Letter
from alertd.workflow.notices.packing import Packer
from alertd.workflow.notices.wording import CHECK_TAP

BY_ITSELF = "alertd"
_MAKES_WAY = "có công điện đang được theo dõi"


@dataclass(frozen=True, slots=True)
class Calling:
    """One contact and the ways on which an answer can come back."""

    contact: Contact
    ways: tuple[Way, ...]


class SelfCheck:
    """The rounds of the self-check. Whatever is due stands in the database."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        directory: Directory,
        packer: Packer,
        composer: Composer,
        changes: Changes,
        wake: Callable[[], None],
        monthly: Monthly | None,
        open_for: timedelta,
    ) -> None:
        """`monthly`: when a round begins by itself, None for never; answers are waited for `open_for`."""
        self._store = store
        self._clock = clock
        self._directory = directory
        self._packer = packer
        self._composer = composer
        self._changes = changes
        self._wake = wake
        self._monthly = monthly
        self._open_for = open_for

    @property
    def next_at(self) -> datetime | None:
        """When the next round begins by itself; None where none does."""
        return self._monthly.following(self._here()) if self._monthly else None

    def callings(self) -> tuple[Calling, ...]:
        """Whom a round asks now: everybody who answers for a body that exists today, on every channel that hears answers."""
        today = self._here().date()
        found = [
            Calling(contact, tuple(way for way in self._packer.ways(contact) if way.channel and way.channel.traits.hears_replies))
            for body in sorted(self._directory.bodies, key=lambda each: each.id)
            if body.exists_on(today)
            for contact in self._directory.contacts_of(body.id)
        ]
        return tuple(calling for calling in found if calling.ways)

    async def begin(self, by: str) -> ContactCheck:
        """Ask everybody now. Raises Refused while an order is followed, or another round waits for answers."""
        async with self._store.transaction() as tx:
            latest = await tx.checks.latest()
            if latest is not None and latest.state is CheckState.OPEN:
                raise Refused("check_open", "Một đợt kiểm tra liên lạc đang chờ trả lời.")
            if await _is_order_open(tx):
                raise Refused("order_open", "Đang có công điện được theo dõi, không kiểm tra liên lạc lúc này.")
            if latest is not None and latest.state is CheckState.PUT_OFF:
                await self._end(tx, latest, by)
            check = await self._open(tx, by)
        self._done()
        return check

    async def step(self) -> int:
        """One step of the timetable: begin, put off, go on or end. Returns how many things were done."""
        async with self._store.snapshot() as tx:
            latest = await tx.checks.latest()
        if not self._is_due(latest):
            return 0
        async with self._store.transaction() as tx:
            done = await self._step(tx, await tx.checks.latest())
        if done:
            self._done()
        return done

    async def make_way(self, tx: Transaction) -> None:
        """An order is released: whoever was not asked yet is not asked now, and nobody is waited for."""
        latest = await tx.checks.latest()
        if latest is not None and latest.state is CheckState.OPEN:
            await self._put_off(tx, latest)

    async def heard(self, tx: Transaction, channel: str, address: str, words: str) -> list[Probe]:
        """Somebody wrote from an address: it works. Returns whom a round had asked there and not heard yet."""
        waiting = await tx.checks.waiting(channel, address)
        if waiting:
            await tx.checks.answer([probe.id for probe in waiting], self._clock.now(), words)
        return waiting

    def _is_due(self, latest: ContactCheck | None) -> bool:
        """Whether there may be something to do; an order that was released meanwhile is seen by `make_way`."""
        now = self._clock.now()
        if latest is not None and latest.state is CheckState.OPEN:
            return now >= latest.ends_at
        if latest is not None and latest.state is CheckState.PUT_OFF:
            return latest.resume_at is not None and now >= latest.resume_at
        return self._monthly is not None and self._monthly.is_due(self._here(), latest.began_at if latest else None)

    async def _step(self, tx: Transaction, latest: ContactCheck | None) -> int:
        if not self._is_due(latest):
            return 0
        if latest is not None and latest.state is CheckState.OPEN:
            await self._end(tx, latest, BY_ITSELF)
        elif latest is not None and latest.state is CheckState.PUT_OFF:
            await (self._put_off(tx, latest) if await _is_order_open(tx) else self._resume(tx, latest))
        elif await _is_order_open(tx):
            now = self._clock.now()
            check = ContactCheck(0, CheckState.OPEN, now, BY_ITSELF, 0, None, now)
            await self._put_off(tx, replace(check, id=await tx.checks.add(check)))
        else:
            await self._open(tx, BY_ITSELF)
        return 1

    async def _open(self, tx: Transaction, by: str) -> ContactCheck:
        now = self._clock.now()
        check = ContactCheck(0, CheckState.OPEN, now, by, 1, None, now + self._open_for)
        check = replace(check, id=await tx.checks.add(check))
        await self._ask(tx, check)
        return check

    async def _resume(self, tx: Transaction, check: ContactCheck) -> None:
        """Ask those again who have not answered."""
        state, ends_at = move(CHECK, check.state, CheckState.OPEN), self._clock.now() + self._open_for
        check = replace(check, state=state, asked=check.asked + 1, resume_at=None, ends_at=ends_at, reason="")
        await tx.checks.save(check)
        await self._ask(tx, check)

    async def _ask(self, tx: Transaction, check: ContactCheck) -> None:
        """A message to each address that has not answered in this round; one to a telephone that several bodies share."""
        await self._packer.look_up(tx)
        now = self._clock.now()
        asked = [(calling.contact, way) for calling in self.callings() for way in calling.ways]
        await tx.checks.ask([Probe(0, check.id, c.id, c.body, w.address.channel, w.address.value) for c, w in asked])
        answered = {(p.channel, p.address) for p in await tx.checks.probes(check.id) if p.answered_at is not None}
        waiting = {(w.address.channel, w.address.value): contact for contact, w in reversed(asked)}
        for (channel, address), contact in waiting.items():
            if (channel, address) not in answered:
                letter = self._letter(check, contact)
                await tx.outbox.add(self._composer.compose(letter, now, check.ends_at, [channel]))
        detail = {"addresses": len(waiting) - len(answered), "count": check.asked}
        await tx.audit.add(now, check.began_by, "check.asked", f"check/{check.id}", detail)

    def _letter(self, check: ContactCheck, contact: Contact) -> Letter:
        content = Content(
            body=self._packer.body(contact.body).name,
            contact=contact.title,
            count=check.asked,
            deadline=time_label(check.ends_at),
        )
        step = f"check-{check.id}-{check.asked}"
        return Letter(MessageKind.CONTACT_CHECK, contact, content, step, buttons=((Button("Có mặt", CHECK_TAP),),))

    async def _put_off(self, tx: Transaction, check: ContactCheck) -> None:
        """Until the same hour of the next day."""
        now = self._clock.now()
        resume_at = max(check.resume_at or check.began_at, check.began_at)
        while resume_at <= now:
            resume_at += timedelta(days=1)
        state = move(CHECK, check.state, CheckState.PUT_OFF)
        await tx.checks.save(replace(check, state=state, resume_at=resume_at, reason=_MAKES_WAY))
        await tx.outbox.drop(await tx.checks.unsent(), now, f"hoãn kiểm tra liên lạc: {_MAKES_WAY}")
        await tx.audit.add(now, BY_ITSELF, "check.put_off", f"check/{check.id}", {"until": resume_at.isoformat(), "why": _MAKES_WAY})

    async def _end(self, tx: Transaction, check: ContactCheck, by: str) -> None:
        now = self._clock.now()
        probes = await tx.checks.probes(check.id)
        await tx.checks.save(replace(check, state=move(CHECK, check.state, CheckState.ENDED), resume_at=None))
        detail = {"addresses": len(probes), "answered": sum(probe.answered_at is not None for probe in probes)}
        await tx.audit.add(now, by, "check.ended", f"check/{check.id}", detail)

    def _here(self) -> datetime:
        return self._clock.now().astimezone(VIETNAM)

    def _done(self) -> None:
        self._wake()
        self._changes.notify()


async def _is_order_open(tx: Transaction) -> bool:
    return bool(await tx.dispatches.recent((DispatchState.OPEN,), limit=1))
