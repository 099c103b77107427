"""Keeps the rows of a numbered table together: who does what by when stands side by side in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBERS = re.compile(r"(?:S\.?|Số )?\s?T\.?T\.?", re.IGNORECASE)
"""What stands above the numbers of the rows: "TT", "STT", "Số TT"."""
_FEWEST_CELLS = 3


def is_register(heading: Sequence[str]) -> bool:
    """Whether the cells of a table's first row head columns, the first of which numbers the rows; a letterhead's do not."""
    return len(heading) >= _FEWEST_CELLS and _NUMBERS.fullmatch(heading[0].strip()) is not None


def row(cells: Sequence[str]) -> str:
    """A row as one line, its cells parted by upright strokes."""
    return " ".join(" | ".join(cells).split())


class OpenTable:
    """A table of a page that is read as a stream: the lines of a row's cells become one when the row ends."""

    def __init__(self) -> None:
        self._is_register: bool | None = None
        self._row = self._cell = 0
        self._cells: list[str] = []

    def open_row(self, lines: Sequence[str]) -> None:
        """A row begins after these lines."""
        self._row, self._cells = len(lines), []

    def open_cell(self, lines: Sequence[str]) -> None:
        """A cell begins after these lines."""
        self._cell = len(lines)

    def close_cell(self, lines: Sequence[str]) -> None:
        """A cell ends with these lines."""
        self._cells.append(" ".join(lines[self._cell :]))

    def close_row(self, lines: list[str]) -> None:
        """The row ends with these lines: one is left of it where the table is numbered."""
        if self._is_register is None and self._cells:
            self._is_register = is_register(self._cells)
        if self._is_register and self._cells:
            lines[self._row :] = [row(self._cells), ""]
