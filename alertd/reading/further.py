"""Finds where a story that retells one paper goes on to that of another office: "Cùng ngày, UBND tỉnh B cũng có công điện …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from alertd.model.documents import Span
from alertd.reading.actor import ORDERING, actor_in
from alertd.reading.names import names_in
from alertd.reading.paragraphs import Paragraph
from alertd.reading.presentation import is_carried_out
from alertd.reading.sentences import sentences
from alertd.reading.source import UPPER, Source, fold, lower
from alertd.reading.telling import first_said, issues

# What stood before the story's own paper is told for the background.
_EARLIER = re.compile(r"trước đó|trước đây|(?:theo|tại) |sau khi |ngay sau khi ")
_OPENING = re.compile(
    r"(?:\* ?|[-–] )?(?:(?:cùng|trong|cũng trong)(?: cùng)? (?:ngày|thời điểm|sáng|chiều|tối|đêm)[^,]{0,20}|"
    r"trong khi đó|tương tự|còn|ngoài ra|tại [^,.;:]{3,40}),? ?"
)
_PROPER = re.compile(rf"[{UPPER}]\w*")
_TYPE_WORDS = frozenset({"UBND", "Ủy", "Chủ", "Phó", "Bộ", "Sở", "Ban", "Cục", "TP", "Ông", "Bà", "Giám", "Trưởng", "Tỉnh", "Thành"})


def goes_on_to_another(source: Source, paragraphs: Sequence[Paragraph], issuer: str | None) -> int | None:
    """The paragraph with which the story turns to what another office, of another place or branch, has asked for in a paper of its own;
    None where it goes on with the one of `issuer`.
    """
    if issuer is None:
        return None
    for index in range(1, len(paragraphs)):
        office = _issuing(source, paragraphs[index].span)
        if office and not _share_name(office, issuer) and _asks(source, paragraphs[index : index + 2]):
            return index
    return None


def _issuing(source: Source, span: Span) -> str | None:
    """The office whose paper the first sentence of a paragraph presents."""
    sentence = next(sentences(source.plain, span.start, span.end), span)
    if _EARLIER.match(source.low, sentence.start) or not issues(source, sentence):
        return None
    said = first_said(source, sentence)
    if said is None or is_carried_out(source, said.span.start, sentence.start):
        return None
    opening = _OPENING.match(source.low, sentence.start, said.span.start)
    office = actor_in(source, Span(opening.end(), sentence.end) if opening else sentence)
    return office if office and names_in(office) else None


def _share_name(one: str, other: str) -> bool:
    """Whether two offices bear a proper name in common: a province's committee and its chairman, a ministry and its minister."""
    first, second = (frozenset(_PROPER.findall(fold(office))) - _TYPE_WORDS for office in (one, other))
    return not first or not second or bool(first & second) or lower(one) in lower(other) or lower(other) in lower(one)


def _asks(source: Source, paragraphs: Sequence[Paragraph]) -> bool:
    return any(ORDERING.search(source.low, p.span.start, p.span.end) for p in paragraphs)
