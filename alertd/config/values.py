"""How values are written in config.toml where TOML has no type of its own: durations; and what every table has in common."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def duration(value: object) -> timedelta:
    """A duration from its written form: a number and one of s, m, h, d.

    Raises ValueError for anything else.
    """
    if isinstance(value, timedelta):
        return value
    text = str(value).strip()
    number, unit = text[:-1], text[-1:]
    if unit not in UNITS or not number.isascii() or not number.replace(".", "", 1).isdigit():
        raise ValueError(f'a duration is written as "90s", "15m", "24h" or "7d", not {value!r}')
    return timedelta(seconds=float(number) * UNITS[unit])


def _some(time: timedelta) -> timedelta:
    if not time:
        raise ValueError("must be longer than nothing")
    return time


Duration = Annotated[timedelta, BeforeValidator(duration)]
SomeTime = Annotated[Duration, AfterValidator(_some)]
"""A duration that would stop the work if it were nothing."""


class Section(BaseModel):
    """A table of config.toml: an unknown key is an error, and nothing is changed after the start."""

    # Deferred: `Settings` builds its tables with itself, each once.
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True)
