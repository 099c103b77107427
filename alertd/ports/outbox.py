"""The only way out: every message, stored before it is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from alertd.model.inbox import Receipt
from alertd.model.notices import Attempt, Claimed, Delivery, DeliveryState, Moved
from alertd.model.register import DeliveryChange


class Outbox(Protocol):
    """Everything that is to be sent, is under way or was sent. Each change of a state is kept in a history."""

    async def add(self, deliveries: Sequence[Delivery]) -> int:
        """Queue deliveries; one whose `key` is known is left out. Returns how many were new.

        They stand in line by priority; within it orders alternate one by one, and within an order bodies do.
        """
        ...

    async def get(self, delivery_id: int) -> Delivery | None: ...

    async def claim(
        self, sender: str, now: datetime, lease_until: datetime, limit: int, busy_addresses: Sequence[str] = ()
    ) -> list[Claimed]:
        """Take the most urgent due deliveries of a sender: they become SENDING under a new fence, for this process alone.

        A part of a notice is not taken while an earlier one to the same address is queued or under way.
        """
        ...

    async def those(self, delivery_ids: Sequence[int]) -> list[Delivery]:
        """The deliveries of these ids, oldest first."""
        ...

    async def record(self, attempts: Sequence[Attempt]) -> list[Moved]:
        """Write down outcomes in one batch; an attempt with an older fence is left out. Returns what moved.

        One whose fate was UNKNOWN and that is QUEUED again is marked as a repeat.
        """
        ...

    async def lapsed(self, now: datetime) -> list[Moved]:
        """Mark SENDING deliveries whose lease has run out as UNKNOWN; returns them."""
        ...

    async def abandon(self, sender: str, now: datetime) -> list[Moved]:
        """Mark all SENDING deliveries of a sender as UNKNOWN, whatever their lease: their process is gone. Returns them."""
        ...

    async def settle_all(self, sender: str, receipts: Sequence[Receipt], at: datetime) -> tuple[frozenset[str], list[Moved]]:
        """Apply receipts in their order; one that is older than what is known changes nothing. Returns the references that no
        delivery has, and the deliveries that moved.
        """
        ...

    async def with_ref(self, sender: str, provider_ref: str) -> Delivery | None: ...

    async def of_notice(self, notice_id: int) -> list[Delivery]: ...

    async def of_dispatch(self, dispatch_id: int) -> list[Delivery]: ...

    async def history(self, delivery_ids: Sequence[int]) -> list[DeliveryChange]: ...

    async def cancel(self, notice_id: int, at: datetime, reason: str) -> int:
        """Cancel what is still queued for a notice and an answer makes needless."""
        ...

    async def call_off(self, dispatch_id: int, at: datetime, reason: str, *, only_what_rings: bool) -> int:
        """Cancel what a release has still queued for its bodies, all but what calls it back; with `only_what_rings` what nobody but the
        clock asked for, and what is sent again in doubt.
        """
        ...

    async def drop(self, delivery_ids: Sequence[int], at: datetime, reason: str) -> int:
        """Cancel those of these deliveries that are queued."""
        ...

    async def senders_with_work(self) -> frozenset[str]:
        """The senders at which deliveries are queued or under way."""
        ...

    async def hand_on(self, delivery_ids: Sequence[int], sender: str, at: datetime, reason: str) -> int:
        """Give those of these deliveries that are queued to that sender. Returns how many."""
        ...

    async def refuse(self, delivery_ids: Sequence[int], at: datetime, reason: str) -> list[Moved]:
        """Those of these deliveries that are queued have FAILED, since alertd itself will not send them; returns them."""
        ...

    async def expire(self, now: datetime) -> int:
        """Expire what is queued past its `expires_at`."""
        ...

    async def awaiting_receipt(self, sender: str, sent_after: datetime, sent_before: datetime, limit: int) -> list[Delivery]:
        """SENT deliveries without a receipt, oldest first, for senders that must be asked."""
        ...

    async def unconfirmed(self, now: datetime, limit: int) -> list[Delivery]:
        """SENT deliveries whose receipt should have come by now (`receipt_due_at`), the longest overdue first."""
        ...

    async def give_up_receipts(self, delivery_ids: Sequence[int], now: datetime, reason: str) -> list[Delivery]:
        """Mark those of these deliveries as unconfirmed that are still without their receipt. Returns them; each only once."""
        ...

    async def refusals(self) -> Mapping[tuple[str, str], str]:
        """The addresses (kind of channel, address) whose latest message was refused for good, with the reason."""
        ...

    async def counts(self, sender: str | None = None, states: Sequence[DeliveryState] = ()) -> Mapping[str, int]:
        """How many deliveries stand in each state; in these states only where some are named, which is far quicker."""
        ...

    async def line(self, sender: str, now: datetime, limit: int) -> list[int]:
        """The first deliveries that wait at a sender, in the order in which they will be claimed."""
        ...
