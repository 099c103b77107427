"""Generates the list numbers that Word shows before paragraphs and stores nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from alertd.reading.extract.docx_styles import Styles
from alertd.reading.extract.docx_xml import child, children, is_on, number, value
from alertd.reading.extract.numerals import capital, decimal, letter, padded, roman

_WRITE: dict[str, Callable[[int], str]] = {
    "decimalZero": padded,
    "lowerLetter": letter,
    "upperLetter": capital(letter),
    "lowerRoman": roman,
    "upperRoman": capital(roman),
    "none": lambda _: "",
}
_LEVELS = 9
_PLACE = re.compile("%([1-9])")
_TYPED_BULLETS = ("-", "+", "*")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered (ECMA-376 part 1, 17.9.6)."""

    format: str
    text: str
    start: int
    is_legal: bool
    restarts: bool
    style: str | None


@dataclass(frozen=True, slots=True)
class _List:
    """One list: the definition that it counts in, its levels, and where it starts anew."""

    definition: str | None
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The lists of one document and how far each has counted; paragraphs must be asked about in their order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        definitions = {value(each, "abstractNumId"): each for each in children(root, "abstractNum")}
        self._lists = {value(each, "numId"): _list(each, definitions) for each in children(root, "num")}
        self._styles = styles
        self._counts: dict[str | None, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def next_for(self, paragraph: etree._Element) -> str:
        """The number of a paragraph with the space after it ("1.2. ", "- "); empty where it has none."""
        properties, style = self._styles.numbering_of(paragraph)
        list_id = value(child(properties, "numId"))
        if list_id is None or list_id not in self._lists:
            return ""
        found = self._lists[list_id]
        depth = _depth(properties, style, found)
        if depth not in found.levels:
            return ""
        self._count(list_id, found, depth)
        written = self._written(found, depth).strip()
        return written + " " if written else ""

    def _count(self, list_id: str, found: _List, depth: int) -> None:
        counts = self._counts.setdefault(found.definition, {})
        if depth in found.starts and (list_id, depth) not in self._started:
            self._started.add((list_id, depth))
            counts[depth] = found.starts[depth]
        else:
            counts[depth] = counts.get(depth, found.levels[depth].start - 1) + 1
        for deeper in range(depth + 1, _LEVELS):
            if deeper in found.levels and found.levels[deeper].restarts:
                counts.pop(deeper, None)

    def _written(self, found: _List, depth: int) -> str:
        level = found.levels[depth]
        if level.format == "bullet":
            return _bullet(level.text)
        counts = self._counts[found.definition]
        return _PLACE.sub(lambda place: _figure(found, counts, int(place[1]) - 1, is_legal=level.is_legal), level.text)


def _list(num: etree._Element, definitions: dict[str | None, etree._Element]) -> _List:
    definition = value(child(num, "abstractNumId"))
    levels = {_index(each): _level(each) for each in children(definitions.get(definition), "lvl")}
    starts = {}
    for override in children(num, "lvlOverride"):
        own = child(override, "lvl")
        if own is not None:
            levels[_index(override)] = _level(own)
        start = child(override, "startOverride")
        if start is not None:
            starts[_index(override)] = number(start, 1)
    return _List(definition, levels, starts)


def _index(level: etree._Element) -> int:
    written = value(level, "ilvl") or ""
    return int(written) if written in "012345678" and written else 0


def _level(element: etree._Element) -> _Level:
    return _Level(
        format=value(child(element, "numFmt")) or "decimal",
        text=value(child(element, "lvlText")) or "",
        start=number(child(element, "start"), 0),
        is_legal=is_on(child(element, "isLgl")),
        restarts=value(child(element, "lvlRestart")) != "0",
        style=value(child(element, "pStyle")),
    )


def _depth(properties: etree._Element | None, style: str | None, found: _List) -> int:
    """A paragraph names its level, or the level names the paragraph's style."""
    linked = (depth for depth, level in found.levels.items() if style is not None and level.style == style)
    return next(linked, number(child(properties, "ilvl"), 0))


def _figure(found: _List, counts: dict[int, int], depth: int, *, is_legal: bool) -> str:
    level = found.levels.get(depth)
    if level is None:
        return ""
    write = decimal if is_legal else _WRITE.get(level.format, decimal)
    return write(counts.get(depth, level.start))


def _bullet(text: str) -> str:
    """A dash for a picture bullet (a sign of a symbol font, or the "o" of Courier New); what was typed in its place as it is ("đ)")."""
    is_typed = text in _TYPED_BULLETS or (len(text) > 1 and any(sign.isalnum() for sign in text))
    return text if is_typed else "-"
