"""Hears one answer of a person: finds the notice that it is about, what it means, and writes down all that follows from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from alertd.model.bodies import Contact
from alertd.model.inbox import Happening, HappeningKind
from alertd.model.notices import Dispatch, DispatchState, Notice
from alertd.model.register import Document
from alertd.model.replies import Meaning, Reply, ReplyState, Understanding
from alertd.ports import Channel, Clock, Transaction
from alertd.workflow.addresses import AddressBook
from alertd.workflow.alerts import Alerts
from alertd.workflow.labels import MEANING
from alertd.workflow.marking import Marker
from alertd.workflow.matching import Match, match
from alertd.workflow.responding import Responder


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


@dataclass(frozen=True, slots=True)
class Case:
    """What an answer is about."""

    notice: Notice
    dispatch: Dispatch
    document: Document


class Cases:
    """The cases of one transaction: many answers are about the same release, which is fetched once."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._releases: dict[int, tuple[Dispatch | None, Document | None]] = {}

    async def of(self, notice: Notice | None) -> Case | None:
        """The case of a notice; None where there is no notice."""
        if notice is None:
            return None
        if notice.dispatch not in self._releases:
            dispatch = await self._tx.dispatches.get(notice.dispatch)
            self._releases[notice.dispatch] = dispatch, await self._tx.documents.get(dispatch.document) if dispatch else None
        dispatch, document = self._releases[notice.dispatch]
        return Case(notice, dispatch, document) if dispatch is not None and document is not None else None


