"""How moments and spans of time are written for officers."""

from __future__ import annotations

from datetime import datetime, timedelta

from alertd.clock import VIETNAM
from alertd.workflow.labels import day_label


def moment(at: datetime) -> str:
    """Hour, minute and day in Vietnam, e.g. "16:37 · 17/7/2023"."""
    here = at.astimezone(VIETNAM)
    return f"{here:%H:%M} · {day_label(here.date())}"


def moment_to_the_second(at: datetime) -> str:
    """The same with seconds, for the clock and the audit trail."""
    here = at.astimezone(VIETNAM)
    return f"{here:%H:%M:%S} · {day_label(here.date())}"


def span(length: timedelta) -> str:
    """A span of time in its two largest units, e.g. "2 giờ 05 phút", "4 phút 09 giây"."""
    seconds = max(0, int(length.total_seconds()))
    if seconds >= 86400:
        return f"{seconds // 86400} ngày {seconds % 86400 // 3600:02d} giờ"
    if seconds >= 3600:
        return f"{seconds // 3600} giờ {seconds % 3600 // 60:02d} phút"
    if seconds >= 60:
        return f"{seconds // 60} phút {seconds % 60:02d} giây"
    return f"{seconds} giây"
