"""Reads the head of a telegram that is retold without its number: whose it is, what about, and to whom it goes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from alertd.model.documents import DocumentKind, Span
from alertd.reading.actor import LONGEST_OFFICE, ORDERING, actor_in, in_full, nearest_office, office_before, orderer_in
from alertd.reading.addressed import sent_in, sent_to
from alertd.reading.header import Header
from alertd.reading.heads import is_body_head
from alertd.reading.paragraphs import Paragraph
from alertd.reading.presentation import day_before
from alertd.reading.recipients import act_list
from alertd.reading.sentences import sentences
from alertd.reading.source import UPPER, Source
from alertd.reading.telling import all_said, first_said, speaks, tells
from alertd.reading.verbs import first_verb

_ABOUT = re.compile(r"\s(?:về việc|v/v)\s")
_ASKING = re.compile(r"\s(?:yêu cầu|chỉ đạo)\s")
_OWNED = re.compile(r"(?:(?<!các )công điện(?: khẩn| hỏa tốc)?|(?:công văn|văn bản) vừa được (?:ban hành|ký|phát đi)) của\s")
# "Đây là nội dung được Bộ X yêu cầu tại Công điện": the office that says it there, not the one that the news begins with.
_SAID_IN = re.compile(r"\s(?:yêu cầu|đề nghị|chỉ đạo|giao|nêu rõ|nêu|nhấn mạnh) (?:tại|trong) (?:công điện|công văn|văn bản)(?!\w)")
# "Theo văn bản khẩn vừa được Chủ tịch UBND tỉnh ký ngày 3/9, …": who signed it, told of the paper.
_SIGNED_BY = re.compile(
    r"(?:công điện|công văn|văn bản)(?: khẩn| hỏa tốc)?(?: này)?(?: vừa| đã| mới)? (?:được|do) (?P<who>[^,.;:]{4,120}?) "
    r"(?:ký|ban hành|phát đi|gửi)(?!\w)"
)
_OWNER_END = re.compile(r"\scho biết(?!\w)|\s(?:yêu cầu|về|gửi|tới|đến|chỉ đạo|đề nghị|ngày)\s|[,;.:]")
_IN_IT = re.compile(r"(?:trong|tại|theo) (?:công điện|công văn|văn bản)[^,]{0,30},\s+")
_TELLS_IN_IT = re.compile(r"\s(?:cho biết|nhấn mạnh|nêu|lưu ý)(?!\w)")
_SENDS = re.compile(r"\s(?:vừa |đã |mới )?(?:gửi|ra|ban hành|phát đi|phát|có|ký) (?:công điện|công văn)|\sthông báo (?=khẩn|hỏa tốc)")
_LISTS = re.compile(r"\s(?:chỉ đạo|yêu cầu|đề nghị)(?: như sau| sau đây)?\s?:$")
# The head of government charges ministers: "… Thủ tướng giao Bộ trưởng Bộ X chỉ đạo …".
_CHARGES = re.compile(r"(?:(?<=thủ tướng )|(?<=thủ tướng chính phủ ))giao ")
_NEXT = 2
"""Paragraphs below the one that first speaks of a telegram in which its recipients may be named."""
_THIS = re.compile(r"(?P<unit>tỉnh|thành phố|huyện|thị xã|xã|phường) này$")


def read_untitled(source: Source, paragraphs: Sequence[Paragraph], index: int) -> Header:
    """The head of a telegram that an article retells without its number, from the paragraph that first speaks of it."""
    paragraph = paragraphs[index]
    recipients = act_list(source, paragraphs, index, min(len(paragraphs), index + 6))
    own = list(sentences(source.plain, paragraph.span.start, paragraph.span.end))
    sentence = next((s for s in own if speaks(source, s)), own[0] if own else paragraph.span)
    said = first_said(source, sentence)
    named = said.span.start if said else -1
    sent = sent_to(source, said.span.end, sentence.end) if said else ()
    issuer = (
        _owner_of_telegram(source, paragraph)
        or actor_in(source, sentence)
        or next(filter(None, (nearest_office(source, sentence.start, at) for at in all_said(source, sentence))), None)
        or next(filter(None, (orderer_in(source, p) for p in paragraphs)), None)
        or next(filter(None, (_sender_in(source, p) for p in paragraphs)), None)
        or next(filter(None, (_who_lists(source, p) for p in paragraphs)), None)
        or next(filter(None, (orderer_in(source, p, _CHARGES) for p in paragraphs)), None)
    )
    return Header(
        kind=said.kind if said else DocumentKind.CONG_DIEN,
        number=None,
        issued_on=day_before(source, sentence, named) if said else None,
        issuer=in_full(source, _by_name(source, sentence, issuer)) if issuer else None,
        subject=_matter(source, sentence, named),
        to_act=recipients.names if recipients else sent or sent_in(source, paragraph) or _sent_below(source, paragraphs[index + 1 :]),
        body_at=recipients.body_at if recipients else _asks_at(source, sentence, named) or sentence.end if sent else paragraph.span.start,
        to_act_at=recipients.places if recipients else (),
    )


def _sent_below(source: Source, following: Sequence[Paragraph]) -> tuple[str, ...]:
    """To whom the paragraph says that it went which tells of the telegram once more, below a lead that only says what it asks."""
    own = (s for p in following[:_NEXT] for s in sentences(source.plain, p.span.start, p.span.end) if tells(source, s))
    said = ((first_said(source, s), s) for s in own)
    return next(filter(None, (sent_to(source, first.span.end, s.end) for first, s in said if first)), ())


def _by_name(source: Source, sentence: Span, issuer: str) -> str:
    """The issuer with the name of the territory that the sentence only points back to: "… tỉnh Sơn Khê cho biết, UBND tỉnh này …"."""
    pointing = _THIS.search(issuer)
    named = pointing and re.compile(rf"{pointing['unit']} (?:[{UPPER}]\w*(?: |(?!\w)))+").search(source.plain, sentence.start, sentence.end)
    return f"{issuer[: pointing.start()]}{source.text[named.start() : named.end()].strip()}" if pointing and named else issuer


def _asks_at(source: Source, sentence: Span, named: int) -> int | None:
    """Where the sentence itself orders those to whom the telegram goes: "… gửi các đơn vị yêu cầu trực ban; cập nhật …"."""
    for word in ORDERING.finditer(source.low, named, sentence.end):
        verb = first_verb(source.plain, word.end(), sentence.end)
        if verb == word.end() and ";" in source.plain[verb : sentence.end]:
            return word.start()
    return None


def _matter(source: Source, sentence: Span, named: int) -> str | None:
    """What the telegram is about, where the sentence that speaks of it says so: "… có công điện gửi Sở X về việc ứng phó bão"."""
    found = (_ABOUT.search(source.low, named, sentence.end) or _ASKING.search(source.low, named, sentence.end)) if named >= 0 else None
    return source.text[found.end() : sentence.end].strip(" .;:") or None if found else None


def _sender_in(source: Source, paragraph: Paragraph) -> str | None:
    """Who sends it, in a headline ("Bộ X gửi công điện khẩn"), or speaks in it ("Trong công điện chiều 3/9, Thứ trưởng Bộ X cho biết")."""
    start, end = paragraph.span.start, paragraph.span.end
    at = opening.end() if (opening := _IN_IT.match(source.low, start, end)) else start
    found = (_TELLS_IN_IT if opening else _SENDS).search(source.low, at, min(end, at + LONGEST_OFFICE))
    return source.text[at : found.start()].strip(" ,") if found and is_body_head(source.plain, at) else None


def _who_lists(source: Source, paragraph: Paragraph) -> str | None:
    """Who opens a list of what is to be done: "Thủ tướng gửi lời chia buồn … và có ý kiến chỉ đạo như sau:"."""
    last = list(sentences(source.plain, paragraph.span.start, paragraph.span.end))[-1:]
    return next((actor_in(source, s) for s in last if _LISTS.search(source.low, s.start, s.end)), None)


def _owner_of_telegram(source: Source, paragraph: Paragraph) -> str | None:
    """Whose telegram it is, whoever signed it: "… vừa ký Công điện của Thủ tướng Chính phủ yêu cầu …"."""
    if said := _SAID_IN.search(source.low, paragraph.span.start, paragraph.span.end):
        at = office_before(source.plain, paragraph.span.start, said.start())
        return None if at is None else source.text[at : said.start()]
    signed = _SIGNED_BY.search(source.low, paragraph.span.start, paragraph.span.end)
    if signed and is_body_head(source.plain, signed.start("who")):
        return source.text[signed.start("who") : signed.end("who")]
    found = _OWNED.search(source.low, paragraph.span.start, paragraph.span.end)
    if not found or not is_body_head(source.plain, found.end()):
        return None
    stop = _OWNER_END.search(source.low, found.end(), min(paragraph.span.end, found.end() + 120))
    return source.text[found.end() : stop.start()] if stop else None
