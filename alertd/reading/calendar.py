"""Dates and times of day as Vietnamese documents write them."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from alertd.clock import VIETNAM

ZONE = VIETNAM
DAY = r"(?:ngày\s*)?(?P<d>\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*(?P<m>\d{1,2})(?:\s*(?:[/.-]|\s*năm\s+)\s*(?P<y>(?:19|20)\d\d))?(?![\d/])"
FULL_DAY = (
    r"(?:ngày(?: hôm nay,?)?|hôm nay,?|(?:sáng|trưa|chiều|tối|đêm)(?=\s\d))\s*(?P<d>\d{1,2})\s*(?:[/.-]|\s*tháng\s*)\s*(?P<m>\d{1,2})"
    r"\s*(?:[/.-]|\s*năm\s*)\s*(?P<y>(?:19|20)\d\d)(?!\d)"
)
CLOCK = r"(?P<h>[01]?\d|2[0-4])\s*(?:giờ|g|h|:|\.(?=[0-5]\d,?\sngày\s))(?:\s*(?P<min>[0-5]\d)(?:\s*phút|')?)?"
_FULL_DAY = re.compile(FULL_DAY)


def full_day_in(low: str, start: int, end: int) -> tuple[date, int] | None:
    """The first date with day, month and year in `[start, end)`, and where it ends."""
    for found in _FULL_DAY.finditer(low, start, end):
        if day := make_day(found["d"], found["m"], found["y"]):
            return day, found.end()
    return None


def make_day(day: str, month: str, year: str | int) -> date | None:
    """That day, None where the calendar has none such."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def moment(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """That moment in Vietnam. 24 o'clock is the last minute of the day."""
    return datetime.combine(day, time(23, 59) if hour >= 24 else time(hour, minute), ZONE)


def end_of(day: date) -> datetime:
    """The last minute of that day."""
    return moment(day, 24)


def afternoon(hour: int, words: str) -> int:
    """The hour of the day: "5 giờ chiều nay" is 17."""
    return hour + 12 if hour < 12 and words.startswith(("chiều", "tối", "đêm")) else hour
