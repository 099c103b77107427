"""Hears one answer of a person: finds the notices that it is about, what it means, and writes down all that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from alertd.model.accounts import Account
from alertd.model.appointments import Appointment
from alertd.model.inbox import Happening, HappeningKind
from alertd.model.notices import Notice
from alertd.model.replies import Meaning, Part, Reply, ReplyState, Understanding
from alertd.ports import Channel, Clock, Transaction
from alertd.workflow.duty.alerts import Alerts
from alertd.workflow.labels import MEANING, media_label
from alertd.workflow.notices.addresses import AddressBook
from alertd.workflow.notices.cases import Case, Cases, Origin
from alertd.workflow.notices.corrections import as_it_stands
from alertd.workflow.notices.packing import Packer
from alertd.workflow.notices.wording import DIGITS
from alertd.workflow.replies.attaching import attach, media_of, without_media
from alertd.workflow.replies.choosing import asks_to_stop, chosen, is_choice
from alertd.workflow.replies.keeping import draft, keep
from alertd.workflow.replies.marking import Marker
from alertd.workflow.replies.matching import Match, match, without_codes
from alertd.workflow.replies.portions import portions
from alertd.workflow.replies.progress import by_task, summed, told
from alertd.workflow.replies.responding import Responder
from alertd.workflow.replies.rollcall import RollCall
from alertd.workflow.replies.signing import unsigned
from alertd.workflow.replies.weighing import is_doubtful, is_mere_report, is_talk
from alertd.workflow.silence.reports import Reports, report_label

ASKED_FOR = timedelta(hours=1)
"""How long a number is understood as the answer to a question among several orders."""
STRANGER_RINGS_EVERY = timedelta(minutes=10)
"""Anybody can write to a bot: what else an unknown address tells of danger within this time stands on the board, and rings no telephone."""


class Hearing:
    """Acts on answers, each inside the transaction of whoever took it in."""

    def __init__(
        self,
        clock: Clock,
        book: AddressBook,
        packer: Packer,
        understand: Callable[[str], Understanding],
        marker: Marker,
        responder: Responder,
        alerts: Alerts,
        reports: Reports,
        rollcall: RollCall,
    ) -> None:
        self._clock = clock
        self._book = book
        self._packer = packer
        self._understand = understand
        self._marker = marker
        self._responder = responder
        self._alerts = alerts
        self._reports = reports
        self._rollcall = rollcall

    async def hear(self, tx: Transaction, cases: Cases, channel: Channel, happening: Happening) -> str:
        """Act on what somebody wrote or tapped. Returns what came of it, for the inbox and for the screen of whoever tapped."""
        origin = Origin(channel, happening, self._book.contacts_at(channel.traits.kind, happening.address))
        if not origin.contacts:
            return await self._stranger(tx, origin)
        if happening.is_addressed and (outcome := await self._to_the_service(tx, cases, origin)):
            return outcome
        earlier = await tx.replies.of_message(channel.name, happening.message_ref or "") if happening.is_edit else []
        if earlier and all(without_media(reply.words) == happening.words for reply in earlier):
            return "Tin được sửa nhưng không đổi lời."
        if not happening.is_edit and await self._joins_album(tx, origin):
            return "Đã nhận thêm ảnh của tin trước."
        for reply in earlier:
            await self._void(tx, cases, reply)
        found = await match(tx, happening, channel.name, origin.contacts, self._clock.now())
        return await self._about(tx, cases, origin, await _as_before(tx, found, earlier))

    async def see(self, tx: Transaction, cases: Cases, channel: Channel, happening: Happening) -> str:
        """Act on a reaction: an answer where it was put on a message of ours by somebody whom we know, else nobody's business."""
        is_known = bool(self._book.contacts_at(channel.traits.kind, happening.address))
        if not is_known or await tx.outbox.with_ref(channel.name, happening.answers_ref or "") is None:
            return "Cảm xúc về tin khác."
        return await self.hear(tx, cases, channel, happening)

    async def _to_the_service(self, tx: Transaction, cases: Cases, origin: Origin) -> str | None:
        """What is said to the service itself: "here I am", a wish to get no more messages, a choice. None for what is about an order."""
        if outcome := await self._rollcall.hear(tx, origin):
            return outcome
        if asks_to_stop(origin.happening.words):
            return await self._asks_to_stop(tx, origin)
        asked = await self._question(tx, origin)
        return await self._choose(tx, cases, origin, *asked) if asked else None

    async def keep_unheard(self, tx: Transaction, channel: Channel, address: str, words: str, why: str) -> Reply:
        """Keep for a person what the program could not deal with."""
        contact = next(iter(self._book.contacts_at(channel.traits.kind, address)), None)
        origin = Origin(channel, Happening(HappeningKind.TEXT, address, words), (contact,) if contact else ())
        reply = self._reply(origin, None, Understanding(words, Meaning.AMBIGUOUS, why, closes=False), "none")
        return replace(reply, id=await tx.replies.add(reply))

    async def _about(self, tx: Transaction, cases: Cases, origin: Origin, found: Match) -> str:
        said = self._meaning(found, origin)
        if is_talk(found, origin.happening, said):
            return await self._overhear(tx, cases, origin, found, said)
        answered = [case for notice in found.notices if (case := await cases.of(notice)) is not None]
        about = [await as_it_stands(tx, cases, case) for case in answered]
        if not about or (is_doubtful(found, said) and not found.takes_back):
            return await self._homeless(tx, cases, origin, said, found)
        if found.takes_back:
            return _joined([await self._take_back(tx, origin, case, found.by) for case in about])
        told = self._of_each(found, said, origin, [case.notice.code for case in answered])
        return _joined([await self._act(tx, origin, own, meant, case) for (own, meant), case in zip(told, about, strict=True)])

    def _of_each(self, found: Match, said: Understanding, origin: Origin, codes: Sequence[str]) -> list[tuple[Match, Understanding]]:
        """What the answer says of each order that it names by a code."""
        if found.by != "code" or found.meaning is not None:
            return [(found, said)] * len(codes)

        def own(words: str) -> Match:
            return replace(found, words=words, meaning=DIGITS.get(words))

        parted = portions(found.words, codes, said, lambda words: self._meaning(own(words), origin))
        return [(own(words), meant) for words, meant in map(parted.__getitem__, codes)]

    def _meaning(self, found: Match, origin: Origin) -> Understanding:
        happening, bodies = origin.happening, [self._packer.body(contact.body) for contact in origin.contacts]
        if found.meaning is not None:
            how = ("bấm phím" if happening.words else "bấm nút") if happening.data else "trả lời bằng số kèm mã"
            return Understanding(happening.words, found.meaning, how, found.meaning.is_positive)
        if happening.media and not found.words:
            return Understanding("", Meaning.AMBIGUOUS, f"{media_label(happening.media)} không kèm chữ", closes=False)
        return self._understand(unsigned(found.words, bodies))

    async def _act(self, tx: Transaction, origin: Origin, found: Match, said: Understanding, case: Case) -> str:
        """An answer to a known notice."""
        assignments = await tx.dispatches.assignments_of_notice(case.notice.id)
        said, parts = self._by_task(found, said, len(assignments))
        reply = replace(self._reply(origin, case.notice, said, found.by), parts=parts)
        if not case.is_in_force:
            return await self._too_late(tx, origin, reply, case)
        settles = said.closes and said.meaning.is_positive
        reply = await keep(tx, origin, reply, is_open=not settles)
        report = await self._reports.collect(tx, case.notice, reply)
        if report is not None and case.notice.acknowledged_at is not None and is_mere_report(said):
            return await self._reported(tx, origin, reply, case, report)
        await self._marker.mark(tx, case.notice, reply, reply.contact or "", is_final=settles)
        if not settles:
            await self._alerts.answered(tx, reply, case.document, case.dispatch, case.notice)
        await self._responder.respond(tx, origin, case, reply, is_settled=settles)
        detail = {"meaning": said.meaning, "closes": settles, "why": said.reason, "reply": reply.id}
        await tx.audit.add(self._clock.now(), reply.contact or reply.address, "reply.received", f"notice/{case.notice.id}", detail)
        return f"Đã ghi nhận: {told(parts) if parts else MEANING[said.meaning]}"

    def _by_task(self, found: Match, said: Understanding, there_are: int) -> tuple[Understanding, tuple[Part, ...]]:
        """What is said of single tasks. An order of one task is that task: "1 xong" says that it is done."""
        if found.task is not None and not 1 <= found.task <= there_are:
            return replace(said, meaning=Meaning.AMBIGUOUS, closes=False, reason="nói về việc không có trong nội dung giao"), ()
        if found.task is not None:
            return summed(said, (Part(found.task, said.meaning),), there_are)
        if found.meaning is not None or not there_are:
            return said, ()
        said, parts = by_task(without_codes(found.words), said, self._understand, there_are)
        return said, parts if there_are > 1 else ()

    async def _reported(self, tx: Transaction, origin: Origin, reply: Reply, case: Case, report: Appointment) -> str:
        """Words that say nothing of the order itself, sent when a report was asked for: they are the report, and nobody need decide."""
        reply = replace(reply, state=ReplyState.SETTLED, reason=f"{report_label(report)} ({reply.reason})")
        await tx.replies.save(reply)
        await self._responder.respond(tx, origin, case, reply, is_settled=True, recorded_as=f"đã gửi {report_label(report)}")
        return f"Đã ghi nhận {report_label(report)}"

    async def _too_late(self, tx: Transaction, origin: Origin, reply: Reply, case: Case) -> str:
        """An answer to something that is over. What has happened since must be seen all the same."""
        reply = await keep(tx, origin, reply, is_open=reply.meaning.is_grave)
        if reply.meaning.is_grave:
            await self._alerts.answered(tx, reply, case.document, case.dispatch, case.notice)
        await self._responder.ended(tx, origin, case, reply)
        return "Đợt phát đã kết thúc."

    async def _take_back(self, tx: Transaction, origin: Origin, case: Case, matched_by: str) -> str:
        said = Understanding(origin.happening.words, Meaning.NEGATIVE, "người trả lời rút lại", closes=False)
        reply = self._reply(origin, case.notice, said, matched_by)
        if not case.is_in_force:
            return await self._too_late(tx, origin, reply, case)
        await self._marker.take_back(tx, case.notice, case.dispatch)
        reply = await keep(tx, origin, reply, is_open=True)
        await self._alerts.answered(tx, reply, case.document, case.dispatch, case.notice)
        await self._responder.respond(tx, origin, case, reply, is_settled=True)
        detail = {"reply": reply.id}
        await tx.audit.add(self._clock.now(), reply.contact or "", "reply.taken_back", f"notice/{case.notice.id}", detail)
        return said.reason

    async def _homeless(self, tx: Transaction, cases: Cases, origin: Origin, said: Understanding, found: Match) -> str:
        """A known person wrote, and no single notice is meant: ask back with the choices, show it to the desk."""
        choices = tuple(notice.id for notice in found.choices)
        reply = replace(self._reply(origin, None, said, "none"), choices=choices)
        needs_person = bool(choices) or said.meaning.is_grave or said.meaning is Meaning.QUESTION
        reply = await keep(tx, origin, reply, is_open=needs_person)
        if said.meaning is Meaning.INCIDENT:
            await self._alerts.answered(tx, reply, None, None, None)
        await self._responder.which(tx, cases, origin, found.choices, reply, is_foreign=found.is_foreign)
        await tx.audit.add(self._clock.now(), reply.contact or "", "reply.unplaced", f"reply/{reply.id}", {"choices": len(choices)})
        return "Chưa rõ trả lời cho công điện nào."

    async def _question(self, tx: Transaction, origin: Origin) -> tuple[Reply, tuple[int, ...]] | None:
        """The question among several orders that this answers, and the notices that it chooses; None for anything else."""
        words = origin.happening.words
        if not is_choice(words):
            return None
        asked = await tx.replies.latest_question(origin.channel.traits.kind, origin.address, self._clock.now() - ASKED_FOR)
        numbers = chosen(words, len(asked.choices)) if asked else ()
        return (asked, tuple(asked.choices[number - 1] for number in numbers)) if asked and numbers else None

    async def _choose(self, tx: Transaction, cases: Cases, origin: Origin, asked: Reply, notices: Sequence[int]) -> str:
        """What was written before the question is now said of the notices that were chosen."""
        await tx.replies.save(replace(asked, void_at=self._clock.now(), state=ReplyState.SETTLED))
        chose = replace(origin, happening=replace(origin.happening, words=without_media(asked.words), message_ref=asked.message_ref))
        about = [notice for number in notices if (notice := await tx.dispatches.notice(number)) is not None]
        chose = replace(chose, happening=replace(chose.happening, media=await media_of(tx, asked)))
        before = await match(tx, chose.happening, origin.channel.name, origin.contacts, self._clock.now())
        found = replace(before, notices=tuple(about), by="choice", meaning=None, words=before.words or chose.happening.words)
        return await self._about(tx, cases, chose, found)

    async def _void(self, tx: Transaction, cases: Cases, reply: Reply) -> None:
        """A later version of the message has come: what the earlier one said no longer counts."""
        case = await cases.of_id(reply.notice)
        if case is not None and case.is_in_force:
            await self._marker.void(tx, case.notice, case.dispatch, reply)
        else:
            await tx.replies.save(replace(reply, void_at=self._clock.now()))
        await tx.audit.add(self._clock.now(), reply.contact or reply.address, "reply.revised", f"reply/{reply.id}", {"was": reply.words})

    async def _overhear(self, tx: Transaction, cases: Cases, origin: Origin, found: Match, said: Understanding) -> str:
        """What the members of a group say to one another acknowledges nothing; where it sounds like an answer, they are told how."""
        waiting = [n for n in found.notices or found.choices if n.acknowledged_at is None]
        if said.meaning.is_positive and waiting and (case := await cases.of(waiting[0])) is not None:
            await self._responder.how_to_answer(tx, origin, case)
        return "Thành viên nhóm nói với nhau."

    async def _asks_to_stop(self, tx: Transaction, origin: Origin) -> str:
        """Somebody wants no more messages: an officer decides, the emergency goes on reaching them."""
        said = Understanding(origin.happening.words, Meaning.UNRELATED, "xin ngừng nhận tin", closes=False)
        reply = await keep(tx, origin, self._reply(origin, None, said, "none"), is_open=True)
        await self._alerts.wants_out(tx, reply, origin.contact)
        await self._responder.stays(tx, origin, reply)
        await tx.audit.add(self._clock.now(), reply.contact or "", "contact.asked_to_stop", f"reply/{reply.id}", {})
        return said.reason

    async def _stranger(self, tx: Transaction, origin: Origin) -> str:
        """A message from an address that nobody in the directory has: kept, shown, answered at most once a day, to an officer always."""
        said = self._meaning(Match((), "none", words=origin.happening.words), origin)
        is_danger = said.meaning is Meaning.INCIDENT
        since = self._clock.now() - STRANGER_RINGS_EVERY
        rings = is_danger and not await tx.replies.has_written(origin.channel.traits.kind, origin.address, said.meaning, since)
        reply = await keep(tx, origin, self._reply(origin, None, said, "none"), is_open=True)
        if (account := await self._account(tx, origin)) is not None:
            await self._responder.officer(tx, origin, reply, account)
        else:
            await self._responder.stranger(tx, origin)
        if rings:
            await self._alerts.answered(tx, reply, None, None, None)
        await tx.audit.add(self._clock.now(), origin.address, "reply.unknown_sender", f"reply/{reply.id}", {})
        return "Số này không có trong danh bạ."

    async def _account(self, tx: Transaction, origin: Origin) -> Account | None:
        """Whose own chat it is, as long as they may sign in."""
        name = self._book.account_at(origin.channel.traits.kind, origin.address)
        account = await tx.accounts.with_name(name) if name else None
        return None if account is None or account.is_disabled else account

    async def _joins_album(self, tx: Transaction, origin: Origin) -> bool:
        """A further photo of an album belongs to the answer that the album's first one made."""
        happening = origin.happening
        if not happening.media or happening.words:
            return False
        replies = await tx.replies.of_message(origin.channel.name, happening.message_ref or "")
        for reply in replies:
            await attach(tx, reply, happening.media, self._clock.now())
        return bool(replies)

    def _reply(self, origin: Origin, notice: Notice | None, said: Understanding, matched_by: str) -> Reply:
        return draft(origin, notice, said, matched_by, self._clock.now())


def _joined(outcomes: Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(outcomes))


async def _as_before(tx: Transaction, found: Match, earlier: Sequence[Reply]) -> Match:
    """A later version of a message is about the notices of the earlier one, unless it names others itself."""
    if found.by in ("code", "answered_message") or found.is_foreign:
        return found
    notices = [notice for reply in earlier if reply.notice is not None and (notice := await tx.dispatches.notice(reply.notice))]
    return replace(found, notices=tuple(notices), by=earlier[0].matched_by) if notices else found
