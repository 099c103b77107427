"""Binds a chat to a contact: by an invitation that works once and expires, and follows chats that move or leave."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import replace
from datetime import timedelta

from alertd.clock import day_there
from alertd.directory.directory import Directory
from alertd.errors import NotFound
from alertd.messages.content import Content
from alertd.model import accounts
from alertd.model.bodies import Contact
from alertd.model.inbox import Happening, HappeningKind
from alertd.model.notices import MessageKind
from alertd.ports import Channel, Clock, Store, Transaction
from alertd.workflow.duty.alerts import Alerts
from alertd.workflow.notices.addresses import ACCOUNT, AddressBook
from alertd.workflow.notices.composing import Composer, Letter

LASTS = timedelta(days=14)
"""How long an invitation can be used."""
ACCOUNT_LASTS = timedelta(hours=1)
"""The same for an officer's own, which gives the right to release."""

_LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Of an invitation's word: none that looks like another on a printed card, and no sign that is lost at the end of a line or of a link."""
_LENGTH = 22
"""In letters: 127 bits, which nobody guesses."""

_CALL_THE_DESK = "Nếu không phải đồng chí làm việc này, đề nghị gọi ngay trực ban."
_JOINED_ELSEWHERE = f"Đầu mối “{{}}” vừa được ghi danh ở một chat khác. {_CALL_THE_DESK}"
_BOUND_ELSEWHERE = f"Tài khoản {{}} vừa được gắn với một chat khác, chat này không còn quyền của cán bộ. {_CALL_THE_DESK}"


def digest_of(word: str) -> str:
    """What is kept of a secret word, and of anything that is given for one."""
    return hashlib.sha256(word.encode(errors="surrogatepass")).hexdigest()


def _new_word() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


