"""Finds a table that a PDF page sets in columns without drawing a line: by the blank strips between them, and the numbers of its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from alertd.reading.extract.page_edges import is_page_number
from alertd.reading.extract.pdf_fragments import Fragment
from alertd.reading.extract.pdf_glyphs import Glyph
from alertd.reading.extract.pdf_rulings import Grid

_NUMBER = re.compile(r"\d{1,3}\.?")
_STRIP = 5.0
"""The least width in points of the blank between two columns, from the heading down; that between two words is some three points."""
_WORD_GAP = 0.2
"""The least gap between two words, in heights of a line."""
_FEWEST_STRIPS, _FEWEST_ROWS = 2, 2

_Strip = tuple[float, float]
"""From where to where nothing stands."""


@dataclass(slots=True)
class _Line:
    """The words of one printed line, each with where it begins and ends."""

    bottom: float
    top: float
    words: list[tuple[float, float, str]]

    @property
    def text(self) -> str:
        """Its words, from the left."""
        return " ".join(text for *_, text in sorted(self.words))

    def left_of(self, strip: _Strip) -> str:
        """What stands to the left of a strip."""
        return "".join(text for _, right, text in self.words if right <= strip[0])

    def is_far_below(self, above: _Line) -> bool:
        """Whether a line of nothing, at least, lies between the two."""
        return above.bottom - self.top > self.top - self.bottom


def grid_of_columns(letters: Iterable[Glyph], heading: Fragment) -> Grid | None:
    """The grid of a table from its heading, which numbers the rows in its first column, down; None where nothing below it is one."""
    found: list[_Line] = []
    rows: list[_Line] = []
    strips: list[_Strip] = []
    for line in _lines(letters):
        if line.bottom >= (heading.bottom + heading.top) / 2:
            continue
        left = _strips([*found, line])
        number = line.left_of(left[0]) if left else ""
        is_row = _NUMBER.fullmatch(number) is not None
        if len(left) < max(_FEWEST_STRIPS, len(strips) if rows else 0) or (
            rows and not is_row and (number or line.is_far_below(found[-1]))
        ):
            break
        found.append(line)
        rows += [line] if is_row else []
        strips = left
    if len(rows) < _FEWEST_ROWS:
        return None
    edges = [edge for line in found for left, right, _ in line.words for edge in (left, right)]
    columns = (min(edges) - 1, *((left + right) / 2 for left, right in strips), max(edges) + 1)
    return Grid(columns, (max(heading.top, found[0].top) + 1, *(line.top for line in rows), found[-1].bottom - 1))


def grid_going_on(letters: Iterable[Glyph], columns: Sequence[float]) -> Grid | None:
    """The grid of what a page begins with of a table whose columns the page before has shown; None where it goes on with none."""
    found: list[_Line] = []
    rows: list[_Line] = []
    for line in _lines(letters):
        if not found and is_page_number(line.text):
            continue
        number = line.left_of((columns[1], columns[1]))
        is_row = _NUMBER.fullmatch(number) is not None
        crosses = any(left < edge < right for left, right, _ in line.words for edge in columns[1:-1])
        if crosses or (number and not is_row) or (found and not is_row and line.is_far_below(found[-1])):
            break
        found.append(line)
        rows += [line] if is_row else []
    if not rows:
        return None
    tops = [line.top for line in rows]
    return Grid(tuple(columns), (*([found[0].top + 1] if rows[0] is not found[0] else []), *tops, found[-1].bottom - 1))


def _lines(letters: Iterable[Glyph]) -> list[_Line]:
    """The printed lines from the top, whatever the order in which their words were drawn."""
    lines: list[_Line] = []
    for word in sorted(_words(letters), key=lambda word: -word[0].bottom):
        bottom, top = word[0].bottom, word[0].top
        if not lines or (bottom + top) / 2 < lines[-1].bottom:
            lines.append(_Line(bottom, top, []))
        lines[-1].words.append((word[0].left, word[-1].right, "".join(glyph.letter for glyph in word)))
    return lines


def _words(letters: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    word: list[Glyph] = []
    for glyph in letters:
        is_blank = glyph.letter.isspace()
        if word and (is_blank or not _goes_on(word[-1], glyph)):
            yield word
            word = []
        if not is_blank and glyph.turn == 0:
            word.append(glyph)
    if word:
        yield word


def _goes_on(before: Glyph, after: Glyph) -> bool:
    height = before.top - before.bottom
    is_in_line = before.bottom < (after.bottom + after.top) / 2 < before.top
    return is_in_line and -height < after.left - before.right < _WORD_GAP * height


def _strips(lines: Iterable[_Line]) -> list[_Strip]:
    """The strips, from the left, in which no word of the lines stands."""
    taken = sorted((left, right) for line in lines for left, right, _ in line.words)
    found: list[_Strip] = []
    reached = taken[0][0]
    for left, right in taken:
        if left - reached >= _STRIP:
            found.append((reached, left))
        reached = max(reached, right)
    return found
