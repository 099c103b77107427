"""How long something took, in words for a terminal."""

from __future__ import annotations

from datetime import timedelta

from alertd.web.times import span
from alertd.workflow.board.pace import Pace


def pace_told(what: str, pace: Pace, of: int) -> str:
    """E.g. "Đã báo 34/35 (nửa số trong 20 giây, 90 % trong 43 giây)"."""
    times = f" (nửa số trong {span_told(pace.half)}, 90 % trong {span_told(pace.nine_tenths)})" if pace.number else ""
    return f"{what} {pace.number}/{of}{times}"


def span_told(took: timedelta | None) -> str:
    """Empty where it never happened."""
    return "" if took is None else span(took)
