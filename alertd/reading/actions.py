"""Cuts a block of orders into the clauses that can be followed one by one."""

from __future__ import annotations

import re

from alertd.model.documents import Action, Span
from alertd.reading.declarations import tells_validity
from alertd.reading.sentences import clauses, sentences
from alertd.reading.source import Source, trim

_INLINE_MARK = re.compile(r"\((?:\d{1,2}|[ivx]{1,4}|[a-zđ])\)\s*")
_OPENS_LIST = re.compile(r"(?:trong đó|cụ thể|như sau|sau đây|sau|tập trung)\s*:?\s*$")

_SHORTEST = 3
"""In letters; what is shorter is a slip of punctuation."""


def actions_in(source: Source, orders: list[Span]) -> tuple[Action, ...]:
    """The clauses of the orders, parted at full stops, at semicolons and before "(2)"."""
    found: list[Action] = []
    for order in orders:
        for sentence in sentences(source.plain, order.start, order.end):
            for clause in clauses(source.plain, sentence.start, sentence.end):
                span = _bare(source, clause)
                if _can_be_followed(source, span):
                    found.append(Action(source.slice(span), span))
    return tuple(found)


def _can_be_followed(source: Source, clause: Span) -> bool:
    is_long = clause.end - clause.start > _SHORTEST
    return is_long and not _OPENS_LIST.fullmatch(source.low, clause.start, clause.end) and not tells_validity(source, clause)


def _bare(source: Source, clause: Span) -> Span:
    """The clause without its inline number and closing signs."""
    mark = _INLINE_MARK.match(source.plain, clause.start, clause.end)
    return trim(source.text, mark.end() if mark else clause.start, clause.end, " .;:,/-")
