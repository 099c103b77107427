"""Finds where letterheads begin in a file: clusters of their marks, with the issuer's lines above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alertd.model.documents import DocumentKind
from alertd.reading.bulletins import is_short
from alertd.reading.marks import Marks, is_rule, marks, number_line
from alertd.reading.paragraphs import Paragraph, is_caps
from alertd.reading.recipients import act_list
from alertd.reading.source import Source

_FORECASTS = re.compile(r"(?:tổng cục|cục|đài|trung tâm dự báo) khí tượng")
_SECOND_LINE = "độc lập"
"""So the motto goes on below the state's name, however much of the other column a page has drawn between the two."""
_SECOND = ("- ủy ban", "- uỷ ban", "- ban ")
_APART, _MOTTO_LINES, _NEAR = 8, 3, 5
"""Paragraphs without a mark after which a letterhead is another one; those in which a motto stands; those in which all its marks do."""


@dataclass(slots=True)
class _Letterhead:
    """What has been seen of one so far. Not frozen: it is filled paragraph by paragraph."""

    last_mark: int
    motto_at: int | None = None
    number: str | None = None

    def is_over(self, index: int, found: Marks, number: str | None, *, opens_motto: bool) -> bool:
        """Whether a mark is another letterhead's. Below a short document the next one's stand near; but none has two mottoes or numbers."""
        has_motto = opens_motto and self.motto_at is not None and index - self.motto_at > _MOTTO_LINES
        has_number = None not in (number, self.number) and number != self.number
        return has_motto or has_number or index - self.last_mark > _APART

    def take(self, index: int, found: Marks, number: str | None) -> None:
        """Note the marks of a paragraph."""
        self.last_mark = index
        self.motto_at = index if found.motto else self.motto_at
        self.number = number or self.number


def letterhead_starts(source: Source, paragraphs: Sequence[Paragraph]) -> list[int]:
    """The first paragraph of each, in order."""
    starts: list[int] = []
    current: _Letterhead | None = None
    for index, paragraph in enumerate(paragraphs):
        found = marks(source, paragraph)
        if not found.any:
            continue
        own = number_line(source, paragraph.span) if found.number and _is_headed(source, paragraphs, index) else None
        number = own.text if own else None
        opens_motto = found.motto and not source.low.startswith(_SECOND_LINE, paragraph.span.start)
        if (current is None or current.is_over(index, found, number, opens_motto=opens_motto)) and _opens(source, paragraphs, index):
            starts.append(_with_issuer_lines(source, paragraphs, index, starts[-1] if starts else -1))
            current = _Letterhead(index)
        if current is not None:
            current.take(index, found, number)
    return starts


def _is_headed(source: Source, paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether place and day or a kind in capitals stand with a number: of papers that are only listed they do not."""
    near = [marks(source, p) for p in paragraphs[index : index + _NEAR]]
    return any(m.place or m.kind for m in near)


def _opens(source: Source, paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a letterhead stands there: motto or number, a kind in capitals with its list of recipients (a menu has none), or a bulletin
    under the name of the service that forecasts.
    """
    near = [marks(source, p) for p in paragraphs[index : index + _NEAR]]
    if any(m.motto or m.number for m in near):
        return True
    above = paragraphs[max(0, index - 4) : index + 1]
    if near[0].kind == DocumentKind.BAN_TIN and any(_FORECASTS.match(source.low, p.span.start) for p in above):
        return True
    return any(m.kind for m in near) and act_list(source, paragraphs, index, min(len(paragraphs), index + 12)) is not None


def _with_issuer_lines(source: Source, paragraphs: Sequence[Paragraph], index: int, before: int) -> int:
    """The first of the lines in capitals, and of rules between them, that stand right above."""
    start = index
    while start - 1 > before and index - start < 6 and _may_stand_in_letterhead(source, paragraphs[start - 1]):
        start -= 1
    return start


def _may_stand_in_letterhead(source: Source, paragraph: Paragraph) -> bool:
    """A line in capitals, be it a second issuer's under a dash or a name's last two letters, a rule, a number left open ("Số: /UBND") or
    the line of the subject under it.
    """
    words = source.slice(paragraph.span)
    is_second = words.lower().startswith(_SECOND) and is_caps(words)
    is_rest = words.isupper() and words.replace(" ", "").isalpha()
    is_small = source.low.startswith(("số:", "số :", "v/v"), paragraph.span.start) and is_short(paragraph)
    return paragraph.is_caps or is_second or is_rest or is_small or is_rule(source, paragraph)
