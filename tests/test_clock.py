"""Whoever sets the machine's clock keeps nothing from going, and ends nothing early."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

from alertd.clock import STANDS_FOR, SystemClock

MORNING = datetime(2027, 7, 17, 2, tzinfo=UTC)


class Machine:
    """A machine on which somebody sets the clock."""

    def __init__(self) -> None:
        self.shift = timedelta(0)
        self.seconds = 0.0

    def told(self) -> float:
        return (MORNING + timedelta(seconds=self.seconds) + self.shift).timestamp()

    def steady(self) -> float:
        return self.seconds

    def clock(self) -> SystemClock:
        return SystemClock(self.told, self.steady)


def test_an_undisturbed_clock_is_the_machines() -> None:
    machine = Machine()
    clock = machine.clock()
    for seconds in (0, 1, 90, 7200):
        machine.seconds = seconds
        assert clock.now() == MORNING + timedelta(seconds=seconds)


def test_a_clock_that_is_put_forward_by_a_little_is_believed_at_once() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.shift = timedelta(seconds=50)
    assert clock.now() == MORNING + timedelta(seconds=50)


def test_a_slip_forward_that_is_put_right_is_never_noticed() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.shift = timedelta(days=7)
    for seconds in (1, 60, 200):
        machine.seconds = seconds
        assert clock.now() == MORNING + timedelta(seconds=seconds)
    machine.shift = timedelta(0)
    machine.seconds = 1000
    assert clock.now() == MORNING + timedelta(seconds=1000)
    machine.shift = timedelta(days=7)
    assert clock.now() == MORNING + timedelta(seconds=1000)


def test_a_clock_that_was_set_forward_and_stays_there_is_believed() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.shift = timedelta(hours=3)
    clock.now()
    machine.seconds = STANDS_FOR
    assert clock.now() == MORNING + timedelta(hours=3, seconds=STANDS_FOR)


def test_a_machine_that_starts_in_1970_is_believed_as_soon_as_its_clock_is_set() -> None:
    machine = Machine()
    machine.shift = datetime(1970, 1, 1, tzinfo=UTC) - MORNING
    clock = machine.clock()
    machine.seconds = 20
    machine.shift = timedelta(0)
    clock.now()
    assert clock.now() == MORNING + timedelta(seconds=20)


def test_a_machine_that_starts_in_1970_goes_on_after_what_was_last_written() -> None:
    machine = Machine()
    machine.shift = datetime(1970, 1, 1, tzinfo=UTC) - MORNING
    clock = machine.clock()
    clock.go_on_from(MORNING - timedelta(hours=2))
    assert clock.now() == MORNING - timedelta(hours=2)
    machine.shift = timedelta(0)
    assert clock.now() == MORNING


def test_time_goes_on_when_the_clock_is_set_back_until_it_has_caught_up() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.shift = timedelta(hours=-5)
    assert clock.now() == MORNING
    machine.seconds = 100
    assert clock.now() == MORNING + timedelta(seconds=90)
    machine.seconds = 60 * 3600
    assert clock.now() == MORNING + timedelta(hours=55)


def test_a_clock_that_is_put_right_by_more_than_a_day_and_stays_there_was_wrong_before() -> None:
    machine = Machine()
    machine.shift = timedelta(days=400)
    clock = machine.clock()
    machine.shift = timedelta(0)
    clock.now()
    assert not clock.is_lost
    machine.seconds = STANDS_FOR
    clock.now()
    assert clock.is_lost


def test_a_clock_that_is_set_back_by_some_hours_or_for_a_moment_is_not_lost() -> None:
    machine = Machine()
    clock = machine.clock()
    for seconds, shift in (
        (1.0, timedelta(hours=-20)),
        (STANDS_FOR + 9, timedelta(hours=-20)),
        (400.0, timedelta(days=-3)),
        (500.0, timedelta(0)),
    ):
        machine.seconds, machine.shift = seconds, shift
        clock.now()
        assert not clock.is_lost
    machine.seconds, machine.shift = 900.0, timedelta(days=-3)
    clock.now()
    assert not clock.is_lost


def test_a_restart_after_the_clock_was_set_back_goes_on_after_what_was_last_written() -> None:
    machine = Machine()
    clock = machine.clock()
    clock.go_on_from(MORNING + timedelta(hours=5))
    assert clock.now() == MORNING + timedelta(hours=5)
    clock.go_on_from(MORNING + timedelta(hours=1))
    assert clock.now() == MORNING + timedelta(hours=5)


def test_what_a_clock_wrote_that_was_wrong_by_years_is_not_believed() -> None:
    machine = Machine()
    clock = machine.clock()
    clock.go_on_from(MORNING + timedelta(days=4000))
    assert clock.now() == MORNING


def test_a_machine_that_has_no_list_of_time_zones_keeps_vietnams_time() -> None:
    asked = """
from datetime import UTC, datetime
from alertd.clock import VIETNAM, SystemClock
from alertd.jobs import Timetable
Timetable(SystemClock())
print(datetime(2027, 7, 17, 2, tzinfo=UTC).astimezone(VIETNAM).isoformat())
"""
    bare = {**os.environ, "PYTHONTZPATH": "/nowhere"}
    told = subprocess.run([sys.executable, "-c", asked], env=bare, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    assert told.stdout == "2027-07-17T09:00:00+07:00\n"
