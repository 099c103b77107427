"""Tells the duty desk what needs a person now, first whoever is on duty: a silent body, an incident, a document to release."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from alertd.clock import VIETNAM
from alertd.messages.content import Content
from alertd.model.appointments import Appointment, AppointmentKind
from alertd.model.bodies import Contact
from alertd.model.duty import Alert, told_in_round
from alertd.model.notices import Dispatch, MessageKind, Notice
from alertd.model.register import Document
from alertd.model.replies import Meaning, Reply
from alertd.ports import Clock, Transaction
from alertd.workflow.duty.duty import Roster
from alertd.workflow.labels import MEANING, time_label
from alertd.workflow.notices.composing import Composer, Letter
from alertd.workflow.notices.packing import Packer
from alertd.workflow.notices.wording import about_document, release_button, take_button

_WANTS_OUT = "Xin ngừng nhận tin. Hệ thống vẫn gửi tin khẩn; cán bộ trực liên hệ và quyết định có đổi đầu mối hay không."
KEPT_FOR = timedelta(hours=24)
"""How long a message to the duty desk is tried."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the desk is given to take what it was told, before it is told again."""

    incidents: tuple[timedelta, ...]
    others: tuple[timedelta, ...]

    def after(self, alert: Alert, number: int) -> datetime | None:
        """When the round of that number comes; None where there is none."""
        pauses = self.incidents if alert.is_incident else self.others
        return alert.raised_at + pauses[number - 1] if number <= len(pauses) else None


