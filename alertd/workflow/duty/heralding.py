"""Tells officers on their own telephones of a document that has come in: its reading in brief, and the first step to its release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from alertd.model.accounts import Scope
from alertd.model.bodies import Address, Contact, Role
from alertd.model.notices import MessageKind
from alertd.model.register import Document
from alertd.ports import Channel, Clock, Transaction
from alertd.workflow.duty.duty import Roster
from alertd.workflow.labels import HAZARD
from alertd.workflow.notices.addresses import ACCOUNT, AddressBook
from alertd.workflow.notices.composing import Composer, Letter
from alertd.workflow.notices.packing import by_body
from alertd.workflow.notices.wording import about_document, release_button

KEPT_FOR = timedelta(hours=6)


class Herald:
    """Writes to the chats that are bound to accounts which may release; to whoever is on duty where the roster says so."""

    def __init__(
        self, clock: Clock, composer: Composer, book: AddressBook, roster: Roster, channels: Mapping[str, Channel], *, console_url: str
    ) -> None:
        """Of the `channels` those speak to officers on which they can answer by buttons."""
        self._clock = clock
        self._composer = composer
        self._book = book
        self._roster = roster
        self._channels = [c for c in channels.values() if c.is_on and c.traits.has_buttons and c.traits.hears_replies]
        self._console_url = console_url

    async def announce(self, tx: Transaction, document: Document) -> None:
        """A document waits for release."""
        now = self._clock.now()
        link = f"{self._console_url}/documents/{document.id}" if self._console_url else ""
        content = replace(about_document(document.reading), lines=brief(document), link=link, number=document.id)
        for channel, address, name in await self._officers(tx):
            contact = Contact(f"{ACCOUNT}{name}", "", name, 1, ())
            buttons = release_button(document)
            letter = Letter(MessageKind.NEW_DOCUMENT, contact, content, f"document-{document.id}", buttons=buttons)
            await tx.outbox.add(self._composer.answer(letter, channel, address, now, now + KEPT_FOR))

    async def _officers(self, tx: Transaction) -> list[tuple[Channel, str, str]]:
        await self._book.refresh(tx)
        bound = []
        for kind, address, name in self._book.account_chats():
            account = await tx.accounts.with_name(name)
            may_release = account is not None and not account.is_disabled and Scope.RELEASE in account.role.scopes
            talking = [channel for channel in self._channels if channel.traits.kind == kind]
            if may_release and talking:
                bound.append((self._book.opener(Address(kind, address), talking) or talking[0], address, name))
        present = set((await self._roster.now(tx)).officers)
        on_duty = [each for each in bound if present & {c.id for c in self._book.contacts_at(each[0].traits.kind, each[1])}]
        return on_duty or bound


def brief(document: Document) -> tuple[str, ...]:
    """The reading in a few lines: hazards, how many orders for how many bodies, and what is doubtful."""
    reading = document.reading
    orders = {body: own for body, own in by_body(document.proposals).items() if any(p.role is not Role.COPY for p in own)}
    unresolved = sorted({name for resolution in document.resolutions for name in resolution.unresolved})
    return (
        *([f"Loại hình: {', '.join(HAZARD[hazard] for hazard in reading.hazards)}"] if reading.hazards else []),
        f"{len(reading.directives)} nội dung chỉ đạo, giao cho {len(orders)} đơn vị",
        *([f"Chưa xác định được đơn vị: {'; '.join(unresolved)}"] if unresolved else []),
        *(f"Cần xem lại: {problem.text}" for problem in reading.problems[:5]),
    )
