"""Tells from where the lines of a PDF stand which of them go on with the line above.

A program that sets a paragraph begins a new line only where the next word no longer fits. So a line that left room for it was ended on
purpose, and a full one goes on below, unless the next line is indented as first lines are or stands further down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from alertd.reading.extract.pdf_fragments import Fragment
from alertd.reading.extract.pdf_lists import entries_that_go_on

_WIDE = 0.5
"""A line of the text is at least so wide, in widths of the widest: cells, signatures and lists beside them are narrower."""
_EXACT = 2.0
"""Points by which the ends of justified lines may differ."""
_RAGGED = 0.15
"""Lines that are not justified end within so many widths of the text from its margin."""
_FEWEST_JUSTIFIED = 3
_INDENT = 8.0
"""Points by which an indented line stands further to the right than others."""
_DEEPEST_INDENT = 0.25
"""No line of the text begins further from its left margin, in widths of the text."""
_SPREAD = 1.25
"""Paragraphs that are set apart stand at least so many steps between their lines from one another."""
_SAME_SIZE = 0.15


@dataclass(frozen=True, slots=True)
class _Line:
    """A fragment with what its neighbours in the reading order tell of it."""

    at: Fragment
    page: int
    is_alone: bool
    """Whether nothing stands beside it, and it is no row of a table."""

    def is_below(self, other: _Line) -> bool:
        """Whether this line is the next one under another of the same size, on its page or on top of the next."""
        is_same_size = abs(self.at.height - other.at.height) <= _SAME_SIZE * other.at.height
        is_under = self.page > other.page or self.at.top < other.at.top
        return is_same_size and is_under and self.is_alone and other.is_alone


@dataclass(frozen=True, slots=True)
class _Measure:
    """How the text of a document is set: its margins in points, whether its lines are justified."""

    left: float
    right: float
    is_justified: bool
    beginnings: frozenset[int]
    """Where two lines or more begin, in whole points: one that begins elsewhere may be centred."""

    def is_full(self, line: _Line, following: _Line) -> bool:
        """Whether both are lines of the text and the second one's first word would not have fitted into the first."""
        furthest = self.left + _DEEPEST_INDENT * (self.right - self.left)
        if max(line.at.left, following.at.left) > furthest or self._is_centred(line):
            return False
        room = self.right - line.at.right
        return room <= _EXACT if self.is_justified else following.at.first_word > room

    def is_full_heading(self, line: _Line, following: _Line) -> bool:
        """The same of two centred lines."""
        room = self.right - self.left - (line.at.right - line.at.left)
        return self._is_centred(line) and self._is_centred(following) and following.at.first_word > room

    def _is_centred(self, line: _Line) -> bool:
        """Whether a line stands in the middle between the margins and, unlike first lines that happen to, begins where no other does."""
        return round(line.at.left) not in self.beginnings and abs(line.at.left - self.left - self.right + line.at.right) < _INDENT


@dataclass(frozen=True, slots=True)
class _Style:
    """How the paragraphs of a document are told apart where the last line of one is full."""

    left: float
    has_indents: bool
    """Whether they begin with an indented line."""
    step: float
    """Points from a line to the next of the same paragraph, 0 where nothing shows it."""

    def begins(self, line: _Line, following: _Line, *, is_first: bool) -> bool:
        """Whether a paragraph begins after a full line; `is_first` says whether that line is itself the first of one."""
        if self.step and line.page == following.page and line.at.bottom - following.at.bottom > _SPREAD * self.step:
            return True
        shift = following.at.left - line.at.left
        if not is_first:
            return abs(shift) > _INDENT
        is_indented = line.at.left > self.left + _INDENT
        return self.has_indents and (shift > _INDENT or (shift >= -_INDENT and is_indented))


def lines_that_go_on(pages: Sequence[Sequence[Fragment]]) -> frozenset[int]:
    """The places, counted through all pages, of the lines that go on with the one before. `pages` are in reading order."""
    lines = list(_lines(pages))
    measure = _measure([line.at for line in lines if line.is_alone])
    if measure is None:
        return frozenset()
    below = [(place, *pair) for place, pair in enumerate(pairwise(lines), 1) if pair[1].is_below(pair[0])]
    full = [each for each in below if measure.is_full(*each[1:])]
    style = _style(full, measure.left)
    found = {place for place, *pair in below if measure.is_full_heading(*pair)}
    for place, line, following in full:
        if not style.begins(line, following, is_first=place - 1 not in found):
            found.add(place)
    return frozenset(found) | entries_that_go_on(pages)


def _lines(pages: Sequence[Sequence[Fragment]]) -> Iterator[_Line]:
    for number, page in enumerate(pages):
        beside = [False, *(a.is_beside(b) or b.is_beside(a) for a, b in pairwise(page)), False]
        for index, fragment in enumerate(page):
            yield _Line(fragment, number, is_alone=not (fragment.is_row or beside[index] or beside[index + 1]))


def _measure(lines: Sequence[Fragment]) -> _Measure | None:
    """The margins between which the wide lines stand; None where there are no lines."""
    widest = max((line.right - line.left for line in lines), default=0.0)
    wide = [line for line in lines if line.right - line.left >= _WIDE * widest]
    if not wide:
        return None
    left = min(line.left for line in wide)
    wide = [line for line in wide if line.left <= left + _DEEPEST_INDENT * widest]
    margin = Counter(round(line.right) for line in wide).most_common(1)[0][0]
    exact = sum(abs(line.right - margin) <= _EXACT for line in wide)
    near = sum(line.right > margin - _RAGGED * widest for line in wide) - exact
    is_justified = exact >= _FEWEST_JUSTIFIED and near <= exact / 2
    beginnings = frozenset(left for left, count in Counter(round(line.left) for line in lines).items() if count > 1)
    return _Measure(left, margin if is_justified else max(line.right for line in wide), is_justified, beginnings)


def _style(full: Sequence[tuple[int, _Line, _Line]], left: float) -> _Style:
    """What the full lines, each with its place and the line below it, show of the paragraphs."""
    places = {place for place, *_ in full}
    shifts = [line.at.left - following.at.left for place, line, following in full if place - 1 not in places]
    steps = sorted(line.at.bottom - following.at.bottom for _, line, following in full if line.page == following.page)
    return _Style(
        left,
        has_indents=sum(shift > _INDENT for shift in shifts) > len(shifts) / 2,
        step=steps[len(steps) // 4] if steps else 0.0,
    )
