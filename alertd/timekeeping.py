"""Keeps one time for everybody: what was last written is over, and where machines share a database its clock leads theirs."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from alertd.clock import LONGEST, SystemClock
from alertd.errors import StoreAway
from alertd.logs import EventLog
from alertd.ports import Store, Transaction

log = EventLog(__name__)
ASKS_EVERY = 10.0
"""Seconds between two looks at the database's clock."""
ANSWERS_WITHIN = timedelta(seconds=1)
"""An answer that took longer says too little about the time."""
WORTH_A_WORD = timedelta(seconds=5)
"""By how much a machine's clock may differ from the database's before the operator hears of it."""


class ClockLost(Exception):
    """The machine's clock stands a day or more behind. Only a person knows whether it was wrong before or is wrong now."""


async def take_up(clock: SystemClock, store: Store) -> None:
    """Set the clock before anything is done by it. Raises StoreAway."""
    await follow(clock, store)
    clock.start()
    async with store.transaction() as tx:
        entries = await tx.audit.recent(1)
        if entries:
            clock.go_on_from(entries[0].at)
            await _bring_back(tx, entries[0].at, clock.now())


async def _bring_back(tx: Transaction, written: datetime, now: datetime) -> None:
    """What was last written is still to come only where the clock was wrong that wrote it: whatever it has put into the future would be
    waited for until then.
    """
    if written - now < LONGEST:
        return
    moved = await tx.moments.bring_back(written - now, now)
    await tx.audit.add(now, "alertd", "clock.put_right", "clock/1", {"by": str(written - now), "rows": moved})
    log.error("what a wrong clock has put into the future is brought back", by=str(written - now), rows=moved)


async def keep(clock: SystemClock, store: Store) -> None:
    """Follow the database's clock for ever. Meant to run as a supervised edge. Raises ClockLost."""
    is_apart = False
    while True:
        try:
            ahead = await follow(clock, store)
        except StoreAway:  # whoever needs the database says so
            ahead = timedelta(0)
        clock.now()
        if clock.is_lost:
            raise ClockLost("the machine's clock stands a day or more behind; if it is right now, start alertd anew, else put it right")
        was_apart, is_apart = is_apart, abs(ahead) > WORTH_A_WORD
        if is_apart and not was_apart:
            log.warning("this machine's clock is not the database's, which leads", ahead=str(ahead))
        await asyncio.sleep(ASKS_EVERY)


async def follow(clock: SystemClock, store: Store) -> timedelta:
    """Follow the database's clock, so that what one machine writes is due at the same moment for the others; returns how far it is
    ahead of this machine's.
    """
    before = clock.machine()
    leading, after = await store.time(), clock.machine()
    if leading is None or not timedelta(0) <= after - before <= ANSWERS_WITHIN:
        return timedelta(0)
    ahead = leading - _between(before, after)
    clock.follow(ahead)
    return ahead


def _between(before: datetime, after: datetime) -> datetime:
    return before + (after - before) / 2
