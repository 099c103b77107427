"""Stores what providers send, many calls in one transaction: each is answered when its own events are safe, or asked to come again."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from alertd.errors import Busy, StoreAway
from alertd.failpoints import Step, reach
from alertd.model.inbox import RawEvent
from alertd.ports import Clock, Store

TOGETHER = 500
"""How many calls are stored in one transaction."""


@dataclass(frozen=True, slots=True)
class Call:
    """What one call of a provider brought."""

    sender: str
    events: tuple[RawEvent, ...]
    cursor: str | None
    stored: asyncio.Future[int]
    """How many of the events were new, once they are committed."""


class Letterbox:
    """The first stop of everything that comes in. A commit is what costs; whoever comes while one is under way shares the next."""

    def __init__(self, store: Store, clock: Clock, at_most: int) -> None:
        """`at_most`: how many events may wait in memory."""
        self._store = store
        self._clock = clock
        self._at_most = at_most
        self._waiting: list[Call] = []
        self._held = 0
        self._storing: asyncio.Task[None] | None = None

    async def put(self, sender: str, events: Sequence[RawEvent], cursor: str | None = None) -> int:
        """Store events. Returns how many were new. Raises Busy where too many wait already, StoreAway where nothing was kept."""
        if self._held and self._held + len(events) > self._at_most:
            raise Busy("busy", "Hệ thống đang nhận quá nhiều tin; hãy gửi lại sau.")
        call = Call(sender, tuple(events), cursor, asyncio.get_running_loop().create_future())
        self._waiting.append(call)
        self._held += len(call.events)
        if self._storing is None or self._storing.done():
            self._storing = asyncio.create_task(self._store_waiting())
        return await call.stored

    async def _store_waiting(self) -> None:
        while self._waiting:
            calls, self._waiting = self._waiting[:TOGETHER], self._waiting[TOGETHER:]
            try:
                await self._store_calls(calls)
            finally:
                self._held -= sum(len(call.events) for call in calls)

    async def _store_calls(self, calls: Sequence[Call]) -> None:
        try:
            numbers = await self._stored(calls)
        except Exception as error:  # noqa: BLE001 - it is raised where each call waits
            if len(calls) == 1 or isinstance(error, StoreAway):
                for call in calls:
                    if not call.stored.done():
                        call.stored.set_exception(error)
                return
            for call in calls:  # one that cannot be stored must not keep the others out
                await self._store_calls([call])
            return
        for call, number in zip(calls, numbers, strict=True):
            if not call.stored.done():  # else whoever called has gone; its events are kept all the same
                call.stored.set_result(number)

    async def _stored(self, calls: Sequence[Call]) -> list[int]:
        async with self._store.transaction() as tx:
            new = set(await tx.inbox.add([event for call in calls for event in call.events], self._clock.now()))
            for call in calls:
                if call.cursor is not None:
                    await tx.inbox.save_cursor(call.sender, call.cursor)
            reach(Step.TAKING_IN)
        return [_taken_from(new, call.events) for call in calls]


def _taken_from(new: set[tuple[str, str]], events: Sequence[RawEvent]) -> int:
    """How many of the new events are among these; an event that two calls brought counts for the first."""
    own = {(event.sender, event.external_id) for event in events} & new
    new -= own
    return len(own)
