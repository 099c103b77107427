"""Reads the rows of a numbered table on a PDF page, each as one line: "1 | việc | đơn vị | hạn".

Lines around its cells show them, or else the blank between its columns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from alertd.reading.extract.page_edges import is_page_number
from alertd.reading.extract.pdf_columns import grid_going_on, grid_of_columns
from alertd.reading.extract.pdf_fragments import Fragment, fragments
from alertd.reading.extract.pdf_glyphs import Glyph
from alertd.reading.extract.pdf_rulings import Grid, Rulings, grid_at
from alertd.reading.extract.registers import is_register, row

_HEADING = re.compile(r"(?:S\.?|Số )?\s?T\.?T\.?(?:\s|$)", re.IGNORECASE)


class Tables:
    """The tables of a file, page after page: one may go on with the next page, where no heading tells of it."""

    def __init__(self) -> None:
        self._open: tuple[float, ...] = ()
        """The columns of the table with which the last page ended."""

    def read(self, found: Sequence[Fragment], letters: Callable[[], Iterable[Glyph]], lines: Callable[[], Rulings]) -> tuple[Fragment, ...]:
        """The fragments of an upright page, those of a table's row made one. Letters and lines are asked for only where a table shows."""
        heading = next((each for each in found if each.turn == 0 and _HEADING.match(each.text)), None)
        grid = self._below(heading, letters, lines) if heading else self._further(found, letters, lines) if self._open and found else None
        rows = tuple(_with_rows(grid, letters())) if grid else ()
        is_table = bool(rows) and (heading is None or any(is_register(each.text.split(" | ")) for each in rows if each.is_row))
        is_last = grid is not None and not any(each.top <= grid.rows[-1] and not is_page_number(each.text) for each in found)
        self._open = grid.columns if grid and is_table and is_last else ()
        return rows if is_table else tuple(found)

    def _below(self, heading: Fragment, letters: Callable[[], Iterable[Glyph]], lines: Callable[[], Rulings]) -> Grid | None:
        """The grid of the table that a heading opens."""
        drawn = grid_at(lines(), heading.left + 1, (heading.bottom + heading.top) / 2)
        return drawn or grid_of_columns(letters(), heading)

    def _further(self, found: Sequence[Fragment], letters: Callable[[], Iterable[Glyph]], lines: Callable[[], Rulings]) -> Grid | None:
        """The grid of what a page without a heading begins with of the open table."""
        first = max(found, key=_top)
        drawn = grid_at(lines(), self._open[0] + 1, (first.bottom + first.top) / 2)
        return drawn if drawn is not None and _is_same(drawn.columns, self._open) else grid_going_on(letters(), self._open)


def _top(fragment: Fragment) -> float:
    return fragment.top


def _is_same(columns: Sequence[float], others: Sequence[float]) -> bool:
    return len(columns) == len(others) and all(abs(a - b) <= 2 for a, b in zip(columns, others, strict=True))


def _with_rows(grid: Grid, letters: Iterable[Glyph]) -> Iterator[Fragment]:
    """The fragments of what stands outside the grid, and a fragment for each of its rows where the first of them is drawn."""
    before: list[Glyph] = []
    after: list[Glyph] = []
    cells: dict[tuple[int, int], list[Glyph]] = {}
    home = before
    for glyph in letters:
        if not glyph.letter.isspace():  # a space has no place of its own
            x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
            outside = after if cells else before
            home = cells.setdefault(grid.cell(x, y), []) if glyph.turn == 0 and grid.holds(x, y) else outside
        home.append(glyph)
    rows = (
        _row(grid, [cells.get((line, column), []) for column in range(len(grid.columns) - 1)], line) for line in range(len(grid.rows) - 1)
    )
    yield from chain(fragments(before), (each for each in rows if each.text.strip(" |")), fragments(after))


def _row(grid: Grid, cells: Sequence[Sequence[Glyph]], line: int) -> Fragment:
    text = row([" ".join(each.text for each in sorted(fragments(cell), key=_downward)) for cell in cells])
    return Fragment(text, grid.columns[0], grid.rows[line + 1], grid.columns[-1], grid.rows[line], is_row=True)


def _downward(fragment: Fragment) -> tuple[float, float]:
    return -round(fragment.bottom), fragment.left
