"""Reads a document's head from the sentence with which an article or a bulletin's item presents it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from alertd.model.documents import Span
from alertd.reading.actor import ORDERING, acting, nearest_office, subject_at
from alertd.reading.addressed import sent_in, sent_to
from alertd.reading.header import Header, complete, issuer_of_symbol
from alertd.reading.heads import is_body_head
from alertd.reading.names import names_in
from alertd.reading.numbers import Number
from alertd.reading.paragraphs import Paragraph
from alertd.reading.presentation import CONTENTS, Presentation, acts_in, is_inside, kind_before
from alertd.reading.recipients import act_list
from alertd.reading.source import Source
from alertd.reading.verbs import first_verb

_SUBJECT = re.compile(r"(?:về việc|v/v|về|chỉ đạo|yêu cầu|gửi|công bố)\s")
_DATED = re.compile(r"\s?,?\s?ngày\s*\d{1,2}\s*(?:/|tháng)\s*\d{1,2}\s*(?:/|năm)\s*\d{4}\s+")
_CHARGES = re.compile(r"\s(?:giao|yêu cầu|đề nghị|chỉ đạo)\s*$")
_CHARGING = re.compile(r"\s(?:giao|yêu cầu|đề nghị|chỉ đạo),? ")
_BRACKET_END = re.compile(r"[^()]{0,40}\)\s*")
_OWNED = re.compile(r"[^.;]{0,60}?\s(?:của|do)\s")
_SAYS = re.compile(r"[^,.;:]{0,40}? (?:nêu rõ|nêu|chỉ rõ|nhấn mạnh|ghi rõ)(?!\w)")
_ENOUGH_WORDS = 14


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
        body_at=recipients.body_at if recipients else _order_at(source, found, paragraphs[first]),
        to_act_at=recipients.places if recipients else (),
    )


def _order_at(source: Source, found: Presentation, paragraph: Paragraph) -> int:
    """Where the orders begin: after the presenting sentence, in it, or before it ("Các xã phải … Đây là nội dung của văn bản số …")."""
    before = kind_before().search(source.low, found.sentence.start, found.number.span.start)
    if before and CONTENTS.match(source.low, found.sentence.start, before.start()):
        return paragraph.span.start
    if not found.is_issued and _charges_before(source, found):
        return found.sentence.start
    return _ordered_in(source, found) or found.sentence.end


def _charges_before(source: Source, found: Presentation) -> bool:
    """Whether the sentence says who is charged with what before it names the paper: "UBND tỉnh giao Sở X lập … (Công văn số …)"."""
    words = _CHARGING.finditer(source.low, found.sentence.start, found.number.span.start)
    verbs = ((word.end(), first_verb(source.plain, word.end(), found.number.span.start)) for word in words)
    return any(verb is not None and names_in(source.text[names:verb]) for names, verb in verbs)


def _ordered_in(source: Source, found: Presentation) -> int | None:
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
    bracket = kind_before().search(source.low, found.sentence.start, found.number.span.start)
    if bracket is None or not bracket["bracket"] or not _CHARGES.search(source.low, found.sentence.start, bracket.start()):
        return None
    ends = _BRACKET_END.match(source.low, found.number.span.end, found.sentence.end)
    return ends.end() if ends and is_body_head(source.plain, ends.end()) else None


def _issuer(source: Source, sentence: Span, number: Number) -> str | None:
    """Who issues the document that a sentence presents: the subject, else the owner or the last office named."""
    before = kind_before().search(source.low, sentence.start, number.span.start)
    begins = acts_in(source, sentence, before, number) if before else None
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
        r"[,;.(]|\s(?:về|yêu cầu|gửi|chỉ đạo|nêu|đề nghị|ngày|phát đi|ban hành|ký)\s",
        source.text[found.end() : min(sentence.end, found.end() + 120)],
    )[0]
    return words.strip() or None


def _subject(source: Source, found: Presentation) -> str | None:
    match = _SUBJECT.search(source.low, found.number.span.end, found.sentence.end)
    start = found.sentence.end
    if match:
        start = match.end() if match.group().startswith(("về", "v/v")) else match.start()
    elif (dated := _DATED.match(source.low, found.number.span.end, found.sentence.end)) and not source.low.startswith("của ", dated.end()):
        start = dated.end()
    return source.text[start : found.sentence.end].strip(" .;:") or None
