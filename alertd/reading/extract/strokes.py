"""Takes off text the upright strokes that the cells of a page's table leave when the page is copied: between cells, or behind each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_SIGN = "|"
_BETWEEN = re.compile(r"\s*\|(?:\s*\|)*\s*")
_CELLS_OF_A_ROW = 3
"""Fewer do not make a row of a table that is to be read as one: they are the two columns of a letterhead or of a list."""


def without_strokes(lines: Iterable[str]) -> Iterator[str]:
    """The lines, those of nothing but strokes blank, and a letterhead's without the stroke behind its last cell."""
    for line in lines:
        if _SIGN not in line:
            yield line
        elif _BETWEEN.fullmatch(line):
            yield ""
        elif len([cell for cell in line.split(_SIGN) if cell.strip()]) < _CELLS_OF_A_ROW:
            yield line.strip().strip(_SIGN).rstrip()
        else:
            yield line
