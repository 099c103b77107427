"""Asks providers how far messages have come, where their callbacks cannot reach this machine."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Mapping
from datetime import timedelta

import structlog

from alertd.errors import DeliveryFailed
from alertd.model.inbox import Happening
from alertd.model.notices import Delivery, DeliveryState
from alertd.ports import Channel, Clock, Store
from alertd.workflow.sending.routing import Router

log = structlog.get_logger(__name__)
AFTER = timedelta(seconds=20)
"""How long after sending a message is first asked about."""
UNTIL = timedelta(hours=2)
"""A message that has no receipt by then will hardly get one."""
LOOKED_AT, AT_ONCE = 500, 20
"""How many messages are looked at in one step, and how many of those are asked about."""


class Receipts:
    """One step of the timetable, for senders that give receipts and cannot call back."""

    def __init__(self, store: Store, clock: Clock, channels: Mapping[str, Channel], router: Router) -> None:
        """`channels`: the senders to ask, by name."""
        self._store = store
        self._clock = clock
        self._channels = channels
        self._router = router

    async def step(self) -> int:
        """Ask about messages without a receipt, a few of each sender, drawn by lot: some carriers never give one, and those must
        not stand in the way of others. Returns how many were settled.
        """
        return sum([await self._ask(channel) for channel in self._channels.values()])

    async def _ask(self, channel: Channel) -> int:
        now = self._clock.now()
        async with self._store.snapshot() as tx:
            waiting = await tx.outbox.awaiting_receipt(channel.name, now - UNTIL, now - AFTER, LOOKED_AT)
        drawn = random.sample(waiting, min(AT_ONCE, len(waiting)))
        told = await asyncio.gather(*(self._asked(channel, delivery) for delivery in drawn))
        return sum([await self._settle(channel, happening) for happening in told if happening is not None])

    async def _asked(self, channel: Channel, delivery: Delivery) -> Happening | None:
        """What the provider says; None where it says nothing new or is away: it is asked again."""
        try:
            happening = await channel.receipt(delivery.provider_ref or "")
        except DeliveryFailed as failure:
            log.info("a receipt could not be asked for", sender=channel.name, reason=failure.detail)
            return None
        return happening if happening is not None and happening.state is not DeliveryState.SENT else None

    async def _settle(self, channel: Channel, happening: Happening) -> bool:
        if happening.provider_ref is None or happening.state is None:
            return False
        async with self._store.transaction() as tx:
            delivery = await tx.outbox.settle(channel.name, happening.provider_ref, happening.state, self._clock.now(), happening.reason)
            if delivery is not None and delivery.state is DeliveryState.FAILED:
                await self._router.open_next(tx, delivery)
        return delivery is not None
