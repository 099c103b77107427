"""Cuts an order where it may turn to somebody else: at semicolons, and at commas before another body of the same kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alertd.model.documents import Span
from alertd.reading.heads import is_body_head
from alertd.reading.sentences import clauses

_KIND = re.compile(r"(?:Bộ|Sở|Cục|UBND|[^\W_]+ [^\W_]+)(?= )")
_WORD = re.compile(r"(?<!\w)\w")


def parallel_clauses(plain: str, order: Span, names: Sequence[str]) -> list[Span]:
    """The clauses of an order; where the one of `names` is charged alone, also "mở cửa số 2 lúc 8 giờ, Công ty Suối Mơ mở cửa số 1"."""
    kind = _KIND.match(names[0]) if len(names) == 1 else None
    found = clauses(plain, order.start, order.end)
    return [part for clause in found for part in (_parted(plain, clause, kind.group()) if kind else (clause,))]


def _parted(plain: str, clause: Span, kind: str) -> Iterator[Span]:
    """A clause, cut at the commas where another body of that kind follows a part that names none."""
    begin = clause.start
    for comma in re.finditer(rf", (?={re.escape(kind)} )", plain[clause.start : clause.end]):
        at = clause.start + comma.end()
        before = plain[begin : at - 2].rpartition(", ")[2]
        if is_body_head(plain, at) and not any(is_body_head(before, word.start()) for word in _WORD.finditer(before)):
            yield Span(begin, at)
            begin = at
    yield Span(begin, clause.end)
