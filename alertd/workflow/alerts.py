"""Tells the duty desk what needs a person now: a body that cannot be reached or stays silent, an incident, an unclear answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from alertd.clock import VIETNAM
from alertd.messages.content import Content
from alertd.model.appointments import Appointment, AppointmentKind
from alertd.model.bodies import Contact
from alertd.model.notices import Dispatch, MessageKind, Notice
from alertd.model.register import Document
from alertd.model.replies import Reply
from alertd.ports import Clock, Transaction
from alertd.workflow.composing import Composer, Letter
from alertd.workflow.labels import MEANING, time_label
from alertd.workflow.packing import Packer
from alertd.workflow.wording import about_document

_WANTS_OUT = "Xin ngừng nhận tin. Hệ thống vẫn gửi tin khẩn; cán bộ trực liên hệ và quyết định có đổi đầu mối hay không."
KEPT_FOR = timedelta(hours=24)
"""How long a message to the duty desk is tried."""


class Alerts:
    """Writes to every duty officer on every channel."""

    def __init__(self, clock: Clock, composer: Composer, packer: Packer, *, duty_body: str, console_url: str) -> None:
        self._clock = clock
        self._composer = composer
        self._packer = packer
        self._duty_body = duty_body
        self._console_url = console_url

    async def unreachable(self, tx: Transaction, document: Document, dispatch: Dispatch, notice: Notice) -> None:
        """No address of any contact is left: somebody must telephone."""
        reason = "Không còn kênh nào gửi được đến đơn vị. Đề nghị gọi điện thoại trực tiếp và ghi nhận kết quả."
        await self._about_notice(tx, document, dispatch, notice, reason, "unreachable")

    async def silent(self, tx: Transaction, document: Document, dispatch: Dispatch, notice: Notice, waited: str, step: int) -> None:
        """A body has not answered for so long that somebody must telephone."""
        reason = f"Đã {waited} đơn vị chưa trả lời. Đề nghị gọi điện thoại trực tiếp và ghi nhận kết quả."
        await self._about_notice(tx, document, dispatch, notice, reason, f"silent-{step}")

    async def owed(
        self, tx: Transaction, document: Document, dispatch: Dispatch, notice: Notice, appointment: Appointment, step: int
    ) -> None:
        """A deadline has passed, or a report has not come."""
        is_deadline = appointment.kind is AppointmentKind.DEADLINE
        what = "đơn vị chưa báo đã xong" if is_deadline else f"đơn vị chưa gửi báo cáo ({appointment.words})"
        since = "Đã quá" if appointment.at <= self._clock.now() else "Sắp đến"
        reason = f"{since} thời hạn {time_label(appointment.at)}, {what}. Đề nghị gọi hỏi và ghi nhận kết quả."
        await self._about_notice(tx, document, dispatch, notice, reason, f"appointment-{appointment.id}-{step}")

    async def answered(
        self, tx: Transaction, reply: Reply, document: Document | None, dispatch: Dispatch | None, notice: Notice | None
    ) -> None:
        """An answer that a person must see."""
        contact = ", ".join(filter(None, (reply.contact or reply.address, reply.who)))
        content = Content(
            body=self._packer.body(notice.body).name if notice else "Trả lời chưa rõ đơn vị",
            reason=f"Trả lời cần xem: {MEANING[reply.meaning]}.",
            words=reply.words,
            contact=contact,
            code=notice.code if notice else "",
        )
        if document is not None:
            content = replace(content, document=about_document(document.reading).document)
        await self._write(tx, MessageKind.DUTY_ALERT, content, f"reply-{reply.id}", dispatch)

    async def wants_out(self, tx: Transaction, reply: Reply, contact: Contact | None) -> None:
        """Somebody asks to get no more messages."""
        content = Content(
            body=self._packer.body(contact.body).name if contact else reply.address,
            reason=_WANTS_OUT,
            words=reply.words,
            contact=contact.title if contact else "",
        )
        await self._write(tx, MessageKind.DUTY_ALERT, content, f"reply-{reply.id}", None)

    async def left(self, tx: Transaction, contact: Contact, channel: str, why: str) -> None:
        """A contact can no longer be reached on a channel; told once a day."""
        content = Content(
            body=self._packer.body(contact.body).name,
            reason=f"{contact.title} không còn nhận được tin qua {channel}: {why}. Đề nghị gọi điện và mời lại hoặc đổi đầu mối.",
            telephones=self._telephones(contact.body),
            link=self._link("readiness"),
        )
        day = self._clock.now().astimezone(VIETNAM).date()
        await self._write(tx, MessageKind.DUTY_ALERT, content, f"left-{contact.id}-{channel}-{day}", None)

    async def sender_fails(self, tx: Transaction, sender: str, label: str, why: str) -> None:
        """A sender reaches nobody. On every channel: what goes by the broken one waits there with the rest."""
        reason = f"Kênh {label} không gửi được tin: {why}. Tin đang chờ sẽ tự gửi khi kênh hoạt động lại. Đề nghị báo người vận hành."
        step = f"sender-{sender}-{self._clock.now():%Y%m%d%H%M%S}"
        await self._write(tx, MessageKind.DUTY_ALERT, Content(body=f"Kênh {sender}", reason=reason), step, None)

    async def approval_overdue(self, tx: Transaction, document: Document, waited: str, count: int) -> None:
        """A document waits for release."""
        content = replace(about_document(document.reading), waited=waited, count=count, link=self._link(f"documents/{document.id}"))
        await self._write(tx, MessageKind.APPROVAL_OVERDUE, content, f"document-{document.id}-{count}", None)

    async def _about_notice(self, tx: Transaction, document: Document, dispatch: Dispatch, notice: Notice, reason: str, step: str) -> None:
        content = replace(
            about_document(document.reading),
            body=self._packer.body(notice.body).name,
            code=notice.code,
            reason=reason,
            telephones=self._telephones(notice.body),
            link=self._link(f"dispatches/{dispatch.id}"),
        )
        await self._write(tx, MessageKind.DUTY_ALERT, content, f"notice-{notice.id}-{step}", dispatch)

    async def _write(self, tx: Transaction, kind: MessageKind, content: Content, step: str, dispatch: Dispatch | None) -> None:
        now = self._clock.now()
        for contact in self._officers():
            letter = Letter(kind, contact, content, step, None, dispatch)
            await tx.outbox.add(self._composer.compose(letter, now, now + KEPT_FOR))

    def _officers(self) -> tuple[Contact, ...]:
        return self._packer.contacts(self._duty_body)

    def _telephones(self, body_id: str) -> tuple[str, ...]:
        return tuple(
            f"{contact.title} {address.value}"
            for contact in self._packer.contacts(body_id)
            for address in contact.addresses
            if address.value.startswith("+")
        )

    def _link(self, page: str) -> str:
        return f"{self._console_url}/{page}" if self._console_url else ""
