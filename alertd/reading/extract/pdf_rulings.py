"""Takes the lines that a PDF page draws around the cells of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

_THIN = 3.0
"""Points that a line is wide at most: programs draw it as a stroke or as a rectangle."""
_SAME = 2.0
"""Points by which the parts of one line may stand apart."""
_MOST = 5_000
"""A page with more of them is a drawing."""
_FEWEST_LINES = 4
"""Upright lines around three cells."""
_COVERED = 0.6
"""The share of a table's width that a line between two rows covers: cells that were joined have none."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line: where it stands across its direction, and from where to where it runs."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rulings:
    """The upright and the level lines of a page."""

    upright: tuple[Rule, ...]
    level: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the lines between the columns stand, from the left, and those between the rows, from the top."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.columns[0] < x < self.columns[-1] and self.rows[-1] < y < self.rows[0]

    def cell(self, x: float, y: float) -> tuple[int, int]:
        """The row and the column of a point that lies in it."""
        return sum(y < row for row in self.rows[1:-1]), sum(x > column for column in self.columns[1:-1])


def rulings(page: pypdfium2.PdfPage) -> Rulings:
    """The lines of a page; none of one that draws more than a table has."""
    boxes = [found.get_bounds() for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])]
    if len(boxes) > _MOST:
        return Rulings((), ())
    return Rulings(tuple(_upright(boxes)), tuple(_level(boxes)))


def _upright(boxes: Sequence[Sequence[float]]) -> Iterator[Rule]:
    for left, bottom, right, top in boxes:
        if right - left <= _THIN < top - bottom:
            yield Rule((left + right) / 2, bottom, top)
        elif top - bottom > _THIN:
            yield from (Rule(left, bottom, top), Rule(right, bottom, top))


def _level(boxes: Sequence[Sequence[float]]) -> Iterator[Rule]:
    for left, bottom, right, top in boxes:
        if top - bottom <= _THIN < right - left:
            yield Rule((bottom + top) / 2, left, right)
        elif right - left > _THIN:
            yield from (Rule(bottom, left, right), Rule(top, left, right))


def grid_at(found: Rulings, x: float, y: float) -> Grid | None:
    """The grid around a point in its first column, None where no lines stand around it."""
    columns = _places(rule.at for rule in found.upright if rule.start - _SAME <= y <= rule.end + _SAME)
    columns = [at for index, at in enumerate(columns) if index + 1 == len(columns) or columns[index + 1] > x]
    if len(columns) < _FEWEST_LINES or columns[0] > x:
        return None
    bottom, top = _run(found.upright, columns[0], y)
    near = [rule for rule in found.level if bottom - _SAME <= rule.at <= top + _SAME]
    rows = [at for at in _places(rule.at for rule in near) if _is_covered(near, at, columns[0], columns[-1])]
    return Grid(tuple(columns), tuple(reversed(rows))) if len(rows) > 1 else None


def _places(found: Iterator[float]) -> list[float]:
    """The places, each once, from the lowest."""
    places: list[float] = []
    for at in sorted(found):
        if not places or at - places[-1] > _SAME:
            places.append(at)
    return places


def _run(upright: Sequence[Rule], x: float, y: float) -> tuple[float, float]:
    """How far down and up the line at `x` runs from `y`, its parts one behind the other."""
    bottom = top = y
    parts = sorted((rule for rule in upright if abs(rule.at - x) <= _SAME), key=lambda rule: rule.start)
    for rule in parts:
        if rule.start <= top + _SAME and rule.end > top:
            top = rule.end
    for rule in reversed(parts):
        if rule.end >= bottom - _SAME and rule.start < bottom:
            bottom = rule.start
    return bottom, top


def _is_covered(level: Sequence[Rule], y: float, left: float, right: float) -> bool:
    parts = sorted((max(rule.start, left), min(rule.end, right)) for rule in level if abs(rule.at - y) <= _SAME)
    covered, reached = 0.0, left
    for start, end in parts:
        covered += max(0.0, end - max(start, reached))
        reached = max(reached, end)
    return covered >= _COVERED * (right - left)
