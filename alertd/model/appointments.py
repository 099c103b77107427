"""The moments at which a body owes a word, a deadline or a report, and the pure decision what is due around one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from alertd.model.escalation import Due, Ladder


class AppointmentKind(StrEnum):
    """What is owed."""

    DEADLINE = "deadline"
    """That the work is done."""
    REPORT = "report"
    """One of the reports that the order asks for again and again."""


class AppointmentState(StrEnum):
    """Whether the word has come."""

    OPEN = "open"
    MET = "met"
    MISSED = "missed"
    """Everything around it has happened, and the word has not come; it may still come late."""
    CALLED_OFF = "called_off"
    """An officer does without it."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """One moment at which one body owes a word about one release."""

    id: int
    dispatch: int
    notice: int
    kind: AppointmentKind
    at: datetime
    words: str
    """What the order says of it, e.g. "trước 13 giờ hằng ngày"."""
    state: AppointmentState
    state_at: datetime
    next_step: int
    """Index of the next step of its ladder, which is counted from `at`."""
    next_step_at: datetime | None
    """When that step is due; None when nothing more will happen by itself."""
    reply: int | None = None
    """The report that came."""


def first_step(ladder: Ladder, at: datetime, released_at: datetime) -> int:
    """The first step that is not past already when the order is released."""
    return next((n for n, step in enumerate(ladder.steps) if at + step.after > released_at), len(ladder.steps))


def step_at(ladder: Ladder, at: datetime, index: int) -> datetime | None:
    """When a step of an appointment is due; None beyond the last."""
    return at + ladder.steps[index].after if index < len(ladder.steps) else None


def what_is_owed(ladder: Ladder, appointment: Appointment, paused_until: datetime | None, now: datetime) -> Due:
    """Which step around an appointment is due now. A request that comes too late to be one, because alertd slept, is passed over."""
    index = appointment.next_step
    while index < len(ladder.steps) and ladder.steps[index].after < timedelta(0) and appointment.at <= now:
        index += 1
    due_at = step_at(ladder, appointment.at, index)
    if due_at is None:
        return Due(None, index, None, "đã đi hết các bước quanh mốc này")
    if paused_until is not None and paused_until > now:
        return Due(None, index, max(due_at, paused_until), "đang tạm dừng")
    if due_at > now:
        return Due(None, index, due_at, "chưa đến giờ")
    return Due(ladder.steps[index], index, due_at, "đã quá mốc" if appointment.at <= now else "sắp đến mốc")
