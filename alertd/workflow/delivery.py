"""Works through the outbox of one sender: claim, send at the provider's pace, record, and open the next route on failure."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from alertd.errors import DeliveryFailed, FailureKind
from alertd.model.bodies import Address
from alertd.model.notices import Attempt, Delivery, DeliveryState
from alertd.model.pacing import Pace, pause_before_retry
from alertd.ports import Channel, Clock, Outgoing, Store
from alertd.workflow.addresses import AddressBook
from alertd.workflow.changes import Changes
from alertd.workflow.routing import Router

log = structlog.get_logger(__name__)
IDLE = timedelta(seconds=1)
"""How long a courier with nothing to do sleeps, unless it is woken."""
REPEATS_AT_MOST = 3
"""How often a message whose fate is unknown is sent again before another route is opened."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How a sender works, from [delivery] of the configuration."""

    concurrency: int
    batch: int
    lease: timedelta
    retry_after: timedelta
    retry_at_most: timedelta


class Courier:
    """Carries the messages of one sender."""

    def __init__(
        self,
        channel: Channel,
        store: Store,
        clock: Clock,
        book: AddressBook,
        router: Router,
        changes: Changes,
        limits: Limits,
        pace: Pace,
    ) -> None:
        self.name = channel.name
        self._channel = channel
        self._store = store
        self._clock = clock
        self._book = book
        self._router = router
        self._changes = changes
        self._limits = limits
        self._pace = pace
        self._woken = asyncio.Event()
        self._done: list[tuple[Delivery, Attempt]] = []

    def wake(self) -> None:
        """There may be something to send."""
        self._woken.set()

    async def run(self) -> None:
        """Send what is due, for ever. Meant to run as a supervised task."""
        under_way: set[asyncio.Task[None]] = set()
        try:
            while True:
                self._woken.clear()
                room = self._limits.concurrency - len(under_way)
                claimed = await self._claim(room) if room > 0 else []
                under_way |= {asyncio.create_task(self._carry(delivery)) for delivery in claimed}
                under_way = await self._wait(under_way, is_idle=not claimed)
                await self._record()
        finally:
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)
            await self._record()

    async def drain(self) -> int:
        """Send everything that is due now and return how many messages that were: one turn, for drills' ends and tests."""
        total = 0
        while claimed := await self._claim(self._limits.batch):
            await asyncio.gather(*(self._carry(delivery) for delivery in claimed))
            await self._record()
            total += len(claimed)
        return total

    async def _wait(self, under_way: set[asyncio.Task[None]], *, is_idle: bool) -> set[asyncio.Task[None]]:
        """Until something was sent, was queued, or a second has gone by."""
        woken = asyncio.create_task(self._woken.wait())
        waiting = {woken, *under_way} if is_idle or len(under_way) >= self._limits.concurrency else {woken}
        timeout = IDLE.total_seconds() / self._clock.speed if is_idle else 0
        try:
            done, _ = await asyncio.wait(waiting, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
        finally:
            woken.cancel()
        for task in done - {woken}:
            task.result()
        return {task for task in under_way if not task.done()}

    async def _claim(self, room: int) -> list[Delivery]:
        now = self._clock.now()
        limit = max(1, min(room, self._limits.batch, int(self._pace.rate) or 1))
        async with self._store.transaction() as tx:
            return await tx.outbox.claim(self.name, now, now + self._limits.lease, limit)

    async def _carry(self, delivery: Delivery) -> None:
        """Send one message and note the outcome; never raises but for a bug."""
        address = delivery.address
        now = self._clock.now()
        free_at = self._pace.reserve(address, now)
        if free_at > now:
            await self._clock.sleep(free_at - now)
        try:
            attempt = await self._send(delivery)
        except DeliveryFailed as failure:
            attempt = self._failed(delivery, failure)
        self._done.append((delivery, attempt))

    async def _send(self, delivery: Delivery) -> Attempt:
        refused = self._book.why_refused(self._channel, Address(delivery.channel, delivery.address), is_drill=delivery.is_drill)
        if refused:
            raise DeliveryFailed(FailureKind.REFUSED, refused)
        text = f"(gửi lại) {delivery.text}" if delivery.is_repeat else delivery.text
        outgoing = Outgoing(f"alertd-{delivery.id}", delivery.address, text, delivery.is_html, delivery.buttons)
        sent = await self._channel.send(outgoing)
        if sent.moved_to is not None and delivery.contact is not None:
            self._book.join(delivery.contact, delivery.channel, sent.moved_to)
        return Attempt(delivery.id, delivery.fence, DeliveryState.SENT, self._clock.now(), "nhà cung cấp đã nhận", None, sent.provider_ref)

    def _failed(self, delivery: Delivery, failure: DeliveryFailed) -> Attempt:
        """What becomes of a delivery whose attempt failed: tried again later, or failed for good."""
        now = self._clock.now()
        self._obey(delivery.address, failure, now)
        repeats_used_up = failure.kind is FailureKind.UNKNOWN and delivery.attempts > REPEATS_AT_MOST
        state = DeliveryState.FAILED if failure.kind.is_permanent else DeliveryState.UNKNOWN
        if failure.kind.is_permanent or repeats_used_up:
            return Attempt(delivery.id, delivery.fence, state, now, failure.detail, failure.kind)
        pause = pause_before_retry(delivery.attempts, self._limits.retry_after, self._limits.retry_at_most, random.random())  # noqa: S311 - spreads retries, guards nothing
        due_at = now + max(pause, failure.retry_after or timedelta(0))
        state = DeliveryState.UNKNOWN if failure.kind is FailureKind.UNKNOWN else DeliveryState.QUEUED
        return Attempt(delivery.id, delivery.fence, state, now, failure.detail, failure.kind, None, due_at)

    def _obey(self, address: str, failure: DeliveryFailed, now: datetime) -> None:
        if failure.retry_after is not None and failure.concerns_sender:
            self._pace.pause(now + failure.retry_after)
        elif failure.retry_after is not None:
            self._pace.pause_address(address, now + failure.retry_after)

    async def _record(self) -> None:
        """Write down every outcome so far in one transaction, with what follows from it."""
        if not self._done:
            return
        outcomes, self._done = self._done, []
        async with self._store.transaction() as tx:
            recorded = await tx.outbox.record([attempt for _, attempt in outcomes])
            await self._router.follow(tx, recorded)
        self._log_failures(outcomes)
        self._changes.notify()

    def _log_failures(self, outcomes: Sequence[tuple[Delivery, Attempt]]) -> None:
        for delivery, attempt in outcomes:
            if attempt.failure is not None:
                log.warning("delivery failed", delivery=delivery.id, sender=self.name, kind=attempt.failure, detail=attempt.reason)
