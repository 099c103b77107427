"""The statistics of a season for a terminal."""

from __future__ import annotations

from rich.table import Table

from alertd.cli.paces import pace_told, span_told
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
    return (each.name, *map(str, counts), span_told(each.answering.half), span_told(each.answering.nine_tenths))


def _caption(statistics: Statistics) -> str:
    paces = (
        ("Phát sau khi nhận văn bản:", statistics.deciding, statistics.releases),
        ("Gửi được sau khi phát:", statistics.telling, statistics.ordered),
        ("Trả lời sau khi phát:", statistics.answering, statistics.ordered),
    )
    return "\n".join([f"{statistics.releases} đợt phát đã kết thúc", *(pace_told(*each) for each in paces)])
