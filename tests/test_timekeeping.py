"""Machines that share a database share its time, and a program that starts goes on after what was last written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

import pytest

from alertd.clock import STANDS_FOR, SystemClock
from alertd.store.sql import SqlStore
from alertd.timekeeping import ANSWERS_WITHIN, ClockLost, follow, keep, take_up
from tests.store.conftest import postgres_model, store, url
from tests.store.samples import released
from tests.test_clock import MORNING, Machine

if TYPE_CHECKING:
    from alertd.ports import Store

__all__ = ["postgres_model", "store", "url"]


@dataclass
class Server:
    """A database server whose clock stands where it is told to, and that takes its time to say so."""

    machine: Machine
    ahead: timedelta
    takes: float = 0.0

    async def time(self) -> datetime:
        self.machine.seconds += self.takes
        return MORNING + timedelta(seconds=self.machine.seconds - self.takes / 2) + self.ahead


async def followed(server: Server) -> datetime:
    clock = server.machine.clock()
    await follow(clock, cast("Store", server))
    clock.start()
    return clock.now()


async def test_two_machines_whose_clocks_differ_by_minutes_keep_the_databases_time() -> None:
    slow, fast = Machine(), Machine()
    fast.shift = timedelta(minutes=7)
    times = [await followed(Server(machine, timedelta(seconds=30), takes=0.2)) for machine in (slow, fast)]
    assert times == [MORNING + timedelta(seconds=30.2)] * 2


async def test_an_answer_that_was_long_on_its_way_tells_no_time() -> None:
    machine = Machine()
    late = Server(machine, timedelta(hours=2), takes=2 * ANSWERS_WITHIN.total_seconds())
    assert await followed(late) == MORNING + timedelta(seconds=machine.seconds)


@pytest.mark.parametrize("hours", [0.5, 5])
async def test_a_program_that_starts_goes_on_after_what_was_last_written(store: SqlStore, hours: float) -> None:
    clock = SystemClock()
    written = clock.now() + timedelta(hours=hours)
    async with store.transaction() as tx:
        await tx.audit.add(written, "alertd", "dispatch.expired", "dispatch/1", {})
    await take_up(clock, store)
    assert clock.now() >= written


async def test_the_database_of_several_machines_tells_its_time_and_that_of_one_has_none(store: SqlStore) -> None:
    told = await store.time()
    assert told is None or abs(told - SystemClock().now()) < timedelta(minutes=1)


async def test_a_program_that_starts_after_a_wrong_clock_was_put_right_brings_back_what_that_one_wrote(store: SqlStore) -> None:
    clock = SystemClock()
    written = clock.now() + timedelta(days=400)
    async with store.transaction() as tx:
        told = await released(tx, next_step_at=written)
        await tx.audit.add(written, "alertd", "dispatch.opened", "dispatch/1", {})
    for _ in range(2):
        await take_up(clock, store)
    async with store.snapshot() as tx:
        notice = await tx.dispatches.notice(told.id)
        entries = await tx.audit.recent()
    assert notice is not None
    assert notice.next_step_at is not None
    assert abs(notice.next_step_at - clock.now()) < timedelta(minutes=1)
    assert [entry.action for entry in entries] == ["clock.put_right", "dispatch.opened"]


async def test_a_clock_that_fell_back_by_days_and_stays_there_is_told_since_only_a_person_knows_when_it_was_wrong() -> None:
    machine = Machine()
    machine.shift = timedelta(days=400)
    clock = machine.clock()
    machine.shift = timedelta(0)
    clock.now()
    machine.seconds = STANDS_FOR
    with pytest.raises(ClockLost):
        await keep(clock, cast("Store", Server(machine, timedelta(0))))
