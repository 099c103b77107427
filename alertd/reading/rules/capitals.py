"""A heading in capitals names whoever the points under it charge: "II. SỞ Y TẾ", "ĐỐI VỚI CÁC XÃ VEN BIỂN"."""

from __future__ import annotations

import re

from alertd.model.documents import Span
from alertd.reading.capitals import in_small_letters
from alertd.reading.heads import is_head, is_portfolio_at
from alertd.reading.names import names_in
from alertd.reading.paragraphs import is_caps
from alertd.reading.rules.rule import Found, Sentence
from alertd.reading.source import Source
from alertd.reading.verbs import first_verb

_OPENING = re.compile(r"(?:đối với|trách nhiệm của|nhiệm vụ của|(?:ra )?lệnh(?: cho)?|yêu cầu|đề nghị|giao|chỉ thị(?: cho)?)\s+")
_LISTS = re.compile(r"[,:;]")
_NAME = re.compile(r"[^\s,:;()][^,:;()]*")
# "CÁC HUYỆN KHE SẶT, ĐỒNG VAI": proper names stand in a row without a colon.
_ROW_OF_PLACES = re.compile(r"các (?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn)(?:, thành phố|, phường| và \w+)? ")
_LONGEST = 250


def read(sentence: Sentence) -> Found | None:
    """The names that fill a paragraph set in capitals, as the rest of the text writes them. A single one is read as it stands."""
    source, span = sentence.source, sentence.span
    words = source.slice(span).strip(" :")
    if not sentence.fills_paragraph or len(words) > _LONGEST or not is_caps(words) or words[-1] in ".;":
        return None
    opening = _OPENING.match(source.low, span.start, span.end)
    if not opening and not _LISTS.search(words) and names_in(words):
        return None
    start = opening.end() if opening else span.start
    small = _in_small_letters(source, source.low[start : span.end].strip(" :"))
    names = names_in(small) if first_verb(small, 0, len(small)) is None else None
    return Found(names, start, None, words) if names else None


def _in_small_letters(source: Source, low: str) -> str:
    """The heading in small letters, its signs kept: they part the names. The members of a list are proper names or portfolios."""
    whole, office, is_row = Span(0, len(source.text)), low.find(":"), bool(_ROW_OF_PLACES.match(low))

    def written(piece: re.Match[str]) -> str:
        name = in_small_letters(source, piece.group(), whole)
        space = piece.group()[len(piece.group().rstrip()) :]
        is_member = 0 <= office < piece.start() or (is_row and piece.start() and not is_head(name, 0, opens=True))
        return f"{name if not is_member or is_portfolio_at(name, 0) else name.title()}{space}"

    return _NAME.sub(written, low)
