"""Reads the head of a document that is set in the form of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from alertd.model.documents import DocumentKind, Span
from alertd.reading.calendar import full_day_in
from alertd.reading.capitals import in_small_letters
from alertd.reading.header import Header, complete, issuer_of_symbol
from alertd.reading.issuer_lines import OFFICE, issuer_lines, top_of
from alertd.reading.lexicon import lexicon
from alertd.reading.marks import is_rule, kind_heading, kind_name, marks, number_line
from alertd.reading.numbers import Number, bare_numbers_in, numbers_in
from alertd.reading.paragraphs import Paragraph
from alertd.reading.recipients import SIGNING_OFFICES, ActList, act_list
from alertd.reading.source import Source, trim

_SUBJECT = re.compile(r"^\W*(?:v/v|về việc|về)[:\s]+", re.IGNORECASE)
_HOUR_AND_DAY = re.compile(r",?\s?(?:(?:phát |điện )?(?:vào )?(?:hồi|lúc))?\s?(?:\d{1,2}\s?(?:giờ|h|g)[^,;.]{0,12},?\s*)?(?=ngày\s*\d)")
# Under the heading, before what it is about: "Số 45/CĐ-ĐS, hồi 21h30 ngày 20/11/2025".
_OWN_NUMBER = re.compile(
    r"^\W*số:? ?\d{1,5}\s?/\s?[\w-]+\)?(?:,? (?:hồi|lúc) \d[\dhgiờphút'’: ]*)?"
    r"(?:,?\s*ngày (?:\d{1,2}/\d{1,2}/|\d{1,2} tháng \d{1,2} năm )\d{4})?",
    re.IGNORECASE,
)
_STAMPS = re.compile(r"^\W*(?:(?:KHẨN|HỎA TỐC|HOẢ TỐC|LIÊN TỊCH|SỐ:? ?\d[\w/-]*)(?!\w)\W*)*")
_HEAD_LENGTH = 25
_LONGEST_TITLE = 60
_LONGEST_SUBJECT = 400
_HOLDER = re.compile(rf"(?<!\w){SIGNING_OFFICES}\s$")


def read_letterhead(source: Source, paragraphs: Sequence[Paragraph], start: int, end: int) -> Header:
    """The head of the document that the paragraphs `[start, end)` make."""
    last = min(end, start + _HEAD_LENGTH)
    heading = next((i for i in range(start, last) if kind_heading(source, paragraphs[i])), None)
    recipients = act_list(source, paragraphs, start, last)
    before = _head_end(source, paragraphs, start, last, heading, recipients)
    own = _own_number(source, paragraphs, start, before)
    dated = full_day_in(source.low, paragraphs[start].span.start, _date_limit(source, paragraphs, start, before, heading))
    dated = dated or (_hour_and_day(source, own) if own else None)
    # "512/KL-QLBVR" is a letter of the Chi cục Kiểm lâm: of a symbol that may be an office's the form tells.
    by_symbol = own.kind if own and own.kind is not DocumentKind.KHAC else None
    kind = kind_heading(source, paragraphs[heading]) if heading is not None else by_symbol
    lines = issuer_lines(source, paragraphs[start:before])
    top = top_of(lines).removeprefix("của ")  # "CÔNG ĐIỆN / CỦA TRƯỞNG BAN …"
    telegraph = _telegraph(source, paragraphs, recipients, top) or _authority(source, paragraphs, heading, before)
    within = Span(paragraphs[start].span.start, paragraphs[end - 1].span.end)
    issuer = _issuer(source, top, lines, telegraph, within) or issuer_of_symbol(own.text if own else None)
    body_at = recipients.body_at if recipients else paragraphs[before].span.start if before < end else paragraphs[end - 1].span.end
    return Header(
        kind=DocumentKind(kind or _kind_by_title(source, paragraphs[start]) or _kind_by_list(recipients)),
        number=complete(own.text if own else None, issuer),
        issued_on=dated[0] if dated else None,
        issuer=issuer,
        subject=_subject(source, paragraphs, heading, _subject_end(paragraphs, heading, telegraph, recipients, before), start, before),
        to_act=recipients.names if recipients else (),
        body_at=body_at,
        to_act_at=recipients.places if recipients else (),
        told=recipients.told if recipients else (),
    )


def _kind_by_title(source: Source, paragraph: Paragraph) -> str | None:
    """The kind that a page's plain title names: "Thông báo khẩn ngày 18/10/2020"."""
    named = kind_name().match(source.low, paragraph.span.start)
    is_title = named and paragraph.span.end - paragraph.span.start < _LONGEST_TITLE and source.plain[paragraph.span.end - 1] not in ".:;"
    return lexicon().kind_names[named[0]] if named and is_title else None