class Enrolment:
    """Invitations and what becomes of them."""

    def __init__(self, store: Store, clock: Clock, directory: Directory, book: AddressBook, composer: Composer, alerts: Alerts) -> None:
        self._store = store
        self._clock = clock
        self._directory = directory
        self._book = book
        self._composer = composer
        self._alerts = alerts

    async def invite(self, contact_id: str, channel: str, by: str) -> str:
        """A new invitation's word, shown once. Raises NotFound for an unknown contact."""
        if self._directory.find_contact(contact_id) is None:
            raise NotFound("no_contact", f"Danh bạ không có đầu mối “{contact_id}”.")
        word, now = _new_word(), self._clock.now()
        async with self._store.transaction() as tx:
            await tx.accounts.add_enrolment(accounts.Enrolment(digest_of(word), contact_id, channel, now, now + LASTS))
            await tx.audit.add(now, by, "contact.invited", f"contact/{contact_id}", {"channel": channel})
        return word

    async def invite_account(self, name: str, channel: str, by: str) -> str:
        """The word by which an account's own chat is bound, once; an earlier chat is then no longer the officer's. Raises NotFound."""
        word, now = _new_word(), self._clock.now()
        async with self._store.transaction() as tx:
            account = await tx.accounts.with_name(name)
            if account is None:
                raise NotFound("no_account", f"Không có tài khoản “{name}”.")
            made = accounts.Enrolment(digest_of(word), f"{ACCOUNT}{name}", channel, now, now + ACCOUNT_LASTS)
            await tx.accounts.add_enrolment(made)
            await tx.audit.add(now, by, "account.invited", f"account/{account.id}", {"channel": channel})
        return word

    async def look_up(self, tx: Transaction) -> None:
        """Learn who has joined or moved meanwhile, perhaps heard by another process."""
        await self._book.refresh(tx)

    async def follow(self, tx: Transaction, channel: Channel, happening: Happening) -> str:
        """A chat was opened with an invitation, has moved, or was left."""
        if happening.kind is HappeningKind.START:
            return await self._join(tx, channel, happening)
        if happening.kind is HappeningKind.MOVED:
            return await self._move(tx, channel, happening)
        return await self._leave(tx, channel, happening)

    async def _join(self, tx: Transaction, channel: Channel, happening: Happening) -> str:
        now = self._clock.now()
        invitation = await tx.accounts.enrolment(digest_of(happening.words)) if happening.words else None
        contact = self._directory.find_contact(invitation.contact) if invitation else None
        if invitation is not None and invitation.contact.startswith(ACCOUNT):
            return await self._bind(tx, channel, happening, invitation)
        if invitation is not None and contact is not None and self._is_at_home(invitation, channel, happening):
            return f"{contact.title} đã ghi danh từ trước"
        is_usable = invitation is not None and invitation.address is None and invitation.expires_at > now
        if invitation is None or contact is None or not is_usable:
            known = self._book.contacts_at(channel.traits.kind, happening.address)
            reason = "" if known else "Thư mời không đúng hoặc đã hết hạn. Đề nghị liên hệ trực ban."
            if reason:
                await self._say(tx, channel, happening.address, reason, f"start-{day_there(now)}")
            return "bắt đầu trò chuyện, không có thư mời hợp lệ"
        await self._leaves_no_other_way(tx, channel, happening, invitation, _JOINED_ELSEWHERE.format(contact.title))
        await tx.accounts.save_enrolment(replace(invitation, address=happening.address, bound_at=now, sender=channel.name))
        self._book.join(contact.id, channel.traits.kind, happening.address, channel.name)
        body = self._directory.find_body(contact.body)
        content = Content(contact=contact.title, body=body.name if body else contact.body)
        letter = Letter(MessageKind.ENROLLED, contact, content, invitation.digest[:12])
        await tx.outbox.add(self._composer.answer(letter, channel, happening.address, now, now + timedelta(hours=1)))
        await tx.audit.add(
            now, contact.id, "contact.joined", f"contact/{contact.id}", {"channel": channel.traits.kind, "who": happening.who}
        )
        return f"đã ghi danh {contact.title}"

    def _is_at_home(self, invitation: accounts.Enrolment, channel: Channel, happening: Happening) -> bool:
        """Whether somebody presses the button again in the chat that is the contact's. One that was the contact's no longer counts."""
        is_its_own = invitation.address == happening.address
        return is_its_own and self._book.joined(invitation.contact, channel.traits.kind) == happening.address

    async def _leaves_no_other_way(
        self, tx: Transaction, channel: Channel, happening: Happening, used: accounts.Enrolment, told: str
    ) -> None:
        """With one invitation used the others of the same contact or account are void: a sheet that was lost must not take the chat away
        from its owner. A chat that was the owner's until now is `told`, in case it was not meant to be left.
        """
        now = self._clock.now()
        for other in await tx.accounts.enrolments():
            if (other.contact, other.address) == (used.contact, None) and other.digest != used.digest and other.expires_at > now:
                await tx.accounts.save_enrolment(replace(other, expires_at=now))
        before = self._book.joined(used.contact, channel.traits.kind)
        if before is not None and before != happening.address:
            await self._say(tx, channel, before, told, f"left-{used.digest[:12]}")

    async def _leave(self, tx: Transaction, channel: Channel, happening: Happening) -> str:
        """The address is kept, since whoever left may come back; the desk learns who cannot be reached there."""
        await tx.audit.add(self._clock.now(), happening.address, "contact.left", f"address/{channel.traits.kind}", {"who": happening.who})
        for contact in self._book.contacts_at(channel.traits.kind, happening.address):
            await self._alerts.left(tx, contact, channel.traits.label, "đã chặn hoặc rời kênh")
        return "đã rời kênh"

    async def _bind(self, tx: Transaction, channel: Channel, happening: Happening, invitation: accounts.Enrolment) -> str:
        """An officer's own chat: private, by an invitation that nobody has used and that has not run out."""
        now = self._clock.now()
        name = invitation.contact.removeprefix(ACCOUNT)
        account = await tx.accounts.with_name(name)
        if account is None or account.is_disabled or happening.is_group or invitation.address is not None or invitation.expires_at <= now:
            await self._say(tx, channel, happening.address, "Thư mời không đúng, đã dùng hoặc đã hết hạn.", f"bind-{day_there(now)}")
            return "thư mời của cán bộ không dùng được"
        await self._leaves_no_other_way(tx, channel, happening, invitation, _BOUND_ELSEWHERE.format(name))
        for earlier in await tx.accounts.enrolments():  # the right to release lives in one chat: a lost telephone loses it
            if earlier.contact == invitation.contact and earlier.channel == invitation.channel and earlier.address is not None:
                await tx.accounts.save_enrolment(replace(earlier, address=None, bound_at=None, expires_at=min(earlier.expires_at, now)))
        await tx.accounts.save_enrolment(replace(invitation, address=happening.address, bound_at=now, sender=channel.name))
        self._book.join(invitation.contact, channel.traits.kind, happening.address, channel.name)
        content = Content(reason=f"Đã gắn chat này với tài khoản {name}.", lines=("Nhắn “tình hình?” để xem bảng theo dõi.",))
        letter = Letter(MessageKind.OFFICER_NOTE, Contact(invitation.contact, "", name, 1, ()), content, invitation.digest[:12])
        await tx.outbox.add(self._composer.answer(letter, channel, happening.address, now, now + timedelta(hours=1)))
        await tx.audit.add(now, name, "account.bound", f"account/{account.id}", {"channel": channel.traits.kind, "who": happening.who})
        return f"đã gắn tài khoản {name}"

    async def _move(self, tx: Transaction, channel: Channel, happening: Happening) -> str:
        now = self._clock.now()
        for contact in self._book.contacts_at(channel.traits.kind, happening.address):
            await self._book.move(tx, contact.id, channel.traits.kind, happening.words, channel.name, now)
        return "nhóm đã chuyển sang địa chỉ mới"

    async def _say(self, tx: Transaction, channel: Channel, address: str, reason: str, step: str) -> None:
        now = self._clock.now()
        letter = Letter(MessageKind.QUESTION_BACK, Contact("", "", "", 1, ()), Content(reason=reason), step)
        await tx.outbox.add(self._composer.answer(letter, channel, address, now, now + timedelta(hours=1)))
