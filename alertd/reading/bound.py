"""Finds what bodies by name must do against a danger in a story that names no paper, whoever asks: "Sở Y tế được yêu cầu …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alertd.model.documents import DocumentKind
from alertd.reading.actor import actor_in, in_full
from alertd.reading.blocks import Part
from alertd.reading.declarations import told_now
from alertd.reading.directed import is_spoken, prose_at_top
from alertd.reading.header import Header
from alertd.reading.names import names_in
from alertd.reading.paragraphs import Paragraph
from alertd.reading.persons import are_people
from alertd.reading.rules import Sentence, first_match
from alertd.reading.rules.rule import BY_HOUR
from alertd.reading.segment import Form, Piece
from alertd.reading.source import Source

_ENOUGH = 2
"""One duty may be told in passing."""
_NAMED = frozenset({"named"})
_CHARGED = frozenset({"issuer"})
_CHARGES = re.compile(r"(?<!\w)(?:giao|phân công)$")
_DUTY = re.compile(r"(?<!\w)(?:được (?:giao|yêu cầu|phân công|đề nghị)|phải|có trách nhiệm|chịu trách nhiệm)(?!\w)")
# Offices charge each other every day; against a danger, where people are to be moved or helped.
_RESPONDS = re.compile(r"(?<!\w)(?:ứng phó|đối phó|sơ tán|di dời|ứng cứu|cứu nạn|cứu hộ|tránh trú)(?!\w)")
_TELLS = re.compile(r"(?<!\w)(?:đã|đang|cho biết|nhận định|dự báo)(?!\w)")
# "Tàu thuyền cần tìm nơi tránh trú": advice to whoever is there.
_VESSELS = re.compile(r"(?:các |mọi |toàn bộ |tất cả )?(?:tàu|thuyền|phương tiện)")
_LONGEST_DUTY = 14


def read_bound(source: Source, paragraphs: Sequence[Paragraph]) -> Piece | None:
    """The story as a document, where two bodies at least are said to be bound."""
    prose = prose_at_top(source, paragraphs)
    if not prose:
        return None
    own = [p for _, p in prose if not is_spoken(source, p)]
    told = [sentence for p in own for sentence in Part(source, p, p.span.start, "").sentences]
    responds = any(_RESPONDS.search(source.low, sentence.span.start, sentence.span.end) for sentence in told)
    charges = [office for sentence in told if responds and (office := _charging(sentence))]
    if len(charges) + sum(_binds(sentence) for sentence in told) < _ENOUGH:
        return None
    first, opening = prose[0]
    issuer = in_full(source, charges[0]) if charges else next(_actors(source, own), None)
    header = Header(DocumentKind.KHAC, None, None, issuer, None, (), opening.span.start)
    return Piece(Form.ARTICLE, first, len(paragraphs), header)


def _charging(sentence: Sentence) -> str | None:
    """The office that charges somebody: "UBND tỉnh giao UBND xã A cắm biển báo …"."""
    match = first_match(sentence, Form.ARTICLE, _CHARGED)
    if match is None or not match[1].names or match[1].verb is None:
        return None
    charges = _CHARGES.search(match[1].words)
    return (match[1].words[: charges.start()].strip(" ,") or None) if charges else None


def _binds(sentence: Sentence) -> bool:
    source, span = sentence.source, sentence.span
    match = first_match(sentence, Form.ARTICLE, _NAMED)
    if match is None or match[1].verb is None or _TELLS.search(source.low, span.start, match[1].verb):
        return False
    names, verb = match[1].names or (), match[1].verb
    if are_people(name for name in names if not _VESSELS.match(name.lower())):
        return False
    duty = _DUTY.search(source.low, match[1].start, verb + _LONGEST_DUTY)
    return duty is not None or BY_HOUR.search(source.low, verb, span.end) is not None


def _actors(source: Source, paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """The offices that act in the story."""
    actors = (actor_in(source, s) for p in paragraphs for s in told_now(source, p.span))
    return (actor for actor in actors if actor and names_in(actor))
