"""The pure decision which way a notice goes next when one has failed or nobody answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alertd.model.bodies import Contact


@dataclass(frozen=True, slots=True)
class Route:
    """One contact and the channels on which to try."""

    contact: Contact
    channels: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Tried:
    """One address that a notice has gone to already."""

    contact: str
    channel: str
    is_dead: bool
    """Whether it failed for good."""


def next_route(contacts: Sequence[Contact], tried: Sequence[Tried], usable: frozenset[str]) -> Route | None:
    """Where a notice goes after one of its addresses failed for good; None when another of that person's addresses still
    stands or when nobody is left (`is_exhausted` tells which).

    `contacts` in order of calling; `usable` are the channels that can send at all.
    """
    known = {(t.contact, t.channel) for t in tried}
    reached = {t.contact for t in tried}
    alive = {t.contact for t in tried if not t.is_dead}
    for contact in contacts:
        fresh = tuple(a.channel for a in contact.addresses if a.channel in usable and (contact.id, a.channel) not in known)
        if contact.id in alive:
            return None
        if fresh:
            why = "kênh khác của cùng đầu mối" if contact.id in reached else "đầu mối kế tiếp"
            return Route(contact, fresh, f"không gửi được cho đầu mối trước; chuyển sang {why}: {contact.title}")
    return None


def is_exhausted(contacts: Sequence[Contact], tried: Sequence[Tried], usable: frozenset[str]) -> bool:
    """Whether no address of any contact is left that could still work: somebody must telephone."""
    dead = {(t.contact, t.channel) for t in tried if t.is_dead}
    return all((c.id, a.channel) in dead for c in contacts for a in c.addresses if a.channel in usable)
