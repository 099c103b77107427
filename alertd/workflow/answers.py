"""Understands what came in and acts on it: each event in one transaction with the answer that it causes."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog

from alertd.errors import NotFound, Refused
from alertd.model.bodies import Contact
from alertd.model.inbox import Happening, HappeningKind, RawEvent, StoredEvent
from alertd.model.notices import DeliveryState, Dispatch, DispatchState, Notice
from alertd.model.register import Document
from alertd.model.replies import Meaning, Reply, ReplyState, Understanding
from alertd.ports import Channel, Clock, Store, Transaction
from alertd.workflow.addresses import AddressBook
from alertd.workflow.alerts import Alerts
from alertd.workflow.changes import Changes
from alertd.workflow.enrolment import Enrolment
from alertd.workflow.marking import Marker
from alertd.workflow.matching import Match, match
from alertd.workflow.responding import Responder
from alertd.workflow.routing import Router

log = structlog.get_logger(__name__)
PATIENCE = timedelta(minutes=2)
"""How long a receipt for an unknown message waits for our own record of that message."""
LOOK_EVERY = timedelta(seconds=1)
"""How often the inbox is looked at although nothing rang: another process may have stored something."""
BATCH = 200


@dataclass(frozen=True, slots=True)
class Origin:
    """From where something came: the channel, the person and what is answered."""

    channel: Channel
    happening: Happening
    contacts: tuple[Contact, ...]

    @property
    def contact(self) -> Contact | None:
        """The first of the contacts at that address."""
        return self.contacts[0] if self.contacts else None

    def contact_of(self, notice: Notice | None) -> Contact | None:
        """The contact at that address who answers for the notice's body."""
        return next((c for c in self.contacts if notice and c.body == notice.body), self.contact)


