"""Puts together what is known of each body of a release: its tasks, messages and answers, and what the clock makes of them."""

from __future__ import annotations

from collections.abc import Sequence

from alertd.directory.directory import Directory
from alertd.model.appointments import Appointment
from alertd.model.assignments import Assignment, AssignmentState
from alertd.model.bodies import Role
from alertd.model.media import Attachment
from alertd.model.notices import Delivery, Dispatch, DispatchState, Notice
from alertd.model.register import DeliveryChange
from alertd.model.replies import Reply
from alertd.ports import Clock, Transaction
from alertd.workflow.board.carried import carried_over
from alertd.workflow.board.totals import least_advanced
from alertd.workflow.board.upcoming import Upcoming, pause_of, upcoming
from alertd.workflow.board.views import Attachments, BodyRow
from alertd.workflow.grouping import sorted_by
from alertd.workflow.labels import time_label
from alertd.workflow.notices.packing import Packer
from alertd.workflow.sending.waiting import Lines


class BodyRows:
    """Reads the bodies of a release, all or one."""

    def __init__(self, clock: Clock, directory: Directory, packer: Packer, lines: Lines) -> None:
        self._clock = clock
        self._directory = directory
        self._packer = packer
        self._lines = lines

    async def of_dispatch(self, tx: Transaction, dispatch: Dispatch, *, has_history: bool = True) -> tuple[BodyRow, ...]:
        """All of them; without the steps of each message where those are not shown."""
        deliveries = await tx.outbox.of_dispatch(dispatch.id)
        deliveries = await self._lines.told(tx, deliveries) if has_history else deliveries
        assignments = sorted_by(await tx.dispatches.assignments(dispatch.id), lambda a: a.notice)
        notices = await tx.dispatches.notices(dispatch.id)
        answers = await tx.replies.of_dispatch(dispatch.id)
        replies, carried = sorted_by(answers, lambda r: r.notice), await carried_over(tx, dispatch, notices)
        attachments = await attachments_of(tx, [*answers, *(reply for earlier in carried.values() for reply in earlier)])
        history = sorted_by(await tx.outbox.history([d.id for d in deliveries]) if has_history else (), lambda c: c.delivery)
        of_notice = sorted_by(deliveries, lambda d: d.notice)
        appointments = sorted_by(await tx.appointments.of_dispatch(dispatch.id), lambda a: a.notice)
        return tuple(
            self._row(
                dispatch,
                notice,
                assignments.get(notice.id, []),
                of_notice.get(notice.id, []),
                [*carried.get(notice.id, []), *replies.get(notice.id, [])],
                attachments,
                [change for d in of_notice.get(notice.id, []) for change in history.get(d.id, [])],
                appointments.get(notice.id, []),
            )
            for notice in notices
        )

    async def of_notice(self, tx: Transaction, dispatch: Dispatch, notice: Notice) -> BodyRow:
        """One of them."""
        deliveries = await self._lines.told(tx, await tx.outbox.of_notice(notice.id))
        replies = await tx.replies.of_notice(notice.id)
        return self._row(
            dispatch,
            notice,
            await tx.dispatches.assignments_of_notice(notice.id),
            deliveries,
            replies,
            await attachments_of(tx, replies),
            await tx.outbox.history([d.id for d in deliveries]),
            await tx.appointments.of_notice(notice.id),
        )

    def _row(
        self,
        dispatch: Dispatch,
        notice: Notice,
        assignments: Sequence[Assignment],
        deliveries: Sequence[Delivery],
        replies: Sequence[Reply],
        attachments: Attachments,
        history: Sequence[DeliveryChange],
        appointments: Sequence[Appointment],
    ) -> BodyRow:
        now = self._clock.now()
        state = least_advanced([a.state for a in assignments])
        is_open = dispatch.state is DispatchState.OPEN
        latest = max((r for r in replies if r.void_at is None), key=lambda r: r.received_at, default=None)
        is_called = is_open and self._packer.is_called(notice, is_drill=dispatch.is_drill)
        coming = upcoming(dispatch, notice, assignments, appointments, is_called=is_called)
        contact = self._directory.find_contact(notice.acknowledged_by) if notice.acknowledged_by else None
        return BodyRow(
            notice=notice,
            body=self._packer.body(notice.body),
            role=notice.role,
            state=state,
            silent=is_open and notice.role is not Role.COPY and not state.is_answered,
            late=is_open and any(a.deadline_at and a.deadline_at < now and a.state is not AssignmentState.DONE for a in assignments),
            is_escalated=is_escalated(dispatch, notice, state),
            acknowledged_at=notice.acknowledged_at,
            by=contact.title if contact else notice.acknowledged_by,
            delay=notice.acknowledged_at - dispatch.released_at if notice.acknowledged_at else None,
            words=latest.words if latest else "",
            channel=latest.channel if latest else "",
            assignments=tuple(assignments),
            deliveries=tuple(deliveries),
            replies=tuple(replies),
            attachments=attachments,
            history=tuple(history),
            next=_next(dispatch, notice, coming),
            next_at=coming[0].at if coming else None,
            upcoming=tuple(coming),
            pause=pause_of(notice, now) if is_open else "",
            appointments=tuple(appointments),
        )


async def attachments_of(tx: Transaction, replies: Sequence[Reply]) -> Attachments:
    """What came beside the words of those answers, by the answer."""
    found: dict[int, tuple[Attachment, ...]] = {}
    for attachment in await tx.media.of_replies([reply.id for reply in replies]):
        found[attachment.reply] = (*found.get(attachment.reply, ()), attachment)
    return found


def is_escalated(dispatch: Dispatch, notice: Notice, state: AssignmentState) -> bool:
    """Whether a body that nobody answers for has come to the end of its ladder."""
    return notice.role is not Role.COPY and not state.is_positive and notice.next_step >= len(dispatch.ladder_of(notice.body).steps)


def _next(dispatch: Dispatch, notice: Notice, coming: Sequence[Upcoming]) -> str:
    if dispatch.state is not DispatchState.OPEN:
        return "đợt phát đã kết thúc"
    if not coming:
        return "không còn bước tự động nào" if notice.acknowledged_at is None and notice.role is not Role.COPY else ""
    return f"{coming[0].words} lúc {time_label(coming[0].at)}"
