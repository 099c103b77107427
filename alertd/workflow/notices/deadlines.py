"""By when a body must have done what it is told: the moment that the words of its deadline mean once it is told."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from alertd.clock import VIETNAM
from alertd.model.assignments import Proposal
from alertd.model.deadlines import due_at
from alertd.model.documents import Deadline, DeadlineKind, Reading
from alertd.workflow.labels import time_label


@lru_cache(maxsize=1024)
def meant(words: str, issued: date | None) -> Deadline | None:
    """The deadline that these words name; None where they name none. One release says the same to many bodies."""
    from alertd.reading.deadlines import deadline_called  # noqa: PLC0415 - its patterns are not needed before the first order

    return deadline_called(words, issued)


def moment_in(words: str, issued: date | None) -> datetime | None:
    """The one moment that the words name by themselves; None where it comes again and again, is counted from being told, or is none."""
    return only_moment(meant(words, issued))


def only_moment(deadline: Deadline | None) -> datetime | None:
    """The moment after which an assignment is late; a repeating deadline's first one makes nobody late with all of it."""
    return deadline.at if deadline and deadline.kind is not DeadlineKind.REPEATING else None


def due_when_told(proposal: Proposal, reading: Reading, since: datetime) -> datetime | None:
    """By when the body must be done that is told at `since`."""
    if proposal.deadline_at is not None:
        return proposal.deadline_at
    deadline = meant(proposal.deadline_text, reading.issued_on)
    return due_at(deadline, since, VIETNAM) if deadline and deadline.kind is not DeadlineKind.REPEATING else None


def counted_label(words: str, at: datetime | None, reading: Reading) -> str:
    """The moment as it is told to a body, e.g. "17:00 ngày 18/7/2023", where its own words only say how long there is."""
    return time_label(at) if at is not None and is_counted(words, reading) else ""


def understood_label(proposal: Proposal, reading: Reading, now: datetime) -> str:
    """What the words of a deadline are taken to mean, for the officer who reviews them; empty where there are none."""
    deadline = meant(proposal.deadline_text, reading.issued_on) if proposal.deadline_text else None
    due = due_when_told(proposal, reading, now)
    if due is not None and is_counted(proposal.deadline_text, reading):
        return f"tính từ lúc phát; phát bây giờ thì đến {time_label(due)}"
    if due is not None:
        return f"{time_label(due)}{', đã qua' if due <= now else ''}"
    if deadline is not None and deadline.kind is DeadlineKind.REPEATING:
        return "lặp lại, hỏi báo cáo từng kỳ"
    return "không rõ mốc giờ, hệ thống không nhắc theo hạn này" if proposal.deadline_text else ""


def is_counted(words: str, reading: Reading) -> bool:
    """Whether the words say how long there is from being told ("trong vòng 24 giờ")."""
    deadline = meant(words, reading.issued_on)
    return deadline is not None and deadline.kind is DeadlineKind.RELATIVE and deadline.at is None
