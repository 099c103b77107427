"""Says which marks of a letterhead a paragraph bears: the motto, a number, place and date, a kind in capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from alertd.model.documents import Span
from alertd.reading.lexicon import lexicon
from alertd.reading.numbers import Number, numbers_in
from alertd.reading.paragraphs import Paragraph
from alertd.reading.source import Source

MOTTO = re.compile(r"cộng h[òo]a xã hội chủ nghĩa việt nam|độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc|đảng cộng sản việt nam")
NUMBER_LINE = re.compile(r"\(?số\s*:?\s*")
_NUMBER_MARK = re.compile(r"(?<!\w)số\s*:\s*")
_PLACE_DATE = re.compile(r"[^.;]{2,40},\s*(?:\d{1,2} giờ[^,]{0,20},?\s*)?ngày\s*\d{0,2}\s*tháng")
_RULE = re.compile(r"[-_=*. ]{3,}|\*")


@dataclass(frozen=True, slots=True)
class Marks:
    """Which marks of a letterhead a paragraph bears."""

    motto: bool
    number: bool
    place: bool
    kind: str | None

    @property
    def any(self) -> bool:
        """Whether it bears one at all."""
        return self.motto or self.number or self.place or self.kind is not None


def marks(source: Source, paragraph: Paragraph) -> Marks:
    """The letterhead's marks in one paragraph."""
    span = paragraph.span
    short = span.end - span.start < 400
    return Marks(
        motto=short and bool(MOTTO.search(source.low, span.start, span.end)),
        number=short and number_line(source, span) is not None,
        place=short and bool(_PLACE_DATE.match(source.low, span.start, span.end)) and span.end - span.start < 90,
        kind=kind_heading(source, paragraph),
    )


def number_line(source: Source, span: Span) -> Number | None:
    """The number of a line such as "Số: 02/CĐ-UBND"; the line may go on with another column."""
    if not (line := NUMBER_LINE.match(source.low, span.start, span.end) or beside_motto(source, span)):
        return None
    # "Số:" may stand alone, its number on the next line.
    end = span.end if line.end() < span.end else span.end + 40
    found = next(numbers_in(source.plain, source.low, line.end(), end), None)
    return found if found and found.span.start - line.end() < 3 else None


def beside_motto(source: Source, span: Span) -> re.Match[str] | None:
    """Where the number begins in a letterhead that has run into one line."""
    motto = MOTTO.search(source.low, span.start, span.end)
    return _NUMBER_MARK.search(source.low, motto.end(), span.end) if motto else None


def kind_heading(source: Source, paragraph: Paragraph) -> str | None:
    """The kind that a heading in capitals names ("CÔNG ĐIỆN", "QUYẾT ĐỊNH VỀ VIỆC …")."""
    span = paragraph.span
    if not paragraph.is_caps or paragraph.marker:
        return None
    named = kind_name().match(source.low, span.start)
    return lexicon().kind_names[named[0]] if named and source.plain[named.end() - 1].isupper() else None


@cache
def kind_name() -> re.Pattern[str]:
    """The name of any kind of document, where it stands at the beginning."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, lexicon().kind_names))})(?![^\W_])")


def is_rule(source: Source, paragraph: Paragraph) -> bool:
    """Whether a paragraph is nothing but a line drawn with dashes, dots or stars."""
    return bool(_RULE.fullmatch(source.slice(paragraph.span)))
