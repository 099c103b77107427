"""The pure decision which way a notice goes next when one has failed or nobody answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alertd.model.bodies import Contact
from alertd.model.notices import Delivery, DeliveryState

_NEVER_WENT = frozenset({DeliveryState.CANCELLED, DeliveryState.EXPIRED})
_ARRIVED = frozenset({DeliveryState.DELIVERED, DeliveryState.READ})


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
    """Whether it failed for good, or no receipt came in its time."""


def tried_by(deliveries: Sequence[Delivery]) -> list[Tried]:
    """Where an order has gone, from its deliveries. One that came to nothing speaks for its address until something has arrived
    there: a reminder on its way to a telephone that is off keeps no other route from opening.
    """
    sent = [d for d in deliveries if d.kind.carries_order and d.contact is not None and d.state not in _NEVER_WENT]
    dead = {(d.contact, d.channel) for d in sent if d.is_dead} - {(d.contact, d.channel) for d in sent if d.state in _ARRIVED}
    return [Tried(d.contact or "", d.channel, (d.contact, d.channel) in dead) for d in sent]


FAILED = "không gửi được cho đầu mối trước"


def next_route(contacts: Sequence[Contact], tried: Sequence[Tried], why: str = FAILED) -> Route | None:
    """Where a notice goes after one of its addresses came to nothing; None when another of that person's addresses still
    stands or when nobody is left (`is_exhausted` tells which).

    `contacts` in order of calling, each with the addresses that can be written to; `why` says what came to nothing, and how.
    """
    known = {(t.contact, t.channel) for t in tried}
    reached = {t.contact for t in tried}
    alive = {t.contact for t in tried if not t.is_dead}
    for contact in contacts:
        fresh = tuple(a.channel for a in contact.addresses if (contact.id, a.channel) not in known)
        if contact.id in alive:
            return None
        if fresh:
            whom = "kênh khác của cùng đầu mối" if contact.id in reached else "đầu mối kế tiếp"
            return Route(contact, fresh, f"{why}; chuyển sang {whom}: {contact.title}")
    return None


def is_exhausted(contacts: Sequence[Contact], tried: Sequence[Tried]) -> bool:
    """Whether none of the addresses of these contacts, as in `next_route`, could still work: somebody must telephone."""
    dead = {(t.contact, t.channel) for t in tried if t.is_dead}
    return all((c.id, a.channel) in dead for c in contacts for a in c.addresses)
