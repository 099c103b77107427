"""The statistics of a season for a terminal."""

from __future__ import annotations

from datetime import timedelta

from rich.table import Table

from alertd.web.times import span
from alertd.workflow.board.pace import Pace
from alertd.workflow.board.statistics import BodyFigures, Statistics
from alertd.workflow.labels import day_label


def as_table(statistics: Statistics) -> Table:
    """A line a body, what holds for all below."""
    period = statistics.period
    title = f"{'Diễn tập' if statistics.is_drill else 'Đợt phát'} từ {day_label(period.first)} đến {day_label(period.last)}"
    head = ("Đơn vị", "Được giao", "Gửi được", "Đã trả lời", "Không cần nhắc", "Nửa số trong", "90 % trong")
    table = Table(*head, title=title, caption=_caption(statistics))
    for each in statistics.bodies:
        table.add_row(*_row(each))
    return table


def _row(each: BodyFigures) -> tuple[str, ...]:
    counts = (each.ordered, each.told, each.answered, each.unprompted)
    return (each.name, *map(str, counts), _span(each.answering.half), _span(each.answering.nine_tenths))


def _caption(statistics: Statistics) -> str:
    paces = (
        ("phát sau khi nhận văn bản", statistics.deciding, statistics.releases),
        ("gửi được sau khi phát", statistics.telling, statistics.ordered),
        ("trả lời sau khi phát", statistics.answering, statistics.ordered),
    )
    return "\n".join([f"{statistics.releases} đợt phát đã kết thúc", *(_pace(*each) for each in paces)])


def _pace(what: str, pace: Pace, of: int) -> str:
    times = f" (nửa số trong {_span(pace.half)}, 90 % trong {_span(pace.nine_tenths)})" if pace.number else ""
    return f"{what}: {pace.number}/{of}{times}"


def _span(took: timedelta | None) -> str:
    return "" if took is None else span(took)
