"""How long something took: within what time for half and for nine tenths of those for which it happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import quantiles


@dataclass(frozen=True, slots=True)
class Pace:
    """How long something took, over all for which it happened."""

    number: int
    half: timedelta | None
    """Within this time for half of them."""
    nine_tenths: timedelta | None


def pace_of(times: Iterable[timedelta]) -> Pace:
    """Half and nine tenths of the times that are given; None where there is none."""
    sorted_times = sorted(times)
    if not sorted_times:
        return Pace(0, None, None)
    tenths = _tenths(sorted_times)
    return Pace(len(sorted_times), tenths[4], tenths[8])


def _tenths(times: Sequence[timedelta]) -> list[timedelta]:
    """The nine cuts between tenths; the one time itself where there is only one."""
    seconds = [time.total_seconds() for time in times]
    cuts = quantiles(seconds, n=10, method="inclusive") if len(seconds) > 1 else seconds * 9
    return [timedelta(seconds=cut) for cut in cuts]
