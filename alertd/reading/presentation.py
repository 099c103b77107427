"""Finds the sentence with which an article or a bulletin's item presents a document.

"UBND tỉnh ban hành Công điện số 02/CĐ-UBND, ngày …" presents one; "thực hiện Công điện số …" only cites it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from alertd.model.documents import DocumentKind, Span
from alertd.reading.actor import OFFICIAL, after_commas, has_purpose
from alertd.reading.calendar import full_day_in
from alertd.reading.declarations import told_now
from alertd.reading.heads import is_body_head
from alertd.reading.lexicon import either, lexicon
from alertd.reading.numbers import Number, bare_numbers_in, may_hold_numbers, numbers_in
from alertd.reading.paragraphs import Paragraph
from alertd.reading.sentences import sentences
from alertd.reading.source import Source

_CITING = re.compile(
    r"(?:thực hiện|theo|tại|căn cứ|triển khai|nội dung|của|về|quán triệt|tiếp theo|(?:sau|trước|từ) khi có|tinh thần|cùng với|"
    r"chấp hành|kể từ|liên quan|thay thế|sau)(?: có hiệu quả| hiệu quả| kịp thời)?(?: các| nội dung)?\s*$"
)
_APPROVING = re.compile(r"phê duyệt|đồng ý|chấp thuận|thống nhất|bổ nhiệm|thành lập|công nhận|quyết định")
_GIVES_VIEW = re.compile(r"\s(?:có|cho) ý kiến(?: chỉ đạo)? tại$")
_APPROVED = re.compile(r"(?<!\w)(?:được|do)\s[^,;]{0,60}(?:phê duyệt|chấp thuận|ban hành|quy định|công nhận) tại$")
_AFTER_NUMBER = re.compile(r"(?:\s?,?\s?\(?\s?ngày\s*\d{1,2}[^,;.]{3,24})?(?:\s(?:về|v/v)\s[^;.]{5,200}?)?\s*,\s+")
_ACTS = re.compile(
    r"[^,;.]{2,80}?\s(?:đề nghị|yêu cầu|giao|chỉ đạo|phê duyệt|thống nhất|đồng ý|quyết định|ban hành|chấp thuận|kết luận)[\s:]"
)
_DATE_AFTER = re.compile(r"\s?,?\s?\(?\s?(?:(?:hồi|lúc|vào hồi)\s)?(?:\d{1,2}\s?(?:giờ|h|g)[^,;.]{0,12},?\s)?(?=ngày\s*\d)")
_DAY_BEFORE = re.compile(
    r",\s+(?=(?:(?:\d{1,2} giờ |sáng |trưa |chiều |tối |đêm )?ngày\s*|(?:sáng|trưa|chiều|tối|đêm) )\d{1,2}[^,;]{3,12},\s)"
)
_WITHIN = re.compile(r"tại (?:các )?")
_LOOK_BACK = 240
"""Characters before a number that can say how it is named; without a limit a row of thousands of numbers would take hours."""
_CARRIED_OUT = re.compile(
    r"(?:thực hiện|triển khai|căn cứ|quán triệt|tiếp theo|chấp hành|tinh thần|thay thế|kể từ|tiếp nhận|nhận được|sau khi có|sau|từ)"
    r"(?: nghiêm túc| nghiêm| tốt| đầy đủ| có hiệu quả| hiệu quả| kịp thời| nội dung| tinh thần| các| theo| tại| nêu tại)*\s*$|"
    r"chỉ đạo của [^,.;]{2,60} tại\s*$"
)
# "Thực hiện Công điện số 5 của Thủ tướng, Công điện số 8 của UBND tỉnh": the second one as well.
_ENUMERATED = re.compile(
    r"(?:thực hiện|triển khai|quán triệt|căn cứ|chấp hành)(?!\w)"
    r"[^.]{0,200}?(?:công điện|công văn|văn bản|chỉ thị) [^.;:]{3,160}(?:[;,](?: và)?| và) $"
)
# "Theo văn bản số 6/BC-X do Bộ Y gửi các tỉnh, bộ này đề nghị …": a letter is told where it is said who sent it and what is asked.
_SENT_BY = re.compile(r" do [^,.;:]{3,90} (?:gửi|ban hành|ký)(?!\w)[^.;:]{0,160}?, [^.;:]{2,60} (?:yêu cầu|đề nghị|chỉ đạo) ")
# "Đây là một trong những nội dung của văn bản số 6/BC-X …": what is told above stands in it.
STANDS_ABOVE = re.compile(r"đây (?:cũng )?là (?:một trong )?(?:những |các )?(?:nội dung|yêu cầu|chỉ đạo|nhiệm vụ)(?!\w)")
CONTENTS = re.compile(rf"{STANDS_ABOVE.pattern}(?: \w+)? (?:của|trong|tại) $")
# "Công điện được đưa ra sau khi Thủ tướng ban hành Công điện số 5": another's, told for when it was.
_AFTER_THAT = re.compile(r"(?<!\w)(?:sau|trước|từ|ngay) khi [^,.;:]{3,90}$")
# "… số 5/CĐ-X ngày 3/9/2025": the day of the paper that has the number.
_BORNE = re.compile(r"(?<!\w)số:? \d[^\s,;]{0,40},? (?:(?:hồi|lúc) [^,;]{1,16} )?ngày \d")
_POINTING = re.compile(r"(?<!\w)(?:theo|tại|trong|những nội dung của)(?: nội dung)?\s*$")


@dataclass(frozen=True, slots=True)
class Presentation:
    """The presented number, the sentence that presents it, and the document's kind and date as said there."""

    number: Number
    kind: DocumentKind
    issued_on: date | None
    sentence: Span
    is_issued: bool
    """Whether a verb of issuing stands before it; else it stands in brackets after what was decided."""


