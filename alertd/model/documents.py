"""What an official document says, as it was read: pure data with character spans into the source text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum


class DocumentKind(StrEnum):
    """The kinds of official document that Decree 30/2020/NĐ-CP names, as far as bulletins carry them."""

    CONG_DIEN = "cong_dien"
    CONG_VAN = "cong_van"
    QUYET_DINH = "quyet_dinh"
    KE_HOACH = "ke_hoach"
    THONG_BAO = "thong_bao"
    CHI_THI = "chi_thi"
    NGHI_QUYET = "nghi_quyet"
    THONG_TU = "thong_tu"
    BAO_CAO = "bao_cao"
    TO_TRINH = "to_trinh"
    BAN_TIN = "ban_tin"
    KHAC = "khac"


class Urgency(StrEnum):
    """The degree of urgency stamped on a document, most urgent first (Decree 30/2020/NĐ-CP, annex I)."""

    HOA_TOC = "hoa_toc"
    THUONG_KHAN = "thuong_khan"
    KHAN = "khan"


class Secrecy(StrEnum):
    """The degree of secrecy. A document that bears one is refused, never stored and never sent."""

    MAT = "mat"
    TOI_MAT = "toi_mat"
    TUYET_MAT = "tuyet_mat"


class Hazard(StrEnum):
    """What threatens people, as far as a duty desk tells its orders apart."""

    STORM = "storm"
    FLOOD = "flood"
    FLASH_FLOOD = "flash_flood"
    LANDSLIDE = "landslide"
    DAM = "dam"
    DROUGHT = "drought"
    SALTWATER = "saltwater"
    COLD = "cold"
    HEAT = "heat"
    FOREST_FIRE = "forest_fire"
    FIRE = "fire"
    ACCIDENT = "accident"
    SEARCH_RESCUE = "search_rescue"
    EPIDEMIC = "epidemic"
    EARTHQUAKE = "earthquake"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in code points of the file's normalised text."""

    start: int
    end: int


def gaps(whole: Span, taken: Iterable[Span]) -> tuple[Span, ...]:
    """What of `whole` no span in `taken` holds: so every character has its place."""
    found: list[Span] = []
    at = whole.start
    for span in sorted(taken):
        if span.start > at:
            found.append(Span(at, min(span.start, whole.end)))
        at = max(at, span.end)
    if at < whole.end:
        found.append(Span(at, whole.end))
    return tuple(found)


UNRECOGNISED = "unrecognised"
"""The code of the problem that a whole file has in which no document was recognised."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a document or file that a person must look at."""

    code: str
    """A stable word for programs, e.g. `no_date`."""
    text: str
    """A Vietnamese sentence for the officer."""
    span: Span | None = None


class DeadlineKind(StrEnum):
    """How the words of a deadline tell the moment."""

    ABSOLUTE = "absolute"
    """By day or hour: "trước 17 giờ ngày 27/11"; also "trong hôm nay", counted from the day of issue."""
    RELATIVE = "relative"
    """So long after another moment: "trong vòng 24 giờ", "chậm nhất 02 ngày kể từ ngày ban hành"."""
    REPEATING = "repeating"
    """Again and again: "trước 13 giờ hằng ngày"."""
    OPEN = "open"
    """By something that has no hour: "cho đến khi bão tan", "trước khi bão đổ bộ"."""


class Period(StrEnum):
    """How often a deadline comes round."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    INTERVAL = "interval"
    """Every so long, day and night: "30 phút/lần"."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when a directive must be done, in the text's own words; `alertd.model.deadlines.due_at` tells the moment that counts."""

    text: str
    span: Span
    at: datetime | None
    """The moment, aware: the only one, or the first from the day of issue on of a repeating one; None where the words name none."""
    kind: DeadlineKind = DeadlineKind.ABSOLUTE
    repeats: Period | None = None
    times: tuple[time, ...] = ()
    """Of a repeating one: the times of day in Vietnam, in order; empty where the words name none ("báo cáo hằng ngày")."""
    weekday: int | None = None
    """Of a weekly one: 0 for Monday to 6 for Sunday."""
    day: int | None = None
    """Of a monthly one: the day of the month."""
    within: timedelta | None = None
    """Of a relative one: how long there is; counted from the issue where `at` is known, else from being told. Of one that comes round
    at an interval: how long it is from one to the next.
    """


@dataclass(frozen=True, slots=True)
class ReportDuty:
    """The duty to report that a directive carries, in the text's own words."""

    text: str
    span: Span
    to: str | None
    deadline: Deadline | None = None
    """By when to report, where its own sentence says so; a repeating one asks for a report each time."""


