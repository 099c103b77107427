"""Takes in what people and providers send: stored as received, then understood, many at a time; and what officers record themselves."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from alertd.errors import Invalid, NotFound, Refused, StoreAway
from alertd.failpoints import Step, reach
from alertd.logs import EventLog
from alertd.model.bodies import Contact
from alertd.model.inbox import HappeningKind, RawEvent, StoredEvent
from alertd.model.lengths import NOTE, SAID, within
from alertd.model.replies import Meaning, Reply, ReplyState
from alertd.ports import Clock, Store, Transaction
from alertd.workflow.changes import Changes
from alertd.workflow.labels import MEANING, time_label
from alertd.workflow.notices.cases import Cases
from alertd.workflow.replies.letterbox import Letterbox
from alertd.workflow.replies.marking import Marker
from alertd.workflow.replies.sorting import SET_ASIDE, Settled, Sorter
from alertd.workflow.silence.reports import Reports

log = EventLog(__name__)
LOOK_EVERY = 1.0
"""Seconds after which the inbox is looked at although nothing rang: another process may have stored something."""
BATCH = 25
"""How many events are understood in one transaction: for as long as it takes, whoever sends or stores what arrives has to wait."""
COURTESY = 2.0
"""Seconds that are spent at most on letting people's screens know that their taps were taken."""