@cache
def kind_before() -> re.Pattern[str]:
    """The kind that is named right before a number: "Công điện hỏa tốc số", in brackets or not."""
    kinds = "|".join(sorted((re.escape(k) for k in lexicon().kind_names), key=len, reverse=True))
    return re.compile(rf"(?P<bracket>\()?(?<!\w)(?P<kind>{kinds})(?: khẩn| hỏa tốc| thượng khẩn| hỏa tốc)*(?: số){{0,2}}\s*:?\s*$")


@cache
def _issuing() -> re.Pattern[str]:
    return re.compile(rf"(?:ký thay [^,;()]{{3,60}}|(?<!ban )(?:{either(lexicon().issuing)}|phát hành)[^,;()]{{0,24}})$")


def presented_in(source: Source, paragraph: Paragraph) -> Presentation | None:
    """The document that a paragraph presents, the one in brackets with its date before one that is only issued in passing."""
    found = list(_presentations(source, paragraph))
    return next((p for p in found if not p.is_issued), None) or next(iter(found), None)


def _presentations(source: Source, paragraph: Paragraph) -> Iterator[Presentation]:
    for sentence in _numbering(source, paragraph):
        for number in _numbers(source, sentence):
            before = kind_before().search(source.low, max(sentence.start, number.span.start - 60), number.span.start)
            presents = _how(source, sentence, before) if before else None
            if before and presents is None and acts_in(source, sentence, before, number) is not None:
                presents = True
            if before is None or presents is None:
                continue
            dated = _date_after(source, number, sentence)
            kind = DocumentKind(lexicon().kind_names[before["kind"]]) if before["kind"] != "văn bản" else number.kind
            yield Presentation(number, kind, dated, sentence, presents)


def paper_at_head(source: Source, paragraph: Paragraph) -> Presentation | None:
    """The paper with whose kind and number a paragraph opens, as lists of papers do: "5. Kế hoạch số 19/KH-UBND …", "Tại Công văn số …"."""
    head = Span(paragraph.body.start, min(paragraph.span.end, paragraph.body.start + _LOOK_BACK))
    within = _WITHIN.match(source.low, head.start)
    begins = within.end() if within else head.start
    number = next(_numbers(source, head), None)
    before = kind_before().search(source.low, begins, number.span.start) if number else None
    if number is None or before is None or before.start() != begins:
        return None
    kind = DocumentKind(lexicon().kind_names[before["kind"]]) if before["kind"] != "văn bản" else number.kind
    sentence = next(s for s in sentences(source.plain, head.start, paragraph.span.end) if s.end > number.span.start)
    return Presentation(number, kind, _date_after(source, number, sentence), sentence, is_issued=True)


def pointed_to_in(source: Source, paragraph: Paragraph) -> Presentation | None:
    """The telegram that is told from: "Theo Công điện số 181 ngày 30-9, …", "một trong những nội dung của Công điện số …"; not one
    that somebody carries out.
    """
    for sentence in _numbering(source, paragraph):
        for number in _numbers(source, sentence):
            before = kind_before().search(source.low, max(sentence.start, number.span.start - 60), number.span.start)
            if before is None or is_carried_out(source, before.start(), sentence.start):
                continue
            is_told = (
                _is_telegram(before)
                or _SENT_BY.match(source.low, number.span.end, sentence.end)
                or CONTENTS.match(source.low, sentence.start, before.start())
            )
            if is_told and (before.start() == sentence.start or _points(source, sentence, before.start())):
                kind = DocumentKind.CONG_DIEN if _is_telegram(before) else number.kind
                return Presentation(number, kind, _date_after(source, number, sentence), sentence, is_issued=True)
    return None


