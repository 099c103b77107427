"""The directory as the rest of the program sees it: who there is, who answers for whom, and which body a name means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from alertd.directory.content import Content
from alertd.directory.lineage import Lineage
from alertd.directory.resolving import Resolver
from alertd.model.bodies import Address, Body, Contact, Resolution, ResolvedBody
from alertd.model.documents import Reading


@dataclass(frozen=True)
class Directory:
    """Bodies, groups, topics and contacts of one installation. Built once; never changes."""

    content: Content

    def compile_names(self) -> None:
        """Make now what finds names, not while an officer waits for the first document."""
        _ = self._resolver

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Every body, past ones included, in the order of the files."""
        return self.content.bodies

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Every contact; a person who answers for two bodies is there once for each."""
        return self.content.contacts

    def find_body(self, body: str) -> Body | None:
        """The body of that id, past ones included; None where there never was one."""
        return self._lineage.bodies.get(body)

    def find_contact(self, contact: str) -> Contact | None:
        """The contact of that id, if there is one."""
        return self._contacts.get(contact)

    def contacts_of(self, body: str) -> tuple[Contact, ...]:
        """Who answers for a body, in the order of calling."""
        return self._contacts_of.get(body, ())

    def contacts_at(self, channel: str, address: str) -> tuple[Contact, ...]:
        """Who is reached at an address: none, one, or one person for each body that he or she answers for."""
        return self._contacts_at.get(Address(channel, address), ())

    def is_test_address(self, address: Address) -> bool:
        """Whether the address exists only in drills and tests, so that a live sender must refuse it."""
        return address.value.startswith(self.content.test_prefixes.get(address.channel, ()))

    def in_office(self, body: str, on: date) -> tuple[str, ...]:
        """The body itself where it exists on that day, else those of its successors that do; empty where there are none."""
        return self._lineage.in_office(body, on) if self.find_body(body) else ()

    def resolve(self, reading: Reading, on: date) -> tuple[Resolution, ...]:
        """For each directive of the document which bodies get which of its clauses, by the names valid on that day. Never raises on what
        is written.
        """
        return self._resolver.resolve(reading, on)

    def resolve_names(self, names: Sequence[str], on: date) -> tuple[tuple[ResolvedBody, ...], tuple[str, ...]]:
        """The bodies that a list of names means on that day ("điện:", "Nơi nhận:"), and the names that mean none."""
        return self._resolver.resolve_names(names, on)

    @cached_property
    def _lineage(self) -> Lineage:
        return Lineage(self.content.bodies)

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self.content)

    @cached_property
    def _contacts(self) -> dict[str, Contact]:
        return {contact.id: contact for contact in self.content.contacts}

    @cached_property
    def _contacts_of(self) -> dict[str, tuple[Contact, ...]]:
        found: dict[str, list[Contact]] = {}
        for contact in sorted(self.content.contacts, key=lambda contact: contact.order):
            found.setdefault(contact.body, []).append(contact)
        return {body: tuple(contacts) for body, contacts in found.items()}

    @cached_property
    def _contacts_at(self) -> dict[Address, tuple[Contact, ...]]:
        found: dict[Address, list[Contact]] = {}
        for contact in self.content.contacts:
            for address in contact.addresses:
                found.setdefault(address, []).append(contact)
        return {address: tuple(contacts) for address, contacts in found.items()}
