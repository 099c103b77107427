"""Tells who could not be reached if it mattered now, by body, whose numbers nobody vouches for, and who answered the self-check."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from alertd.clock import day_there
from alertd.directory.directory import Directory
from alertd.model.bodies import Body, Contact
from alertd.model.checks import Attestation
from alertd.ports import Clock, Store
from alertd.workflow.notices.addresses import Place
from alertd.workflow.notices.packing import Packer
from alertd.workflow.people.checked import CheckView, view_of


@dataclass(frozen=True, slots=True)
class Gap:
    """A body that no message would reach."""

    body: Body
    reason: str


@dataclass(frozen=True, slots=True)
class Lost:
    """A contact who has blocked us or whose number does not work, on one channel; others may still reach the person."""

    body: Body
    contact: Contact
    channel: str
    reason: str


@dataclass(frozen=True, slots=True)
class Vouched:
    """A contact whose address an administrator says is right."""

    body: Body
    contact: Contact
    word: Attestation


@dataclass(frozen=True, slots=True)
class Prepared:
    """How ready the directory is."""

    bodies: int
    gaps: tuple[Gap, ...]
    lost: tuple[Lost, ...]
    unproven: tuple[tuple[Body, Contact], ...]
    """Contacts who have never answered from any of their addresses, and for none of which anybody vouches: are they right?"""
    attested: tuple[Vouched, ...]
    """Contacts who have never answered either, but whose address an administrator says is right."""
    answered: int
    """How many contacts have answered from an address that they still have."""
    check: CheckView | None
    """The latest round of the self-check."""


class Readiness:
    """Reads; never writes."""

    def __init__(self, store: Store, clock: Clock, directory: Directory, packer: Packer) -> None:
        self._store = store
        self._clock = clock
        self._directory = directory
        self._packer = packer

    async def report(self) -> Prepared:
        """As things stand now, for the bodies that exist today."""
        async with self._store.snapshot() as tx:
            await self._packer.look_up(tx)
            refusals = await tx.outbox.refusals()
            heard = await tx.replies.heard_from()
            attested = {(each.channel, each.address): each for each in await tx.checks.attested()}
            check = await tx.checks.latest()
            probes = await tx.checks.probes(check.id) if check else []
        today = day_there(self._clock.now())
        bodies = sorted((body for body in self._directory.bodies if body.exists_on(today)), key=lambda body: body.name)
        gaps, lost, proof = [], [], _Proof(heard, attested)
        for body in bodies:
            contacts = self._packer.contacts(body.id)
            if reason := self._gap(contacts, refusals):
                gaps.append(Gap(body, reason))
            for contact in contacts:
                lost += [
                    Lost(body, contact, way.address.channel, refusals[place])
                    for way in self._packer.ways(contact)
                    if (place := (way.address.channel, way.address.value)) in refusals
                ]
                proof.weigh(body, contact, [(way.address.channel, way.address.value) for way in self._packer.ways(contact)])
        seen = view_of(check, probes, self._packer) if check else None
        return Prepared(len(bodies), tuple(gaps), tuple(lost), tuple(proof.unproven), tuple(proof.attested), proof.answered, seen)

    def _gap(self, contacts: Sequence[Contact], refusals: Mapping[Place, str]) -> str:
        """Why nobody of these would be reached; empty where somebody would."""
        if not contacts:
            return "Chưa có đầu mối nào trong danh bạ."
        ways = [way for contact in contacts for way in self._packer.ways(contact)]
        if not ways:
            return "Các đầu mối chưa có địa chỉ liên lạc."
        whys = [way.reason if way.channel is None else refusals.get((way.address.channel, way.address.value), "") for way in ways]
        return "" if "" in whys else f"Không địa chỉ nào dùng được: {'; '.join(dict.fromkeys(whys))}."


@dataclass
class _Proof:
    """What is known of contacts' addresses being right."""

    heard: Collection[Place]
    words: Mapping[Place, Attestation]
    answered: int = 0
    attested: list[Vouched] = field(default_factory=list)
    unproven: list[tuple[Body, Contact]] = field(default_factory=list)

    def weigh(self, body: Body, contact: Contact, places: Sequence[Place]) -> None:
        """An answer counts more than a word."""
        if any(place in self.heard for place in places):
            self.answered += 1
        elif word := next((self.words[place] for place in places if place in self.words), None):
            self.attested.append(Vouched(body, contact, word))
        else:
            self.unproven.append((body, contact))
