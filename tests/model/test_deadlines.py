"""Tests of the moment that a deadline means for somebody who is told at a given time."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from alertd.model.deadlines import due_at
from alertd.model.documents import Deadline, DeadlineKind, Period, Span

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TOLD = datetime(2024, 9, 10, 13, 0, tzinfo=ZONE)
WORDS = ("", Span(0, 0))


def daily(*hours: int) -> Deadline:
    """A deadline at these hours of every day."""
    return Deadline(*WORDS, None, DeadlineKind.REPEATING, Period.DAILY, tuple(time(hour) for hour in hours))


def test_an_absolute_deadline_is_its_moment_even_when_it_has_passed() -> None:
    at = TOLD - timedelta(hours=2)
    assert due_at(Deadline(*WORDS, at), TOLD, ZONE) == at


@pytest.mark.parametrize(("hours", "expected"), [((6, 17), (10, 17)), ((6,), (11, 6)), ((13,), (11, 13)), ((6, 13, 16), (10, 16))])
def test_a_daily_deadline_is_the_next_of_its_hours(hours: tuple[int, ...], expected: tuple[int, int]) -> None:
    assert due_at(daily(*hours), TOLD, ZONE) == datetime(2024, 9, *expected, tzinfo=ZONE)


def test_without_an_hour_the_whole_day_is_given() -> None:
    assert due_at(daily(), TOLD, ZONE) == datetime(2024, 9, 10, 23, 59, tzinfo=ZONE)


def test_a_weekly_deadline_is_the_next_such_day() -> None:
    friday = Deadline(*WORDS, None, DeadlineKind.REPEATING, Period.WEEKLY, (time(15),), weekday=4)
    assert due_at(friday, TOLD, ZONE) == datetime(2024, 9, 13, 15, 0, tzinfo=ZONE)
    assert due_at(friday, datetime(2024, 9, 13, 15, 0, tzinfo=ZONE), ZONE) == datetime(2024, 9, 20, 15, 0, tzinfo=ZONE)


def test_a_monthly_deadline_falls_on_the_last_day_of_a_month_that_lacks_its_day() -> None:
    monthly = Deadline(*WORDS, None, DeadlineKind.REPEATING, Period.MONTHLY, day=31)
    assert due_at(monthly, TOLD, ZONE) == datetime(2024, 9, 30, 23, 59, tzinfo=ZONE)


def test_an_interval_is_counted_from_what_came_before() -> None:
    hourly = Deadline(*WORDS, None, DeadlineKind.REPEATING, Period.INTERVAL, within=timedelta(hours=1))
    assert due_at(hourly, TOLD, ZONE) == TOLD + timedelta(hours=1)


def test_a_relative_deadline_without_a_moment_counts_from_being_told() -> None:
    assert due_at(Deadline(*WORDS, None, DeadlineKind.RELATIVE, within=timedelta(hours=24)), TOLD, ZONE) == TOLD + timedelta(hours=24)


def test_an_open_deadline_has_no_moment() -> None:
    assert due_at(Deadline(*WORDS, None, DeadlineKind.OPEN), TOLD, ZONE) is None
