"""Builds small valid things to keep, each of which a test varies in what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from alertd.model.assignments import Assignment, AssignmentState, Proposal
from alertd.model.bodies import Resolution, ResolvedBody, Role
from alertd.model.documents import DocumentKind, DocumentState, Problem, Reading, ReceivedFile, Span, Urgency
from alertd.model.escalation import Ladder, Step, StepKind
from alertd.model.notices import Button, Delivery, DeliveryState, Dispatch, DispatchState, MessageKind, Notice
from alertd.model.register import Document
from alertd.model.replies import Meaning, Reply, ReplyState
from alertd.ports import Transaction

NOW = datetime(2023, 7, 17, 2, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
_NUMBERS = count(1)


async def claim_whole(work: Transaction, sender: str, now: datetime, until: datetime, limit: int) -> list[Delivery]:
    """What a claim takes, in its order, with all that is kept of it."""
    claimed = [each.id for each in await work.outbox.claim(sender, now, until, limit)]
    return sorted(await work.outbox.those(claimed), key=lambda each: claimed.index(each.id))


def file(**changes: Any) -> ReceivedFile:
    number = next(_NUMBERS)
    text = f"CÔNG ĐIỆN số {number}"
    kept = ReceivedFile(
        0, f"{number:064}", f"cong-dien-{number}.txt", "folder", NOW, "folder", text.encode(), text, (Span(0, 5),), (), None, None
    )
    return replace(kept, **changes)


def reading(**changes: Any) -> Reading:
    read = Reading(
        kind=DocumentKind.CONG_DIEN,
        number="02/CĐ-UBND",
        issued_on=date(2023, 7, 17),
        issuer="UBND tỉnh",
        subject="ứng phó bão",
        urgency=Urgency.HOA_TOC,
        secrecy=None,
        is_internal=False,
        is_emergency=True,
        emergency_reason="công điện hỏa tốc",
        hazards=(),
        cites=(),
        addressees_to_act=("Chủ tịch UBND huyện",),
        copies=(),
        signatory=None,
        span=Span(0, 10),
        directives=(),
        context=(Span(0, 4),),
        problems=(Problem("no_date", "Không thấy ngày.", Span(1, 2)),),
    )
    return replace(read, **changes)


def document(file_id: int, **changes: Any) -> Document:
    proposal = Proposal("1", "lang-son/huyen-mot", Role.LEAD, 0, ("Trực 24/24",), "ngay", None, "", "đích danh")
    resolution = Resolution((ResolvedBody("lang-son/huyen-mot", "huyện Một", Role.LEAD, "đích danh"),), (("lang-son/huyen-mot",),), ())
    return replace(Document(0, file_id, 0, DocumentState.READ, reading(), (resolution,), (proposal,), NOW, NOW), **changes)


def dispatch(document_id: int, **changes: Any) -> Dispatch:
    ladder = Ladder((Step(timedelta(minutes=15), StepKind.REMIND), Step(timedelta(minutes=30), StepKind.NEXT_CONTACT)))
    released = Dispatch(0, document_id, False, DispatchState.OPEN, "hoa_toc", ladder, NOW, "truc-ban", NOW + timedelta(days=1))
    return replace(released, **changes)


def notice(dispatch_id: int, **changes: Any) -> Notice:
    told = Notice(0, dispatch_id, "lang-son/huyen-mot", Role.LEAD, f"C{next(_NUMBERS)}", None, None, 0, NOW, None, 1)
    return replace(told, **changes)


def assignment(told: Notice, **changes: Any) -> Assignment:
    actions = ("Trực 24/24", "Sơ tán dân")
    given = Assignment(
        0, told.dispatch, told.id, told.body, Role.LEAD, 0, actions, "ngay", None, "", "đích danh", AssignmentState.PENDING, NOW
    )
    return replace(given, **changes)


def reply(**changes: Any) -> Reply:
    words = "Rõ, đang triển khai"
    answered = Reply(0, NOW, "sms", "sms", "+84900000001", None, None, words, Meaning.IN_PROGRESS, "luật “rõ”", "code", ReplyState.SETTLED)
    return replace(answered, **changes)


def delivery(**changes: Any) -> Delivery:
    number = next(_NUMBERS)
    queued = Delivery(
        id=0,
        key=f"key-{number}",
        dispatch=None,
        notice=None,
        kind=MessageKind.NEW_DIRECTIVES,
        body="lang-son/huyen-mot",
        contact="lang-son/huyen-mot#chu-tich",
        sender="telegram",
        channel="telegram",
        address=f"{1000 + number}",
        text="Đề nghị trực 24/24.",
        is_html=True,
        buttons=((Button("Đã nhận", "ack:1"), Button("Không thể", "cannot:1")),),
        priority=10,
        is_drill=False,
        state=DeliveryState.QUEUED,
        reason="chờ gửi",
        attempts=0,
        created_at=NOW,
        due_at=NOW,
        expires_at=NOW + timedelta(days=1),
    )
    return replace(queued, **changes)


async def released(work: Transaction, **changes: Any) -> Notice:
    """Keep all that a notice needs, and the notice itself."""
    file_id = await work.documents.add_file(file())
    document_id = await work.documents.add(document(file_id))
    dispatch_id = await work.dispatches.add(dispatch(document_id))
    told = notice(dispatch_id, **changes)
    (notice_id,) = await work.dispatches.add_notices([told])
    return replace(told, id=notice_id)
