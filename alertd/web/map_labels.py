"""Finds room for the names beside the marks of a map, so that no name runs into another name or mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

Side = Literal["start", "end", ""]
"""Where a name begins: `start` right of its mark, `end` left of it (SVG's words for how a text is anchored); "" for no room."""
GAP = 11.0
"""From the middle of a mark to its name."""
_LETTER, _HALF_LINE, _HALF_MARK = 6.5, 7.0, 9.0
"""How wide a letter is on average, and half the height of a line and of a mark."""

_Box = tuple[float, float, float]
"""Left, right, and the middle in height."""


def sides(named: Sequence[tuple[str, float, float]], others: Iterable[tuple[float, float]], width: float) -> list[Side]:
    """For each mark (name, x, y) on which side its name stands; `others` are marks without names. Those that come first choose first."""
    taken = [(x - _HALF_MARK, x + _HALF_MARK, y) for x, y in (*((x, y) for _, x, y in named), *others)]
    found: list[Side] = []
    for name, x, y in named:
        long = len(name) * _LETTER
        tried: tuple[tuple[Side, _Box], ...] = (("start", (x + GAP, x + GAP + long, y)), ("end", (x - GAP - long, x - GAP, y)))
        free = next(((side, box) for side, box in tried if box[0] >= 0 and box[1] <= width and not _meets(box, taken)), None)
        found.append(free[0] if free else "")
        taken += [free[1]] if free else []
    return found


def _meets(box: _Box, taken: Iterable[_Box]) -> bool:
    left, right, middle = box
    return any(left < other[1] and other[0] < right and abs(middle - other[2]) < _HALF_LINE + _HALF_MARK for other in taken)