def _kind_by_list(recipients: ActList | None) -> DocumentKind:
    """A document without heading or symbol: who "điện" telegraphs, who writes "Kính gửi" sends a letter."""
    if recipients is None:
        return DocumentKind.KHAC
    return DocumentKind.CONG_VAN if recipients.issuer_end is None else DocumentKind.CONG_DIEN


def _head_end(
    source: Source, paragraphs: Sequence[Paragraph], start: int, last: int, heading: int | None, recipients: ActList | None
) -> int:
    """The index of the first paragraph after the letterhead and the subject, before any list of recipients."""
    if recipients:
        return recipients.first + (1 if recipients.issuer_end is not None else 0)
    at = heading + 1 if heading is not None else start
    while at < last and (
        paragraphs[at].is_caps
        or marks(source, paragraphs[at]).any
        or is_rule(source, paragraphs[at])
        or _is_subject(source, paragraphs[at])
        or (at - 1 == heading and _is_title(source, paragraphs[at]))
        or (at + 1 < last and _stands_above_office(source, paragraphs[at : at + 2]))
    ):
        at += 1
    return at


def _is_subject(source: Source, paragraph: Paragraph) -> bool:
    return (
        source.low.startswith(("v/v", "về việc", "(v/v", "(về việc"), paragraph.span.start) and source.text[paragraph.span.end - 1] != "."
    )


def _is_title(source: Source, paragraph: Paragraph) -> bool:
    """Whether the line right under the kind may say what the document is about: "THÔNG BÁO / Kết luận của đồng chí …"."""
    words = source.slice(paragraph.span)
    return paragraph.marker is None and len(words) < _LONGEST_SUBJECT and words[-1] not in ".:;,/"


def _stands_above_office(source: Source, pair: Sequence[Paragraph]) -> bool:
    """Whether the first goes on with what the document is about, and whoever issues it stands in capitals below."""
    title, office = pair
    return _is_office(source, office) and _is_title(source, title)


def _authority(source: Source, paragraphs: Sequence[Paragraph], heading: int | None, before: int) -> Span | None:
    """Who decides, in capitals between what a decision or an order is about and its text."""
    last = paragraphs[before - 1] if heading is not None and before - 1 > heading else None
    return last.span if last is not None and _is_office(source, last) else None


def _is_office(source: Source, paragraph: Paragraph) -> bool:
    is_named = paragraph.is_caps and OFFICE.match(source.low, paragraph.span.start) is not None
    return is_named and source.text[paragraph.span.end - 1] != ":"


def _own_number(source: Source, paragraphs: Sequence[Paragraph], start: int, end: int) -> Number | None:
    for paragraph in paragraphs[start:end]:
        for line in (paragraph.span.start, *paragraph.lines):
            if found := number_line(source, Span(line, paragraph.span.end)):
                return found
    for paragraph in paragraphs[start:end]:
        if kind_heading(source, paragraph):
            return next(bare_numbers_in(source.low, paragraph.span.start, paragraph.span.start + 40), None) or _after_kind(
                source, paragraph
            )
    return None


def _after_kind(source: Source, paragraph: Paragraph) -> Number | None:
    """The number in the heading itself: "CÔNG ĐIỆN SỐ 05/CĐ-UBND"."""
    span = paragraph.span
    found = next(numbers_in(source.plain, source.low, span.start, span.end), None)
    return found if found and found.span.start - span.start < 30 else None


def _date_limit(source: Source, paragraphs: Sequence[Paragraph], start: int, before: int, heading: int | None) -> int:
    """The date of issue stands above the heading, or in a line of place and date under it."""
    if heading is None:
        return paragraphs[max(start, before - 1)].span.end
    below = next((i for i in range(heading + 1, before) if marks(source, paragraphs[i]).place), heading - 1 if heading > start else heading)
    return paragraphs[max(start, below)].span.end


def _hour_and_day(source: Source, own: Number) -> tuple[date, int] | None:
    """The date in the line of the number: "Số: 02/CĐ-TW hồi 10 giờ 00 ngày 01/02/2014"."""
    line = _HOUR_AND_DAY.match(source.low, own.span.end)
    return full_day_in(source.low, line.start(), line.end() + 30) if line else None