class Hearing:
    """Acts on answers, each inside the transaction of whoever took it in."""

    def __init__(
        self,
        clock: Clock,
        book: AddressBook,
        understand: Callable[[str], Understanding],
        marker: Marker,
        responder: Responder,
        alerts: Alerts,
    ) -> None:
        self._clock = clock
        self._book = book
        self._understand = understand
        self._marker = marker
        self._responder = responder
        self._alerts = alerts

    async def hear(self, tx: Transaction, cases: Cases, channel: Channel, happening: Happening) -> str:
        """Act on what somebody wrote or tapped. Returns what came of it, for the inbox and for the screen of whoever tapped."""
        origin = Origin(channel, happening, self._book.contacts_at(channel.traits.kind, happening.address))
        if not origin.contacts:
            return await self._stranger(tx, origin)
        found = await match(tx, happening, channel.name, origin.contacts)
        case = await cases.of(found.notice)
        if found.takes_back and case is not None:
            return await self._take_back(tx, origin, case, found.by)
        said = self._meaning(found, happening)
        if case is None or _is_doubtful(found, said):
            return await self._homeless(tx, origin, self._reply(origin, None, said, "none"), found)
        return await self._act(tx, origin, self._reply(origin, case.notice, said, found.by), said, case)

    async def keep_unheard(self, tx: Transaction, channel: Channel, address: str, words: str, why: str) -> Reply:
        """Keep for a person what the program could not deal with."""
        contact = next(iter(self._book.contacts_at(channel.traits.kind, address)), None)
        origin = Origin(channel, Happening(HappeningKind.TEXT, address, words), (contact,) if contact else ())
        reply = self._reply(origin, None, Understanding(words, Meaning.AMBIGUOUS, why, closes=False), "none")
        return replace(reply, id=await tx.replies.add(reply))

    def _meaning(self, found: Match, happening: Happening) -> Understanding:
        if found.meaning is not None:
            how = "bấm nút" if happening.data else "trả lời bằng số kèm mã"
            return Understanding(happening.words, found.meaning, how, found.meaning.is_positive)
        return self._understand(happening.words)

    async def _act(self, tx: Transaction, origin: Origin, reply: Reply, said: Understanding, case: Case) -> str:
        """An answer to a known notice."""
        if case.dispatch.state is not DispatchState.OPEN:
            return await self._too_late(tx, origin, reply, case)
        settles = said.closes and said.meaning.is_positive
        reply = await self._kept(tx, reply, is_open=not settles)
        await self._marker.mark(tx, case.notice, said.meaning, reply, reply.contact or "", is_final=settles)
        if not settles:
            await self._alerts.answered(tx, reply, case.document, case.dispatch, case.notice)
        await self._respond(tx, origin, reply, case, is_settled=settles)
        detail = {"meaning": said.meaning, "closes": settles, "why": said.reason, "reply": reply.id}
        await tx.audit.add(self._clock.now(), reply.contact or reply.address, "reply.received", f"notice/{case.notice.id}", detail)
        return f"Đã ghi nhận: {MEANING[said.meaning]}"

    async def _too_late(self, tx: Transaction, origin: Origin, reply: Reply, case: Case) -> str:
        """An answer to something that is over."""
        reply = await self._kept(tx, reply, is_open=False)
        contact = origin.contact_of(case.notice)
        await self._responder.ended(tx, origin.channel, origin.happening.address, contact, case.document, case.dispatch, case.notice, reply)
        return "Đợt phát đã kết thúc."

    async def _take_back(self, tx: Transaction, origin: Origin, case: Case, matched_by: str) -> str:
        said = Understanding(origin.happening.words, Meaning.NEGATIVE, "người trả lời rút lại", closes=False)
        reply = await self._kept(tx, self._reply(origin, case.notice, said, matched_by), is_open=True)
        await self._marker.take_back(tx, case.notice, case.dispatch)
        await self._alerts.answered(tx, reply, case.document, case.dispatch, case.notice)
        await self._respond(tx, origin, reply, case, is_settled=True)
        detail = {"reply": reply.id}
        await tx.audit.add(self._clock.now(), reply.contact or "", "reply.taken_back", f"notice/{case.notice.id}", detail)
        return said.reason

    async def _homeless(self, tx: Transaction, origin: Origin, reply: Reply, found: Match) -> str:
        """A known person wrote, and no single notice is meant: ask back with the choices, show it to the desk."""
        needs_person = bool(found.choices) or reply.meaning in (Meaning.INCIDENT, Meaning.CANNOT_COMPLY, Meaning.QUESTION)
        reply = await self._kept(tx, reply, is_open=needs_person)
        if reply.meaning is Meaning.INCIDENT:
            await self._alerts.answered(tx, reply, None, None, None)
        await self._responder.which(tx, origin.channel, origin.happening.address, origin.contact, found.choices, reply)
        await tx.audit.add(self._clock.now(), reply.contact or "", "reply.unplaced", f"reply/{reply.id}", {"choices": len(found.choices)})
        return "Chưa rõ trả lời cho công điện nào."

    async def _stranger(self, tx: Transaction, origin: Origin) -> str:
        """A message from an address that nobody in the directory has: kept, shown, answered at most once a day."""
        said = self._understand(origin.happening.words)
        reply = await self._kept(tx, self._reply(origin, None, said, "none"), is_open=True)
        await self._responder.stranger(tx, origin.channel, origin.happening.address)
        if said.meaning is Meaning.INCIDENT:
            await self._alerts.answered(tx, reply, None, None, None)
        await tx.audit.add(self._clock.now(), origin.happening.address, "reply.unknown_sender", f"reply/{reply.id}", {})
        return "Số này không có trong danh bạ."

    async def _respond(self, tx: Transaction, origin: Origin, reply: Reply, case: Case, *, is_settled: bool) -> None:
        contact = origin.contact_of(case.notice)
        await self._responder.respond(
            tx,
            origin.channel,
            origin.happening.address,
            contact,
            case.document,
            case.dispatch,
            case.notice,
            reply,
            is_settled=is_settled,
        )

    async def _kept(self, tx: Transaction, reply: Reply, *, is_open: bool) -> Reply:
        reply = replace(reply, state=ReplyState.OPEN if is_open else ReplyState.SETTLED)
        return replace(reply, id=await tx.replies.add(reply))

    def _reply(self, origin: Origin, notice: Notice | None, said: Understanding, matched_by: str) -> Reply:
        contact = origin.contact_of(notice)
        return Reply(
            id=0,
            received_at=self._clock.now(),
            sender=origin.channel.name,
            channel=origin.channel.traits.kind,
            address=origin.happening.address,
            contact=contact.id if contact else None,
            notice=notice.id if notice else None,
            words=origin.happening.words or said.text,
            meaning=said.meaning,
            reason=said.reason,
            matched_by=matched_by,
            state=ReplyState.OPEN,
        )


def _is_doubtful(found: Match, said: Understanding) -> bool:
    """Where several notices are open and one is unanswered, a plain "đã nhận" means that one; anything else is asked back."""
    return found.by == "only_open_notice" and bool(found.choices) and said.meaning is not Meaning.ACKNOWLEDGED
