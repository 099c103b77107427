"""Tries the addresses of one body when an officer wants to know whether they are right, as after a number was changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from alertd.errors import Refused
from alertd.model.checks import CheckState, ContactCheck
from alertd.model.lifecycles import CHECK, move
from alertd.ports import Clock, Store, Transaction
from alertd.workflow.changes import Changes
from alertd.workflow.notices.packing import Packer
from alertd.workflow.people.asking import Asker
from alertd.workflow.people.checked import CheckView, view_of
from alertd.workflow.people.selfcheck import refuse_while_followed


class Trials:
    """Rounds of the self-check that ask one body alone; answers to them are heard as those of any round are."""

    def __init__(
        self, store: Store, clock: Clock, packer: Packer, asker: Asker, changes: Changes, wake: Callable[[], None], open_for: timedelta
    ) -> None:
        """Answers are waited for `open_for`."""
        self._store = store
        self._clock = clock
        self._packer = packer
        self._asker = asker
        self._changes = changes
        self._wake = wake
        self._open_for = open_for

    def reaches(self, body_id: str) -> int:
        """How many addresses a trial would write to."""
        return sum(len(calling.ways) for calling in self._asker.callings(body_id))

    async def begin(self, body_id: str, by: str) -> ContactCheck:
        """Ask the body's contacts now, again where they have been asked before. Raises Refused while an order is followed, or where no
        address of theirs can answer.
        """
        now = self._clock.now()
        async with self._store.transaction() as tx:
            await refuse_while_followed(tx)
            await self._packer.look_up(tx)
            if not self.reaches(body_id):
                raise Refused("no_address", "Đơn vị này chưa có địa chỉ nào nhận và trả lời được tin.")
            for earlier in await tx.checks.trials():
                if earlier.body == body_id:
                    await _end(tx, earlier)
            check = ContactCheck(0, CheckState.OPEN, now, by, 1, None, now + self._open_for, body=body_id)
            check = replace(check, id=await tx.checks.add(check))
            await self._asker.ask(tx, check)
        self._done()
        return check

    async def latest(self, body_id: str) -> CheckView | None:
        """What the body's latest trial came to; None where it was never tried."""
        async with self._store.snapshot() as tx:
            check = await tx.checks.latest(body_id)
            probes = await tx.checks.probes(check.id) if check else []
        return view_of(check, probes, self._packer) if check else None

    async def step(self) -> int:
        """One step of the timetable: end what has waited long enough. Returns how many rounds that were."""
        async with self._store.snapshot() as tx:
            is_due = any(check.ends_at <= self._clock.now() for check in await tx.checks.trials())
        if not is_due:
            return 0
        async with self._store.transaction() as tx:
            over = [check for check in await tx.checks.trials() if check.ends_at <= self._clock.now()]
            for check in over:
                await _end(tx, check)
        self._changes.notify()
        return len(over)

    def _done(self) -> None:
        self._wake()
        self._changes.notify()


async def _end(tx: Transaction, check: ContactCheck) -> None:
    await tx.checks.save(replace(check, state=move(CHECK, check.state, CheckState.ENDED)))
