"""An appeal rather than an order: "Kêu gọi sự giúp đỡ của nhân dân, các nhà hảo tâm …"."""

from __future__ import annotations

import re

from alertd.reading.heads import is_vessel
from alertd.reading.names import names_in
from alertd.reading.rules.rule import Found, Sentence

_OPENING = re.compile(r"kêu gọi\s(?:[^.;]{0,120}?\scủa\s)?")
_NAMES_END = re.compile(r"\s(?:với|cùng|hãy|tiếp tục|chung tay|tích cực|ủng hộ|phát huy|tham gia|trong|để)\s|[.;]")


def read(sentence: Sentence) -> Found | None:
    """The people whom an appeal at the head of the sentence names."""
    source, span = sentence.source, sentence.span
    opening = _OPENING.match(source.low, span.start, span.end)
    if not opening:
        return None
    stop = _NAMES_END.search(source.low, opening.end(), span.end)
    if is_vessel(source.low, opening.end()) or is_vessel(source.low, opening.end() + len("các ")):
        return None  # whoever is ordered calls them in
    names = names_in(source.text[opening.end() : stop.start() if stop else span.end])
    return Found(names, span.start, span.start, source.text[span.start : opening.end()].strip()) if names else None
