"""Writes how bodies fared over a season for a spreadsheet, in an officer's words."""

from __future__ import annotations

from datetime import timedelta

from alertd.workflow.board.sheets import shown, written
from alertd.workflow.board.statistics import BodyFigures, Statistics

_HEAD = (
    "Đơn vị",
    "Số lần được giao",
    "Gửi được",
    "Đã trả lời",
    "Trả lời không cần nhắc",
    "Nửa số trả lời trong (phút)",
    "90 % trả lời trong (phút)",
)


def as_csv(statistics: Statistics) -> str:
    """One row a body."""
    return written(_HEAD, map(_row, statistics.bodies))


def _row(each: BodyFigures) -> tuple[object, ...]:
    counts = (each.ordered, each.told, each.answered, each.unprompted)
    return (shown(each.name), *counts, _minutes(each.answering.half), _minutes(each.answering.nine_tenths))


def _minutes(took: timedelta | None) -> str:
    return "" if took is None else f"{took.total_seconds() / 60:.1f}"
