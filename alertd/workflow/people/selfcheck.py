"""Asks everybody once a month to answer, and makes way for orders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from alertd.clock import VIETNAM
from alertd.errors import Refused
from alertd.model.checks import CheckState, ContactCheck, Monthly, Probe
from alertd.model.lifecycles import CHECK, move
from alertd.model.notices import DispatchState
from alertd.ports import Clock, Store, Transaction
from alertd.workflow.changes import Changes
from alertd.workflow.people.asking import Asker, Calling

BY_ITSELF = "alertd"
_MAKES_WAY = "có công điện đang được theo dõi"


class SelfCheck:
    """The rounds of the self-check. Whatever is due stands in the database."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        asker: Asker,
        changes: Changes,
        wake: Callable[[], None],
        monthly: Monthly | None,
        open_for: timedelta,
    ) -> None:
        """`monthly`: when a round begins by itself, None for never; answers are waited for `open_for`."""
        self._store = store
        self._clock = clock
        self._asker = asker
        self._changes = changes
        self._wake = wake
        self._monthly = monthly
        self._open_for = open_for

    @property
    def next_at(self) -> datetime | None:
        """When the next round begins by itself; None where none does."""
        return self._monthly.following(self._here()) if self._monthly else None

    def callings(self) -> tuple[Calling, ...]:
        """Whom a round would ask now."""
        return self._asker.callings()

    async def begin(self, by: str) -> ContactCheck:
        """Ask everybody now. Raises Refused while an order is followed, or another round waits for answers."""
        async with self._store.transaction() as tx:
            latest = await tx.checks.latest()
            if latest is not None and latest.state is CheckState.OPEN:
                raise Refused("check_open", "Một đợt kiểm tra liên lạc đang chờ trả lời.")
            await refuse_while_followed(tx)
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
        trials, latest = await tx.checks.trials(), await tx.checks.latest()
        for trial in trials:
            await tx.checks.save(replace(trial, state=move(CHECK, trial.state, CheckState.ENDED)))
        is_open = latest is not None and latest.state is CheckState.OPEN
        if latest is not None and is_open:
            await self._put_off(tx, latest)
        if trials or is_open:
            await tx.outbox.drop(await tx.checks.unsent(), self._clock.now(), f"hoãn kiểm tra liên lạc: {_MAKES_WAY}")

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
        await self._asker.ask(tx, check)
        return check

    async def _resume(self, tx: Transaction, check: ContactCheck) -> None:
        """Ask those again who have not answered."""
        state, ends_at = move(CHECK, check.state, CheckState.OPEN), self._clock.now() + self._open_for
        check = replace(check, state=state, asked=check.asked + 1, resume_at=None, ends_at=ends_at, reason="")
        await tx.checks.save(check)
        await self._asker.ask(tx, check)

    async def _put_off(self, tx: Transaction, check: ContactCheck) -> None:
        """Until the same hour of the next day."""
        now = self._clock.now()
        resume_at = max(check.resume_at or check.began_at, check.began_at)
        while resume_at <= now:
            resume_at += timedelta(days=1)
        state = move(CHECK, check.state, CheckState.PUT_OFF)
        await tx.checks.save(replace(check, state=state, resume_at=resume_at, reason=_MAKES_WAY))
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


async def refuse_while_followed(tx: Transaction) -> None:
    """Raises Refused while an order is followed: people answer what came last."""
    if await _is_order_open(tx):
        raise Refused("order_open", "Đang có công điện được theo dõi, không kiểm tra liên lạc lúc này.")


async def _is_order_open(tx: Transaction) -> bool:
    return bool(await tx.dispatches.recent((DispatchState.OPEN,), limit=1))