class Answers:
    """The way in for everything that people and providers send."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        channels: Mapping[str, Channel],
        book: AddressBook,
        understand: Callable[[str], Understanding],
        marker: Marker,
        responder: Responder,
        alerts: Alerts,
        router: Router,
        enrolment: Enrolment,
        changes: Changes,
        wake: Callable[[], None],
    ) -> None:
        self._store = store
        self._clock = clock
        self._channels = channels
        self._book = book
        self._understand = understand
        self._marker = marker
        self._responder = responder
        self._alerts = alerts
        self._router = router
        self._enrolment = enrolment
        self._changes = changes
        self._wake = wake
        self._arrived = asyncio.Event()

    async def run(self) -> None:
        """Understand whatever arrives, for ever. Meant to run as a supervised task."""
        while True:
            self._arrived.clear()
            while await self.understand_pending():
                pass
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._arrived.wait(), LOOK_EVERY.total_seconds())

    async def take_in(self, sender: str, events: Sequence[RawEvent], cursor: str | None = None) -> int:
        """Store what a provider sent, before anything is understood. Returns how many events were new."""
        async with self._store.transaction() as tx:
            new = await tx.inbox.add(events, self._clock.now())
            if cursor is not None:
                await tx.inbox.save_cursor(sender, cursor)
        if new:
            self._arrived.set()
        return new

    async def understand_pending(self) -> int:
        """Understand what waits in the inbox, oldest first. Returns how many events were settled."""
        async with self._store.snapshot() as tx:
            pending = await tx.inbox.pending(BATCH)
        settled = 0
        for stored in pending:
            settled += await self._settle(stored)
        if settled:
            self._wake()
            self._changes.notify()
        return settled

    async def record(self, dispatch_id: int, body_id: str, meaning: Meaning, words: str, by: str, contact: str | None = None) -> Reply:
        """An answer that came by telephone, recorded by an officer."""
        async with self._store.transaction() as tx:
            notice = next((n for n in await tx.dispatches.notices(dispatch_id) if n.body == body_id), None)
            if notice is None:
                raise NotFound("no_notice", "Đợt phát này không có thông báo cho đơn vị đó.")
            dispatch, _ = await self._context(tx, notice)
            if dispatch is None or dispatch.state not in (DispatchState.OPEN, DispatchState.EXPIRED):
                raise Refused("wrong_state", "Đợt phát đã kết thúc, không ghi nhận thêm trả lời.")
            reply = self._reply("", "phone", "", contact, notice, words, meaning, f"cán bộ trực {by} ghi nhận qua điện thoại", "officer")
            reply = replace(reply, state=ReplyState.SETTLED, resolved_by=by, resolved_at=self._clock.now())
            reply = replace(reply, id=await tx.replies.add(reply))
            await self._marker.mark(tx, notice, meaning, reply, contact or by, is_final=True)
            await tx.audit.add(self._clock.now(), by, "reply.recorded", f"notice/{notice.id}", {"meaning": meaning, "words": words})
        self._changes.notify()
        return reply

    async def resolve(self, reply_id: int, meaning: Meaning, by: str, note: str = "") -> Reply:
        """A person decides what an unclear reply meant."""
        async with self._store.transaction() as tx:
            reply = await tx.replies.get(reply_id)
            if reply is None:
                raise NotFound("no_reply", f"Không có trả lời số {reply_id}.")
            now = self._clock.now()
            decided = replace(
                reply,
                meaning=meaning,
                state=ReplyState.SETTLED,
                resolved_by=by,
                resolved_at=now,
                reason=f"{by} xác định{': ' + note if note else ''} (trước đó: {reply.reason})",
            )
            await tx.replies.save(decided)
            notice = await tx.dispatches.notice(reply.notice) if reply.notice is not None else None
            dispatch, _ = await self._context(tx, notice)
            if notice is not None and dispatch is not None and dispatch.state is DispatchState.OPEN:
                await self._marker.mark(tx, notice, meaning, decided, reply.contact or by, is_final=True)
            await tx.audit.add(now, by, "reply.resolved", f"reply/{reply_id}", {"meaning": meaning, "was": reply.meaning, "note": note})
        self._changes.notify()
        return decided

    async def _settle(self, stored: StoredEvent) -> int:
        channel = self._channels.get(stored.event.sender)
        happening = channel.interpret(stored.event) if channel else None
        tap = False
        async with self._store.transaction() as tx:
            if channel is None or happening is None:
                outcome: str | None = "không liên quan"
            elif happening.kind is HappeningKind.RECEIPT:
                outcome = await self._receipt(tx, channel, happening, stored)
            elif happening.kind in (HappeningKind.START, HappeningKind.MOVED, HappeningKind.LEFT):
                outcome = await self._enrolment.follow(tx, channel, happening)
            else:
                outcome = await self._answer(tx, channel, happening)
                tap = happening.kind is HappeningKind.TAP
            if outcome is None:
                return 0
            await tx.inbox.finish(stored.id, self._clock.now(), outcome)
        if tap and channel is not None:
            await channel.acknowledge(stored.event, outcome)
        return 1

    async def _receipt(self, tx: Transaction, channel: Channel, happening: Happening, stored: StoredEvent) -> str | None:
        """A provider says how far a message has come; None while our own record of the message is still under way."""
        if happening.provider_ref is None or happening.state is None:
            return "biên nhận không đầy đủ"
        now = self._clock.now()
        delivery = await tx.outbox.settle(channel.name, happening.provider_ref, happening.state, now, happening.reason)
        if delivery is None:
            return None if now - stored.received_at < PATIENCE * self._clock.speed else "biên nhận cho tin không rõ"
        if delivery.state is DeliveryState.FAILED and happening.state is DeliveryState.FAILED:
            await self._router.open_next(tx, delivery)
        return f"biên nhận: {happening.state}"

    async def _answer(self, tx: Transaction, channel: Channel, happening: Happening) -> str:
        origin = Origin(channel, happening, self._book.contacts_at(channel.traits.kind, happening.address))
        if not origin.contacts:
            return await self._stranger(tx, origin)
        found = await match(tx, happening, channel.name, origin.contacts)
        dispatch, document = await self._context(tx, found.notice)
        if found.takes_back and found.notice is not None and dispatch is not None and document is not None:
            return await self._take_back(tx, origin, found.notice, dispatch, document)
        said = self._meaning(found, happening)
        notice = _chosen(found, said)
        reply = self._reply(
            channel.name,
            channel.traits.kind,
            happening.address,
            _id(origin.contact_of(notice)),
            notice,
            happening.words or said.text,
            said.meaning,
            said.reason,
            found.by if notice else "none",
        )
        if notice is None or dispatch is None or document is None:
            return await self._homeless(tx, origin, reply, found)
        return await self._act(tx, origin, reply, said, notice, dispatch, document)

    def _meaning(self, found: Match, happening: Happening) -> Understanding:
        if found.meaning is not None:
            closes = found.meaning.is_positive
            how = "bấm nút" if happening.data else "trả lời bằng số kèm mã"
            return Understanding(happening.words, found.meaning, how, closes)
        return self._understand(happening.words)

    async def _act(
        self, tx: Transaction, origin: Origin, reply: Reply, said: Understanding, notice: Notice, dispatch: Dispatch, document: Document
    ) -> str:
        """An answer to a known notice."""
        if dispatch.state is not DispatchState.OPEN:
            reply = replace(reply, state=ReplyState.SETTLED)
            reply = replace(reply, id=await tx.replies.add(reply))
            await self._responder.ended(
                tx, origin.channel, origin.happening.address, origin.contact_of(notice), document, dispatch, notice, reply
            )
            return "đợt phát đã kết thúc"
        settles = said.closes and said.meaning.is_positive
        reply = replace(reply, state=ReplyState.SETTLED if settles else ReplyState.OPEN)
        reply = replace(reply, id=await tx.replies.add(reply))
        await self._marker.mark(tx, notice, said.meaning, reply, reply.contact or "", is_final=settles)
        if not settles:
            await self._alerts.answered(tx, reply, document, dispatch, notice)
        await self._responder.respond(
            tx, origin.channel, origin.happening.address, origin.contact_of(notice), document, dispatch, notice, reply, is_settled=settles
        )
        detail = {"meaning": said.meaning, "closes": settles, "why": said.reason, "reply": reply.id}
        await tx.audit.add(self._clock.now(), reply.contact or reply.address, "reply.received", f"notice/{notice.id}", detail)
        return f"{said.meaning}: {said.reason}"

    async def _take_back(self, tx: Transaction, origin: Origin, notice: Notice, dispatch: Dispatch, document: Document) -> str:
        who = _id(origin.contact_of(notice))
        words = origin.happening.words
        reason = "người trả lời rút lại"
        reply = self._reply(
            origin.channel.name, origin.channel.traits.kind, origin.happening.address, who, notice, words, Meaning.NEGATIVE, reason, "code"
        )
        reply = replace(reply, id=await tx.replies.add(reply))
        await self._marker.take_back(tx, notice, dispatch)
        await self._alerts.answered(tx, reply, document, dispatch, notice)
        await self._responder.respond(
            tx, origin.channel, origin.happening.address, origin.contact_of(notice), document, dispatch, notice, reply, is_settled=True
        )
        await tx.audit.add(self._clock.now(), who or "", "reply.taken_back", f"notice/{notice.id}", {"reply": reply.id})
        return reason

    async def _homeless(self, tx: Transaction, origin: Origin, reply: Reply, found: Match) -> str:
        """A known person wrote, and no single notice is meant: ask back with the choices, show it to the desk."""
        needs_person = bool(found.choices) or reply.meaning in (Meaning.INCIDENT, Meaning.CANNOT_COMPLY, Meaning.QUESTION)
        reply = replace(reply, state=ReplyState.OPEN if needs_person else ReplyState.SETTLED)
        reply = replace(reply, id=await tx.replies.add(reply))
        if reply.meaning is Meaning.INCIDENT:
            await self._alerts.answered(tx, reply, None, None, None)
        await self._responder.which(tx, origin.channel, origin.happening.address, origin.contact, found.choices, reply)
        await tx.audit.add(self._clock.now(), reply.contact or "", "reply.unplaced", f"reply/{reply.id}", {"choices": len(found.choices)})
        return "chưa rõ trả lời cho nội dung nào"

    async def _stranger(self, tx: Transaction, origin: Origin) -> str:
        """A message from an address that nobody in the directory has: kept, shown, answered at most once a day."""
        said = self._understand(origin.happening.words)
        kind = origin.channel.traits.kind
        reply = self._reply(
            origin.channel.name, kind, origin.happening.address, None, None, origin.happening.words, said.meaning, said.reason, "none"
        )
        reply = replace(reply, id=await tx.replies.add(reply))
        await self._responder.stranger(tx, origin.channel, origin.happening.address)
        if said.meaning is Meaning.INCIDENT:
            await self._alerts.answered(tx, reply, None, None, None)
        await tx.audit.add(self._clock.now(), origin.happening.address, "reply.unknown_sender", f"reply/{reply.id}", {})
        return "số lạ"

    def _reply(
        self,
        sender: str,
        channel: str,
        address: str,
        contact: str | None,
        notice: Notice | None,
        words: str,
        meaning: Meaning,
        reason: str,
        matched_by: str,
    ) -> Reply:
        now, notice_id = self._clock.now(), notice.id if notice else None
        return Reply(0, now, sender, channel, address, contact, notice_id, words, meaning, reason, matched_by, ReplyState.OPEN)

    async def _context(self, tx: Transaction, notice: Notice | None) -> tuple[Dispatch | None, Document | None]:
        if notice is None:
            return None, None
        dispatch = await tx.dispatches.get(notice.dispatch)
        return dispatch, await tx.documents.get(dispatch.document) if dispatch else None


def _chosen(found: Match, said: Understanding) -> Notice | None:
    """Where several notices are open and one is unanswered, a plain "đã nhận" means that one; anything else is asked back."""
    if found.by == "only_open_notice" and found.choices and said.meaning is not Meaning.ACKNOWLEDGED:
        return None
    return found.notice


def _id(contact: Contact | None) -> str | None:
    return contact.id if contact else None
