"""An officer's conversation from the own telephone: documents handed in, a release in two steps, the board, the duty."""

from __future__ import annotations

import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

from alertd.errors import Refused
from alertd.messages.plain import without_diacritics
from alertd.model.accounts import Scope
from alertd.model.confirmations import Confirmation
from alertd.model.documents import REVIEWABLE
from alertd.model.inbox import Happening, HappeningKind
from alertd.model.notices import MessageKind
from alertd.ports import Channel, Clock, Transaction
from alertd.workflow.board.board import Board
from alertd.workflow.dispatch.release import Release
from alertd.workflow.dispatch.review import Review
from alertd.workflow.dispatch.standing import existing, fingerprint
from alertd.workflow.duty.duty import Duty, Roster
from alertd.workflow.duty.telling import many
from alertd.workflow.labels import document_label, time_label
from alertd.workflow.notices.addresses import ACCOUNT, AddressBook
from alertd.workflow.notices.wording import about_document, confirm_buttons, officer_tapped
from alertd.workflow.officers.handing_in import HandingIn, documents_of
from alertd.workflow.officers.line import Line, Penman
from alertd.workflow.officers.situation import situation
from alertd.workflow.people.enrolment import digest_of

LONGEST_NUMBER = 9
NOT_YOURS = "Chat này không gắn với tài khoản có quyền làm việc đó."
_SITUATION = re.compile(r"\W*(?:/?tinh ?hinh|bao cao nhanh)\W*")
_TAKES_DUTY = re.compile(r"\W*/?nhan truc\W*")


