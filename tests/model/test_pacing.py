"""The pace of a sender: its rate over all, a gap for each address, and the provider's own word."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alertd.model.pacing import Pace, pause_before_retry

START = datetime(2023, 7, 17, tzinfo=UTC)


def test_messages_leave_at_the_senders_rate() -> None:
    pace = Pace(10, timedelta(0))
    times = [pace.reserve(str(n), START) for n in range(11)]
    assert times[0] == START
    assert times[-1] - START == timedelta(seconds=1)


def test_moments_are_given_out_a_second_ahead_and_no_further() -> None:
    pace = Pace(20, timedelta(0))
    assert pace.room(START) == 20
    for n in range(20):
        pace.reserve(str(n), START)
    assert pace.room(START) == 0
    assert pace.room(START + timedelta(seconds=0.5)) == 10
    assert Pace(0.1, timedelta(0)).room(START) == 1


def test_an_address_is_busy_for_a_gap_after_its_message_and_no_other_is() -> None:
    pace = Pace(1000, timedelta(seconds=1))
    pace.reserve("a", START)
    assert (pace.is_free("a", START), pace.is_free("b", START)) == (False, True)
    assert pace.busy(START) == ["a"]
    assert pace.reserve("b", START) - START < timedelta(seconds=0.1)
    assert pace.busy(START + timedelta(seconds=1)) == ["b"]
    assert pace.is_free("a", START + timedelta(seconds=1))


def test_those_who_wait_for_one_address_stand_in_line_a_gap_apart() -> None:
    pace = Pace(1000, timedelta(seconds=1))
    pace.reserve("a", START)
    assert [pace.line_up("a", START) - START for _ in range(3)] == [timedelta(seconds=n) for n in (1, 2, 3)]


def test_a_pause_of_the_sender_holds_everybody_and_one_of_an_address_only_that() -> None:
    pace = Pace(1000, timedelta(0))
    pace.pause_address("a", START + timedelta(seconds=30))
    assert pace.busy(START) == ["a"]
    assert pace.line_up("a", START) == START + timedelta(seconds=30)
    assert pace.paused_until(START) is None
    pace.pause(START + timedelta(seconds=5), START)
    assert (pace.paused_until(START), pace.room(START)) == (START + timedelta(seconds=5), 0)
    assert pace.reserve("c", START) == START + timedelta(seconds=5)
    assert pace.paused_until(START + timedelta(seconds=5)) is None


@given(st.integers(1, 60), st.floats(0, 0.999))
def test_pauses_grow_up_to_the_longest(attempts: int, jitter: float) -> None:
    pause = pause_before_retry(attempts, timedelta(seconds=5), timedelta(minutes=5), jitter)
    assert timedelta(seconds=3.75) <= pause <= timedelta(minutes=6, seconds=15)
