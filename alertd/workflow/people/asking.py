"""Asks people whether they are there: whom a round of the self-check asks, and the messages that ask them."""

from __future__ import annotations

from dataclasses import dataclass

from alertd.clock import day_there
from alertd.directory.directory import Directory
from alertd.messages.content import Content
from alertd.model.bodies import Contact
from alertd.model.checks import ContactCheck, Probe
from alertd.model.notices import Button, MessageKind
from alertd.ports import Clock, Traits, Transaction
from alertd.workflow.labels import time_label
from alertd.workflow.notices.addresses import Way
from alertd.workflow.notices.composing import Composer, Letter
from alertd.workflow.notices.packing import Packer
from alertd.workflow.notices.wording import CHECK_TAP


@dataclass(frozen=True, slots=True)
class Calling:
    """One contact and the ways on which an answer can come back."""

    contact: Contact
    ways: tuple[Way, ...]


class Asker:
    """Everything inside the transaction of whoever begins a round or goes on with it."""

    def __init__(self, clock: Clock, directory: Directory, packer: Packer, composer: Composer) -> None:
        self._clock = clock
        self._directory = directory
        self._packer = packer
        self._composer = composer

    def callings(self, body_id: str | None = None) -> tuple[Calling, ...]:
        """Whom a round asks now: everybody who answers for a body that exists today, or for that one, on every channel that hears
        answers; nobody is called by telephone for it.
        """
        today = day_there(self._clock.now())
        found = [
            Calling(contact, tuple(way for way in self._packer.ways(contact) if way.channel and _asks(way.channel.traits)))
            for body in sorted(self._directory.bodies, key=lambda each: each.id)
            if body.exists_on(today) and body_id in (None, body.id)
            for contact in self._directory.contacts_of(body.id)
        ]
        return tuple(calling for calling in found if calling.ways)

    async def ask(self, tx: Transaction, check: ContactCheck) -> None:
        """A message to each address that has not answered in this round; one to a telephone that several bodies share."""
        await self._packer.look_up(tx)
        now = self._clock.now()
        asked = [(calling.contact, way) for calling in self.callings(check.body) for way in calling.ways]
        await tx.checks.ask([Probe(0, check.id, c.id, c.body, w.address.channel, w.address.value) for c, w in asked])
        answered = {(p.channel, p.address) for p in await tx.checks.probes(check.id) if p.answered_at is not None}
        waiting = {(w.address.channel, w.address.value): contact for contact, w in reversed(asked)}
        for (channel, address), contact in waiting.items():
            if (channel, address) not in answered:
                letter = self._letter(check, contact)
                await tx.outbox.add(self._composer.compose(letter, now, check.ends_at, [channel]))
        detail = {"addresses": len(waiting) - len(answered), "count": check.asked}
        await tx.audit.add(now, check.began_by, "check.asked", f"check/{check.id}", detail)

    def _letter(self, check: ContactCheck, contact: Contact) -> Letter:
        content = Content(
            body=self._packer.body(contact.body).name,
            contact=contact.title,
            count=check.asked,
            deadline=time_label(check.ends_at),
        )
        step = f"check-{check.id}-{check.asked}"
        return Letter(MessageKind.CONTACT_CHECK, contact, content, step, buttons=((Button("Có mặt", CHECK_TAP),),))


def _asks(traits: Traits) -> bool:
    return traits.hears_replies and traits.carries(MessageKind.CONTACT_CHECK)