class OfficerLine:
    """Hears officers in chats that are bound to their accounts; whoever else taps their buttons moves nothing."""

    def __init__(
        self,
        clock: Clock,
        book: AddressBook,
        penman: Penman,
        handing_in: HandingIn,
        board: Board,
        review: Review,
        release: Release,
        duty: Duty,
        roster: Roster,
        confirm_within: timedelta,
    ) -> None:
        self._clock = clock
        self._book = book
        self._penman = penman
        self._handing_in = handing_in
        self._board = board
        self._review = review
        self._release = release
        self._duty = duty
        self._roster = roster
        self._confirm_within = confirm_within
        self._taps: dict[str, tuple[Scope, Callable[[Transaction, Line, str], Awaitable[str]]]] = {
            "take": (Scope.ANSWER, self._take),
            "release": (Scope.RELEASE, self._begin),
            "yes": (Scope.RELEASE, self._confirm),
            "no": (Scope.RELEASE, self._leave),
        }

    async def hear(self, tx: Transaction, channel: Channel, happening: Happening) -> str | None:
        """What came of it; None where it is none of an officer's words and belongs to somebody else."""
        if happening.kind is HappeningKind.TAP and (tapped := officer_tapped(happening.data)):
            return await self._tap(tx, channel, happening, *tapped)
        if happening.kind is not HappeningKind.TEXT or self._book.account_at(channel.traits.kind, happening.address) is None:
            return None
        return await (self._hand_in if documents_of(happening) else self._obey)(tx, channel, happening)

    async def _hand_in(self, tx: Transaction, channel: Channel, happening: Happening) -> str | None:
        line = await self._line(tx, channel, happening, Scope.SUBMIT)
        return await self._handing_in.take(tx, line, happening) if line else None

    async def _obey(self, tx: Transaction, channel: Channel, happening: Happening) -> str | None:
        words = without_diacritics(happening.words).lower()
        line = await self._line(tx, channel, happening, Scope.READ)
        if line is None:
            return None
        if _SITUATION.fullmatch(words):
            return await self._situation(tx, line)
        if _TAKES_DUTY.fullmatch(words):
            return await self._take_duty(tx, line)
        return None

    async def _tap(self, tx: Transaction, channel: Channel, happening: Happening, wish: str, about: str) -> str:
        scope, do = self._taps.get(wish, (Scope.ADMIN, None))
        line = await self._line(tx, channel, happening, scope)
        if line is None or do is None:
            detail = {"chat": f"{channel.traits.kind}:{happening.address}", "who": happening.who, "data": happening.data}
            await tx.audit.add(self._clock.now(), happening.address, "officer.refused", "outbox", detail)
            return NOT_YOURS
        try:
            return await do(tx, line, about)
        except Refused as refused:
            await self._penman.say(tx, line, refused.sentence)
            return refused.sentence

    async def _line(self, tx: Transaction, channel: Channel, happening: Happening, scope: Scope) -> Line | None:
        """The officer at that chat, where the database too says that it is theirs and their role lets them."""
        kind, address = channel.traits.kind, happening.address
        name = self._book.account_at(kind, address)
        account = await tx.accounts.with_name(name) if name else None
        if account is None or account.is_disabled or happening.is_group or scope not in account.role.scopes:
            return None
        bound = [e for e in await tx.accounts.enrolments() if e.contact == f"{ACCOUNT}{name}" and e.channel == kind]
        return Line(channel, address, account) if any(e.address == address for e in bound) else None

    async def _situation(self, tx: Transaction, line: Line) -> str:
        overview = await self._board.overview()
        views = [await self._board.dispatch(card.dispatch.id) for card in overview.open]
        duty = await self._roster.now(tx)
        names = ", ".join(contact.title for contact in self._roster.contacts(duty.officers))
        lines = (f"Trực: {names} ({duty.reason})", *situation(overview, views))
        await self._penman.say(tx, line, f"Tình hình lúc {time_label(self._clock.now())}", lines)
        return "đã gửi tình hình"

    async def _take_duty(self, tx: Transaction, line: Line) -> str:
        own = {c.id for c in self._book.contacts_at(line.channel.traits.kind, line.address)}
        officer = next((contact for contact in self._roster.officers if contact.id in own), None)
        if officer is None:
            await self._penman.say(tx, line, "Chat này không phải của đầu mối trực ban nào: nhận trực trên trang Bàn giao.")
            return "không phải cán bộ trực"
        await self._duty.begin_in(tx, officer.id, f"nhận qua {line.chat}", line.account.name)
        await self._penman.say(tx, line, f"{officer.title} đã nhận trực lúc {time_label(self._clock.now())}.")
        return "đã nhận trực"

    async def _take(self, tx: Transaction, line: Line, about: str) -> str:
        number = _number(about)
        taken = await self._duty.take_bundle_in(tx, number, line.account.name, line.chat)
        what = taken[0].body if len(taken) == 1 else many(taken)
        await self._penman.say(tx, line, f"Việc số {number} ({what}): {line.account.name} đã nhận xử lý.")
        return f"Đã nhận xử lý việc số {number}"

    async def _begin(self, tx: Transaction, line: Line, about: str) -> str:
        """The first step: show whom it would reach; refuse what needs the console."""
        document = await existing(tx, _number(about))
        label = document_label(document.reading)
        if document.state not in REVIEWABLE:
            raise Refused("wrong_state", f"{label} đã được xử lý, không còn chờ phát.")
        preview = await self._review.preview(document.id)
        if preview.warnings:
            raise Refused("needs_console", f"{label} phải soát trên máy trực ban trước khi phát: {' '.join(preview.warnings)}")
        if not preview.bodies:
            raise Refused("no_assignments", f"{label} không giao nhiệm vụ cho đơn vị nào.")
        word, now = secrets.token_urlsafe(18), self._clock.now()
        until = now + self._confirm_within
        kind, name = line.channel.traits.kind, line.account.name
        shown = Confirmation(digest_of(word), document.id, name, kind, line.address, fingerprint(document), now, until)
        await tx.duty.add_confirmation(shown)
        lines = (
            f"Tới {preview.bodies} đơn vị, {preview.people} người; {', '.join(f'{n} tin {ch}' for ch, n in preview.messages.items())}",
            *(f"Không gửi tới được: {body} ({why})" for body, why in preview.unreachable[:10]),
            f"Xác nhận trước {time_label(until)}.",
        )
        content = replace(about_document(document.reading), reason=f"Phát {label}?", lines=lines)
        buttons = confirm_buttons(word, preview.bodies, preview.people)
        await self._penman.write(tx, line, MessageKind.RELEASE_CONFIRMATION, content, shown.digest[:16], buttons)
        return "Chưa phát: hãy xác nhận ở tin vừa gửi."

    async def _confirm(self, tx: Transaction, line: Line, word: str) -> str:
        """The second step: once, soon, from the chat in which it was asked, of exactly what was shown."""
        shown = await self._shown(tx, line, word)
        if shown.used_at is not None:
            done = f"Đã phát (đợt phát {shown.dispatch})." if shown.dispatch else "Việc này đã được bỏ, không phát."
            raise Refused("confirmed_before", done)
        document = await existing(tx, shown.document)
        if self._clock.now() >= shown.expires_at:
            raise Refused("confirmation_expired", "Đã quá giờ xác nhận, chưa phát. Hãy bấm Phát… lại từ đầu.")
        if fingerprint(document) != shown.fingerprint:
            raise Refused("changed_since", "Văn bản vừa được sửa trên máy trực ban, chưa phát. Hãy bấm Phát… lại để xem nội dung mới.")
        dispatch = await self._release.approve_in(tx, document.id, line.account.name)
        await tx.duty.save_confirmation(replace(shown, used_at=self._clock.now(), dispatch=dispatch.id))
        detail = {"chat": line.chat, "document": document.id}
        await tx.audit.add(self._clock.now(), line.account.name, "officer.released", f"dispatch/{dispatch.id}", detail)
        said = f"ĐÃ PHÁT {document_label(document.reading)} (đợt phát {dispatch.id}). Nhắn “tình hình?” để theo dõi."
        await self._penman.say(tx, line, said)
        return f"ĐÃ PHÁT, đợt phát {dispatch.id}"

    async def _leave(self, tx: Transaction, line: Line, word: str) -> str:
        shown = await self._shown(tx, line, word)
        if shown.used_at is None:
            await tx.duty.save_confirmation(replace(shown, used_at=self._clock.now()))
        return "Không phát."

    async def _shown(self, tx: Transaction, line: Line, word: str) -> Confirmation:
        shown = await tx.duty.confirmation(digest_of(word))
        mine = (line.account.name, line.channel.traits.kind, line.address)
        if shown is None or (shown.account, shown.channel, shown.address) != mine:
            raise Refused("no_confirmation", NOT_YOURS)
        return shown


def _number(about: str) -> int:
    """The number that a button names; 0, which nothing bears, for data that no button of ours carries."""
    return int(about) if about.isdecimal() and len(about) <= LONGEST_NUMBER else 0
