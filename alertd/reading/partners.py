"""Finds the bodies that must cooperate: those named after "phối hợp với"."""

from __future__ import annotations

import re

from alertd.model.documents import Span
from alertd.reading.lexicon import lexicon
from alertd.reading.names import names_in
from alertd.reading.source import Source, fold, lower
from alertd.reading.verbs import first_verb

_WITH = re.compile(
    r"phối hợp(?: chặt chẽ| tốt| kịp thời| thường xuyên)*(?:,? (?:cùng )?với|(?=,? (?:các |công ty|sở|bộ|ubnd|ủy ban|công an)))\s*"
)
_STOP = re.compile(r"[;:]|\.(?!\w)(?<!\btp\.)|\s(?:để|trong|nhằm|khi|theo|tại|về)\s|\sứng phó(?! sự cố)(?!\w)")
_LONGEST = 500


def partners_in(source: Source, pieces: list[Span], addressees: tuple[str, ...]) -> tuple[str, ...]:
    """The partners that are named specifically: "các cơ quan liên quan" are none that anybody could be told."""
    found: list[str] = []
    for piece in pieces:
        for opening in _WITH.finditer(source.low, piece.start, piece.end):
            limit = min(piece.end, opening.end() + _LONGEST)
            stop = _STOP.search(source.low, opening.end(), limit)
            end = stop.start() if stop else limit
            verb = first_verb(source.plain, opening.end() + 1, end)
            names = names_in(source.text[opening.end() : verb or end]) or ()
            found += [n for n in names if not _is_general(n) and n not in found and n not in addressees]
    return tuple(found)


def _is_general(name: str) -> bool:
    parts = re.split(r",\s*|\svà\s", lower(fold(name)))
    return all(re.sub(r"^các\s|\s*(?:có liên quan|liên quan|chức năng|khác)$", "", part) in lexicon().general_partners for part in parts)
