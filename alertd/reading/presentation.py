"""Finds the sentence with which an article or a bulletin's item presents a document, and reads the head from it.

"UBND tỉnh ban hành Công điện số 02/CĐ-UBND, ngày …" presents one; "thực hiện Công điện số …" only cites it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from alertd.model.documents import DocumentKind, Span
from alertd.reading.actor import OFFICIAL, ORDERING, acting, after_commas, has_purpose, nearest_office, subject_at
from alertd.reading.addressed import sent_in, sent_to
from alertd.reading.calendar import full_day_in
from alertd.reading.declarations import told_now
from alertd.reading.header import Header, complete, issuer_of_symbol
from alertd.reading.heads import is_body_head
from alertd.reading.lexicon import either, lexicon
from alertd.reading.names import names_in
from alertd.reading.numbers import Number, bare_numbers_in, may_hold_numbers, numbers_in
from alertd.reading.paragraphs import Paragraph
from alertd.reading.recipients import act_list
from alertd.reading.sentences import sentences
from alertd.reading.source import Source
from alertd.reading.verbs import first_verb

_CITING = re.compile(
    r"(?:thực hiện|theo|tại|căn cứ|triển khai|nội dung|của|về|quán triệt|tiếp theo|(?:sau|trước|từ) khi có|tinh thần|cùng với|"
    r"chấp hành|kể từ|liên quan|thay thế|sau)(?: các| nội dung)?\s*$"
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
_DATED = re.compile(r"\s?,?\s?ngày\s*\d{1,2}\s*(?:/|tháng)\s*\d{1,2}\s*(?:/|năm)\s*\d{4}\s+")
_SUBJECT = re.compile(r"(?:về việc|v/v|về|chỉ đạo|yêu cầu|gửi|công bố)\s")
_WITHIN = re.compile(r"tại (?:các )?")
_LOOK_BACK = 240
"""Characters before a number that can say how it is named; without a limit a row of thousands of numbers would take hours."""
_CARRIED_OUT = re.compile(
    r"(?:thực hiện|triển khai|căn cứ|quán triệt|tiếp theo|chấp hành|tinh thần|thay thế|kể từ|tiếp nhận|nhận được|sau khi có|sau|từ)"
    r"(?: nghiêm túc| nghiêm| tốt| đầy đủ| nội dung| tinh thần| các| theo| tại| nêu tại)*\s*$|chỉ đạo của [^,.;]{2,60} tại\s*$"
)
# "Thực hiện Công điện số 5 của Thủ tướng, Công điện số 8 của UBND tỉnh": the second one as well.
_ENUMERATED = re.compile(
    r"(?:thực hiện|triển khai|quán triệt|căn cứ)(?!\w)[^.]{0,200}?(?:công điện|công văn|văn bản|chỉ thị) [^.;:]{3,160}[;,](?: và)? $"
)
# "Theo văn bản số 6/BC-X do Bộ Y gửi các tỉnh, bộ này đề nghị …": a letter is told where it is said who sent it and what is asked.
_SENT_BY = re.compile(r" do [^,.;:]{3,90} (?:gửi|ban hành|ký)(?!\w)[^.;:]{0,160}?, [^.;:]{2,60} (?:yêu cầu|đề nghị|chỉ đạo) ")
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
def _kind_before() -> re.Pattern[str]:
    kinds = "|".join(sorted((re.escape(k) for k in lexicon().kind_names), key=len, reverse=True))
    return re.compile(rf"(?P<bracket>\()?(?<!\w)(?P<kind>{kinds})(?: khẩn| hỏa tốc| thượng khẩn| hỏa tốc)*(?: số)?\s*:?\s*$")


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
            before = _kind_before().search(source.low, max(sentence.start, number.span.start - 60), number.span.start)
            presents = _how(source, sentence, before) if before else None
            if before and presents is None and _acts_in(source, sentence, before, number) is not None:
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
    before = _kind_before().search(source.low, begins, number.span.start) if number else None
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
            before = _kind_before().search(source.low, max(sentence.start, number.span.start - 60), number.span.start)
            if before is None or is_carried_out(source, before.start(), sentence.start):
                continue
            is_told = _is_telegram(before) or _SENT_BY.match(source.low, number.span.end, sentence.end)
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
    if _CITING.search(lead):
        return None
    return True if _issuing().search(lead) else None


def _is_telegram(before: re.Match[str]) -> bool:
    return lexicon().kind_names[before["kind"]] == DocumentKind.CONG_DIEN


def _acts_in(source: Source, sentence: Span, before: re.Match[str], number: Number) -> int | None:
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
    """The day that opens the sentence or a part of it before the document is named: "Ngày 23/7/2025, …"."""
    day = next(_DAY_BEFORE.finditer(source.low, max(sentence.start, named - _LOOK_BACK), named), None)
    begins = day.end() if day else sentence.start
    opening = full_day_in(source.low, begins, min(named, begins + 60))
    return opening[0] if opening else None


def read_presentation(
    source: Source, paragraphs: Sequence[Paragraph], first: int, end: int, found: Presentation, heading: str | None
) -> Header:
    """The head of the document that `paragraphs[first]` presents."""
    said = _issuer(source, found.sentence, found.number)
    number = complete(found.number.text, said)
    issuer = issuer_of_symbol(number) or said
    recipients = act_list(source, paragraphs, first, min(end, first + 6))
    return Header(
        kind=found.kind,
        number=number,
        issued_on=found.issued_on,
        issuer=issuer,
        subject=heading or (None if is_inside(source, found) else _subject(source, found)),
        to_act=recipients.names
        if recipients
        else sent_to(source, found.number.span.end, found.sentence.end) or sent_in(source, paragraphs[first]),
        body_at=recipients.body_at if recipients else _order_at(source, found) or found.sentence.end,
        to_act_at=recipients.places if recipients else (),
    )


def is_inside(source: Source, found: Presentation) -> bool:
    """Whether the sentence says what was done in the document ("Tại Văn bản số …, UBND tỉnh đề nghị …") rather than what it is about."""
    before = _kind_before().search(source.low, found.sentence.start, found.number.span.start)
    if _SENT_BY.match(source.low, found.number.span.end, found.sentence.end):
        return True
    return before is not None and _acts_in(source, found.sentence, before, found.number) is not None


def _order_at(source: Source, found: Presentation) -> int | None:
    """Where the presenting sentence itself orders at length: "… về việc ứng phó bão, yêu cầu Sở X chỉ đạo …"; a short one only sums up.
    What a telegram says by its own words ("Công điện số 4 nêu rõ, …") is read from the beginning.
    """
    if charged := _charged_after_bracket(source, found):
        return charged
    for word in ORDERING.finditer(source.low, found.number.span.end, found.sentence.end):
        verb = first_verb(source.plain, word.end(), found.sentence.end)
        if verb is None or not names_in(source.text[word.end() : verb]):
            continue
        # What follows a dash explains what is dealt with: "… ứng phó bão số 5 - cơn bão rất mạnh …".
        is_long = len(source.plain[verb : found.sentence.end].split(" - ")[0].split()) >= _ENOUGH_WORDS
        if not is_long and not is_inside(source, found):
            return None
        return found.sentence.start if _SAYS.match(source.low, found.number.span.end) else word.start()
    return None


def _charged_after_bracket(source: Source, found: Presentation) -> int | None:
    """Where they are named who are charged: "Phó Chủ tịch UBND tỉnh giao (Công văn số …, ngày …) Sở X …"."""
    bracket = _kind_before().search(source.low, found.sentence.start, found.number.span.start)
    if bracket is None or not bracket["bracket"] or not _CHARGES.search(source.low, found.sentence.start, bracket.start()):
        return None
    ends = _BRACKET_END.match(source.low, found.number.span.end, found.sentence.end)
    return ends.end() if ends and is_body_head(source.plain, ends.end()) else None


_CHARGES = re.compile(r"\s(?:giao|yêu cầu|đề nghị|chỉ đạo)\s*$")
_BRACKET_END = re.compile(r"[^()]{0,40}\)\s*")
_OWNED = re.compile(r"[^.;]{0,60}?\s(?:của|do)\s")
_SAYS = re.compile(r"[^,.;:]{0,40}? (?:nêu rõ|nêu|chỉ rõ|nhấn mạnh|ghi rõ)(?!\w)")
_ENOUGH_WORDS = 14


def _issuer(source: Source, sentence: Span, number: Number) -> str | None:
    """Who issues the document that a sentence presents: the subject, else the owner or the last office named."""
    before = _kind_before().search(source.low, sentence.start, number.span.start)
    begins = _acts_in(source, sentence, before, number) if before else None
    at = subject_at(source, sentence, number.span.start, begins)
    if is_body_head(source.plain, at):
        return acting(source, at, sentence.end)
    return _owner(source, sentence, number) or nearest_office(source, at, number.span.start)


def _owner(source: Source, sentence: Span, number: Number) -> str | None:
    """The owner named after the number: "Công điện số … của Chủ tịch UBND tỉnh …"."""
    found = _OWNED.match(source.low, number.span.end, sentence.end)
    if not found or not is_body_head(source.plain, found.end()):
        return None
    words = re.split(
        r"[,;.(]|\s(?:về|yêu cầu|gửi|chỉ đạo|nêu|đề nghị|ngày)\s", source.text[found.end() : min(sentence.end, found.end() + 120)]
    )[0]
    return words.strip() or None


def _subject(source: Source, found: Presentation) -> str | None:
    match = _SUBJECT.search(source.low, found.number.span.end, found.sentence.end)
    start = found.sentence.end
    if match:
        start = match.end() if match.group().startswith(("về", "v/v")) else match.start()
    elif dated := _DATED.match(source.low, found.number.span.end, found.sentence.end):
        start = dated.end()
    return source.text[start : found.sentence.end].strip(" .;:") or None
