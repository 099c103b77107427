"""Reports that an order asks for again and again ("trước 13 giờ hằng ngày"): when the next is owed, and which answers are one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from alertd.clock import VIETNAM
from alertd.messages.plain import without_diacritics
from alertd.model.appointments import Appointment, AppointmentKind, AppointmentState
from alertd.model.assignments import Assignment
from alertd.model.bodies import Body
from alertd.model.deadlines import next_moment
from alertd.model.documents import Deadline, DeadlineKind, Reading
from alertd.model.lifecycles import APPOINTMENT, move
from alertd.model.notices import Notice
from alertd.model.replies import Meaning, Reply
from alertd.ports import Clock, Transaction
from alertd.workflow.labels import time_label
from alertd.workflow.notices.deadlines import meant

_NO_REPORT = frozenset({Meaning.ACKNOWLEDGED, Meaning.QUESTION})
"""Who has only received the request, or asks, has not reported; a call for help is a report too, and reaches the desk at once anyway."""
_AWAITED = frozenset({AppointmentState.OPEN, AppointmentState.MISSED})

LATEST = timedelta(hours=12)
"""How long after its time a report still counts for it."""

_ALL_QUIET = re.compile(r"\b(?:khong|chua) (?:co )?(?:bi )?(?:thiet hai|gi moi|phat sinh|su co|gi bat thuong)|\bbinh thuong\b")


class Reports:
    """Enters reports as they come, inside the transaction of whoever took the answer in."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def collect(self, tx: Transaction, notice: Notice, reply: Reply) -> Appointment | None:
        """The report that a reply is, entered for the time for which it was asked; None where none was asked for, or it is none."""
        if reply.meaning in _NO_REPORT or reply.matched_by == "button":
            return None
        since = self._clock.now() - LATEST
        awaited = [a for a in await tx.appointments.of_notice(notice.id) if is_awaited(a) and a.at > since]
        if not awaited:
            return None
        latest = awaited[-1]
        state = move(APPOINTMENT, latest.state, AppointmentState.MET)
        met = replace(latest, state=state, state_at=self._clock.now(), next_step_at=None, reply=reply.id)
        await tx.appointments.save(met)
        detail = {"at": latest.at.isoformat(), "reply": reply.id, "words": reply.words}
        await tx.audit.add(self._clock.now(), reply.contact or reply.address, "report.received", f"notice/{notice.id}", detail)
        return met


def is_all_quiet(words: str) -> bool:
    """Whether a report says that nothing has happened, which out of its place would read as a refusal ("không có thiệt hại")."""
    return bool(_ALL_QUIET.search(without_diacritics(words).lower()))


def is_awaited(appointment: Appointment) -> bool:
    """Whether it is a report that has been asked for and has not come."""
    return appointment.kind is AppointmentKind.REPORT and appointment.state in _AWAITED and appointment.next_step > 0


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One body's reports, one cell for each time of the table."""

    body: str
    """Its id."""
    name: str
    cells: tuple[tuple[Appointment, Reply | None] | None, ...]
    """None where the body owes nothing at that time."""


@dataclass(frozen=True, slots=True)
class ReportTable:
    """Who has reported for which time."""

    times: tuple[datetime, ...]
    rows: tuple[ReportRow, ...]


def report_table(bodies: Sequence[tuple[Body, Sequence[Appointment], Sequence[Reply]]]) -> ReportTable:
    """The table of those times that have been asked for or come next; empty where the order asks for no reports."""
    owed = {body: [a for a in own if a.kind is AppointmentKind.REPORT] for body, own, _ in bodies}
    replies = {reply.id: reply for _, _, own in bodies for reply in own}
    times = sorted({a.at for own in owed.values() for a in own})
    rows = []
    for body, own in owed.items():
        at = {a.at: a for a in own}
        cells = tuple((at[time], replies.get(at[time].reply or 0)) if time in at else None for time in times)
        rows.append(ReportRow(body.id, body.name, cells))
    return ReportTable(tuple(times), tuple(row for row in rows if any(row.cells)))


def next_report(reading: Reading, assignments: Sequence[Assignment], after: datetime) -> tuple[datetime, str] | None:
    """When a body owes its next report, and in which words; None where its orders ask for none again and again."""
    coming = [(at, words) for deadline, words in _repeating(reading, assignments) if (at := next_moment(deadline, after, VIETNAM))]
    return min(coming, default=None)


def report_label(appointment: Appointment) -> str:
    """E.g. "báo cáo 13:00 ngày 18/7/2023"."""
    return f"báo cáo {time_label(appointment.at)}"


def _repeating(reading: Reading, assignments: Sequence[Assignment]) -> Iterator[tuple[Deadline, str]]:
    """The repeating deadlines of a body's assignments: as they were read, or as the officer's own words say."""
    for assignment in assignments:
        directive = reading.directives[assignment.directive] if assignment.directive is not None else None
        duty = directive.report if directive else None
        is_as_read = duty is not None and duty.text == assignment.report
        asked = duty.deadline if duty is not None and is_as_read else meant(assignment.report, reading.issued_on)
        due = meant(assignment.deadline_text, reading.issued_on)
        if asked is not None and _repeats(asked):
            yield asked, assignment.report
        elif due is not None and _repeats(due):
            yield due, assignment.report or assignment.deadline_text


def _repeats(deadline: Deadline) -> bool:
    return deadline.kind is DeadlineKind.REPEATING