class Alerts:
    """Writes to whoever is on duty, on every channel, and to the next officer while nobody takes it."""

    def __init__(self, clock: Clock, composer: Composer, packer: Packer, roster: Roster, patience: Patience, *, console_url: str) -> None:
        self._clock = clock
        self._composer = composer
        self._packer = packer
        self._roster = roster
        self._patience = patience
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
        """An answer that a person must see."""
        is_incident = reply.meaning is Meaning.INCIDENT
        alert = Alert(
            0,
            f"reply/{reply.id}",
            dispatch.id if dispatch else None,
            "answer",
            is_incident,
            body=self._packer.body(notice.body).name if notice else "Trả lời chưa rõ đơn vị",
            reason=f"Trả lời cần xem: {MEANING[reply.meaning]}.",
            raised_at=self._clock.now(),
            words=reply.words,
            contact=", ".join(filter(None, (reply.contact or reply.address, reply.who))),
            code=notice.code if notice else "",
            document=about_document(document.reading).document if document else "",
            telephones=self._telephones(notice.body) if notice and is_incident else (),
            link=self._link("replies"),
        )
        await self._raise(tx, alert, dispatch)

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
        await self._raise(tx, alert, None)

    async def left(self, tx: Transaction, contact: Contact, channel: str, why: str) -> None:
        """A contact can no longer be reached on a channel; told once a day."""
        now = self._clock.now()
        alert = Alert(
            0,
            f"contact/{contact.id}",
            None,
            f"left-{channel}-{now.astimezone(VIETNAM).date()}",
            is_incident=False,
            body=self._packer.body(contact.body).name,
            reason=f"{contact.title} không còn nhận được tin qua {channel}: {why}. Đề nghị gọi điện và mời lại hoặc đổi đầu mối.",
            raised_at=now,
            telephones=self._telephones(contact.body),
            link=self._link("readiness"),
        )
        await self._raise(tx, alert, None)

    async def sender_fails(self, tx: Transaction, sender: str, label: str, why: str) -> None:
        """A sender reaches nobody. On every channel: what goes by the broken one waits there with the rest."""
        reason = f"Kênh {label} không gửi được tin: {why}. Tin đang chờ sẽ tự gửi khi kênh hoạt động lại. Đề nghị báo người vận hành."
        now = self._clock.now()
        step = f"fails-{now:%Y%m%d%H%M%S}"
        alert = Alert(0, f"sender/{sender}", None, step, is_incident=False, body=f"Kênh {sender}", reason=reason, raised_at=now)
        await self._raise(tx, alert, None)

    async def approval_overdue(self, tx: Transaction, document: Document, waited: str, count: int) -> None:
        """A document waits for release."""
        about = about_document(document.reading)
        content = replace(about, waited=waited, count=count, number=document.id, link=self._link(f"documents/{document.id}"))
        told = told_in_round(await self._roster.now(tx), count - 1)
        for contact in self._roster.contacts(told):
            letter = Letter(
                MessageKind.APPROVAL_OVERDUE, contact, content, f"document-{document.id}-{count}", buttons=release_button(document.id)
            )
            await self._write(tx, letter)

    async def again(self, tx: Transaction, alert: Alert) -> bool:
        """Nobody has taken it: tell it once more, to one officer more. Returns whether anybody was told.

        What a body is silent about is not told again to whoever knows it: the ladder itself comes back to that.
        """
        duty = await self._roster.now(tx)
        number = alert.round + 1
        told, before = told_in_round(duty, number), told_in_round(duty, alert.round)
        is_worth_it = alert.about.startswith("reply/") or len(told) > len(before)
        following = replace(alert, round=number, next_at=self._patience.after(alert, number + 1) if is_worth_it else None)
        await tx.duty.save_alert(following)
        if is_worth_it:
            await self._tell(tx, following, await tx.dispatches.get(alert.dispatch) if alert.dispatch else None, told)
        return is_worth_it

    async def taken(self, tx: Transaction, alert: Alert, by: str) -> None:
        """Whoever else was told learns that an officer is at it, so that nobody does it twice."""
        told = told_in_round(await self._roster.now(tx), alert.round)
        others = [contact for contact in self._roster.contacts(told) if not self._composer.is_officer(contact, by)]
        for contact in others if len(told) > 1 else ():
            content = Content(reason=f"{by} đã nhận xử lý việc số {alert.id}", lines=(f"{alert.body}: {alert.reason}",))
            await self._write(tx, Letter(MessageKind.OFFICER_NOTE, contact, content, f"taken-{alert.id}"))

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
        await self._raise(tx, alert, dispatch)

    async def _raise(self, tx: Transaction, alert: Alert, dispatch: Dispatch | None) -> None:
        """Enter an alert and tell it, once."""
        alert = replace(alert, next_at=self._patience.after(alert, 1))
        alert_id = await tx.duty.add_alert(alert)
        if alert_id is not None:
            await self._tell(tx, replace(alert, id=alert_id), dispatch, (await self._roster.now(tx)).officers)

    async def _tell(self, tx: Transaction, alert: Alert, dispatch: Dispatch | None, officers: Sequence[str]) -> None:
        await self._composer.look_up(tx)
        content = Content(
            document=alert.document,
            body=alert.body,
            reason=alert.reason,
            words=alert.words,
            contact=alert.contact,
            code=alert.code,
            telephones=alert.telephones,
            link=alert.link,
            number=alert.id,
            count=alert.round,
        )
        for contact in self._roster.contacts(officers):
            step = f"alert-{alert.id}-{alert.round}"
            letter = Letter(MessageKind.DUTY_ALERT, contact, content, step, None, dispatch, take_button(alert.id))
            await self._write(tx, letter)

    async def _write(self, tx: Transaction, letter: Letter) -> None:
        now = self._clock.now()
        await tx.outbox.add(self._composer.compose(letter, now, now + KEPT_FOR))

    def _telephones(self, body_id: str) -> tuple[str, ...]:
        return tuple(
            f"{contact.title} {address.value}"
            for contact in self._packer.contacts(body_id)
            for address in contact.addresses
            if address.value.startswith("+")
        )

    def _link(self, page: str) -> str:
        return f"{self._console_url}/{page}" if self._console_url else ""
