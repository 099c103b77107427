"""Asks providers how far messages have come, and opens another route where no receipt has come in its time."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from alertd.errors import DeliveryFailed, StoreAway
from alertd.logs import EventLog
from alertd.model.inbox import Happening, Receipt
from alertd.model.notices import Delivery, DeliveryState
from alertd.ports import Channel, Clock, Store
from alertd.workflow.sending.routing import NO_RECEIPT, Router

log = EventLog(__name__)
AFTER = timedelta(seconds=20)
"""How long after sending a message is first asked about."""
UNTIL = timedelta(hours=2)
"""A message that has no receipt by then will hardly get one."""
LOOKED_AT, AT_ONCE = 500, 20
"""How many messages are looked at in one step, and how many of those are asked about."""


class Receipts:
    """One step of the timetable, for senders that give receipts."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        channels: Mapping[str, Channel],
        router: Router,
        wake: Callable[[], None],
        *,
        are_called_back: bool,
    ) -> None:
        """`channels`: the senders that give receipts, by name; `are_called_back`: their callbacks reach this machine."""
        self._store = store
        self._clock = clock
        self._channels = channels
        self._router = router
        self._wake = wake
        self._are_called_back = are_called_back

    async def step(self) -> int:
        """Ask about messages without a receipt, a few of each sender, drawn by lot: some carriers never give one, and those must
        not stand in the way of others. Then deal with those whose time is over. Returns how many were settled or given up.
        """
        asked = () if self._are_called_back else self._channels.values()
        return sum([await self._ask(channel) for channel in asked]) + await self._give_up()

    async def _give_up(self) -> int:
        """The providers are asked a last time, since a callback may have been lost; where they have nothing to tell, routes open."""
        async with self._store.snapshot() as tx:
            late = await tx.outbox.unconfirmed(self._clock.now(), LOOKED_AT)
        for start in range(0, len(late), AT_ONCE):
            await self._give_up_some(late[start : start + AT_ONCE])
        return len(late)

    async def _give_up_some(self, late: Sequence[Delivery]) -> None:
        told = await asyncio.gather(*(self._asked(self._channels.get(delivery.sender), delivery) for delivery in late))
        left = []
        for delivery, happening in zip(late, told, strict=True):
            if happening is None or not await self._settle(delivery.sender, happening):
                left.append(delivery)
        if left:
            await self._open_routes(left)
            self._wake()

    async def _open_routes(self, late: Sequence[Delivery]) -> None:
        """For all together, or for each by itself where the program stumbles over one: it must not keep the others waiting for ever."""
        try:
            async with self._store.transaction() as tx:
                await self._router.unconfirmed(tx, late, self._clock.now())
        except StoreAway:
            raise
        except Exception:
            log.exception("no other route could be opened", deliveries=[delivery.id for delivery in late])
            if len(late) > 1:
                for delivery in late:
                    await self._open_routes([delivery])
                return
            async with self._store.transaction() as tx:
                await tx.outbox.give_up_receipts([late[0].id], self._clock.now(), NO_RECEIPT)

    async def _ask(self, channel: Channel) -> int:
        now = self._clock.now()
        async with self._store.snapshot() as tx:
            waiting = await tx.outbox.awaiting_receipt(channel.name, now - UNTIL, now - AFTER, LOOKED_AT)
        drawn = random.sample(waiting, min(AT_ONCE, len(waiting)))
        told = await asyncio.gather(*(self._asked(channel, delivery) for delivery in drawn))
        return sum([await self._settle(channel.name, happening) for happening in told if happening is not None])

    async def _asked(self, channel: Channel | None, delivery: Delivery) -> Happening | None:
        """What the provider says; None where it says nothing new or is away: it is asked again."""
        if channel is None:
            return None
        try:
            happening = await channel.receipt(delivery.provider_ref or "")
        except DeliveryFailed as failure:
            log.info("a receipt could not be asked for", sender=channel.name, reason=failure.detail)
            return None
        return happening if happening is not None and happening.state is not DeliveryState.SENT else None

    async def _settle(self, sender: str, happening: Happening) -> bool:
        if happening.provider_ref is None or happening.state is None:
            return False
        receipt = Receipt(happening.provider_ref, happening.state, happening.reason, happening.failure)
        async with self._store.transaction() as tx:
            _, moved = await tx.outbox.settle_all(sender, [receipt], self._clock.now())
            await self._router.follow(tx, moved)
        self._wake()
        return bool(moved)
