"""Writes the outcome of a release as CSV that a spreadsheet opens, in an officer's words and Vietnam's time."""

from __future__ import annotations

import csv
import io
from datetime import datetime

from alertd.clock import VIETNAM
from alertd.workflow.board.outcome import Outcome
from alertd.workflow.labels import ASSIGNMENT_STATE, MEANING

MARK = "\ufeff"
"""Tells spreadsheets that the text is UTF-8."""
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
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would run rather than show, when a cell begins with it."""


def as_csv(outcome: Outcome) -> str:
    """One row a body."""
    text = io.StringIO()
    sheet = csv.writer(text)
    sheet.writerow(_HEAD)
    for line in outcome.lines:
        waited = line.answered_at - outcome.dispatch.released_at if line.answered_at else None
        minutes = f"{waited.total_seconds() / 60:.1f}" if waited else ""
        moments = (_moment(line.told_at), _moment(line.answered_at), minutes)
        words = (_shown(line.by), line.channel, _shown(line.words))
        states = (ASSIGNMENT_STATE[line.state], MEANING[line.waits] if line.waits else "")
        sheet.writerow((line.name, *states, *moments, *words, line.followups, line.failed))
    return MARK + text.getvalue()


def _moment(at: datetime | None) -> str:
    return at.astimezone(VIETNAM).strftime("%d/%m/%Y %H:%M:%S") if at else ""


def _shown(words: str) -> str:
    """Words that somebody typed, so that no spreadsheet takes them for a formula."""
    return f"'{words}" if words.startswith(_FORMULA) else words
