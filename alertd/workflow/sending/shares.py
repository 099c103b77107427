"""Shares the senders and the timetable out among the processes at work, and takes over from one that gives no sign of life."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping
from datetime import timedelta

from alertd.errors import StoreAway
from alertd.logs import EventLog
from alertd.model.shares import TIMETABLE, Watch, shared_out
from alertd.ports import Clock, Store, Transaction
from alertd.workflow.sending.routing import Router

log = EventLog(__name__)
BEATS = 4
"""How many times a process gives a sign of life in the time after which it would be taken for dead."""


class Shares:
    """What this process may do. A desk that nobody shares with, as in tools and tests, may do everything."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        router: Router,
        senders: Collection[str],
        dead_after: timedelta,
        named: Callable[[], str],
        has_ended: Callable[[str], bool],
        wake: Callable[[], None],
    ) -> None:
        """`named` gives this process a name that was never used; `has_ended` tells of another one on the same machine."""
        self._store = store
        self._clock = clock
        self._router = router
        self._posts = frozenset(senders) | {TIMETABLE}
        self._dead_after = dead_after.total_seconds()
        self._named = named
        self._has_ended = has_ended
        self._wake = wake
        self._watch = Watch(self._dead_after)
        self._busy: dict[str, Callable[[], bool]] = {}
        self._is_shared = False
        self.name = named()
        self._mine: frozenset[str] = frozenset()
        self._given_up: frozenset[str] = frozenset()
        self._valid_until = 0.0

    def hand_over_when(self, post: str, is_busy: Callable[[], bool]) -> None:
        """A post that another process is to have is handed over once it is not busy."""
        self._busy[post] = is_busy

    def holds(self, post: str) -> bool:
        """Whether this process has the post now. Not any more when its last sign of life is so old that others may take it for
        dead: a process that was frozen finds out by this before it sends anything.
        """
        if not self._is_shared:
            return True
        return post in self._mine - self._given_up and self._clock.ticks() < self._valid_until

    async def run(self) -> None:
        """Give signs of life and take what falls to this process, for ever. When it is cancelled everything is handed over."""
        pause = self._dead_after / BEATS
        try:
            while True:
                try:
                    await self.step()
                except StoreAway as away:
                    log.warning("the database is away; this process cannot show that it lives", reason=str(away))
                await asyncio.sleep(pause)
        finally:
            await self.leave()

    async def step(self) -> None:
        """One sign of life, with all that follows from those of the others."""
        self._is_shared = True
        began = self._clock.ticks()
        async with self._store.transaction() as tx:
            mine = await self._mine_in(tx)
            holders = await self._holders(tx)
            living = await self._living(tx, began)
            due = shared_out(self._posts, holders, living)
            leaving = frozenset(post for post in mine if due[post] != self.name)
            self._given_up = leaving  # nothing more is begun there, even if this transaction comes to nothing
            released = {post for post in leaving if not self._busy.get(post, _never)()}
            await tx.workers.release(self.name, released)
            wanted = {post for post in self._posts if due[post] == self.name and post not in mine and holders.get(post) not in living}
            for post in sorted(wanted):
                await self._take(tx, post, holders.get(post))
        self._valid_until = began + self._dead_after * (1 - 1 / BEATS)
        self._mine = frozenset(mine - released | wanted)
        self._given_up = leaving - released
        if wanted:
            self._wake()

    async def leave(self) -> None:
        """Hand everything over: another process need not wait until this one is taken for dead."""
        self._mine = frozenset()
        try:
            async with self._store.transaction() as tx:
                await tx.workers.bury(self.name)
        except StoreAway as away:
            log.warning("the database is away; the posts of this process are free when it is taken for dead", reason=str(away))

    async def _mine_in(self, tx: Transaction) -> set[str]:
        """What this process holds. One that was taken for dead holds nothing and comes back as a new one."""
        if await tx.workers.beat(self.name):
            return {post for post, holder in (await tx.workers.holders()).items() if holder == self.name}
        if self._mine:
            log.error("this process was taken for dead and begins anew", name=self.name)
            self._mine = frozenset()
            self.name = self._named()
        await tx.workers.enter(self.name)
        return set()

    async def _holders(self, tx: Transaction) -> Mapping[str, str | None]:
        """Who holds each post, those included that nobody has had yet."""
        holders = await tx.workers.holders()
        if new := self._posts - holders.keys():
            await tx.workers.create(new)
            holders = await tx.workers.holders()
        return holders

    async def _living(self, tx: Transaction, ticks: float) -> frozenset[str]:
        beats = await tx.workers.beats()
        silent = self._watch.silent(beats, ticks) | {name for name in beats if name != self.name and self._has_ended(name)}
        for name in silent - {self.name}:
            log.warning("a process gives no sign of life; its posts are taken over", name=name)
            await tx.workers.bury(name)
        return frozenset(beats) - silent | {self.name}

    async def _take(self, tx: Transaction, post: str, before: str | None) -> None:
        """What was under way at that sender has nobody left who knows its fate."""
        await tx.workers.take(post, self.name)
        if post == TIMETABLE:
            return
        lost = await tx.outbox.abandon(post, self._clock.now())
        await self._router.follow(tx, lost)
        log.info("a sender is taken over", sender=post, before=before, unknown=len(lost))


def _never() -> bool:
    return False
