"""Puts the paragraphs together again that hard line ends took apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from alertd.model.documents import Span
from alertd.reading.heads import OPENS_LIST
from alertd.reading.markers import Marker, marker_at
from alertd.reading.source import Line, Source

_PAGE = re.compile(r"(?:trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?$|- ?\d{1,3} ?-$")
_RULE = re.compile(r"[-_=*.…\s]{3,}$")
_SURELY_SEEN = 150
_ENDS = ".:;!?…"
# A line that ends so goes on: no heading ends with a preposition.
_OPEN_ENDS = (
    " và",
    " của",
    " các",
    " thuộc",
    " với",
    " cho",
    " tại",
    " từ",
    " đến",
    " trong",
    " theo",
    " do",
    " để",
    " về",
    " là",
    " cơ quan",
    " số",
    " Chủ tịch",
    " Bộ trưởng",
    " Giám đốc",
    " Trưởng",
    " Bí thư",
    " Bộ",
    " Sở",
    "-",
    "(",
)
_HEADINGS = re.compile(
    r"(?:CÔNG ĐIỆN|N(?:ơi nhận|ƠI NHẬN)|K(?:ính gửi|ÍNH GỬI)|Đồng (?:kính )?gửi|Số\s*:|CỘNG H|Độc lập|V/v|V/V|HỎA TỐC|KT\.|TM\.|TL\.|TUQ\.|"
    r"(?:QUYẾT ĐỊNH|KẾ HOẠCH|THÔNG BÁO|CHỈ THỊ)$)"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the source; `lines` are the starts of its lines, `marker` its numbering."""

    span: Span
    lines: tuple[int, ...]
    marker: Marker | None
    is_caps: bool

    @property
    def body(self) -> Span:
        """The span without the numbering."""
        return Span(self.span.start + (self.marker.length if self.marker else 0), self.span.end)


def paragraphs(source: Source) -> tuple[Paragraph, ...]:
    """The paragraphs of the text, in order; together they hold every line."""
    groups: list[list[Line]] = []
    width = _wrap_width(source)
    last: Line | None = None
    for line in source.lines:
        if last is None or not (_is_page_number(source, line, last, width) or _continues(source, last, line, width)):
            groups.append([])
        elif _is_page_number(source, line, last, width):
            groups[-1].append(line)
            continue
        groups[-1].append(line)
        last = line
    return tuple(_paragraph(source, group) for group in groups)


def _paragraph(source: Source, group: list[Line]) -> Paragraph:
    span = Span(group[0].span.start, group[-1].span.end)
    marker = marker_at(source.plain, span.start, span.end)
    return Paragraph(span, tuple(line.span.start for line in group), marker, marker is None and is_caps(source.slice(span)))


def is_caps(words: str) -> bool:
    """Whether a line is set in capitals, but for a word or two ("THỦ TƯỚNG CHÍNH PHỦ điện:")."""
    letters = [c for c in words[:_SURELY_SEEN] if c.isalpha()]
    return len(letters) >= 3 and letters[0].isupper() and sum(c.isupper() for c in letters) >= 0.65 * len(letters)


def _wrap_width(source: Source) -> int | None:
    """The width at which the source was wrapped, None where every line is a paragraph of its own.

    Wrapped text shows by many lines that begin in the middle of a sentence.
    """
    lines = source.lines
    inside = sum(source.text[b.span.start].islower() and source.text[a.span.end - 1] not in _ENDS for a, b in pairwise(lines))
    if len(lines) < 4 or inside < 0.15 * len(lines):
        return None
    lengths = sorted(line.span.end - line.span.start for line in lines)
    return lengths[int(len(lengths) * 0.9)]


def _is_page_number(source: Source, line: Line, last: Line, width: int | None) -> bool:
    words = source.low[line.span.start : line.span.end]
    return width is not None and bool(_PAGE.match(words)) and source.text[last.span.end - 1] not in _ENDS


def _continues(source: Source, last: Line, line: Line, width: int | None) -> bool:
    """Whether `line` goes on with the paragraph of `last`."""
    before, here = source.text[last.span.start : last.span.end], source.text[line.span.start : line.span.end]
    if _RULE.match(before) or _RULE.match(here) or _HEADINGS.match(source.plain, line.span.start, line.span.end):
        return False
    if _opens_by_number(source, line):
        return False
    is_wrapped = width is not None and not line.after_blank
    if before[-1] in ".:;!?":
        opens_list = before[-1] == ":" and OPENS_LIST.search(source.plain, last.span.start, last.span.end)
        return is_wrapped and bool(opens_list or not (_is_short(before, here, width or 0) or is_caps(here)))
    if is_caps(before) or is_caps(here):
        return is_wrapped and is_caps(before) and is_caps(here)
    return here[0].islower() or before[-1] == "," or (is_wrapped and not _is_loose(before, here, width or 0))


def _opens_by_number(source: Source, line: Line) -> bool:
    """Whether the line begins with a mark of numbering; a dash counts only before a capital."""
    marker = marker_at(source.plain, line.span.start, line.span.end)
    if marker is None:
        return False
    first = line.span.start + marker.length
    return marker.style != "dash" or source.text[first : first + 1].isupper()


def _is_short(before: str, here: str, width: int) -> bool:
    """Whether the next word would still have fitted: the line was ended on purpose."""
    return len(before) + 1 + len(here.split(" ", 1)[0]) < width - 2


def _is_loose(before: str, here: str, width: int) -> bool:
    """A clearly short line without a full stop, before a capital: a heading or an entry of a list."""
    return len(before) < 0.6 * width and here[0].isupper() and not before.endswith(_OPEN_ENDS)
