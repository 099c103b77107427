"""Writes the outcome of a release for a spreadsheet, in an officer's words and Vietnam's time."""

from __future__ import annotations

from datetime import datetime

from alertd.clock import VIETNAM
from alertd.workflow.board.outcome import Line, Outcome
from alertd.workflow.board.sheets import shown, written
from alertd.workflow.labels import ASSIGNMENT_STATE, MEANING

_HEAD = (
    "Đơn vị",
    "Tình trạng",
    "Chờ cán bộ xử lý",
    "Báo lúc",
    "Trả lời lúc",
    "Sau (phút)",
    "Người trả lời",
    "Kênh",
    "Nguyên văn",
    "Số lần nhắc",
    "Tin không gửi được",
)


def as_csv(outcome: Outcome) -> str:
    """One row a body."""
    return written(_HEAD, (_row(line, outcome.dispatch.released_at) for line in outcome.lines))


def _row(line: Line, released_at: datetime) -> tuple[object, ...]:
    minutes = f"{(line.answered_at - released_at).total_seconds() / 60:.1f}" if line.answered_at else ""
    moments = (_moment(line.told_at), _moment(line.answered_at), minutes)
    words = (shown(line.by), line.channel, shown(line.words))
    states = (ASSIGNMENT_STATE[line.state], MEANING[line.waits] if line.waits else "")
    return (shown(line.name), *states, *moments, *words, line.followups, line.failed)


def _moment(at: datetime | None) -> str:
    return at.astimezone(VIETNAM).strftime("%d/%m/%Y %H:%M:%S") if at else ""
