"""Puts into words what the duty desk must know: a silent body, an incident, a sender that fails, a document to release."""

from __future__ import annotations

from dataclasses import replace

from alertd.clock import day_there
from alertd.model.appointments import Appointment, AppointmentKind
from alertd.model.bodies import Contact
from alertd.model.duty import Alert, told_in_round
from alertd.model.notices import Dispatch, MessageKind, Notice
from alertd.model.register import Document
from alertd.model.replies import Meaning, Reply
from alertd.ports import Clock, Transaction
from alertd.workflow.duty.duty import Roster
from alertd.workflow.duty.telling import Teller
from alertd.workflow.labels import MEANING, time_label
from alertd.workflow.notices.composing import Letter
from alertd.workflow.notices.packing import Packer
from alertd.workflow.notices.wording import about_document, release_button

_WANTS_OUT = "Xin ngừng nhận tin. Hệ thống vẫn gửi tin khẩn; cán bộ trực liên hệ và quyết định có đổi đầu mối hay không."


class Alerts:
    """Puts into words what needs a person; the teller tells it."""

    def __init__(self, clock: Clock, packer: Packer, roster: Roster, teller: Teller, *, console_url: str) -> None:
        self._clock = clock
        self._packer = packer
        self._roster = roster
        self._teller = teller
        self._console_url = console_url

    async def unreachable(
        self, tx: Transaction, document: Document, dispatch: Dispatch, notice: Notice, *, is_unsure: bool = False
    ) -> None:
        """No address of any contact is left: somebody must telephone. `is_unsure`: messages were taken, but no receipt has come."""
        what = "Chưa có biên nhận nào từ đơn vị và không còn kênh nào khác" if is_unsure else "Không còn kênh nào gửi được đến đơn vị"
        reason = f"{what}. Đề nghị gọi điện thoại trực tiếp và ghi nhận kết quả."
        await self._about_notice(tx, document, dispatch, notice, reason, f"notice/{notice.id}", "unreachable")

    async def silent(self, tx: Transaction, document: Document, dispatch: Dispatch, notice: Notice, waited: str, step: int) -> None:
        """A body has not answered for so long that somebody must telephone."""
        reason = f"Đã {waited} đơn vị chưa trả lời. Đề nghị gọi điện thoại trực tiếp và ghi nhận kết quả."
        await self._about_notice(tx, document, dispatch, notice, reason, f"notice/{notice.id}", f"silent-{step}")

    async def over(self, tx: Transaction, document: Document, dispatch: Dispatch, notice: Notice) -> None:
        """Nobody is reminded of the order any more, and a body has never answered."""
        reason = "Đã hết thời hạn nhắc mà đơn vị chưa trả lời. Hệ thống không nhắc nữa; đề nghị gọi điện và ghi nhận kết quả."
        await self._about_notice(tx, document, dispatch, notice, reason, f"over/{notice.id}", f"dispatch-{dispatch.id}")

    async def not_called_back(self, tx: Transaction, document: Document, dispatch: Dispatch, notice: Notice) -> None:
        """A body may act on an order that was called back, and no message tells it so: somebody must telephone."""
        reason = "Nhiệm vụ đã thu hồi nhưng không gửi được tin thu hồi đến đơn vị. Đề nghị gọi điện thoại yêu cầu không thực hiện."
        await self._about_notice(tx, document, dispatch, notice, reason, f"recall/{notice.id}", f"dispatch-{dispatch.id}")

    async def owed(
        self, tx: Transaction, document: Document, dispatch: Dispatch, notice: Notice, appointment: Appointment, step: int
    ) -> None:
        """A deadline has passed, or a report has not come."""
        is_deadline = appointment.kind is AppointmentKind.DEADLINE
        what = "đơn vị chưa báo đã xong" if is_deadline else f"đơn vị chưa gửi báo cáo ({appointment.words})"
        since = "Đã quá" if appointment.at <= self._clock.now() else "Sắp đến"
        reason = f"{since} thời hạn {time_label(appointment.at)}, {what}. Đề nghị gọi hỏi và ghi nhận kết quả."
        await self._about_notice(tx, document, dispatch, notice, reason, f"appointment/{appointment.id}", f"owed-{step}")

    async def answered(
        self, tx: Transaction, reply: Reply, document: Document | None, dispatch: Dispatch | None, notice: Notice | None
    ) -> None:
        """An answer that a person must see. One that belongs to no order still tells whose it is."""
        is_incident = reply.meaning is Meaning.INCIDENT
        contact = self._packer.contact(reply.contact) if reply.contact else None
        body_id = notice.body if notice else contact.body if contact else None
        alert = Alert(
            0,
            f"reply/{reply.id}",
            dispatch.id if dispatch else None,
            "answer",
            is_incident,
            body=self._packer.body(body_id).name if body_id else "Trả lời chưa rõ đơn vị",
            reason=f"Trả lời cần xem: {MEANING[reply.meaning]}.",
            raised_at=self._clock.now(),
            words=reply.words,
            contact=", ".join(filter(None, (contact.title if contact else reply.address, reply.who))),
            code=notice.code if notice else "",
            document=about_document(document.reading).document if document else "",
            telephones=self._telephones(body_id) if body_id and reply.meaning.is_grave else (),
            link=self._link("replies"),
        )
        await self._teller.raise_alert(tx, alert)

    async def wants_out(self, tx: Transaction, reply: Reply, contact: Contact | None) -> None:
        """Somebody asks to get no more messages."""
        alert = Alert(
            0,
            f"reply/{reply.id}",
            None,
            "wants-out",
            is_incident=False,
            body=self._packer.body(contact.body).name if contact else reply.address,
            reason=_WANTS_OUT,
            raised_at=self._clock.now(),
            words=reply.words,
            contact=contact.title if contact else "",
        )
        await self._teller.raise_alert(tx, alert)

    async def left(self, tx: Transaction, contact: Contact, channel: str, why: str) -> None:
        """A contact can no longer be reached on a channel; told once a day."""
        now = self._clock.now()
        alert = Alert(
            0,
            f"contact/{contact.id}",
            None,
            f"left-{channel}-{day_there(now)}",
            is_incident=False,
            body=f"{self._packer.body(contact.body).name}, {contact.title}",
            reason=f"Đầu mối không còn nhận được tin qua {channel}: {why}. Đề nghị gọi điện và mời lại hoặc đổi đầu mối.",
            raised_at=now,
            telephones=self._telephones(contact.body),
            link=self._link("readiness"),
        )
        await self._teller.raise_alert(tx, alert)

    async def sender_fails(self, tx: Transaction, sender: str, label: str, why: str) -> None:
        """A sender reaches nobody. On every channel: what goes by the broken one waits there with the rest."""
        reason = f"Kênh {label} không gửi được tin: {why}. Tin đang chờ sẽ tự gửi khi kênh hoạt động lại. Đề nghị báo người vận hành."
        now = self._clock.now()
        step = f"fails-{now:%Y%m%d%H%M%S}"
        alert = Alert(0, f"sender/{sender}", None, step, is_incident=False, body=f"Kênh {sender}", reason=reason, raised_at=now)
        await self._teller.raise_alert(tx, alert)

    async def approval_overdue(self, tx: Transaction, document: Document, waited: str, count: int) -> None:
        """A document waits for release."""
        about = about_document(document.reading)
        content = replace(about, waited=waited, count=count, number=document.id, link=self._link(f"documents/{document.id}"))
        told = told_in_round(await self._roster.now(tx), count - 1)
        buttons = release_button(document)
        for contact in self._roster.contacts(told):
            letter = Letter(MessageKind.APPROVAL_OVERDUE, contact, content, f"document-{document.id}-{count}", buttons=buttons)
            await self._teller.write(tx, letter)

    async def _about_notice(
        self, tx: Transaction, document: Document, dispatch: Dispatch, notice: Notice, reason: str, about: str, step: str
    ) -> None:
        alert = Alert(
            0,
            about,
            dispatch.id,
            step,
            is_incident=False,
            body=self._packer.body(notice.body).name,
            reason=reason,
            raised_at=self._clock.now(),
            code=notice.code,
            document=about_document(document.reading).document,
            telephones=self._telephones(notice.body),
            link=self._link(f"dispatches/{dispatch.id}"),
        )
        await self._teller.raise_alert(tx, alert)

    def _telephones(self, body_id: str) -> tuple[str, ...]:
        return tuple(f"{contact.title} {number}" for contact in self._packer.contacts(body_id) for number in contact.telephones)

    def _link(self, page: str) -> str:
        return f"{self._console_url}/{page}" if self._console_url else ""
