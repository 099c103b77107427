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


def test_two_messages_to_one_address_keep_their_distance_and_delay_nobody_else() -> None:
    pace = Pace(1000, timedelta(seconds=1))
    pace.reserve("a", START)
    assert pace.reserve("a", START) - START >= timedelta(seconds=1)
    assert pace.reserve("b", START) - START < timedelta(seconds=0.1)


def test_a_pause_of_the_sender_holds_everybody_and_one_of_an_address_only_that() -> None:
    pace = Pace(1000, timedelta(seconds=1))
    pace.pause_address("a", START + timedelta(seconds=30))
    assert pace.reserve("b", START) < START + timedelta(seconds=1)
    assert pace.reserve("a", START) >= START + timedelta(seconds=30)
    pace.pause(START + timedelta(seconds=5))
    assert pace.reserve("c", START) >= START + timedelta(seconds=5)


@given(st.integers(1, 60), st.floats(0, 0.999))
def test_pauses_grow_up_to_the_longest(attempts: int, jitter: float) -> None:
    pause = pause_before_retry(attempts, timedelta(seconds=5), timedelta(minutes=5), jitter)
    assert timedelta(seconds=3.75) <= pause <= timedelta(minutes=6, seconds=15)