def _telegraph(source: Source, paragraphs: Sequence[Paragraph], recipients: ActList | None, top: str) -> Span | None:
    """The words of the office before its "điện:"; the subject in capitals may run on into them."""
    if recipients is None or recipients.issuer_end is None:
        return None
    span = trim(source.text, paragraphs[recipients.first].body.start, recipients.issuer_end, " ,:-")
    if span.start == span.end and recipients.first and paragraphs[recipients.first - 1].is_caps:
        return _above(source, paragraphs, recipients.first)
    if span.start == span.end:
        return None
    words = source.low[span.start : span.end]
    if top and words.endswith(top):
        holder = _HOLDER.search(words, 0, len(words) - len(top))
        return Span(span.start + holder.start() if holder else span.end - len(top), span.end)
    begins = [m.start() for m in OFFICE.finditer(words) if len(words) - m.start() <= 110]
    return Span(span.start + begins[0], span.end) if begins else span


def _above(source: Source, paragraphs: Sequence[Paragraph], index: int) -> Span | None:
    """The office in capitals on the lines above a "ĐIỆN:" that stands alone; what the document is about is none."""
    first = index
    while (
        first
        and paragraphs[first - 1].is_caps
        and not (marks(source, paragraphs[first - 1]).any or _is_subject(source, paragraphs[first - 1]))
    ):
        first -= 1
    return Span(paragraphs[first].span.start, paragraphs[index - 1].span.end) if first < index else None


def _issuer(source: Source, top: str, lines: Sequence[str], telegraph: Span | None, within: Span) -> str | None:
    """Who telegraphs, by the words before "điện:", else by the top of the letterhead, which tells the territory as well."""
    words = source.low[telegraph.start : telegraph.end] if telegraph else top
    if not words:
        return None
    if top.endswith(words):
        words = top
    unit = re.search(r"(?:tỉnh ủy|thành ủy|huyện ủy|thị ủy|đảng ủy|tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)$", words)
    named = (re.search(rf"(?<!\w){unit.group()} (?!điện\s*:?$)(.+)$", line) for line in (top, *lines)) if unit else ()
    if territory := next(filter(None, named), None):
        words = f"{words} {territory.group(1)}"
    return in_small_letters(source, words, within)


def _subject_end(
    paragraphs: Sequence[Paragraph], heading: int | None, telegraph: Span | None, recipients: ActList | None, before: int
) -> int:
    """Where what a heading says ends: before the office that telegraphs, before a "điện:" that stands alone, or with the letterhead."""
    if telegraph is not None:
        return telegraph.start
    if recipients is not None and recipients.issuer_end is not None:
        return recipients.issuer_end
    return paragraphs[max(heading or 0, before - 1)].span.end


def _subject(source: Source, paragraphs: Sequence[Paragraph], heading: int | None, stop: int, start: int, end: int) -> str | None:
    """The words after the heading up to `stop`, or the line "V/v …" under the number."""
    line = next((p for p in paragraphs[start:end] if _is_subject(source, p)), None)
    words = source.slice(line.span) if line else ""
    if heading is not None and not (line and line.span.end <= paragraphs[heading].span.start):
        name = next(n for n in lexicon().kind_names if source.low.startswith(n, paragraphs[heading].span.start))
        words = source.text[paragraphs[heading].span.start + len(name) : max(stop, paragraphs[heading].span.start)]
    words = _OWN_NUMBER.sub(" ", _STAMPS.sub("", words), count=1)
    words = re.sub(r"số:? ?[^\s]{3,20}(?: CĐ/\w+)? hồi \d[^.;]{0,40}?\d{4}\.?", " ", words, flags=re.IGNORECASE)
    words = re.sub(r"[^.,]{2,40}, ngày \d+ tháng \d+ năm \d{4}|[-_*]{3,}", " ", words)
    words = _STAMPS.sub("", " ".join(words.split()))
    return None if words.startswith("CỦA ") else _bare(_SUBJECT.sub("", words, count=1)) or None


def _bare(words: str) -> str:
    """The words without what encloses or ends all of them; a bracket that belongs to its last words stays."""
    words = words.strip(" -:.")
    if words.endswith(")") and words.count(")") > words.count("("):
        words = words[:-1].strip(" -:.")  # "(V/v mưa đá)" without its first words
    return words[1:-1].strip(" -:.") if words.startswith("(") and words.endswith(")") else words
