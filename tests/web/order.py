"""An invented công điện as it stands in the register, read by hand: the web's tests must not depend on the reader."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count

from alertd.model.assignments import Proposal
from alertd.model.bodies import Resolution, ResolvedBody, Role
from alertd.model.documents import (
    Action,
    Deadline,
    Directive,
    DocumentKind,
    DocumentState,
    Hazard,
    Problem,
    Reading,
    ReceivedFile,
    ReportDuty,
    Span,
    Urgency,
)
from alertd.model.register import Document
from alertd.ports import Transaction

CAO_LOC, VAN_LANG, TRADE, NEWS = (
    "lang-son/huyen-cao-loc",
    "lang-son/huyen-van-lang",
    "lang-son/so-cong-thuong",
    "lang-son/dai-khi-tuong-thuy-van",
)
MOVE = "di dời các hộ dân ở ven suối Nà Lình đến nơi an toàn"
GUARD = "bố trí người canh gác tại ngầm tràn Pác Mòng"
DEADLINE = "trước 17 giờ ngày 6/9/2024"
REPORT = "báo cáo kết quả về Trực ban trước 19 giờ ngày 6/9/2024"
POWER = "chỉ đạo vận hành an toàn hồ chứa thủy điện Bản Nhùng"
PARAGRAPHS = (
    "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
    "Số: 77/CĐ-UBND Lạng Sơn, ngày 5 tháng 9 năm 2024 HỎA TỐC",
    "CÔNG ĐIỆN Về việc ứng phó mưa lũ sau bão số 9",
    f"1. Chủ tịch UBND các huyện Cao Lộc, Văn Lãng: {MOVE}; {GUARD}; xong {DEADLINE}; {REPORT}.",
    f"2. Giám đốc Sở Công Thương và Ban Quản lý hồ Bản Nhùng {POWER}.",
    "Nơi nhận: Như trên; Đài Khí tượng Thủy văn Lạng Sơn; Lưu: VT.",
)
TEXT = " ".join(PARAGRAPHS)
_FILES = count(1)
NOW = datetime(2024, 9, 5, 9, 37, tzinfo=UTC)
"""16:37 of 5/9/2024 in Vietnam."""


def place(words: str) -> Span:
    """Where the words stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _places() -> tuple[Span, ...]:
    return tuple(place(paragraph) for paragraph in PARAGRAPHS)


def reading() -> Reading:
    """What a perfect reader makes of it."""
    return Reading(
        kind=DocumentKind.CONG_DIEN,
        number="77/CĐ-UBND",
        issued_on=date(2024, 9, 5),
        issuer="Ủy ban nhân dân tỉnh Lạng Sơn",
        subject="Về việc ứng phó mưa lũ sau bão số 9",
        urgency=Urgency.HOA_TOC,
        secrecy=None,
        is_internal=False,
        is_emergency=True,
        emergency_reason="Công điện hỏa tốc về mưa lũ đang diễn ra.",
        hazards=(Hazard.STORM, Hazard.FLOOD),
        cites=(),
        addressees_to_act=("Chủ tịch UBND các huyện Cao Lộc, Văn Lãng",),
        copies=("Đài Khí tượng Thủy văn Lạng Sơn",),
        signatory=None,
        span=Span(0, len(TEXT)),
        directives=(_move(), _power()),
        context=(place(PARAGRAPHS[0]), place(PARAGRAPHS[2])),
        problems=(Problem("no_signatory", "Không đọc được người ký.", place(PARAGRAPHS[5])),),
    )


def _move() -> Directive:
    return Directive(
        section="1",
        addressees=("Chủ tịch UBND huyện Cao Lộc", "Chủ tịch UBND huyện Văn Lãng"),
        supports=(),
        text=PARAGRAPHS[3],
        span=place(PARAGRAPHS[3]),
        actions=(Action(MOVE, place(MOVE)), Action(GUARD, place(GUARD))),
        deadline=Deadline(DEADLINE, place(DEADLINE), datetime(2024, 9, 6, 10, tzinfo=UTC)),
        report=ReportDuty(REPORT, place(REPORT), "Trực ban"),
    )


def _power() -> Directive:
    return Directive(
        section="2",
        addressees=("Giám đốc Sở Công Thương", "Ban Quản lý hồ Bản Nhùng"),
        supports=(),
        text=PARAGRAPHS[4],
        span=place(PARAGRAPHS[4]),
        actions=(Action(POWER, place(POWER)),),
    )


def resolutions() -> tuple[Resolution, ...]:
    """Both districts and the department are known; the lake's board is not."""
    districts = (
        ResolvedBody(CAO_LOC, "UBND huyện Cao Lộc", Role.LEAD, "“Cao Lộc”"),
        ResolvedBody(VAN_LANG, "UBND huyện Văn Lãng", Role.LEAD, "“Văn Lãng”"),
    )
    both = (CAO_LOC, VAN_LANG)
    department = ResolvedBody(TRADE, "Sở Công Thương", Role.LEAD, "“Sở Công Thương”")
    return (
        Resolution(districts, (both, both), ()),
        Resolution((department,), ((TRADE,),), ("Ban Quản lý hồ Bản Nhùng",), ("Ban Quản lý Khu kinh tế cửa khẩu",)),
    )


def proposals() -> tuple[Proposal, ...]:
    """Two districts with the same work, one department, one copy."""
    at = datetime(2024, 9, 6, 10, tzinfo=UTC)
    work = (MOVE, GUARD)
    return (
        Proposal("0/cao-loc", CAO_LOC, Role.LEAD, 0, work, DEADLINE, at, REPORT, "văn bản nêu đích danh “Cao Lộc”"),
        Proposal("0/van-lang", VAN_LANG, Role.LEAD, 0, work, DEADLINE, at, REPORT, "văn bản nêu đích danh “Văn Lãng”"),
        Proposal("1/trade", TRADE, Role.LEAD, 1, (POWER,), "", None, "", "văn bản nêu đích danh “Sở Công Thương”"),
        Proposal("copy/news", NEWS, Role.COPY, None, (), "", None, "", "có tên ở “Nơi nhận”"),
    )


def received(text: str = TEXT, name: str = "cd-77.txt") -> ReceivedFile:
    """A file that it came in, other than any before."""
    sha256 = hashlib.sha256(f"{next(_FILES)}".encode()).hexdigest()
    return ReceivedFile(0, sha256, name, "console", NOW, "truc", text.encode(), text, _places(), (), None, None)


def document(file: int) -> Document:
    """Its entry in the register, waiting for review."""
    return Document(0, file, 0, DocumentState.READ, reading(), resolutions(), proposals(), NOW, NOW)


async def register(tx: Transaction, entry: Document | None = None, file: ReceivedFile | None = None) -> int:
    """Enter it; returns the document's id."""
    file_id = await tx.documents.add_file(file or received())
    return await tx.documents.add(replace(entry or document(0), file=file_id))
