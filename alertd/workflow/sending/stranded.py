"""What waits at a sender that nobody has any more, since the configuration has changed, goes by another one of its channel."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from alertd.model.bodies import Address
from alertd.model.notices import Delivery
from alertd.ports import Channel, Clock, Store, Transaction
from alertd.workflow.notices.addresses import AddressBook
from alertd.workflow.sending.routing import Router

MISSED_FOR = timedelta(minutes=2)
"""How long no process may have had a sender before it counts as gone: a machine that is only being started again comes back sooner."""
AT_ONCE = 500
"""How many messages are dealt with in one transaction; those that are being sent meanwhile wait for it."""


class Stranded:
    """One step of the timetable. Not frozen: it remembers since when, by its own ticks, each sender has been missed."""

    def __init__(
        self, store: Store, clock: Clock, channels: Mapping[str, Channel], book: AddressBook, router: Router, wake: Callable[[], None]
    ) -> None:
        self._store = store
        self._clock = clock
        self._channels = channels
        self._book = book
        self._router = router
        self._wake = wake
        self._missed_since: dict[str, float] = {}

    async def step(self) -> int:
        """Empty the senders that have been missed for long enough. Returns how many messages were handed on or given up."""
        async with self._store.snapshot() as tx:
            missed = await self._missed(tx)
        now = self._clock.ticks()
        self._missed_since = {name: self._missed_since.get(name, now) for name in missed}
        gone = [name for name, since in self._missed_since.items() if now - since >= MISSED_FOR.total_seconds()]
        done = sum([await self._empty(name) for name in gone])
        if done:
            self._wake()
        return done

    async def _missed(self, tx: Transaction) -> frozenset[str]:
        """Senders with work that neither this process nor another one that lives can do."""
        idle = await tx.outbox.senders_with_work() - {name for name, channel in self._channels.items() if channel.is_on}
        if not idle:
            return idle
        holders = await tx.workers.holders()
        return frozenset(name for name in idle if holders.get(name) is None)

    async def _empty(self, sender: str) -> int:
        """A part of what waits there, in one transaction; the next step goes on."""
        now = self._clock.now()
        async with self._store.transaction() as tx:
            if sender not in await self._missed(tx):  # it has come back a moment ago
                return 0
            await self._book.refresh(tx)
            await self._router.follow(tx, await tx.outbox.abandon(sender, now))
            waiting = await tx.outbox.those(await tx.outbox.line(sender, now, AT_ONCE))
            done = await self._hand_on(tx, sender, waiting)
            if done:
                await tx.audit.add(now, "alertd", "sender.left", f"sender/{sender}", {"count": done})
        return done

    async def _hand_on(self, tx: Transaction, sender: str, waiting: Sequence[Delivery]) -> int:
        """To whoever serves its address now. What nobody serves has failed, unless its sender is only short of its secret."""
        now, why, done = self._clock.now(), f"kênh gửi “{sender}” không còn hoạt động", 0
        taken, refused = self._sorted(waiting)
        for name, numbers in taken.items():
            done += await tx.outbox.hand_on(numbers, name, now, f"chờ gửi; {why} nên đi qua “{name}”")
        for reason, numbers in refused.items() if sender not in self._channels else ():
            failed = await tx.outbox.refuse(numbers, now, f"{why}; {reason}")
            await self._router.follow(tx, failed)
            done += len(failed)
        return done

    def _sorted(self, waiting: Sequence[Delivery]) -> tuple[Mapping[str, list[int]], Mapping[str, list[int]]]:
        """The messages by the sender that can take them, and the others by the reason why none can."""
        taken: dict[str, list[int]] = defaultdict(list)
        refused: dict[str, list[int]] = defaultdict(list)
        for delivery in waiting:
            way = self._book.way(Address(delivery.channel, delivery.address), is_drill=delivery.is_drill)
            if way.channel is not None:
                taken[way.channel.name].append(delivery.id)
            else:
                refused[way.reason].append(delivery.id)
        return taken, refused
