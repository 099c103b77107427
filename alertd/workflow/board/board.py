"""What the console and the API show: read-only views, with everything that the clock can tell computed at the moment of asking."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from alertd.directory.directory import Directory
from alertd.errors import NotFound
from alertd.model.appointments import Appointment
from alertd.model.assignments import Assignment, AssignmentState
from alertd.model.audit import AuditEntry
from alertd.model.bodies import Role
from alertd.model.documents import REVIEWABLE, DocumentState, Span, gaps
from alertd.model.media import Attachment
from alertd.model.notices import Delivery, DeliveryState, Dispatch, DispatchState, Notice
from alertd.model.register import DeliveryChange, Document
from alertd.model.replies import Meaning, Reply, ReplyState
from alertd.ports import Channel, Clock, Store, Transaction
from alertd.workflow.board.carried import carried_over
from alertd.workflow.board.pressing import PRESSING, unsettled
from alertd.workflow.board.superseded import superseded
from alertd.workflow.board.tallies import tallies
from alertd.workflow.board.upcoming import Upcoming, pause_of, upcoming
from alertd.workflow.board.views import (
    Attachments,
    BodyRow,
    BodyView,
    ChannelCard,
    DispatchCard,
    DispatchView,
    DocumentView,
    Overview,
    ReplyCard,
)
from alertd.workflow.grouping import sorted_by
from alertd.workflow.labels import time_label
from alertd.workflow.notices.cases import Case, Cases
from alertd.workflow.notices.packing import Packer
from alertd.workflow.notices.succession import passed_on
from alertd.workflow.sending.waiting import Lines
from alertd.workflow.silence.reports import report_table

ORDER = (
    AssignmentState.PENDING,
    AssignmentState.NOTIFIED,
    AssignmentState.CANNOT_COMPLY,
    AssignmentState.ACKNOWLEDGED,
    AssignmentState.IN_PROGRESS,
    AssignmentState.DONE,
    AssignmentState.WITHDRAWN,
)
"""From the least to the most advanced."""
OPEN_AT_MOST = 100
"""How many of the answers that wait for a person are shown on one page."""


class Board:
    """Reads; never writes."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        directory: Directory,
        packer: Packer,
        channels: Mapping[str, Channel],
        problems: Callable[[], Mapping[str, str]],
        lines: Lines,
    ) -> None:
        """`problems`: what keeps senders from sending now, by their names, as far as this process knows."""
        self._store = store
        self._clock = clock
        self._directory = directory
        self._packer = packer
        self._channels = channels
        self._problems = problems
        self._lines = lines

    async def overview(self) -> Overview:
        """What waits for a person now."""
        async with self._store.snapshot() as tx:
            waiting = await tx.documents.waiting(OPEN_AT_MOST)
            open_ones = await tx.dispatches.recent((DispatchState.OPEN,))
            cards = [await self._card(tx, dispatch) for dispatch in open_ones]
            others = [*waiting, *(card.document for card in cards)]
            cards = [replace(card, superseded=superseded([(card.dispatch, card.document)], others)) for card in cards]
            replies = await self._reply_cards(tx, await tx.replies.waiting(PRESSING, OPEN_AT_MOST))
            replies_open = len(await tx.replies.waiting_ids())
            channels = [await self._channel_card(tx, channel) for channel in self._channels.values()]
        return Overview(tuple(waiting), tuple(cards), replies, replies_open, tuple(channels))

    async def channels(self) -> tuple[ChannelCard, ...]:
        """How every sender fares."""
        async with self._store.snapshot() as tx:
            return tuple([await self._channel_card(tx, channel) for channel in self._channels.values()])

    async def dispatch(self, dispatch_id: int) -> DispatchView:
        """The board of a dispatch. Raises NotFound."""
        async with self._store.snapshot() as tx:
            dispatch = await tx.dispatches.get(dispatch_id)
            document = await tx.documents.get(dispatch.document) if dispatch else None
            if dispatch is None or document is None:
                raise NotFound("no_dispatch", f"Không có đợt phát số {dispatch_id}.")
            rows = await self._rows(tx, dispatch)
            others = await tx.documents.in_hand(OPEN_AT_MOST) if dispatch.state is DispatchState.OPEN else ()
        state = least_advanced([row.state for row in rows if row.role is not Role.COPY])
        reports = report_table([(row.body, row.appointments, row.replies) for row in rows])
        figures = tallies([(row.body, reply, self._sender(reply)) for row in rows for reply in row.replies])
        said = superseded([(dispatch, document)], others)
        return DispatchView(dispatch, document, rows, totals_of(rows), state, reports, figures, said)

    async def body(self, body_id: str) -> BodyView:
        """A body's whole history. Raises NotFound."""
        body = self._directory.find_body(body_id)
        if body is None:
            raise NotFound("no_body", f"Danh bạ không có đơn vị “{body_id}”.")
        rows: list[tuple[Dispatch, Document, BodyRow]] = []
        async with self._store.snapshot() as tx:
            for notice in await tx.dispatches.notices_of_body(body_id):
                dispatch = await tx.dispatches.get(notice.dispatch)
                document = await tx.documents.get(dispatch.document) if dispatch else None
                if dispatch is not None and document is not None:
                    rows.append((dispatch, document, await self._one_row(tx, dispatch, notice)))
        return BodyView(body, self._packer.contacts(body_id), tuple(rows))

    async def documents(self, limit: int = 100) -> tuple[Document, ...]:
        """The latest documents, newest first."""
        async with self._store.snapshot() as tx:
            return tuple(await tx.documents.recent(limit=limit))

    async def document(self, document_id: int) -> DocumentView:
        """A document with its file and releases. Raises NotFound."""
        async with self._store.snapshot() as tx:
            document = await tx.documents.get(document_id)
            file = await tx.documents.file(document.file) if document else None
            if document is None or file is None:
                raise NotFound("no_document", f"Không có văn bản số {document_id}.")
            dispatches = await tx.dispatches.of_document(document_id)
            together = await tx.documents.of_file(file.id)
            followed = await _followed(tx) if document.state in (*REVIEWABLE, DocumentState.APPROVED) else []
        if document.state in REVIEWABLE:
            document = replace(document, proposals=passed_on(document.proposals, self._directory, self._clock.now()))
        names = {p.body: self._packer.body(p.body).name for p in document.proposals}
        beside = tuple(other for other in together if other.id != document_id)
        outside = gaps(Span(0, len(file.text)), [each.reading.span for each in together])
        supersedes = superseded(followed, [document])
        return DocumentView(document, file, tuple(dispatches), names, beside, outside, supersedes)

    async def replies(self, state: ReplyState | None = None, limit: int = 100) -> tuple[ReplyCard, ...]:
        """The latest replies, newest first."""
        async with self._store.snapshot() as tx:
            return await self._reply_cards(tx, await tx.replies.recent(state, limit))

    async def attachment(self, attachment_id: int) -> tuple[Attachment, bytes]:
        """What somebody sent, with its content. Raises NotFound."""
        async with self._store.snapshot() as tx:
            attachment = await tx.media.get(attachment_id)
            content = await tx.media.content(attachment.sha256) if attachment and attachment.sha256 else None
        if attachment is None or content is None:
            raise NotFound("no_attachment", f"Không có tệp số {attachment_id}.")
        return attachment, content

    async def audit(self, limit: int = 200, subject: str | None = None, before: int | None = None) -> tuple[AuditEntry, ...]:
        """The latest lines of the audit trail, newest first; those earlier than the entry `before` where one is given."""
        async with self._store.snapshot() as tx:
            return tuple(await tx.audit.recent(limit, subject, before))

    def _sender(self, reply: Reply) -> str:
        """Who answered, as officers call them."""
        contact = self._directory.find_contact(reply.contact) if reply.contact else None
        name = contact.title if contact else reply.contact or reply.resolved_by or reply.address
        return ", ".join(filter(None, (name, reply.who)))

    async def _rows(self, tx: Transaction, dispatch: Dispatch, *, has_history: bool = True) -> tuple[BodyRow, ...]:
        deliveries = await tx.outbox.of_dispatch(dispatch.id)
        deliveries = await self._lines.told(tx, deliveries) if has_history else deliveries
        assignments = sorted_by(await tx.dispatches.assignments(dispatch.id), lambda a: a.notice)
        notices = await tx.dispatches.notices(dispatch.id)
        answers = await tx.replies.of_dispatch(dispatch.id)
        replies, carried = sorted_by(answers, lambda r: r.notice), await carried_over(tx, dispatch, notices)
        attachments = await _attachments(tx, [*answers, *(reply for earlier in carried.values() for reply in earlier)])
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

    async def _one_row(self, tx: Transaction, dispatch: Dispatch, notice: Notice) -> BodyRow:
        deliveries = await self._lines.told(tx, await tx.outbox.of_notice(notice.id))
        replies = await tx.replies.of_notice(notice.id)
        return self._row(
            dispatch,
            notice,
            await tx.dispatches.assignments_of_notice(notice.id),
            deliveries,
            replies,
            await _attachments(tx, replies),
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
        coming = upcoming(dispatch, notice, assignments, appointments)
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

    async def _card(self, tx: Transaction, dispatch: Dispatch) -> DispatchCard:
        document = await tx.documents.get(dispatch.document)
        if document is None:
            raise NotFound("no_document", f"Không có văn bản số {dispatch.document}.")
        return DispatchCard(dispatch, document, totals_of(await self._rows(tx, dispatch, has_history=False)))

    async def _reply_cards(self, tx: Transaction, replies: Sequence[Reply]) -> tuple[ReplyCard, ...]:
        cases, attachments = Cases(tx), await _attachments(tx, replies)
        return tuple([self._reply_card(reply, await cases.of_id(reply.notice), attachments) for reply in replies])

    def _reply_card(self, reply: Reply, case: Case | None, attachments: Attachments) -> ReplyCard:
        contact = self._directory.find_contact(reply.contact) if reply.contact else None
        whose = case.notice.body if case else contact.body if contact else None
        body = self._packer.body(whose) if whose else None
        document, dispatch = (case.document, case.dispatch.id) if case else (None, None)
        return ReplyCard(reply, body, contact, document, dispatch, attachments.get(reply.id, ()))

    async def _channel_card(self, tx: Transaction, channel: Channel) -> ChannelCard:
        counts = await tx.outbox.counts(channel.name, (DeliveryState.QUEUED, DeliveryState.FAILED))
        problem = self._problems().get(channel.name) or (None if channel.is_on else "chưa có thông tin xác thực")
        queued, failed = counts.get(DeliveryState.QUEUED, 0), counts.get(DeliveryState.FAILED, 0)
        return ChannelCard(channel.name, channel.traits.label, channel.is_on, channel.is_live, problem, queued, failed)


async def _attachments(tx: Transaction, replies: Sequence[Reply]) -> Attachments:
    found: dict[int, tuple[Attachment, ...]] = {}
    for attachment in await tx.media.of_replies([reply.id for reply in replies]):
        found[attachment.reply] = (*found.get(attachment.reply, ()), attachment)
    return found


def least_advanced(states: Sequence[AssignmentState]) -> AssignmentState:
    """The state that stands earliest in `ORDER`; NOTIFIED where there is none (a mere copy)."""
    return min(states, key=ORDER.index, default=AssignmentState.NOTIFIED)


async def _followed(tx: Transaction) -> list[tuple[Dispatch, Document]]:
    """The releases that are followed, with their documents."""
    found = [(dispatch, await tx.documents.get(dispatch.document)) for dispatch in await tx.dispatches.recent((DispatchState.OPEN,))]
    return [(dispatch, document) for dispatch, document in found if document is not None]


def is_escalated(dispatch: Dispatch, notice: Notice, state: AssignmentState) -> bool:
    """Whether a body that nobody answers for has come to the end of its ladder."""
    return notice.role is not Role.COPY and not state.is_positive and notice.next_step >= len(dispatch.ladder_of(notice.body).steps)


def totals_of(rows: Sequence[BodyRow]) -> dict[str, int]:
    """How many bodies stand where; copies are left out."""
    orders = [row for row in rows if row.role is not Role.COPY]
    return {
        "bodies": len(orders),
        "acknowledged": sum(row.state.is_positive for row in orders),
        "done": sum(row.state is AssignmentState.DONE for row in orders),
        "silent": sum(row.silent for row in orders),
        "late": sum(row.late for row in orders),
        "cannot_comply": sum(row.state is AssignmentState.CANNOT_COMPLY or _waits(row, Meaning.CANNOT_COMPLY) for row in orders),
        "incidents": sum(_waits(row, Meaning.INCIDENT) for row in orders),
        "untroubled": sum(row.state.is_positive and not _is_troubled(row) for row in orders),
        "troubled": sum(map(_is_troubled, orders)),
        "escalated": sum(row.silent and row.is_escalated for row in orders),
        "failed": sum(d.state is DeliveryState.FAILED for row in orders for d in row.deliveries),
    }


def _is_troubled(row: BodyRow) -> bool:
    """Danger was reported or a refusal stands, and nobody has dealt with it."""
    return row.grave is not None or row.state is AssignmentState.CANNOT_COMPLY


def _waits(row: BodyRow, meaning: Meaning) -> bool:
    """Whether an answer that says so still waits for an officer, whatever was answered later."""
    return any(reply.meaning is meaning for reply in unsettled(row.replies))


def _next(dispatch: Dispatch, notice: Notice, coming: Sequence[Upcoming]) -> str:
    if dispatch.state is not DispatchState.OPEN:
        return "đợt phát đã kết thúc"
    if not coming:
        return "không còn bước tự động nào" if notice.acknowledged_at is None and notice.role is not Role.COPY else ""
    return f"{coming[0].words} lúc {time_label(coming[0].at)}"
