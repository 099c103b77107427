"""Carries what was claimed: a few messages set out at a time, each at its own moment, and notes what becomes of each."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime

from alertd.model.breaker import Breaker
from alertd.model.notices import Attempt, Claimed, DeliveryState
from alertd.model.pacing import Pace
from alertd.ports import Channel, Clock
from alertd.workflow.sending.attempting import Attempts
from alertd.workflow.sending.last_look import LastLook

AT_ONCE = 4
"""So many messages set out in one turn of the event loop: answers then come while others set out, are written down in larger lots, and
whoever else waits for the loop is not held up. Against all at once it spares a tenth of the time where a provider answers at once."""


class Carrier:
    """The messages of one sender that are under way."""

    def __init__(
        self,
        channel: Channel,
        clock: Clock,
        pace: Pace,
        breaker: Breaker,
        attempts: Attempts,
        last_look: LastLook,
        holds: Callable[[str], bool],
        note: Callable[[Attempt], None],
    ) -> None:
        """`holds` tells whether this process may use the sender now; `note` takes what became of each message, whatever that is."""
        self._channel = channel
        self._clock = clock
        self._pace = pace
        self._breaker = breaker
        self._attempts = attempts
        self._last_look = last_look
        self._holds = holds
        self._note = note
        self._under_way: dict[tuple[int, int], asyncio.Task[None]] = {}

    @property
    def under_way(self) -> int:
        """How many have set out and not come to their end yet."""
        return len(self._under_way)

    async def set_out(self, claimed: Sequence[Claimed]) -> None:
        """A few at a time. Those that have not set out when this is cancelled never will: they are put back."""
        waiting = deque(claimed)
        try:
            while waiting:
                now = self._clock.now()
                for _ in range(min(AT_ONCE, len(waiting))):
                    self._start(waiting.popleft(), now)
                await asyncio.sleep(0)
        finally:
            for delivery in waiting:
                self._note(_put_back(delivery, now, now))

    async def end(self) -> None:
        """Until all that is under way has come to its end."""
        await asyncio.gather(*self._under_way.values())

    async def stop(self, grace: float) -> None:
        """What is under way may come to its end within `grace` seconds; whatever has not by then is unknown."""
        if self._under_way:
            await asyncio.wait(self._under_way.values(), timeout=grace)
        tasks = list(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _start(self, delivery: Claimed, now: datetime) -> None:
        """Give a message its moment, or put it back where its address has just got another one."""
        if not self._pace.is_free(delivery.address, now):
            self._note(_put_back(delivery, now, self._pace.line_up(delivery.address, now)))
            return
        task = asyncio.create_task(self._carry(delivery, self._pace.reserve(delivery.address, now, self._channel.gap(delivery.address))))
        self._under_way[delivery.id, delivery.fence] = task

    async def _carry(self, delivery: Claimed, leaves_at: datetime) -> None:
        """Send one message at its moment. However this ends, what is known by then is noted."""
        outcome: Attempt | None = None
        has_left = False
        try:
            now = await self._at(leaves_at)
            if (waits_until := self._must_wait(now)) is not None:
                outcome = _put_back(delivery, now, waits_until)
            elif await self._last_look.is_needless(delivery):
                outcome = _put_back(delivery, now, now)  # whoever records it sees by the same rule that it is not wanted any more
            else:
                has_left = True
                outcome = await self._attempts.make(delivery)
        except asyncio.CancelledError:
            if has_left:
                outcome = self._attempts.cut_off(delivery)
            raise
        finally:
            del self._under_way[delivery.id, delivery.fence]
            self._note(_put_back(delivery, leaves_at, leaves_at) if outcome is None else outcome)

    def _must_wait(self, now: datetime) -> datetime | None:
        """Until when what was to leave now must not: told to wait, the provider down, or the sender another process's by now."""
        if not self._holds(self._channel.name):
            return now
        return self._pace.paused_until(now) or self._breaker.open_until(now)

    async def _at(self, moment: datetime) -> datetime:
        """Wait for a moment; returns what time it is then."""
        now = self._clock.now()
        if now < moment:
            await self._clock.sleep(moment - now)
            return self._clock.now()
        return now


def _put_back(delivery: Claimed, now: datetime, due_at: datetime) -> Attempt:
    """It never left: it waits in the outbox for its turn, as if it had not been claimed."""
    return Attempt(delivery.id, delivery.fence, DeliveryState.QUEUED, now, "chờ đến lượt gửi", None, None, due_at, was_tried=False)
