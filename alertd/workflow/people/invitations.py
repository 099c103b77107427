"""Invites people to open their chat: finds who has none yet, and gives each a link that works once and expires."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from alertd.clock import day_there
from alertd.directory.directory import Directory
from alertd.errors import SetupError
from alertd.model.bodies import Contact
from alertd.ports import Channel, Clock, Store
from alertd.workflow.notices.packing import Packer
from alertd.workflow.people.enrolment import LASTS, Enrolment


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link for one contact, and until when it can be used."""

    contact: Contact
    body: str
    """The body's name."""
    link: str
    expires_at: datetime


class Invitations:
    """Who has no chat yet, and the links for them."""

    def __init__(self, store: Store, clock: Clock, directory: Directory, packer: Packer, enrolment: Enrolment) -> None:
        self._store = store
        self._clock = clock
        self._directory = directory
        self._packer = packer
        self._enrolment = enrolment

    async def invite(self, channel: Channel, contacts: Sequence[Contact], account: str, by: str) -> tuple[Invitation, ...]:
        """A new invitation for each of the contacts; earlier ones stay good. `account` as in `Channel.invitation`."""
        expires_at = self._clock.now() + LASTS
        made = []
        for contact in contacts:
            word = await self._enrolment.invite(contact.id, channel.traits.kind, by)
            body = self._packer.body(contact.body).name
            made.append(Invitation(contact, body, channel.invitation(word, account), expires_at))
        return tuple(made)

    def named(self, ids: Sequence[str]) -> tuple[Contact, ...]:
        """The contacts of these ids, each once. Raises SetupError with every id that is in no file."""
        found = {contact_id: self._directory.find_contact(contact_id) for contact_id in ids}
        unknown = [f"{contact_id}: the directory has no such contact" for contact_id, contact in found.items() if contact is None]
        if unknown:
            raise SetupError(unknown)
        return tuple(contact for contact in found.values() if contact is not None)

    async def without_chat(self, channel: Channel) -> tuple[Contact, ...]:
        """The contacts, of bodies that exist today, to whom the channel cannot write: they have joined no chat, and the directory
        gives none that the channel would use.
        """
        async with self._store.snapshot() as tx:
            enrolments = await tx.accounts.enrolments()
        kind, today = channel.traits.kind, day_there(self._clock.now())
        joined = {enrolment.contact for enrolment in enrolments if enrolment.channel == kind and enrolment.address}
        present = {body.id for body in self._directory.bodies if body.exists_on(today)}
        waiting = (contact for contact in self._directory.contacts if contact.body in present and contact.id not in joined)
        return tuple(contact for contact in waiting if not _has_chat(self._directory, channel, contact))


def _has_chat(directory: Directory, channel: Channel, contact: Contact) -> bool:
    address = contact.address_on(channel.traits.kind)
    return address is not None and not (channel.is_live and directory.is_test_address(address))
