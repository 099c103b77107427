"""Tells what stands under a newspaper's pictures from what a document orders."""

from __future__ import annotations

import re

from alertd.model.documents import Span
from alertd.reading.blocks import Part
from alertd.reading.persons import are_people
from alertd.reading.rules import Found, Rule, Sentence
from alertd.reading.source import LOWER, UPPER, Source
from alertd.reading.verbs import first_verb

# What stands under a picture: "… tàu vào bờ. Ảnh: TTXVN".
_PICTURE = re.compile(r"(?:^|[\s(.\-])ảnh(?: minh họa| tư liệu)?\s?:|\(ảnh|ảnh minh họa$|-\s?ảnh \d{1,2}\.?$")
# The photographer's name in capitals, after what the picture shows: "Các xã kéo thuyền lên bờ LÊ MẪU"; abbreviations bear no accents.
_CREDIT = re.compile(rf"(?<=[{LOWER}]) (?P<name>[{UPPER}]{{2,7}}(?: [{UPPER}]{{2,7}}){{1,3}})$")
# A picture's file that a page has left behind, and those whom pictures show: orders go to their units.
_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif)\s*$")
_TROOPS = re.compile(r"(?:cán bộ,? )?chiến sĩ(?!\w)")
_LONGEST_FILE = 80
_LONGEST_CREDITED = 400
_LONGEST_CAPTION = 160
_ENDS = ".:;,…!?)"


def names_picture(source: Source, span: Span) -> bool:
    """Whether a paragraph says whose picture stands above it; a long one holds the story as well, its line ends lost."""
    if span.end - span.start > _LONGEST_CREDITED:
        return False
    credit = _CREDIT.search(source.plain, span.start, span.end)
    return _PICTURE.search(source.low, span.start, span.end) is not None or (credit is not None and not credit["name"].isascii())


def may_be_caption(part: Part, sentence: Sentence, rule: Rule, found: Found, before: Part | None) -> bool:
    """Whether an article's line without a full stop may only say what a picture shows ("Bộ đội kêu gọi tàu vào bờ") or be a headline
    said again ("UBND tỉnh yêu cầu ứng phó bão"). `before` is the part that was read before.
    """
    if part.marker or not sentence.fills_paragraph:
        return False
    source = part.source
    words = source.slice(sentence.span)
    if rule.name == "named" and _shows_picture(source, sentence.span):
        return True
    if rule.name == "continued" and (before is None or source.plain[before.paragraph.span.end - 1] != "."):
        return False  # one of a list that has neither marks nor stops
    if rule.name not in ("named", "continued") and not (rule.name == "issuer" and not found.names and words.startswith(found.words)):
        return False
    is_last = sentence.span.end == len(source.text)
    may_order = first_verb(words, 0, len(words)) is not None or are_people(found.names or ())
    return not is_last and words[-1] not in _ENDS and len(words) < _LONGEST_CAPTION and may_order


def _shows_picture(source: Source, span: Span) -> bool:
    """Whether a sentence stands under a picture's file, or tells of troops: it may be a whole one."""
    is_below_file = _FILE.search(source.low, max(0, span.start - _LONGEST_FILE), span.start) is not None
    return is_below_file or _TROOPS.match(source.low, span.start, span.end) is not None
