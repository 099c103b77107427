"""Tells whoever answered what was recorded, how to take it back, or what is still unclear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from alertd.clock import VIETNAM
from alertd.messages.content import Choice, Content
from alertd.model.bodies import Contact
from alertd.model.notices import Dispatch, DispatchState, MessageKind, Notice
from alertd.model.register import Document
from alertd.model.replies import Meaning, Reply
from alertd.ports import Channel, Clock, Transaction
from alertd.workflow.composing import Composer, Letter
from alertd.workflow.labels import MEANING, time_label
from alertd.workflow.packing import Packer
from alertd.workflow.wording import about_document

KEPT_FOR = timedelta(hours=6)
"""How long an answer to an answer is tried; later it only confuses."""
_SAID = {
    Meaning.INCIDENT: "Đã chuyển ngay thông tin của đồng chí đến cán bộ trực.",
    Meaning.CANNOT_COMPLY: "Đã báo cán bộ trực về khó khăn của đơn vị; cán bộ trực sẽ liên hệ.",
    Meaning.QUESTION: "Đã chuyển câu hỏi của đồng chí đến cán bộ trực; có thể gọi ngay số trực ban.",
    Meaning.NEGATIVE: "Đã báo cán bộ trực là đơn vị chưa nhận đủ hoặc chưa thực hiện.",
}
_ENDED = {
    DispatchState.WITHDRAWN: "Văn bản này đã được thu hồi; đề nghị không thực hiện.",
    DispatchState.CORRECTED: "Văn bản này đã được đính chính; đề nghị thực hiện theo tin đính chính.",
}


class Responder:
    """Writes back on the very address from which somebody wrote."""

    def __init__(self, clock: Clock, composer: Composer, packer: Packer) -> None:
        self._clock = clock
        self._composer = composer
        self._packer = packer

    async def respond(
        self,
        tx: Transaction,
        channel: Channel,
        address: str,
        contact: Contact | None,
        document: Document,
        dispatch: Dispatch,
        notice: Notice,
        reply: Reply,
        *,
        is_settled: bool,
    ) -> None:
        """Receipt for a clear answer; for any other, what happens with it."""
        kind = MessageKind.RECEIPT if is_settled else MessageKind.QUESTION_BACK
        said = "" if is_settled else _SAID.get(reply.meaning, "")
        content = replace(
            about_document(document.reading),
            body=self._packer.body(notice.body).name,
            code=notice.code if is_settled or not said else "",
            meaning="đã rút lại trả lời" if is_settled and not reply.meaning.is_positive else MEANING[reply.meaning],
            words=reply.words,
            at=time_label(reply.received_at),
            reason=said,
        )
        await self._write(tx, channel, address, contact, kind, content, f"reply-{reply.id}", dispatch)

    async def ended(
        self,
        tx: Transaction,
        channel: Channel,
        address: str,
        contact: Contact | None,
        document: Document,
        dispatch: Dispatch,
        notice: Notice,
        reply: Reply,
    ) -> None:
        """An answer to something that is over: an old code is told what it meant."""
        about = about_document(document.reading).document
        said = _ENDED.get(dispatch.state, "Việc theo dõi văn bản này đã kết thúc.")
        content = Content(reason=f"{about} (mã {notice.code}): {said}", words=reply.words)
        await self._write(tx, channel, address, contact, MessageKind.QUESTION_BACK, content, f"reply-{reply.id}", dispatch)

    async def which(
        self, tx: Transaction, channel: Channel, address: str, contact: Contact | None, notices: Sequence[Notice], reply: Reply
    ) -> None:
        """Several notices are open, or none: ask which is meant."""
        choices = []
        for notice in notices:
            dispatch = await tx.dispatches.get(notice.dispatch)
            document = await tx.documents.get(dispatch.document) if dispatch else None
            label = about_document(document.reading).document if document else ""
            choices.append(Choice(notice.code, label, self._packer.body(notice.body).name))
        said = _SAID.get(reply.meaning, "") or "Hiện không có văn bản nào chờ đồng chí trả lời."
        content = Content(choices=tuple(choices), words=reply.words, reason=said)
        await self._write(tx, channel, address, contact, MessageKind.QUESTION_BACK, content, f"reply-{reply.id}", None)

    async def stranger(self, tx: Transaction, channel: Channel, address: str) -> None:
        """An unknown number hears at most once a day that it is unknown."""
        day = self._clock.now().astimezone(VIETNAM).date()
        content = Content(reason="Số này chưa đăng ký với hệ thống. Việc khẩn xin gọi trực ban.")
        await self._write(tx, channel, address, None, MessageKind.QUESTION_BACK, content, f"stranger-{day}", None)

    async def _write(
        self,
        tx: Transaction,
        channel: Channel,
        address: str,
        contact: Contact | None,
        kind: MessageKind,
        content: Content,
        step: str,
        dispatch: Dispatch | None,
    ) -> None:
        now = self._clock.now()
        whom = contact or Contact("", "", "", 1, ())
        letter = Letter(kind, whom, replace(content, contact=whom.title), step, None, dispatch)
        await tx.outbox.add(self._composer.answer(letter, channel, address, now, now + KEPT_FOR))
