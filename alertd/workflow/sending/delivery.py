"""Works through the outbox of one sender: claims what is due, carries it at the provider's pace, and records what became of it."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from alertd.errors import StoreAway
from alertd.failpoints import Step, reach
from alertd.logs import EventLog
from alertd.model.breaker import Breaker
from alertd.model.notices import Attempt, Claimed
from alertd.model.pacing import Pace
from alertd.ports import Channel, Clock, Store, Transaction
from alertd.workflow.changes import Changes
from alertd.workflow.notices.addresses import AddressBook
from alertd.workflow.sending.attempting import Attempts
from alertd.workflow.sending.carrying import Carrier
from alertd.workflow.sending.last_look import LastLook
from alertd.workflow.sending.routing import Router
from alertd.workflow.sending.unwritten import Unwritten

log = EventLog(__name__)
IDLE = 1.0
"""Seconds that a courier with nothing to do sleeps, unless it is woken."""
AWAY = timedelta(seconds=1)
"""Between two tries to reach a database that is away."""
GATHER = 0.02
"""Seconds that the first outcome waits for others, so that they are written together."""
GRACE = 2.0
"""Seconds that whatever is under way has to come to its end when a courier is stopped."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How a sender works, from [delivery] of the configuration."""

    concurrency: int
    """How many messages are under way at once; a crash repeats no more than these."""
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
        holds: Callable[[str], bool],
    ) -> None:
        """`holds` tells whether this process may use the sender now."""
        self.name = channel.name
        self._channel = channel
        self._store = store
        self._clock = clock
        self._book = book
        self._router = router
        self._changes = changes
        self._limits = limits
        self._pace = pace
        self._holds = holds
        self._breaker = Breaker()
        self._unwritten = Unwritten()
        self._attempts = Attempts(channel, clock, book, pace, self._breaker, self._unwritten, limits.retry_after, limits.retry_at_most)
        self._carrier = Carrier(channel, clock, pace, self._breaker, self._attempts, LastLook(store), holds, self._note)
        self._is_in_turn = False
        self._stirred = asyncio.Event()

    def wake(self) -> None:
        """There may be something to send."""
        self._stirred.set()

    @property
    def is_busy(self) -> bool:
        """Whether messages are in hand: claimed, under way, or gone and not yet written down."""
        return bool(self._carrier.under_way or self._unwritten.done or self._is_in_turn)

    @property
    def repeats(self) -> int:
        """How many messages this process has sent again because nobody knew whether they had gone."""
        return self._attempts.repeats

    @property
    def problem(self) -> str:
        """Why nothing is sent at present; empty while the sender works."""
        return self._breaker.why

    @property
    def rests_until(self) -> datetime | None:
        """Until when the provider has told the whole sender to wait; None where it may send."""
        return self._pace.paused_until(self._clock.now())

    async def run(self) -> None:
        """Send what is due, for ever. Meant to run as a supervised task; when it is cancelled, what is known is recorded first.

        While the database is away what was claimed is sent all the same, and what became of it is kept until it can be written.
        That cannot grow: nothing can be claimed meanwhile.
        """
        try:
            while True:
                self._stirred.clear()
                try:
                    await self._turn()
                except StoreAway as away:
                    log.warning(
                        "the database is away; what is known is kept", sender=self.name, kept=len(self._unwritten.done), reason=str(away)
                    )
                    await self._clock.sleep(AWAY * self._clock.speed)
                await self._rest()
        finally:
            await self._stop()

    async def drain(self) -> int:
        """Send everything that is due now and return how many messages that were: for drills' ends and tests."""
        total = 0
        while claimed := await self._turn():
            await self._carrier.end()
            total += claimed
        return total

    async def _turn(self) -> int:
        """Record what is done and claim what there is room for, in one transaction; carry it. Returns how much was claimed."""
        self._is_in_turn = True
        try:
            try:
                claimed = await self._exchange()
            except StoreAway:
                raise
            except Exception:
                if not self._unwritten:
                    raise
                log.exception("what follows from outcomes stumbles; each is written down by itself", sender=self.name)
                await self._write_singly()
                claimed = []
            await self._carrier.set_out(claimed)
        finally:
            self._is_in_turn = False
        return len(claimed)

    async def _exchange(self) -> list[Claimed]:
        """Outcomes for new messages, in one transaction. Where it comes to nothing the outcomes are kept."""
        known = self._unwritten.take()
        try:
            async with self._store.transaction() as tx:
                await self._record(tx, known)
                claimed = await self._claim(tx)
        except BaseException:
            self._unwritten.put_back(known)  # to be recorded by whoever comes next
            raise
        if claimed:
            reach(Step.CLAIMED)
        if known.done:
            self._changes.notify()
        return claimed

    async def _write_singly(self) -> None:
        """Each outcome in a transaction of its own. Where the program stumbles over what follows from one, nothing does, and the ladder
        notices the silence: a program that died of it would die of it at every start, and send all that was under way once more.
        """
        self._unwritten.drop_asides()
        while self._unwritten.done:
            attempt = self._unwritten.done[0]
            try:
                async with self._store.transaction() as tx:
                    await self._router.follow(tx, await tx.outbox.record([attempt]))
            except StoreAway:
                raise
            except Exception:
                log.exception("nothing follows from an outcome", sender=self.name, delivery=attempt.delivery)
                async with self._store.transaction() as tx:
                    await tx.outbox.record([attempt])
            self._unwritten.done.pop(0)

    async def _rest(self) -> None:
        """Until something was queued or is done, or IDLE is over."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(IDLE / self._clock.speed):
                await self._stirred.wait()

    async def _stop(self) -> None:
        """Let what is under way come to its end, but not for long; what is not known by then counts as unknown."""
        await self._carrier.stop(GRACE / self._clock.speed)
        if self._unwritten:
            try:
                async with self._store.transaction() as tx:
                    await self._record(tx, self._unwritten)
            except StoreAway as away:  # whoever comes next finds them under way and their process gone
                log.warning("the database is away; outcomes are lost", sender=self.name, number=len(self._unwritten.done), reason=str(away))

    async def _record(self, tx: Transaction, known: Unwritten) -> None:
        """Write down outcomes with what follows from them."""
        if known.to_tell:
            await self._router.sender_fails(tx, self.name, self._channel.traits.label, known.to_tell)
        for contact, (channel, address) in known.moved.items():
            await self._book.move(tx, contact, channel, address, self.name, self._clock.now())
        if known.done:
            await self._router.follow(tx, await tx.outbox.record(known.done))
            reach(Step.RECORDED)
            self._log_failures(known.done)

    async def _claim(self, tx: Transaction) -> list[Claimed]:
        now = self._clock.now()
        if not self._holds(self.name):
            return []
        places = self._limits.concurrency - self._carrier.under_way - len(self._unwritten.done)  # a crash would repeat these as well
        room = self._breaker.room(now, self._carrier.under_way, min(places, self._limits.batch, self._pace.room(now)))
        if room < 1:
            return []
        return await tx.outbox.claim(self.name, now, now + self._limits.lease, room, self._pace.busy(now))

    def _note(self, outcome: Attempt) -> None:
        """Outcomes gather for a moment, to be written together; as soon as half of the places are empty they are."""
        done = self._unwritten.done
        done.append(outcome)
        if len(done) >= self._carrier.under_way:
            self._stirred.set()
        elif len(done) == 1:
            asyncio.get_running_loop().call_later(GATHER, self._stirred.set)

    def _log_failures(self, done: Sequence[Attempt]) -> None:
        counted = Counter((attempt.failure, attempt.reason) for attempt in done if attempt.failure is not None)
        for (kind, detail), number in counted.items():
            log.warning("deliveries failed", sender=self.name, kind=kind, detail=detail, number=number)