def _points(source: Source, sentence: Span, named: int) -> bool:
    """Whether the words before the document say that it is told from; what is done "theo Công điện số 9" is another's order."""
    points = _POINTING.search(source.low, sentence.start, named)
    if points is None or not points.group().startswith("theo"):
        return points is not None
    return points.start() == sentence.start or source.plain[points.start() - 2] in ",;:"


def is_carried_out(source: Source, at: int, start: int) -> bool:
    """Whether the document named at `at` is what somebody acts upon: "thực hiện Công điện …", "tiếp theo Công điện …"."""
    begin = max(start, at - _LOOK_BACK)
    return bool(_CARRIED_OUT.search(source.low, begin, at) or _ENUMERATED.search(source.low, begin, at))


def _numbering(source: Source, paragraph: Paragraph) -> Iterator[Span]:
    """The sentences of a paragraph with numbers of documents that tell of now; none where it has no number."""
    span = paragraph.span
    if may_hold_numbers(source.plain, source.low, span.start, span.end):
        yield from told_now(source, span)


def _numbers(source: Source, sentence: Span) -> Iterator[Number]:
    yield from numbers_in(source.plain, source.low, sentence.start, sentence.end)
    yield from bare_numbers_in(source.low, sentence.start, sentence.end)


def _how(source: Source, sentence: Span, before: re.Match[str]) -> bool | None:
    """True for "ban hành Công điện số", False for "(Công văn số …)", None for a mere citation."""
    if before["bracket"]:
        return None if _CITING.search(source.low, max(sentence.start, before.start() - _LOOK_BACK), before.start()) else False
    lead = source.low[max(sentence.start, before.start() - _LOOK_BACK) : before.start()].strip()
    if not lead or lead in ("(", '"', "“"):
        return True if _is_telegram(before) else None
    if lead.endswith("tại"):
        return True if _GIVES_VIEW.search(lead) or (_APPROVING.search(lead) and not _APPROVED.search(lead)) else None
    if _CITING.search(lead) or _AFTER_THAT.search(lead):
        return None
    return True if _issuing().search(lead) else None


def _is_telegram(before: re.Match[str]) -> bool:
    return lexicon().kind_names[before["kind"]] == DocumentKind.CONG_DIEN


def acts_in(source: Source, sentence: Span, before: re.Match[str], number: Number) -> int | None:
    """Where the office stands that acts in the document: "Tại Văn bản số …, ngày …, UBND tỉnh đề nghị …"; None for a mere citation."""
    if not source.low[max(sentence.start, before.start() - 12) : before.start()].rstrip().endswith("tại"):
        return None
    after = _AFTER_NUMBER.match(source.low, number.span.end, sentence.end)
    if not after or is_carried_out(source, before.start(), sentence.start):
        return None
    is_purpose = has_purpose(source, after.end(), sentence.end)
    official = OFFICIAL.match(source.low, after.end(), sentence.end)
    begins = after_commas(source, after.end(), sentence.end) if is_purpose else iter(((official or after).end(),))
    return next((at for at in begins if is_body_head(source.plain, at) and _ACTS.match(source.low, at, sentence.end)), None)


def _date_after(source: Source, number: Number, sentence: Span) -> date | None:
    """The date that stands right after the number, else the one that opens the sentence ("Ngày 23/7/2025, …")."""
    if lead := _DATE_AFTER.match(source.low, number.span.end):
        found = full_day_in(source.low, lead.end(), min(sentence.end, lead.end() + 40))
        if found:
            return found[0]
    return day_before(source, sentence, number.span.start)


def day_before(source: Source, sentence: Span, named: int) -> date | None:
    """The day that opens the sentence or a part of it before the document is named: "Ngày 23/7/2025, …"; none that another paper bears
    ("Triển khai Công điện số 5 ngày 23/7/2025, …").
    """
    day = next(_DAY_BEFORE.finditer(source.low, max(sentence.start, named - _LOOK_BACK), named), None)
    begins = day.end() if day else sentence.start
    opening = full_day_in(source.low, begins, min(named, begins + 60))
    is_anothers = opening is not None and _BORNE.search(source.low, begins, opening[1]) is not None
    return opening[0] if opening and not is_anothers else None


def is_inside(source: Source, found: Presentation) -> bool:
    """Whether the sentence says what was done in the document ("Tại Văn bản số …, UBND tỉnh đề nghị …") rather than what it is about."""
    before = kind_before().search(source.low, found.sentence.start, found.number.span.start)
    if _SENT_BY.match(source.low, found.number.span.end, found.sentence.end):
        return True
    return before is not None and acts_in(source, found.sentence, before, found.number) is not None
