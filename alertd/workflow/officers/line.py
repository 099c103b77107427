"""The chat of an officer: who speaks from where, and how something is written back there."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta

from alertd.messages.content import Content
from alertd.model.accounts import Account
from alertd.model.bodies import Contact
from alertd.model.notices import Buttons, MessageKind
from alertd.ports import Channel, Clock, Transaction
from alertd.workflow.notices.addresses import ACCOUNT
from alertd.workflow.notices.composing import Composer, Letter

KEPT_FOR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Line:
    """From where an officer speaks."""

    channel: Channel
    address: str
    account: Account

    @property
    def chat(self) -> str:
        """For the audit trail."""
        return f"{self.channel.traits.kind}:{self.address}"


class Penman:
    """Writes to the chats of officers."""

    def __init__(self, clock: Clock, composer: Composer) -> None:
        self._clock = clock
        self._composer = composer

    async def say(self, tx: Transaction, line: Line, reason: str, lines: tuple[str, ...] = ()) -> None:
        """A note: a sentence and what belongs to it."""
        await self.write(tx, line, MessageKind.OFFICER_NOTE, Content(reason=reason, lines=lines), secrets.token_urlsafe(9), ())

    async def write(self, tx: Transaction, line: Line, kind: MessageKind, content: Content, step: str, buttons: Buttons) -> None:
        """Any letter; the same `step` twice is one."""
        now = self._clock.now()
        contact = Contact(f"{ACCOUNT}{line.account.name}", "", line.account.name, 1, ())
        letter = Letter(kind, contact, content, step, buttons=buttons)
        await tx.outbox.add(self._composer.answer(letter, line.channel, line.address, now, now + KEPT_FOR))
