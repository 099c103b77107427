"""How values are written in config.toml: durations, for which TOML has no type, and times of day; and what every table has in common."""

from __future__ import annotations

import re
from datetime import time, timedelta
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
LONGEST = 3650
"""Days; with a longer duration the calendar would come to its end."""
_TIME = re.compile(r"\d{1,2}:\d{2}(:\d{2})?", re.ASCII)


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
    seconds = float(number) * UNITS[unit]
    if seconds > LONGEST * UNITS["d"]:
        raise ValueError(f'is longer than the longest duration, "{LONGEST}d"')
    return timedelta(seconds=seconds)


def _time_of_day(value: object) -> object:
    """What can be one; of a bare number nobody could say whether it counts hours or seconds."""
    if isinstance(value, time) or _TIME.fullmatch(str(value)):
        return f"{value:0>5}" if isinstance(value, str) else value
    raise ValueError(f'a time is written as "07:30", not {value!r}')


def _some(time: timedelta) -> timedelta:
    if not time:
        raise ValueError("must be longer than nothing")
    return time


Duration = Annotated[timedelta, BeforeValidator(duration)]
SomeTime = Annotated[Duration, AfterValidator(_some)]
"""A duration that would stop the work if it were nothing."""


TimeOfDay = Annotated[time, BeforeValidator(_time_of_day)]
Some = Annotated[int, Field(ge=1, le=100_000)]
"""How many of something that takes memory or a place."""
Bytes = Annotated[int, Field(gt=0, le=2**40)]
Rate = Annotated[float, Field(gt=0, allow_inf_nan=False)]


class Section(BaseModel):
    """A table of config.toml: an unknown key is an error, and nothing is changed after the start."""

    # Deferred: `Settings` builds its tables with itself, each once.
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True)

    @field_validator("*", mode="before")
    @classmethod
    def _means_something(cls, value: Any, info: ValidationInfo) -> Any:
        """Python takes true for 1, and a path that holds a NUL for one."""
        kind = cls.model_fields[info.field_name or ""].annotation
        each = value if isinstance(value, list | tuple) else (value,)
        if any(isinstance(one, bool) for one in each) and bool not in (kind, *get_args(kind)):
            raise ValueError("true and false say nothing here")
        if any(isinstance(one, str) and "\0" in one for one in each):
            raise ValueError("holds a character that no text has")
        return value
