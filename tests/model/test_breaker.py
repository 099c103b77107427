"""A provider that takes nothing is left alone and tried with one message at a time; one bad message among good ones changes nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alertd.errors import FailureKind
from alertd.model.breaker import IN_A_ROW, LONGEST, Breaker

NOW = datetime(2023, 7, 17, 2, 0, tzinfo=UTC)


def tripped(kind: FailureKind = FailureKind.NETWORK) -> Breaker:
    breaker = Breaker()
    for _ in range(IN_A_ROW):
        breaker.failed(kind, "mất mạng", NOW, 0.5)
    return breaker


def test_failures_in_a_row_stop_the_sender_and_name_the_reason() -> None:
    breaker = tripped()
    assert breaker.open_until(NOW) is not None
    assert breaker.room(NOW, 0, 100) == 0
    assert breaker.why == "mất mạng"


def test_after_the_pause_one_message_finds_out_and_the_others_wait_for_it() -> None:
    breaker = tripped()
    later = NOW + LONGEST
    assert breaker.room(later, 0, 100) == 1
    assert breaker.room(later, 1, 100) == 0
    breaker.passed()
    assert (breaker.room(later, 1, 100), breaker.why) == (100, "")


@given(st.lists(st.integers(0, IN_A_ROW - 1), max_size=30))
def test_failures_between_which_something_passes_never_stop_a_sender(runs: list[int]) -> None:
    breaker = Breaker()
    for failures in runs:
        for _ in range(failures):
            assert not breaker.failed(FailureKind.UNKNOWN, "quá thời gian chờ", NOW, 0.5)
        breaker.passed()
    assert breaker.room(NOW, 50, 100) == 100


@given(st.lists(st.floats(0, 0.999), min_size=1, max_size=50))
def test_the_pauses_grow_and_an_outage_costs_no_more_than_the_longest_beyond_its_end(jitters: list[float]) -> None:
    breaker, now = tripped(), NOW
    for jitter in jitters:
        until = breaker.open_until(now)
        assert until is not None
        assert until - now <= LONGEST
        now = until
        breaker.failed(FailureKind.NETWORK, "mất mạng", now, jitter)


def test_wrong_credentials_are_told_at_once_and_once() -> None:
    breaker, now, told = Breaker(), NOW, 0
    for _ in range(50):
        told += breaker.failed(FailureKind.CREDENTIALS, "sai mã", now, 0.5)
        now += LONGEST
    assert told == 1


def test_a_short_outage_is_told_to_nobody_and_a_long_one_once() -> None:
    breaker = tripped()
    told = [breaker.failed(FailureKind.PROVIDER_DOWN, "sự cố", NOW + n * timedelta(minutes=1), 0.5) for n in range(1, 20)]
    assert told[:2] == [False, False]
    assert sum(told) == 1
