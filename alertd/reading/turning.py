"""Finds where a sentence turns to somebody else: the clauses after a semicolon that name whom they order."""

from __future__ import annotations

import re
from dataclasses import replace

from alertd.model.documents import Span
from alertd.reading.blocks import Block, named_in, why
from alertd.reading.heads import is_definite, is_head
from alertd.reading.lending import is_bare_territory
from alertd.reading.names import names_in
from alertd.reading.pointing import is_same
from alertd.reading.rules import Sentence, first_match
from alertd.reading.rules.issuer import charged_beside
from alertd.reading.segment import Form
from alertd.reading.source import fold, lower
from alertd.reading.verbs import first_verb

TURNED = frozenset({"person", "assigned", "named"})
"""The rules by which somebody else is ordered within a sentence."""
# What opens a clause for somebody else; "yêu cầu" only where the issuer is the subject: "Sở X kiểm tra; yêu cầu chủ hồ xả nước" is Sở X's.
_ASKS = ("giao ", "đề nghị ")
_ISSUER_ASKS = (*_ASKS, "yêu cầu ")
_INLINE_MARK = re.compile(r"\(\w{1,3}\)\s*")
_COMRADE = re.compile(r"(?:các )?(?:đồng chí|đ/c|ông|bà)\s")
_TURNS = re.compile(r"(?:đồng thời|riêng|còn|trong đó),? ")
_TELLING = re.compile(r"(?<!\w)(?:chỉ đạo|đôn đốc|phối hợp với|hướng dẫn|yêu cầu|đề nghị|huy động|thông báo cho)\s+")
_LOOK_BACK = 160
"""Characters before a clause in which those may be named who are told."""


def turned(sentence: Sentence, clause: Span, current: Block, form: Form) -> tuple[Block, int] | None:
    """The block of a clause after a semicolon that names somebody else than `current` does, and where its verb stands."""
    plain, low = sentence.source.plain, sentence.source.low
    mark = _INLINE_MARK.match(plain, clause.start, clause.end)
    start = mark.end() if mark else clause.start
    if (kindly := _COMRADE.match(low, start, clause.end)) and is_head(plain, kindly.end()):
        start = kindly.end()
    asks = _ISSUER_ASKS if current.why[-1:] and current.why[-1].startswith("issuer") else _ASKS
    is_turn = low.startswith(asks, start) or (plain[start : start + 1].isupper() and not _is_listed(sentence, clause))
    is_turn = is_turn or (
        (low.startswith(("các ", "ngành ", "người dân "), start) or is_bare_territory(plain, start) or is_definite(plain, start))
        and not _tells_whom(sentence, clause)
    )
    turn = None if is_turn else _TURNS.match(low, start, clause.end)
    if not (is_turn or (turn and is_head(plain, turn.end()))):
        return None
    beside = charged_beside(replace(sentence, span=Span(start, clause.end), fills_paragraph=False), current.names)
    match = first_match(beside, form, TURNED)
    if match is None or not match[1].names or match[1].verb is None or is_same(match[1].names, current.names):
        return None
    return Block(current.section, match[1].names, (why(*match),), named=named_in(beside, match[1])), match[1].verb


def _is_listed(sentence: Sentence, clause: Span) -> bool:
    """Whether the clause goes on with a list that a colon has opened: "hướng dẫn các Công ty: A, B; Công ty C trực bơm"."""
    before = sentence.source.slice(Span(sentence.span.start, clause.start))
    return ":" in before and ":" in before[-_LOOK_BACK:].rpartition("các ")[2] and _tells_whom(sentence, clause)


def _tells_whom(sentence: Sentence, clause: Span) -> bool:
    """Whether the clause before ends with those who are told: "chỉ đạo các phòng của huyện; các ban, ngành tập trung …"."""
    before = sentence.source.slice(Span(sentence.span.start, clause.start)).rstrip(" ;")[-_LOOK_BACK:]
    said = [m.end() for m in _TELLING.finditer(lower(fold(before)))]
    rest = fold(before[said[-1] :]) if said else ""
    return bool(rest) and first_verb(rest, 0, len(rest)) is None and names_in(rest) is not None
