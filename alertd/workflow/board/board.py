"""What the console and the API show: read-only views, with everything that the clock can tell computed at the moment of asking."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from alertd.directory.directory import Directory
from alertd.errors import NotFound
from alertd.model.audit import EVERYTHING, AuditEntry, Choice
from alertd.model.bodies import Role
from alertd.model.documents import REVIEWABLE, DocumentState, Span, gaps
from alertd.model.media import Attachment
from alertd.model.notices import DeliveryState, Dispatch, DispatchState
from alertd.model.register import Document
from alertd.model.replies import Reply, ReplyState
from alertd.ports import Channel, Clock, Store, Transaction
from alertd.workflow.board.pressing import PRESSING
from alertd.workflow.board.rows import BodyRows, attachments_of
from alertd.workflow.board.statistics import Period, Statistics, statistics_of
from alertd.workflow.board.superseded import superseded
from alertd.workflow.board.tallies import tallies
from alertd.workflow.board.totals import least_advanced, totals_of
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
from alertd.workflow.notices.cases import Case, Cases
from alertd.workflow.notices.packing import Packer
from alertd.workflow.notices.succession import passed_on
from alertd.workflow.sending.waiting import Lines
from alertd.workflow.silence.reports import report_table

OPEN_AT_MOST = 100
FOLLOWED_AT_MOST = 1_000
"""Releases that are followed at one time: more than any desk has, so that none is missing where all are shown."""
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
        self._rows = BodyRows(clock, directory, packer, lines)

    async def overview(self) -> Overview:
        """What waits for a person now."""
        async with self._store.snapshot() as tx:
            waiting = await tx.documents.waiting(OPEN_AT_MOST)
            open_ones = await tx.dispatches.recent((DispatchState.OPEN,), FOLLOWED_AT_MOST)
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
            rows = await self._rows.of_dispatch(tx, dispatch)
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
                    rows.append((dispatch, document, await self._rows.of_notice(tx, dispatch, notice)))
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

    async def audit(self, limit: int = 200, choice: Choice = EVERYTHING, before: int | None = None) -> tuple[AuditEntry, ...]:
        """The latest lines of the audit trail, newest first; those earlier than the entry `before` where one is given."""
        async with self._store.snapshot() as tx:
            return tuple(await tx.audit.recent(limit, choice, before))

    async def statistics(self, period: Period, *, is_drill: bool) -> Statistics:
        """What the releases of those days came to, drills or not, once they are over."""
        async with self._store.snapshot() as tx:
            past = await tx.dispatches.past_notices(*period.moments, is_drill=is_drill)
        return statistics_of(past, period, self._name, is_drill=is_drill)

    def _sender(self, reply: Reply) -> str:
        """Who answered, as officers call them."""
        contact = self._directory.find_contact(reply.contact) if reply.contact else None
        name = contact.title if contact else reply.contact or reply.resolved_by or reply.address
        return ", ".join(filter(None, (name, reply.who)))

    def _name(self, body_id: str) -> str:
        """A body as its last name was; its id where the directory has lost it."""
        body = self._directory.find_body(body_id)
        return body.name if body else body_id

    async def _card(self, tx: Transaction, dispatch: Dispatch) -> DispatchCard:
        document = await tx.documents.get(dispatch.document)
        if document is None:
            raise NotFound("no_document", f"Không có văn bản số {dispatch.document}.")
        return DispatchCard(dispatch, document, totals_of(await self._rows.of_dispatch(tx, dispatch, has_history=False)))

    async def _reply_cards(self, tx: Transaction, replies: Sequence[Reply]) -> tuple[ReplyCard, ...]:
        cases, attachments = Cases(tx), await attachments_of(tx, replies)
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


async def _followed(tx: Transaction) -> list[tuple[Dispatch, Document]]:
    """The releases that are followed, with their documents."""
    followed = await tx.dispatches.recent((DispatchState.OPEN,), FOLLOWED_AT_MOST)
    found = [(dispatch, await tx.documents.get(dispatch.document)) for dispatch in followed]
    return [(dispatch, document) for dispatch, document in found if document is not None]
