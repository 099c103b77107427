"""Where each contact can be reached now: the directory's addresses and the chats that people joined themselves."""

from __future__ import annotations

import hashlib
import secrets
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from alertd.clock import day_there
from alertd.directory.directory import Directory
from alertd.model.absences import Absence
from alertd.model.accounts import Enrolment
from alertd.model.bodies import Address, Contact
from alertd.ports import Channel, Clock, Store, Transaction

ACCOUNT = "account:"
"""How the enrolment of an account's own chat begins, before the account's name."""


Place = tuple[str, str]
"""Kind of channel and address."""


@dataclass(frozen=True, slots=True)
class Way:
    """One address of a contact and the sender that serves it, or why it cannot be used."""

    address: Address
    channel: Channel | None
    reason: str = ""


class AddressBook:
    """Answers "how do we reach this contact?" and "who is it that writes from there?"."""

    def __init__(self, directory: Directory, channels: Mapping[str, Channel], clock: Clock) -> None:
        self._directory = directory
        self._clock = clock
        self._channels = channels
        self._joined: dict[tuple[str, str], str] = {}
        self._accounts: dict[tuple[str, str], str] = {}
        self._openers: dict[Place, str] = {}
        self._absences: tuple[Absence, ...] = ()
        self._as_of: object = None

    async def load(self, store: Store) -> None:
        """Learn the chats that people have joined, and who is away."""
        async with store.snapshot() as tx:
            await self.refresh(tx)

    async def refresh(self, tx: Transaction) -> None:
        """Learn what has changed since, perhaps by another process: at the beginning of every step that addresses or is addressed."""
        as_of = await tx.accounts.stand_of_enrolments(), await tx.absences.stand()
        if as_of == self._as_of:
            return
        enrolments = await tx.accounts.enrolments()
        absences = await tx.absences.standing(day_there(self._clock.now()))
        # Nobody is asked for between here and the end: whoever reads the book finds it whole.
        self._joined, self._accounts, self._openers = {}, {}, {}
        for enrolment in sorted(enrolments, key=lambda each: each.bound_at or each.created_at):
            if enrolment.address:
                self.join(enrolment.contact, enrolment.channel, enrolment.address, enrolment.sender)
        self._absences = tuple(absences)
        self._as_of = as_of

    def join(self, contact_id: str, channel: str, address: str, sender: str | None) -> None:
        """A contact, or an account (`ACCOUNT` and its name), has a new address on a channel, opened with that sender, if the transaction
        in which that is written comes to its end: the next `refresh` makes sure.
        """
        self._as_of = None
        if sender is not None:
            self._openers[channel, address] = sender
        self._joined[contact_id, channel] = address
        if contact_id.startswith(ACCOUNT):
            self._accounts = {key: name for key, name in self._accounts.items() if name != contact_id.removeprefix(ACCOUNT)}
            self._accounts[channel, address] = contact_id.removeprefix(ACCOUNT)

    async def move(self, tx: Transaction, contact_id: str, channel: str, address: str, sender: str, now: datetime) -> None:
        """A contact's chat with that sender goes on under another address. What a transaction that came to nothing left in the book is
        forgotten first.
        """
        await self.refresh(tx)
        if self.joined(contact_id, channel) == address:
            return
        digest = hashlib.sha256(secrets.token_bytes(32)).hexdigest()  # an invitation that nobody has the word of
        await tx.accounts.add_enrolment(Enrolment(digest, contact_id, channel, now, now, address, now, sender))
        self.join(contact_id, channel, address, sender)
        await tx.audit.add(now, contact_id, "contact.moved", f"contact/{contact_id}", {"channel": channel})

    def joined(self, contact_id: str, channel: str) -> str | None:
        """The chat that a contact, or an account, has joined by itself."""
        return self._joined.get((contact_id, channel))

    def account_at(self, channel: str, address: str) -> str | None:
        """The account whose officer writes from that chat, by an invitation of their own."""
        return self._accounts.get((channel, address))

    def account_chats(self) -> tuple[tuple[str, str, str], ...]:
        """Channel, address and account of every chat that is bound to an account."""
        return tuple((channel, address, name) for (channel, address), name in self._accounts.items())

    def addresses(self, contact: Contact) -> tuple[Address, ...]:
        """The contact's addresses in order of preference; a joined chat takes the place of the directory's."""
        listed = [Address(a.channel, self._joined.get((contact.id, a.channel), a.value)) for a in contact.addresses]
        missing = [Address(ch, value) for (cid, ch), value in self._joined.items() if cid == contact.id and contact.address_on(ch) is None]
        return (*missing, *listed)

    def ways(self, contact: Contact, *, is_drill: bool) -> tuple[Way, ...]:
        """Every address of the contact with its sender, or the reason why it cannot be used."""
        return tuple(self.way(address, is_drill=is_drill) for address in self.addresses(contact))

    def is_away(self, contact: Contact) -> bool:
        """Whether an officer has entered that the contact is away today."""
        return any(each.contact == contact.id and each.covers(day_there(self._clock.now())) for each in self._absences)

    def way(self, address: Address, *, is_drill: bool) -> Way:
        """The sender that serves an address, or the reason why it cannot be used."""
        senders = [c for c in self._channels.values() if c.traits.kind == address.channel]
        working = [c for c in senders if c.is_on]
        if not working:
            return Way(address, None, "kênh chưa có thông tin xác thực" if senders else "không có kênh gửi loại này")
        channel = self.opener(address, working) or working[zlib.crc32(address.value.encode()) % len(working)]
        reason = self.why_refused(channel, address, is_drill=is_drill)
        return Way(address, None if reason else channel, reason)

    def opener(self, address: Address, channels: Iterable[Channel]) -> Channel | None:
        """The one of these with which that chat was opened: a bot cannot write where only another one was started."""
        name = self._openers.get((address.channel, address.value))
        return next((channel for channel in channels if channel.name == name), None)

    def why_refused(self, channel: Channel, address: Address, *, is_drill: bool) -> str:
        """Why alertd itself will not send there; empty when it will."""
        if is_drill and channel.is_live:
            return "diễn tập không gửi qua kênh thật"
        if self._directory.is_test_address(address) and channel.is_live:
            return "số thử nghiệm, kênh thật không gửi"
        return ""

    def contacts_at(self, channel: str, address: str) -> tuple[Contact, ...]:
        """Whoever writes from that address."""
        joined = [cid for (cid, ch), value in self._joined.items() if ch == channel and value == address]
        listed = [c for c in self._directory.contacts_at(channel, address) if (c.id, channel) not in self._joined]
        contacts = [self._directory.find_contact(cid) for cid in joined]
        return (*(c for c in contacts if c is not None), *listed)
