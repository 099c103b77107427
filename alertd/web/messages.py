"""Gathers the parts in which one message went out, so that the board shows a message once, with the state of its worst part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from alertd.model.notices import Delivery, DeliveryState

_FROM_WORST = (
    DeliveryState.FAILED,
    DeliveryState.UNKNOWN,
    DeliveryState.EXPIRED,
    DeliveryState.QUEUED,
    DeliveryState.SENDING,
    DeliveryState.CANCELLED,
    DeliveryState.SENT,
    DeliveryState.DELIVERED,
    DeliveryState.READ,
)


@dataclass(frozen=True, slots=True)
class Message:
    """One message to one address, in as many parts as its channel needed."""

    parts: tuple[Delivery, ...]

    @property
    def worst(self) -> Delivery:
        """The part that has come least far."""
        return min(self.parts, key=lambda part: _FROM_WORST.index(part.state))

    @property
    def gone(self) -> int:
        """How many parts the provider has taken."""
        return sum(part.sent_at is not None for part in self.parts)


def messages_of(deliveries: Iterable[Delivery]) -> Sequence[Message]:
    """The messages of which these are the parts, in the order in which they were queued."""
    return [Message(tuple(parts)) for _, parts in groupby(deliveries, key=_message)]


def _message(delivery: Delivery) -> str:
    """A delivery's key without the number of the part, with which it ends."""
    return delivery.key.rpartition(":")[0]
