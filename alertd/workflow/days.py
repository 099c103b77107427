"""Reads a day as forms and commands write it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from alertd.errors import Invalid

YEARS = range(2000, 2200)
"""Days far outside are slips of the finger, and some have no midnight in UTC."""


def read_day(words: str) -> date:
    """The day, e.g. "2026-08-31". Raises Invalid."""
    with suppress(ValueError):
        day = date.fromisoformat(words)
        if day.year in YEARS:
            return day
    raise Invalid("bad_day", f"“{words}” không phải là một ngày, ví dụ 2026-08-31.")
