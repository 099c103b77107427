"""Strings the letters of a PDF page into fragments of lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import dropwhile

from alertd.reading.extract.pdf_blanks import with_blanks_filled
from alertd.reading.extract.pdf_glyphs import Glyph
from alertd.reading.extract.pdf_spaces import with_spaces

_COLUMN_GAP = 2.0
"""A gap of so many line heights within a line separates columns: justified words stand closer."""
_STEP_BACK = 1.0
"""A letter that stands so many line heights to the left of the one before begins a line of its own."""
_SPACE = 0.25
"""The space between two words, in line heights, where none is seen."""
_LINE_ENDS = "\r\n"


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words that stand in one line without a gap as wide as between columns."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0
    first_word: float = 0.0
    """How wide the first word is with the space after it, in points."""
    is_row: bool = False
    """Whether it is a whole row of a table."""

    @property
    def height(self) -> float:
        """The line's height, some 1.2 times the size of the letters."""
        return self.top - self.bottom

    def is_beside(self, other: Fragment) -> bool:
        """Whether the two stand in one line of the page."""
        return self.bottom < (other.bottom + other.top) / 2 < self.top


def fragments(letters: Iterable[Glyph]) -> Iterator[Fragment]:
    """The letters strung together for as long as one stands beside the other."""
    for group in with_blanks_filled(map(with_spaces, _groups(letters))):
        yield from _strung(group)


def _groups(letters: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    held: list[Glyph] = []
    last: Glyph | None = None
    for glyph in letters:
        is_ink = not glyph.letter.isspace()
        is_turned = last is not None and glyph.turn != last.turn
        if glyph.letter in _LINE_ENDS or is_turned or (last is not None and is_ink and _is_apart(last, glyph)):
            yield held
            held, last = [], None
        if held or is_ink:
            held.append(glyph)
        last = glyph if is_ink else last
    yield held


def _is_apart(before: Glyph, after: Glyph) -> bool:
    height = max(before.top - before.bottom, after.top - after.bottom)
    is_in_line = before.bottom - height / 4 < (after.bottom + after.top) / 2 < before.top + height / 4
    return not is_in_line or after.left - before.right > _COLUMN_GAP * height or after.left < before.left - _STEP_BACK * height


def _strung(held: list[Glyph]) -> Iterator[Fragment]:
    ink = [glyph for glyph in held if not glyph.letter.isspace()]
    if ink:
        text = "".join(glyph.letter for glyph in held).strip()
        low, high = min(g.bottom for g in ink), max(g.top for g in ink)
        rest = list(dropwhile(lambda glyph: not glyph.letter.isspace(), held))
        ends = next((g.left for g in rest if not g.letter.isspace()), ink[-1].right + _SPACE * (high - low))
        yield Fragment(text, min(g.left for g in ink), low, max(g.right for g in ink), high, ink[0].turn, ends - held[0].left)
