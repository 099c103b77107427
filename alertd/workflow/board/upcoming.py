"""Tells what will happen to a body by itself, and when: the next step of its ladder and of everything that it owes at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from alertd.model.appointments import Appointment, AppointmentKind, AppointmentState
from alertd.model.assignments import Assignment, AssignmentState
from alertd.model.escalation import UNCLEAR, StepKind
from alertd.model.notices import Dispatch, DispatchState, Notice
from alertd.workflow.labels import time_label
from alertd.workflow.silence.appointments import ladder_of

_LADDER = {
    StepKind.REMIND: "nhắc lại trên cùng kênh",
    StepKind.OTHER_CHANNEL: "nhắc trên kênh khác",
    StepKind.NEXT_CONTACT: "báo đầu mối kế tiếp",
    StepKind.TELL_OFFICER: "báo cán bộ trực gọi điện",
}
_CALLS = frozenset({StepKind.REMIND, StepKind.OTHER_CHANNEL})
"""What is repeated to the one who was told before: by telephone too, where there is a way to call."""


@dataclass(frozen=True, slots=True)
class Upcoming:
    """One thing that will happen unless somebody answers or an officer decides otherwise."""

    step: str
    """Names it, so that an officer who hurries or skips it cannot hit the one after: `ladder-2`, `appointment-5-0`."""
    words: str
    at: datetime


def upcoming(
    dispatch: Dispatch, notice: Notice, assignments: Sequence[Assignment], appointments: Sequence[Appointment], *, is_called: bool
) -> list[Upcoming]:
    """Everything that will happen to a body by itself, the next first; nothing once the order is over. `is_called`: whoever was told last
    is called as well while there is no answer.
    """
    if dispatch.state is not DispatchState.OPEN:
        return []
    found = [
        _of_ladder(dispatch, notice, is_called=is_called),
        *(_of_appointment(dispatch, notice, a) for a in appointments if not _is_needless(a, assignments)),
    ]
    return sorted((each for each in found if each is not None), key=lambda each: each.at)


def pause_of(notice: Notice, now: datetime) -> str:
    """Until when nothing happens by itself, and why; empty where nothing is paused."""
    if notice.paused_until is None or notice.paused_until <= now:
        return ""
    return f"đến {time_label(notice.paused_until)}: {notice.pause_reason or UNCLEAR}"


def _of_ladder(dispatch: Dispatch, notice: Notice, *, is_called: bool) -> Upcoming | None:
    steps = dispatch.ladder_of(notice.body).steps
    if notice.next_step_at is None or notice.next_step >= len(steps):
        return None
    does = steps[notice.next_step].does
    words = f"{_LADDER[does]} và gọi điện" if is_called and does in _CALLS else _LADDER[does]
    return Upcoming(f"ladder-{notice.next_step}", words, _not_before(notice, notice.next_step_at))


def _of_appointment(dispatch: Dispatch, notice: Notice, appointment: Appointment) -> Upcoming | None:
    steps = ladder_of(dispatch, appointment).steps
    if appointment.next_step_at is None or appointment.next_step >= len(steps):
        return None
    step = steps[appointment.next_step]
    words = _words(appointment, step.does, is_before=step.after.total_seconds() < 0)
    return Upcoming(f"appointment-{appointment.id}-{appointment.next_step}", words, _not_before(notice, appointment.next_step_at))


def _words(appointment: Appointment, does: StepKind, *, is_before: bool) -> str:
    at = time_label(appointment.at)
    if appointment.kind is AppointmentKind.DEADLINE:
        if does is StepKind.TELL_OFFICER:
            return f"báo cán bộ trực nếu chưa xong, thời hạn {at}"
        return f"hỏi kết quả {'trước' if is_before else 'khi đến'} thời hạn {at}"
    if does is StepKind.TELL_OFFICER:
        return f"báo cán bộ trực nếu chưa có báo cáo {at}"
    return f"{'đề nghị' if is_before else 'nhắc gửi'} báo cáo {at}"


def _not_before(notice: Notice, at: datetime) -> datetime:
    return max(at, notice.paused_until) if notice.paused_until is not None else at


def _is_needless(appointment: Appointment, assignments: Sequence[Assignment]) -> bool:
    if appointment.state is not AppointmentState.OPEN:
        return True
    due_by_it = [a for a in assignments if a.deadline_at == appointment.at]
    return appointment.kind is AppointmentKind.DEADLINE and all(a.state is AssignmentState.DONE for a in due_by_it)
