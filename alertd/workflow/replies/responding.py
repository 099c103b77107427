"""Tells whoever answered what was recorded, how to take it back, or what is still unclear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from alertd.clock import day_there
from alertd.messages.content import Choice, Content
from alertd.model.accounts import Account, Scope
from alertd.model.bodies import Contact
from alertd.model.notices import Buttons, Dispatch, DispatchState, MessageKind, Notice
from alertd.model.replies import Meaning, Reply
from alertd.ports import Clock, Transaction
from alertd.workflow.labels import MEANING, time_label
from alertd.workflow.notices.cases import Case, Cases, Origin
from alertd.workflow.notices.composing import Composer, Letter
from alertd.workflow.notices.packing import Packer
from alertd.workflow.notices.wording import about_document, task_buttons
from alertd.workflow.replies.progress import told, unfinished

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
_NONE_OPEN = "Hiện không có văn bản nào chờ đồng chí trả lời."
_FOREIGN = "Mã trong tin không phải của đơn vị đồng chí."
_UNKNOWN = "Số này chưa đăng ký với hệ thống. Việc khẩn xin gọi trực ban."
_OFFICERS = (
    "Chat này gắn với tài khoản trực ban, không phải của đầu mối nào: tin đã được chuyển lên máy trực ban, chưa tiếp nhận văn bản nào."
)
_HAND_IN = "Để nộp công điện, gửi chính tệp văn bản (.docx, .pdf, .txt), không gửi ảnh hay dán chữ."
_STOP = "Đã báo cán bộ trực. Tin khẩn vẫn được gửi tới đây cho đến khi cán bộ trực đổi người nhận."
_IN_A_GROUP = "Để được ghi nhận cho đơn vị, đề nghị bấm nút dưới tin, trả lời thẳng vào tin đó, hoặc ghi kèm mã {code}."


class Responder:
    """Writes back on the very address from which somebody wrote."""

    def __init__(self, clock: Clock, composer: Composer, packer: Packer) -> None:
        self._clock = clock
        self._composer = composer
        self._packer = packer

    async def respond(self, tx: Transaction, origin: Origin, case: Case, reply: Reply, *, is_settled: bool, recorded_as: str = "") -> None:
        """Receipt for a clear answer; for any other, what happens with it. `recorded_as`: what it counts as, where that is no meaning."""
        taken_back = "đã rút lại trả lời" if is_settled and not reply.meaning.is_positive else ""
        kind = MessageKind.RECEIPT if is_settled else MessageKind.QUESTION_BACK
        said = "" if is_settled else _SAID.get(reply.meaning, "")
        content = replace(
            about_document(case.document.reading),
            body=self._packer.body(case.notice.body).name,
            code=case.notice.code if is_settled or not said else "",
            meaning=recorded_as or taken_back or told(reply.parts) or MEANING[reply.meaning],
            words=reply.words,
            at=time_label(reply.received_at),
            reason=said,
            number=reply.id,
        )
        left = unfinished(await tx.dispatches.assignments_of_notice(case.notice.id)) if is_settled and reply.meaning.is_positive else ()
        buttons = task_buttons(case.notice, left)
        await self._write(tx, origin, origin.contact_of(case.notice), kind, content, f"reply-{reply.id}", case.dispatch, buttons)

    async def ended(self, tx: Transaction, origin: Origin, case: Case, reply: Reply) -> None:
        """An answer to something that is over: an old code is told what it meant."""
        about = about_document(case.document.reading).document
        said = _ENDED.get(case.dispatch.state, "Việc theo dõi văn bản này đã kết thúc.")
        content = Content(reason=f"{about} (mã {case.notice.code}): {said}", words=reply.words, number=reply.id)
        contact = origin.contact_of(case.notice)
        await self._write(tx, origin, contact, MessageKind.QUESTION_BACK, content, f"reply-{reply.id}", case.dispatch)

    async def which(
        self, tx: Transaction, cases: Cases, origin: Origin, notices: Sequence[Notice], reply: Reply, *, is_foreign: bool
    ) -> None:
        """Several notices are open, or none: ask which is meant, by numbers that work as the answer."""
        choices = []
        for number, notice in enumerate(notices, 1):
            case = await cases.of(notice)
            label = about_document(case.document.reading).document if case else ""
            choices.append(Choice(notice.code, label, self._packer.body(notice.body).name, number))
        said = _SAID.get(reply.meaning, "" if choices else _NONE_OPEN)
        said = f"{_FOREIGN} {said}".strip() if is_foreign else said
        content = Content(choices=tuple(choices), words=reply.words, reason=said, number=reply.id)
        await self._write(tx, origin, origin.contact, MessageKind.QUESTION_BACK, content, f"reply-{reply.id}", None)

    async def stranger(self, tx: Transaction, origin: Origin) -> None:
        """An unknown number hears at most once a day that it is unknown."""
        day = day_there(self._clock.now())
        await self._write(tx, origin, None, MessageKind.QUESTION_BACK, Content(reason=_UNKNOWN), f"stranger-{day}", None)

    async def officer(self, tx: Transaction, origin: Origin, reply: Reply, account: Account) -> None:
        """Whoever sends a picture of a document, or its words, to the own chat must not believe that it was taken in."""
        reason = f"{_OFFICERS} {_HAND_IN}" if Scope.SUBMIT in account.role.scopes else _OFFICERS
        content = Content(reason=reason, number=reply.id)
        await self._write(tx, origin, None, MessageKind.QUESTION_BACK, content, f"reply-{reply.id}", None)

    async def stays(self, tx: Transaction, origin: Origin, reply: Reply) -> None:
        """A wish to get no more messages silences nobody."""
        await self._write(
            tx, origin, origin.contact, MessageKind.QUESTION_BACK, Content(reason=_STOP, number=reply.id), f"reply-{reply.id}", None
        )

    async def present(self, tx: Transaction, origin: Origin, reply: Reply) -> None:
        """Whoever answers the self-check is thanked, or told that the desk has their words."""
        said = _SAID.get(reply.meaning)
        kind = MessageKind.QUESTION_BACK if said else MessageKind.CONTACT_CHECKED
        body = self._packer.body(origin.contact.body).name if origin.contact else ""
        content = Content(body=body, at=time_label(reply.received_at), words=reply.words, reason=said or "", number=reply.id)
        await self._write(tx, origin, origin.contact, kind, content, f"reply-{reply.id}", None)

    async def how_to_answer(self, tx: Transaction, origin: Origin, case: Case) -> None:
        """Members of a group talk about an order without answering it: they are told once what counts."""
        content = Content(reason=_IN_A_GROUP.format(code=case.notice.code))
        contact = origin.contact_of(case.notice)
        await self._write(tx, origin, contact, MessageKind.QUESTION_BACK, content, f"group-{case.notice.id}", case.dispatch)

    async def _write(
        self,
        tx: Transaction,
        origin: Origin,
        contact: Contact | None,
        kind: MessageKind,
        content: Content,
        step: str,
        dispatch: Dispatch | None,
        buttons: Buttons = (),
    ) -> None:
        now = self._clock.now()
        whom = contact or Contact("", "", "", 1, ())
        letter = Letter(kind, whom, replace(content, contact=whom.title), step, None, dispatch)
        await tx.outbox.add(self._composer.answer(letter, origin.channel, origin.address, now, now + KEPT_FOR, buttons))
