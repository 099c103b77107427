"""Whoever sets the machine's clock back does not keep what waits from going."""

from __future__ import annotations

from datetime import timedelta

from alertd.clock import SystemClock
from tests.fakes.clock import MORNING


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


def test_a_clock_that_is_set_forward_is_believed_at_once() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.shift = timedelta(hours=3)
    assert clock.now() == MORNING + timedelta(hours=3)


def test_time_goes_on_when_the_clock_is_set_back_until_it_has_caught_up() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.shift = timedelta(hours=-5)
    assert clock.now() == MORNING
    machine.seconds = 100
    assert clock.now() == MORNING + timedelta(seconds=90)
    machine.seconds = 60 * 3600
    assert clock.now() == MORNING + timedelta(hours=55)


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
