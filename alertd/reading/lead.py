"""Orders that a newspaper puts before the sentence that presents the telegram: the news first, its source after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from alertd.model.documents import Span
from alertd.reading.blocks import Block
from alertd.reading.orders import read_orders
from alertd.reading.paragraphs import Paragraph
from alertd.reading.segment import Form
from alertd.reading.source import Source

_WORD = re.compile(r"[^\W\d_]+")
_ENDS = '.;:…!?”"'
_ENOUGH_WORDS = 10
_LONG_LEAD = 36
"""Syllables; a shorter paragraph under the headline sums up what the body says at length."""
_REPEATED = 0.75
"""Share of an order's words that another one must hold to be the same order said again."""


def lead_orders(source: Source, before: Sequence[Paragraph], issuer: str, told: Sequence[Block]) -> tuple[Block, ...]:
    """The orders in the paragraphs `before` that name somebody and that no block of `told` says again; headlines order nothing."""
    prose = [p for p in before if source.plain[p.span.end - 1] in _ENDS]
    if prose and len(_WORD.findall(_low(source, prose[0].span))) < _LONG_LEAD:
        prose = prose[1:]
    if not prose:
        return ()
    said = [_words(source, block) for block in told]
    found = read_orders(source, prose, prose[0].span.start, Form.ARTICLE, issuer, ()).blocks
    return tuple(b for b in found if b.names and _is_new(_words(source, b), said))


def _is_new(words: frozenset[str], said: Sequence[frozenset[str]]) -> bool:
    return len(words) >= _ENOUGH_WORDS and not any(len(words & other) >= _REPEATED * len(words) for other in said)


def _words(source: Source, block: Block) -> frozenset[str]:
    return frozenset(word for order in block.orders for word in _WORD.findall(_low(source, order)))


def _low(source: Source, span: Span) -> str:
    return source.low[span.start : span.end]
