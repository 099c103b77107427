"""Finds the lines of a letterhead in which the issuer and its parent stand, and the name that they make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from alertd.model.documents import Span
from alertd.reading.marks import MOTTO, NUMBER_LINE, beside_motto, kind_heading, number_line
from alertd.reading.paragraphs import Paragraph, is_caps
from alertd.reading.source import LOWER, UPPER, Source

# In a text file the issuer's last line may stand in one with the other column's: "VĂN PHÒNG    Vân Sơn, ngày 2 tháng 10 năm 2024".
_DATE_COLUMN = re.compile(rf"(?<=[{UPPER}] )(?:[{UPPER}][{LOWER}]+ ?|TP\. ?){{1,5}},\s?(?:\d{{1,2}} giờ[^,]{{0,20}},?\s?)?ngày\s\d.*")
_DRAWN = re.compile(r"[-_*|]{2,}")
# What stands among the issuer's lines and names nobody: stamps, a number that another column has torn off.
_STAMP = re.compile(r"(?:liên tịch|(?:hỏa tốc|thượng khẩn|khẩn)(?: hẹn giờ)?)$|số ?:|số ?\d")
_LONGEST_OPEN_NUMBER = 24
"""Characters of a line such as "Số:    /UBND" whose number was never filled in."""
OFFICE = re.compile(
    r"(?<!\w)(?:phó )?(?:thủ tướng|thống đốc|chủ tịch|bộ trưởng|trưởng (?:ban|bch|công an|phòng)|(?:tổng )?giám đốc|chánh văn phòng|"
    r"(?:hạt|viện|hiệu|(?:tổng |chi )?cục) trưởng|(?:tổng )?chỉ huy trưởng|(?:tổng )?tham mưu trưởng|tư lệnh|"
    r"tổng cục|chi cục|cục|(?<!trung )(?<!bắc )(?<!nam )bộ|ban chỉ|ban quản lý|ban thường vụ|ủy ban|ubnd|sở|văn phòng|tỉnh ủy|"
    r"công ty|tổng công ty|tập đoàn|nhà máy|trung tâm|đài|trường|quân khu|btl|bch|bcđ|chi nhánh|cảng vụ|hạt kiểm lâm|đồn biên phòng|"
    r"khu quản lý)(?!\w)"
)


def issuer_lines(source: Source, paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The lines above the motto or beside it in which the issuer and its parent stand, in lower case."""
    motto = next((i for i, p in enumerate(paragraphs) if MOTTO.search(source.low, p.span.start, p.span.end)), 2)
    beside = takewhile(
        lambda paragraph: _DATE_COLUMN.search(source.plain, paragraph.span.start, paragraph.span.end), paragraphs[motto + 2 :]
    )
    above = _without_subject(source, paragraphs[: motto + 2])
    lines = (_left_column(source, line) for line in _capital_lines(source, [*above, *beside]))
    bare = (" ".join(_DRAWN.sub(" ", line).split()).strip(" -|") for line in lines)
    return tuple(words for words in bare if words and not _STAMP.match(words))


def _without_subject(source: Source, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs without "V/v …" and what goes on with it down to the motto: capitals there are a storm's name."""
    is_subject = False
    for paragraph in paragraphs:
        low = source.low[paragraph.span.start : paragraph.span.end]
        is_subject = low.startswith("v/v") or (is_subject and not MOTTO.search(low))
        if not is_subject:
            yield paragraph


def top_of(found: Sequence[str]) -> str:
    """The issuer's lines made one; of an office and its parent, the office."""
    lines: list[str] = []
    for words in found:
        is_second = bool(lines) and words.startswith("ủy ban quốc gia")  # two committees that issue together
        if words == "văn phòng":
            lines = [" ".join([words, *lines])]  # its parent's name is part of its own
        elif lines and not is_second and " " in words and OFFICE.match(words) and not _goes_on(lines[-1], words):
            lines = [words]
        else:
            lines.append(f"- {words}" if is_second else words)
    return " ".join(lines)


def _goes_on(above: str, words: str) -> bool:
    """Whether a line goes on with the name above: "BAN CHỈ HUY …" of "TỈNH SƠN KHÊ"."""
    return above.startswith(("ban chỉ", "văn phòng")) and words.startswith(("bộ", "tỉnh", "ủy ban", "ubnd"))


def _capital_lines(source: Source, paragraphs: Sequence[Paragraph]) -> Iterator[Span]:
    """The lines of a letterhead in which an issuer may stand."""
    for paragraph in paragraphs:
        is_open = NUMBER_LINE.match(source.low, paragraph.span.start) and paragraph.span.end - paragraph.span.start < _LONGEST_OPEN_NUMBER
        is_number = is_open or (NUMBER_LINE.match(source.low, paragraph.span.start) and number_line(source, paragraph.span))
        if kind_heading(source, paragraph) or is_number or not _stands_in_caps(source, paragraph):
            continue
        yield from map(Span, paragraph.lines, (*paragraph.lines[1:], paragraph.span.end))


def _stands_in_caps(source: Source, paragraph: Paragraph) -> bool:
    """Whether the paragraph, the column of the motto aside, is set in capitals."""
    rest = _left_column(source, paragraph.span)
    words = "".join(c for c, low in zip(source.slice(paragraph.span), rest, strict=True) if low != " " or c == " ")
    return is_caps(words) or (words.isupper() and words.replace(" ", "").isalpha())


def _left_column(source: Source, span: Span) -> str:
    """The words of the span in lower case, blanks for the motto and for the place and date that stand beside the issuer."""
    rest = MOTTO.sub(_blanks, source.low[span.start : span.end])
    if number := beside_motto(source, span):
        rest = rest[: number.start() - span.start].ljust(len(rest))
    beside = _DATE_COLUMN.search(source.plain, span.start, span.end)
    return rest[: beside.start() - span.start] + _blanks(beside) if beside else rest


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found.group())
