"""Draws the board of a dispatch and the list of documents for a terminal, in an officer's words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rich.table import Table

from alertd.model.assignments import AssignmentState
from alertd.model.documents import REVIEWABLE, DocumentState
from alertd.model.documents import UNRECOGNISED as NONE_FOUND
from alertd.model.replies import Meaning, ReplyState
from alertd.web.states import ASSIGNMENT, DOCUMENT, LATE, MEANING, NOT_OFFERED, SILENT, UNRECOGNISED, Face
from alertd.workflow.board.pressing import PRESSING
from alertd.workflow.labels import time_label

_TOTALS = {
    "bodies": "đơn vị",
    "acknowledged": "đã nhận",
    "done": "đã xong",
    "silent": "im lặng",
    "late": "quá hạn",
    "cannot_comply": "không thực hiện được",
    "incidents": "báo sự cố",
    "escalated": "phải gọi điện",
    "failed": "tin không gửi được",
}


def board(answer: dict[str, Any]) -> Table:
    """Who has answered: the API's answer about one dispatch."""
    totals = " · ".join(f"{answer['totals'][name]} {word}" for name, word in _TOTALS.items() if name in answer["totals"])
    table = Table("Đơn vị", "Tình trạng", "Trả lời", caption=totals)
    for row in answer["bodies"]:
        grave = [MEANING[meaning] for meaning in PRESSING if meaning.is_grave and any(_waits(reply, meaning) for reply in row["replies"])]
        state = ASSIGNMENT[AssignmentState(row["state"])]
        faces = [*grave, state, *([SILENT] if row["silent"] else []), *([LATE] if row["late"] else [])]
        at = time_label(datetime.fromisoformat(row["acknowledged_at"])) if row["acknowledged_at"] else ""
        table.add_row(row["name"], "\n".join(map(_told, faces)), ", ".join(filter(None, (at, row["by"], row["words"]))))
    return table


def _waits(reply: dict[str, Any], meaning: Meaning) -> bool:
    return (reply["state"], reply["meaning"]) == (ReplyState.OPEN, meaning)


def documents(answer: dict[str, Any]) -> Table:
    """What has come in: the API's list of documents."""
    table = Table("ID", "Số", "Trạng thái", "Trích yếu")
    for row in answer["documents"]:
        table.add_row(str(row["id"]), row["number"] or "", _told(_state(row)), row["subject"] or "")
    return table


def _state(row: dict[str, Any]) -> Face:
    state = DocumentState(row["state"])
    if state not in REVIEWABLE or row["emergency"]:
        return DOCUMENT[state]
    is_recognised = all(problem["code"] != NONE_FOUND for problem in row["problems"])
    return NOT_OFFERED if is_recognised else UNRECOGNISED


def _told(face: Face) -> str:
    return f"{face.symbol} {face.word}"
