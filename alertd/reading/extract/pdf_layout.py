"""Decides in which order the fragments of a PDF page are read.

Word processors draw a page in reading order, a two-column letterhead cell after cell, so the file's own order is kept. It is mended
where it shows that the page was drawn otherwise: both columns of a letterhead line by line, or a part before what stands above or to
the left of it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from alertd.reading.extract.pdf_fragments import Fragment

Row = list[Fragment]
Run = list[Row]
_FAR = 8
"""Line heights of nothing between two parts of a page that were drawn one after the other for no reason of the text."""
_NARROW = 0.6
"""The share of its run's width below which a row is no line of the text but may stand in a column."""
_GUTTER = 6.0
"""The least width in points of the space between two columns."""


def reading_order(fragments: Iterable[Fragment]) -> list[Fragment]:
    """The fragments of a page in the order in which they are read."""
    return [fragment for run in _sorted(_downward(_rows(fragments))) for fragment in _column_by_column(run)]


def _rows(fragments: Iterable[Fragment]) -> Iterator[Row]:
    """Fragments drawn one after another in one line, from the left."""
    row: Row = []
    for fragment in fragments:
        if row and not all(_is_in_line(fragment, other) for other in row):
            yield sorted(row, key=_left)
            row = []
        row.append(fragment)
    if row:
        yield sorted(row, key=_left)


def _is_in_line(fragment: Fragment, other: Fragment) -> bool:
    return other.is_beside(fragment) and (fragment.left >= other.right or fragment.right <= other.left)


def _left(fragment: Fragment) -> float:
    return fragment.left


def _downward(rows: Iterable[Row]) -> Iterator[Run]:
    """The rows in runs that go down the page: where the next one stands higher, or far below, something new begins."""
    run: Run = []
    for row in rows:
        step = run[-1][0].bottom - row[0].bottom if run else 0
        if run and not -row[0].height / 2 <= step <= _FAR * row[0].height:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _sorted(runs: Iterable[Run]) -> list[Run]:
    """The runs with each moved before those that it stands above, and its beginning before a column to the right of it."""
    ordered: list[Run] = []
    waiting = deque(runs)
    while waiting:
        run = waiting.popleft()
        place = len(ordered)
        if place and (above := _above(ordered[-1], run)):
            waiting.extendleft((run[above:], run[:above]))
            continue
        while place and _lowest(run) >= _highest(ordered[place - 1]):
            place -= 1
        if place and (end := _down_to(run, ordered[place - 1])):
            ordered[place - 1 : place] = [ordered[place - 1][:end], ordered[place - 1][end:]]
        beside = _left_of(run, ordered[place - 1]) if place else []
        rest = run[len(beside) :]
        ordered[place:place] = [rest] if rest else []
        if beside:
            ordered.insert(place - 1, beside)
    return ordered


def _down_to(run: Run, other: Run) -> int:
    """How many rows of another run are read before `run`, the rest of it after; 0 where `run` does not stand within it.

    The other run was drawn without a break, and `run` later into a gap of it: a letterhead between two documents, or one cell of a
    letterhead beside the other, from which the text went on at once.
    """
    end = next((index for index, row in enumerate(other) if row[0].top <= _lowest(run)), 0)
    return end if _is_column_beside(run, other, other[:end]) else 0


def _above(other: Run, run: Run) -> int:
    """How many rows of `run` stand above another one that was drawn before it, beside which the rest is a column; 0 where none do."""
    above = sum(1 for _ in takewhile(lambda row: row[0].bottom >= _highest(other), run))
    rest = run[above:]
    is_beside = any(row[0].top > _lowest(other) for row in rest)
    return above if is_beside and _is_column_beside(other, run, rest) else 0


def _is_column_beside(run: Run, other: Run, rows: Run) -> bool:
    """Whether those of the rows, which belong to the other run, that stand at the height of `run` are narrow and all on one side of it."""
    beside = [row for row in rows if row[0].bottom < _highest(run) and row[0].top > _lowest(run)]
    left, right = min(row[0].left for row in run), max(row[-1].right for row in run)
    widest = max(row[-1].right for row in other) - min(row[0].left for row in other)
    is_narrow = all(row[-1].right - row[0].left < _NARROW * widest for row in beside)
    return is_narrow and (all(row[0].left >= right for row in beside) or all(row[-1].right <= left for row in beside))


def _left_of(run: Run, column: Run) -> Run:
    """The rows at the beginning of `run` that stand beside a column, on its left."""
    edge = min(row[0].left for row in column)
    top, bottom = _highest(column), _lowest(column)
    return list(takewhile(lambda row: row[-1].right <= edge and row[0].bottom < top and row[0].top > bottom, run))


def _highest(run: Run) -> float:
    return max(each.top for row in run for each in row)


def _lowest(run: Run) -> float:
    return min(each.bottom for row in run for each in row)


def _column_by_column(rows: Run) -> Iterator[Fragment]:
    """Row by row, but where both columns were drawn line by line, the left one before the right one."""
    at = 0
    while at < len(rows):
        end, middle = _two_columns(rows, at)
        if end - at < 2:
            end, middle = at + 1, float("inf")
        part = [fragment for row in rows[at:end] for fragment in row]
        yield from (fragment for fragment in part if fragment.left < middle)
        yield from (fragment for fragment in part if fragment.left >= middle)
        at = end


def _two_columns(rows: Sequence[Row], start: int) -> tuple[int, float]:
    """How far from `start` on two columns stand side by side, and where the space between them lies.

    A row on one side only belongs to them while rows on both sides follow or its column simply goes on.
    """
    left, right, end = 0.0, float("inf"), start
    for index in range(start, len(rows)):
        row = rows[index]
        gutter = _gutter(row, left, right)
        if gutter is None or (len(row) == 1 and not _goes_on(rows[start:index], row[0])):
            break
        left, right = gutter
        end = index + 1
    return end, (left + right) / 2


def _gutter(row: Row, left: float, right: float) -> tuple[float, float] | None:
    """What remains of the space between two columns beside this row; None where the row stands across it."""
    if len(row) > 2:
        return None
    if len(row) == 2:
        left, right = max(left, row[0].right), min(right, row[1].left)
    elif row[0].right <= right - _GUTTER and row[0].left < left:
        left = max(left, row[0].right)
    else:
        right = min(right, row[0].left)
    return (left, right) if right - left >= _GUTTER else None


def _goes_on(above: Sequence[Row], fragment: Fragment) -> bool:
    """Whether a fragment follows closely below one of the same column."""
    same = [other for row in above for other in row if other.left < fragment.right and fragment.left < other.right]
    return bool(same) and same[-1].bottom - fragment.top < fragment.height
