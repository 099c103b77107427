"""The ladder that is climbed while a body stays silent, and the pure decision what is due on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

APART = timedelta(minutes=2)
"""Steps that are overdue together follow one another no faster than this: whoever was told by one may answer before the next."""
UNCLEAR = "có trả lời đang chờ cán bộ trực xem"
"""Why a ladder rests when nobody has said another reason."""


class StepKind(StrEnum):
    """What a step of the ladder does."""

    REMIND = "remind"
    """The same contact again on the same channel."""
    OTHER_CHANNEL = "other_channel"
    """The same contact on its other channels."""
    NEXT_CONTACT = "next_contact"
    """The next contact of the body, on all that person's channels."""
    TELL_OFFICER = "tell_officer"
    """The duty desk: this body must be telephoned."""


@dataclass(frozen=True, slots=True)
class Step:
    """One rung: what happens how long after release."""

    after: timedelta
    does: StepKind


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs in order of time."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is fixed at release beside the ladder of the urgency, so that a later edit of the configuration disturbs nothing."""

    by_body: Mapping[str, Ladder] = field(default_factory=dict)
    """Ladders of single bodies, by their id."""
    deadline: Ladder = Ladder(())
    """Around a deadline, counted from it; steps before it have a negative `after`."""
    report: Ladder = Ladder(())
    """Around the time of a report, counted from it."""
    reports_for: timedelta = timedelta(0)
    """How long from release repeating reports are asked for, unless an officer closes the order before."""


@dataclass(frozen=True, slots=True)
class Due:
    """A decision about one notice: the step to take now (None: none), when to look again, and why."""

    step: Step | None
    index: int
    look_again_at: datetime | None
    reason: str


def what_is_due(
    ladder: Ladder, next_step: int, released_at: datetime, paused_until: datetime | None, now: datetime, pause_reason: str | None = None
) -> Due:
    """Which step of the ladder a silent notice has reached.

    A process that was down takes one step at a time when it comes back: nobody is skipped because alertd slept.
    """
    if next_step >= len(ladder.steps):
        return Due(None, next_step, None, "đã đi hết thang nhắc")
    step = ladder.steps[next_step]
    due_at = released_at + step.after
    if paused_until is not None and paused_until > now:
        return Due(None, next_step, max(due_at, paused_until), f"tạm dừng nhắc: {pause_reason or UNCLEAR}")
    if due_at > now:
        return Due(None, next_step, due_at, "chưa đến giờ")
    minutes = int(step.after.total_seconds() // 60)
    return Due(step, next_step, due_at, f"quá {minutes} phút kể từ khi phát mà chưa có trả lời")


def comes_at(due_at: datetime, before_it: datetime, taken_at: datetime) -> datetime:
    """When a step comes that was due at `due_at`, the one before it at `before_it`, and that one has been taken at `taken_at`.

    It comes on time, except that steps that were slept through together are no volley.
    """
    return max(due_at, taken_at + min(due_at - before_it, APART))
