"""The organisations that can be given work, the people who answer for them, and how a written name was placed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class BodyType(StrEnum):
    """What sort of organisation a body is."""

    PROVINCE_COMMITTEE = "province_committee"
    DISTRICT_COMMITTEE = "district_committee"
    COMMUNE_COMMITTEE = "commune_committee"
    COMMAND_COMMITTEE = "command_committee"
    DEPARTMENT = "department"
    MILITARY = "military"
    POLICE = "police"
    STATION = "station"
    COMPANY = "company"
    MEDIA = "media"
    ORGANISATION = "organisation"
    DUTY_DESK = "duty_desk"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a body sits, in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation that can be given work, between two dates."""

    id: str
    """`<province>/<slug>`, e.g. `lang-son/huyen-cao-loc`; never reused."""
    name: str
    type: BodyType
    aliases: tuple[str, ...] = ()
    """Other written names, the offices of its head included: all mean this body."""
    parent: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    """The last day on which the body existed; None while it does."""
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """Keys of the topics that it answers for."""
    short_name: str = ""
    """What fits an SMS and a table, e.g. "Cao Lộc"."""
    seat: Seat | None = None
    """None where the directory does not say."""

    def exists_on(self, day: date) -> bool:
        """Whether the body existed on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Group:
    """A collective name ("các huyện, thành phố") and the bodies that it stands for."""

    id: str
    names: tuple[str, ...]
    members: tuple[str, ...]
    """Body ids."""
    by_topic: bool = False
    """True for "các sở, ngành liên quan": of the members, those are meant whom the clause concerns."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that a clause may be about, and the words that show it."""

    id: str
    name: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a contact can be reached on one channel."""

    channel: str
    """The channel's kind: `telegram`, `sms`, …"""
    value: str
    """A chat id, a number in E.164, …"""


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or a desk that answers for a body. Names of functions, not of persons."""

    id: str
    """`<body id>#<slug>`."""
    body: str
    title: str
    order: int
    """Order of calling: 1 first."""
    addresses: tuple[Address, ...]
    """In order of preference."""

    @property
    def telephones(self) -> tuple[str, ...]:
        """The numbers at which the contact can be called, each once: often texts and calls go to the same."""
        return tuple(dict.fromkeys(address.value for address in self.addresses if address.value.startswith("+")))

    def address_on(self, channel: str) -> Address | None:
        """The contact's address on that channel, if any."""
        return next((a for a in self.addresses if a.channel == channel), None)


class Role(StrEnum):
    """In what part a body is given work."""

    LEAD = "lead"
    SUPPORT = "support"
    COPY = "copy"
    """Gets the notice for its information; nobody chases it."""


@dataclass(frozen=True, slots=True)
class ResolvedBody:
    """A written name that was placed in the directory, and why it was."""

    id: str
    name: str
    role: Role
    reason: str
    """Vietnamese, for the officer: which words led to this body by which entry."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that a name which nobody could place may mean: shown to the officer, never taken."""

    name: str
    """The unresolved name, as written."""
    label: str
    """A body or group, as officers call it."""
    bodies: tuple[str, ...]
    """Ids of the bodies that would be meant."""
    reason: str
    """Vietnamese: why it comes into question."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the directory makes of one directive."""

    bodies: tuple[ResolvedBody, ...]
    actions: tuple[tuple[str, ...], ...]
    """For each action of the directive, the ids of the bodies to which it falls."""
    unresolved: tuple[str, ...]
    """Names, and clauses of a by-topic group, that no entry answers for: a person must place them."""
    suggestions: tuple[str, ...] = ()
    """What an unresolved name may mean, a sentence each; shown, never taken."""
    candidates: tuple[Candidate, ...] = ()
    """The same, each choice by itself."""
    outside: tuple[str, ...] = ()
    """Names that are understood and mean nobody of this installation: ministries, other provinces."""
    is_for_all_named: bool = False
    """Whether it asks those whom the document's other orders name to carry the document out, and is no task by itself."""
