"""Who is on duty: whoever took it, else the roster, else everybody; and who is told next."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from alertd.clock import VIETNAM
from alertd.model.duty import Shift, Watch, next_watch, on_duty, told_in_round

ALL_WEEK = frozenset(range(7))
DAY, NIGHT = Watch("ngày", time(7), time(19), ALL_WEEK), Watch("đêm", time(19), time(7), ALL_WEEK)
OFFICERS = ("ngày", "đêm", "dự bị")


def at(hour: int, day: int = 17) -> datetime:
    return datetime(2023, 7, day, hour, tzinfo=VIETNAM)


def took(officer: str, began: datetime) -> Shift:
    return Shift(1, officer, began, "truc", "")


@pytest.mark.parametrize(("hour", "officer"), [(7, "ngày"), (18, "ngày"), (19, "đêm"), (23, "đêm"), (0, "đêm"), (6, "đêm")])
def test_the_roster_says_who_is_on_duty_also_over_midnight(hour: int, officer: str) -> None:
    assert on_duty((DAY, NIGHT), OFFICERS, None, at(hour)).officers == (officer,)


def test_a_night_watch_belongs_to_the_day_on_which_it_begins() -> None:
    monday_night = Watch("đêm", time(19), time(7), frozenset({0}))
    assert monday_night.covers(at(2, 18))
    assert not monday_night.covers(at(2, 17))


@pytest.mark.parametrize(("hour", "officer", "begins"), [(6, "ngày", at(7)), (7, "đêm", at(19)), (20, "ngày", at(7, 18))])
def test_the_roster_says_whose_hours_begin_next(hour: int, officer: str, begins: datetime) -> None:
    watch = next_watch((DAY, NIGHT), OFFICERS, at(hour))
    assert watch is not None
    assert (watch.at, watch.officers) == (begins, (officer,))


def test_hours_that_begin_once_a_week_come_again_and_two_who_begin_together_are_both_named() -> None:
    mondays = [Watch(officer, time(7), time(19), frozenset({0})) for officer in ("ngày", "đêm", "người ngoài")]
    watch = next_watch(mondays, OFFICERS, at(7, 17))
    assert watch is not None
    assert (watch.at, watch.officers) == (at(7, 24), ("ngày", "đêm"))
    assert next_watch((), OFFICERS, at(12)) is None


def test_without_a_roster_and_without_a_hand_over_everybody_is_on_duty() -> None:
    assert on_duty((), OFFICERS, None, at(12)).officers == OFFICERS


def test_whoever_took_the_duty_has_it_alone_within_the_hours_of_the_other() -> None:
    assert on_duty((DAY, NIGHT), OFFICERS, took("dự bị", at(9)), at(12)).officers == ("dự bị",)


def test_when_the_next_watch_has_begun_without_a_hand_over_both_are_told() -> None:
    assert on_duty((DAY, NIGHT), OFFICERS, took("ngày", at(7)), at(20)).officers == ("ngày", "đêm")


def test_a_shift_of_somebody_who_left_the_directory_counts_no_more() -> None:
    assert on_duty((), OFFICERS, took("đã nghỉ", at(7)), at(9)).officers == OFFICERS


def test_with_each_round_one_officer_more_is_told() -> None:
    duty = on_duty((DAY, NIGHT), OFFICERS, None, at(12))
    assert [told_in_round(duty, n) for n in range(4)] == [("ngày",), ("ngày", "đêm"), OFFICERS, OFFICERS]


def test_the_hours_of_yesterday_do_not_hold_today() -> None:
    shift = took("dự bị", at(9) - timedelta(days=1))
    assert on_duty((DAY, NIGHT), OFFICERS, shift, at(12)).officers == ("dự bị", "ngày")
