"""The ladder: one step at a time, none skipped, nothing while it is paused or at its end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alertd.model.escalation import APART, Ladder, Step, StepKind, comes_at, what_is_due

START = datetime(2023, 7, 17, 9, tzinfo=UTC)
LADDER = Ladder((Step(timedelta(minutes=5), StepKind.REMIND), Step(timedelta(minutes=15), StepKind.NEXT_CONTACT)))


def after(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def test_nothing_is_due_before_the_first_step() -> None:
    due = what_is_due(LADDER, 0, START, None, after(4))
    assert due.step is None
    assert due.look_again_at == after(5)


def test_a_step_is_due_when_its_time_has_come_and_says_why() -> None:
    due = what_is_due(LADDER, 0, START, None, after(5))
    assert due.step == LADDER.steps[0]
    assert "5 phút" in due.reason


def test_after_a_long_sleep_the_missed_steps_come_one_after_another() -> None:
    assert what_is_due(LADDER, 0, START, None, after(60)).step == LADDER.steps[0]
    assert what_is_due(LADDER, 1, START, None, after(60)).step == LADDER.steps[1]


def test_a_step_comes_on_time_after_one_that_was_taken_on_time() -> None:
    assert comes_at(after(15), after(5), after(5.01)) == after(15)


def test_steps_that_were_slept_through_come_apart_but_no_further_than_they_were_meant_to() -> None:
    assert comes_at(after(15), after(5), after(60)) == after(60) + APART
    assert comes_at(after(6), after(5), after(60)) == after(61)
    assert comes_at(after(5), after(5), after(60)) == after(60)


def test_a_paused_ladder_waits_and_goes_on() -> None:
    assert what_is_due(LADDER, 0, START, after(12), after(6)).look_again_at == after(12)
    assert what_is_due(LADDER, 0, START, after(12), after(12)).step == LADDER.steps[0]


def test_at_the_end_nothing_more_happens_by_itself() -> None:
    due = what_is_due(LADDER, 2, START, None, after(999))
    assert (due.step, due.look_again_at) == (None, None)


@given(st.integers(0, 3), st.floats(0, 120), st.none() | st.floats(0, 120))
def test_a_step_is_never_taken_early_or_while_paused(next_step: int, now: float, pause: float | None) -> None:
    paused_until = after(pause) if pause is not None else None
    due = what_is_due(LADDER, next_step, START, paused_until, after(now))
    if due.step is not None:
        assert after(now) >= START + due.step.after
        assert paused_until is None or paused_until <= after(now)
