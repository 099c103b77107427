"""The numbering of paragraphs: which mark stands before one, and where that puts it in the outline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from alertd.reading.heads import is_head
from alertd.reading.source import UPPER
from alertd.reading.verbs import is_verb_at

_ORDINALS = "nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười"
_CARDINALS = "Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười"
# The group that holds the label bears the name of the style.
# Offices put their signs as they like: "1./", "1.-", "2:", "a/"; before a small letter or a figure most of them mean something else.
# A number before a dash or, with parts, before nothing counts only before a capital: "24 - 48 giờ" tells hours, "3.5 triệu" how many.
_MARKER = re.compile(
    rf"(?P<roman>[IVX]{{1,5}})(?:[.)/]\s?[./)-]?\s|\s?-\s(?=[{UPPER}]))"
    r"|(?P<number>\d{1,2}(?:\.\d{1,2}){0,8})\s?(?:[.)]\s?|/\s)(?=[^\W\d_\"“(]|(?<=[.)] )\d{1,3} [^\W\d_])"
    rf"|(?P<number_signs>\d{{1,2}}(?:\.\d{{1,2}}){{0,8}})\s?(?:[./):]\s?[./)-]\s?|[:.)-]\s?|/\s)(?=[{UPPER}])"
    rf"|(?P<number_comma>\d{{1,2}}),\s(?=[{UPPER}])"
    rf"|(?P<number_dashed>\d{{1,2}})\s?-\s?(?=[{UPPER}])"
    rf"|(?P<number_bare>\d{{1,2}}(?:\.\d{{1,2}}){{1,8}})\s(?=[{UPPER}])"
    r"|(?P<article>Điều \d{1,2})\s?[.:]\s"
    rf"|(?P<word>Thứ (?:{_ORDINALS})|(?:{_CARDINALS}) là)\s?(?:[,:]\s|\.\s(?=[{UPPER}]))(?!(?:[Nn]gày )?\d{{1,2}}(?:[/.-]\d| [Tt]háng))"
    r"|(?P<letter>[a-zđ])\)\s?"
    rf"|(?P<letter_signs>[a-zđ])\s?(?:[./)]\s?[./)-]|[./])\s?(?=[{UPPER}])"
    r"|\((?P<paren>\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s?"
    rf"|(?P<dash>-)\s?(?=[^\W\d_\"“]|\d{{1,2}} [{UPPER}])"
    r"|(?P<plus>\+)\s?(?=[^\W\d_\"“])"
    r"|(?P<number_keycap>\d)\ufe0f?\u20e3\s?"
    r"|(?P<bullet>[•*●▪○◦\u2190-\u21ff\u25a0-\u27bf\ue000-\uf8ff\U0001f300-\U0001faff]\ufe0f?)\s?"
)
_FIRST = frozenset({"1", "I"})
_UNNUMBERED = frozenset({"dash", "plus", "bullet"})


@dataclass(frozen=True, slots=True)
class Marker:
    """`style` says what sort of mark it is, `label` how it is printed in a section number, `length` how long it is in the text."""

    style: str
    label: str
    length: int


def marker_at(plain: str, start: int, end: int) -> Marker | None:
    """The mark with which the paragraph `[start, end)` begins, if any."""
    found = _MARKER.match(plain, start, end)
    if found is None:
        return None
    group = str(found.lastgroup)
    if group == "number_comma" and not (is_head(plain, found.end(), opens=True) or is_verb_at(plain, found.end(), end)):
        return None  # "UBND các quận / 12, Gò Mơ": a row of numbers that goes on in the next line
    style = group.partition("_")[0]
    label = "" if style in _UNNUMBERED else f"({found[group]})" if style == "paren" else found[group]
    return Marker(style, label, found.end() - start)


class Outline:
    """Where the reader stands in the numbering; styles nest in the order in which they are met."""

    def __init__(self) -> None:
        self._open: list[Marker] = []
        self._heading: int | None = None
        """The depth of the last paragraph that only names those whose list stands below it."""

    def enter(self, marker: Marker) -> int:
        """Step to the paragraph with that mark; the depth at which it stands, 0 outermost."""
        if parent := self._parent(marker):
            self._open[parent:] = [marker]
            return parent
        styles = [m.style for m in self._open]
        opens_list = self._is_below_heading(marker, styles)
        if styles[:1] == ["paragraph"] and marker.style in ("number", "roman") and not opens_list:
            styles = []
        depth = styles.index(marker.style) if marker.style in styles else len(styles)
        if marker.style == "roman" and not opens_list:
            depth = 0
        self._open[depth:] = [marker]
        if self._heading is not None and depth <= self._heading:
            self._heading = None
        return depth

    def _is_below_heading(self, marker: Marker, styles: Sequence[str]) -> bool:
        """Whether the mark begins a heading's own list or goes on with it."""
        if self._heading is None:
            return False
        begins = self._heading == len(styles) - 1 and marker.label in _FIRST
        return begins or marker.style in styles[self._heading + 1 :]

    def _parent(self, marker: Marker) -> int:
        """The depth of a number that goes on with an open one: "1.2" under "1"; 0 for any other mark."""
        above = marker.label.rpartition(".")[0] if marker.style == "number" else ""
        return next((depth + 1 for depth, m in enumerate(self._open) if above and m.style == "number" and m.label == above), 0)

    def leave(self) -> None:
        """A paragraph without a mark stands outermost; dashes and letters that follow belong to it."""
        self._open = [Marker("paragraph", "", 0)]
        self._heading = None

    def head(self) -> None:
        """The paragraph only names those whose list stands below it: numbers that begin anew are theirs."""
        self._heading = len(self._open) - 1

    @property
    def section(self) -> str:
        """The number as a reader would say it: "1", "2.a", "II.2.b.(1)"."""
        labels = [m.label for m in self._open if m.label]
        return ".".join(label for label, below in pairwise([*labels, ""]) if not below.startswith(f"{label}."))