class Answers:
    """The way in for everything that people and providers send."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        letterbox: Letterbox,
        sorter: Sorter,
        marker: Marker,
        reports: Reports,
        contacts: Callable[[str], Sequence[Contact]],
        changes: Changes,
        wake: Callable[[], None],
    ) -> None:
        self._store = store
        self._clock = clock
        self._sorter = sorter
        self._marker = marker
        self._reports = reports
        self._contacts = contacts
        self._changes = changes
        self._wake = wake
        self._letterbox = letterbox
        self._arrived = asyncio.Event()

    def look(self) -> None:
        """Something may have been stored by another process."""
        self._arrived.set()

    async def run(self) -> None:
        """Understand whatever arrives, for ever. Meant to run as a supervised task."""
        while True:
            self._arrived.clear()
            try:
                await self.understand_pending()
            except StoreAway as away:
                log.warning("the database is away; answers wait in it", reason=str(away))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._arrived.wait(), LOOK_EVERY)

    async def take_in(self, sender: str, events: Sequence[RawEvent], cursor: str | None = None) -> int:
        """Store what a provider sent, before anything is understood. Returns how many events were new."""
        new = await self._letterbox.put(sender, events, cursor)
        if new:
            self._arrived.set()
        return new

    async def hear_now(self, event: RawEvent) -> str:
        """Store an event and understand it before all others: somebody waits on the line to be told. Returns what came of it; empty where
        that is not known, since another process is at it or a person must look first.
        """
        await self._letterbox.put(event.sender, [event])
        try:
            stored = await self._find(event)
            if stored is not None and stored.outcome is None:
                await self._understand([stored])
                stored = await self._find(event)
        except StoreAway as away:
            log.warning("the database is away; somebody on the line hears no more than that a key has come", reason=str(away))
            return ""
        outcome = (stored.outcome if stored is not None else None) or ""
        return "" if outcome.startswith(SET_ASIDE) else outcome

    async def understand_pending(self) -> int:
        """Understand what waits in the inbox, oldest first. Returns how many events were settled."""
        settled = after = 0
        while events := await self._pending(after):
            settled += await self._understand(events)
            after = events[-1].id
        return settled

    async def record(self, dispatch_id: int, body_id: str, meaning: Meaning, words: str, by: str, contact: str | None = None) -> Reply:
        """An answer that came by telephone, recorded by an officer; `contact` is whoever of the body's contacts spoke. Danger stands on the
        board until somebody has dealt with it, as if it had been written; whoever recorded it knows of it and is not told.

        Raises NotFound, Invalid(`no_contact`, `too_long`), Refused(`wrong_state`).
        """
        within(words, SAID, "Lời trả lời")
        now = self._clock.now()
        async with self._store.transaction() as tx:
            notice = next((n for n in await tx.dispatches.notices(dispatch_id) if n.body == body_id), None)
            if notice is None:
                raise NotFound("no_notice", "Đợt phát này không có thông báo cho đơn vị đó.")
            case = await Cases(tx).of(notice)
            if case is None or not case.dispatch.state.is_in_force:
                raise Refused("wrong_state", "Đợt phát đã kết thúc, không ghi nhận thêm trả lời.")
            if contact is not None and contact not in {known.id for known in self._contacts(body_id)}:
                raise Invalid("no_contact", f"Đơn vị này không có đầu mối “{contact[:100]}”. Bỏ trống nếu không rõ ai trả lời.")
            reason = f"cán bộ trực {by} ghi nhận qua điện thoại"
            reply = Reply(0, now, "", "phone", "", contact, notice.id, words, meaning, reason, "officer", ReplyState.OPEN)
            is_final = meaning is not Meaning.INCIDENT
            if is_final:
                reply = replace(reply, state=ReplyState.SETTLED, resolved_by=by, resolved_at=now)
            reply = replace(reply, id=await tx.replies.add(reply))
            await self._reports.collect(tx, notice, reply)
            await self._marker.mark(tx, notice, reply, contact or by, is_final=is_final)
            await tx.audit.add(now, by, "reply.recorded", f"notice/{notice.id}", {"meaning": meaning, "words": words})
        self._changes.notify()
        return reply

    async def resolve(self, reply_id: int, meaning: Meaning, by: str, note: str = "", *, only_waiting: bool = False) -> Reply:
        """A person decides what a reply meant, whatever was marked for it before; with `only_waiting` unless somebody has by now, who may
        know more.

        Raises NotFound, Invalid(`too_long`), Refused(`resolved`).
        """
        within(note, NOTE, "Ghi chú")
        now = self._clock.now()
        async with self._store.transaction() as tx:
            reply = await tx.replies.get(reply_id)
            if reply is None:
                raise NotFound("no_reply", f"Không có trả lời số {reply_id}.")
            if only_waiting and reply.state is ReplyState.SETTLED:
                raise Refused("resolved", _resolved_by_now(reply))
            reason = f"{by} xác định{': ' + note if note else ''} (trước đó: {reply.reason})"
            decided = replace(reply, meaning=meaning, parts=(), state=ReplyState.SETTLED, resolved_by=by, resolved_at=now, reason=reason)
            await tx.replies.save(decided)
            case = await Cases(tx).of(await tx.dispatches.notice(reply.notice) if reply.notice is not None else None)
            if case is not None and case.dispatch.state.is_in_force:
                await self._reports.collect(tx, case.notice, decided)
                await self._marker.decide(tx, case.notice, case.dispatch, decided, reply.contact or by)
            await tx.audit.add(now, by, "reply.resolved", f"reply/{reply_id}", {"meaning": meaning, "was": reply.meaning, "note": note})
        self._changes.notify()
        return decided

    async def _pending(self, after: int) -> list[StoredEvent]:
        async with self._store.snapshot() as tx:
            return await tx.inbox.pending(BATCH, after)

    async def _find(self, event: RawEvent) -> StoredEvent | None:
        async with self._store.snapshot() as tx:
            return await tx.inbox.find(event)

    async def _understand(self, events: Sequence[StoredEvent]) -> int:
        """Settle events together, or each by itself where one of them makes that fail. Returns how many were settled."""
        try:
            return await self._settle(events)
        except StoreAway:
            raise
        except Exception:
            log.exception("events could not be understood together; each is tried by itself", first=events[0].id, last=events[-1].id)
        return sum([await self._settle_alone(stored) for stored in events])

    async def _settle(self, events: Sequence[StoredEvent]) -> int:
        """Act on events in one transaction, but not on those that another process has taken meanwhile."""
        wanted = {stored.id for stored in events}
        async with self._store.transaction() as tx:
            pending = await tx.inbox.pending(len(events), events[0].id - 1)
            settled = await self._sorter.settle(tx, [stored for stored in pending if stored.id in wanted])
            await tx.inbox.finish({each.arrival.stored.id: each.outcome for each in settled}, self._clock.now())
            reach(Step.UNDERSTANDING)
        if settled:
            self._wake()
            self._changes.notify()
        await _confirm_taps(settled)
        return len(settled)

    async def _settle_alone(self, stored: StoredEvent) -> int:
        """An event over which the program stumbles is set aside with its reason: it must not keep the others from being heard."""
        try:
            return await self._settle([stored])
        except StoreAway:
            raise
        except Exception as error:
            log.exception("an event could not be understood; it is set aside", arrived_as=stored.id)
            why = f"{type(error).__name__}: {error}"
        try:
            await self._finish(stored, self._sorter.set_aside, why)
        except StoreAway:
            raise
        except Exception:
            log.exception("an event could not even be set aside", arrived_as=stored.id)
            await self._finish(stored, self._sorter.give_up, why)
        self._changes.notify()
        return 1

    async def _finish(self, stored: StoredEvent, by: Callable[[Transaction, StoredEvent, str], Awaitable[str]], why: str) -> None:
        async with self._store.transaction() as tx:
            await tx.inbox.finish({stored.id: await by(tx, stored, why)}, self._clock.now())


def _resolved_by_now(reply: Reply) -> str:
    if reply.resolved_at is None:
        return "Trả lời này đã được rút lại, sửa lại hoặc làm rõ, không còn chờ xử lý."
    at = time_label(reply.resolved_at)
    return f"Trả lời này đã được {reply.resolved_by} xử lý lúc {at}: {MEANING[reply.meaning]}. Chưa ghi nhận thêm gì."


async def _confirm_taps(settled: Sequence[Settled]) -> None:
    """A courtesy to whoever tapped, which must not hold up the next answers."""
    confirming = [
        each.arrival.channel.acknowledge(each.arrival.stored.event, each.outcome)
        for each in settled
        if each.arrival.channel and each.arrival.happening and each.arrival.happening.kind is HappeningKind.TAP
    ]
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(COURTESY):
            for error in await asyncio.gather(*confirming, return_exceptions=True):
                if isinstance(error, Exception):
                    log.warning("a tap could not be confirmed", reason=str(error))