@dataclass(frozen=True, slots=True)
class Action:
    """One clause of a directive that can be followed by itself."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Directive:
    """One block of orders given to the same addressees."""

    section: str
    """The number as printed ("1", "2.a", "(3)"), empty where there is none."""
    addressees: tuple[str, ...]
    """The names as the text gives them, one body to an entry."""
    supports: tuple[str, ...]
    """Bodies that must cooperate ("phối hợp với …"), where they are named."""
    text: str
    """Its own words. Where a point with addressees of its own interrupts it, its parts joined by a space; `span` then covers the whole."""
    span: Span
    actions: tuple[Action, ...]
    deadline: Deadline | None = None
    report: ReportDuty | None = None
    why: tuple[str, ...] = ()
    """The rules that made this directive, each with the words that it went by."""
    named_at: tuple[Span, ...] = ()
    """Where its addressees are named; empty where they stand in the "điện:" list or before."""


class Relation(StrEnum):
    """What a document says that it does with another one."""

    CARRIES_OUT = "carries_out"
    FOLLOWS = "follows"
    CORRECTS = "corrects"
    REPLACES = "replaces"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class Citation:
    """Another document that a document names."""

    number: str
    """Canonical form, e.g. `646/CĐ-TTg`."""
    issued_on: date | None
    """The day that is written with the number: it tells apart the same number of different years."""
    relation: Relation | None
    """None where the document is only mentioned."""
    span: Span
    """Where the number stands."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One document of a file, as read. A missing value is None or empty, never a guess."""

    kind: DocumentKind
    number: str | None
    """Canonical form, e.g. `02/CĐ-UBND`."""
    issued_on: date | None
    issuer: str | None
    subject: str | None
    urgency: Urgency | None
    secrecy: Secrecy | None
    is_internal: bool
    """Whether it bears "LƯU HÀNH NỘI BỘ": its text is then not sent over public networks."""
    is_emergency: bool
    emergency_reason: str
    hazards: tuple[Hazard, ...]
    cites: tuple[str, ...]
    """Numbers of the documents it cites, canonical, in order, once each."""
    addressees_to_act: tuple[str, ...]
    """The list after "điện:" or "gửi:"."""
    copies: tuple[str, ...]
    """The "Nơi nhận" entries that are neither "Như trên" nor "Lưu"."""
    signatory: str | None
    span: Span
    directives: tuple[Directive, ...]
    context: tuple[Span, ...]
    """Parts that order nothing: letterhead, forecasts, past damage, signature."""
    problems: tuple[Problem, ...]
    citations: tuple[Citation, ...] = ()
    """The same documents as `cites`, each with its day and what is said of it."""
    to_act_at: tuple[Span, ...] = ()
    """Where the entries of the list after "điện:" or "gửi:" stand."""

    @property
    def is_recognised(self) -> bool:
        """Whether this is a document that was read, and not a whole file in which none was found."""
        return all(problem.code != UNRECOGNISED for problem in self.problems)

    @property
    def is_pressing(self) -> bool:
        """Whether officers are told of it at once and asked until one of them has decided: in doubt a hazard that is named will do."""
        return self.is_emergency or (not self.is_recognised and bool(self.hazards))


@dataclass(frozen=True, slots=True)
class FileReading:
    """Everything read from one file. Every character of `text` lies in a document's span or in `outside`."""

    text: str
    """The file as extracted: NFC, every run of white space one space."""
    paragraphs: tuple[Span, ...]
    """Where the source's paragraphs lie in `text`, for showing it."""
    documents: tuple[Reading, ...]
    outside: tuple[Span, ...]
    problems: tuple[Problem, ...]
    refused: str | None = None
    """Why the file was refused (MẬT, too large, unreadable), a Vietnamese sentence; `text` is then empty."""
    refused_code: str | None = None
    """The same for programs: `secret`, `too_large`, `empty`, `binary`, `broken`, `unsupported`, `unreadable`."""

    @classmethod
    def of_refused(cls, code: str, sentence: str) -> FileReading:
        """What is left of a file that is refused: why, and nothing of what it says."""
        return cls(text="", paragraphs=(), documents=(), outside=(), problems=(), refused=sentence, refused_code=code)


class DocumentState(StrEnum):
    """Where a document stands between its reading and its end. A file that is refused holds none; what is corrected is a release."""

    READ = "read"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    REJECTED = "rejected"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


REVIEWABLE = (DocumentState.READ, DocumentState.IN_REVIEW)
"""Those in which nobody has decided yet."""


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file as it came in. Of a secret document only hash, time, source and refusal are kept: `content` is empty."""

    id: int
    sha256: str
    name: str
    source: str
    """Where it came from: `folder`, `api`, `console`, …"""
    received_at: datetime
    received_by: str
    """The account or source that handed it in."""
    content: bytes
    text: str
    paragraphs: tuple[Span, ...]
    problems: tuple[Problem, ...]
    refused: str | None
    refused_code: str | None
