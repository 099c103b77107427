"""Takes the letters of a PDF page and where they stand, and strings them into fragments of lines."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import dropwhile

from pypdfium2 import raw

_COLUMN_GAP = 2.0
"""A gap of so many line heights within a line separates columns: justified words stand closer."""
_STEP_BACK = 1.0
"""A letter that stands so many line heights to the left of the one before begins a line of its own."""
_SPACE = 0.25
"""The space between two words, in line heights, where none is seen."""
_UNMAPPED = "\ufffd"
# What PDFium gives for a hyphen at the end of a line, for a letter without Unicode value, and for nothing at all.
_SPECIAL = {0x0: _UNMAPPED, 0x2: "-", 0xFFFE: "-", 0xFFFF: ""}
_LINE_ENDS = "\r\n"
SLANTED = 4
"""The turn of words that run neither along nor across the page."""
_UPRIGHT = (0, SLANTED)
_STRAIGHT = 0.2
"""How far in radians a scanned line may be from a quarter of a circle."""
_BELOW, _ABOVE = 0.25, 0.95
"""How far, in sizes of the letters, a line reaches below and above its baseline."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter and its box in points from the lower left corner of the page, the page turned so that the letter stands upright."""

    letter: str
    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0
    """In quarters of a circle to the left, or `SLANTED`."""


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

    @property
    def height(self) -> float:
        """The line's height, some 1.2 times the size of the letters."""
        return self.top - self.bottom

    def is_beside(self, other: Fragment) -> bool:
        """Whether the two stand in one line of the page."""
        return self.bottom < (other.bottom + other.top) / 2 < self.top


def glyphs(text_page: raw.FPDF_TEXTPAGE, width: float, height: float) -> Iterator[Glyph]:
    """The letters of a page of that size in the order in which the file draws them, PDFium's own spaces and line ends between them."""
    box = raw.FS_RECTF()
    turn = 0
    for index in range(raw.FPDFText_CountChars(text_page)):
        code = raw.FPDFText_GetUnicode(text_page, index)
        letter = _SPECIAL.get(code) or chr(code)
        if "\ud800" <= letter <= "\udfff" or code == 0xFFFF:
            continue
        if not letter.isspace():  # PDFium's own spaces have no angle
            turn = _turn(raw.FPDFText_GetCharAngle(text_page, index))
        if turn in _UPRIGHT:
            raw.FPDFText_GetLooseCharBox(text_page, index, box)
            yield Glyph(letter, box.left, box.bottom, box.right, box.top, turn)
        else:
            yield _turned(letter, text_page, index, turn, (width, height))


def _turn(angle: float) -> int:
    """The turn of a letter. PDFium measures the angle to the right."""
    quarters = -angle / (math.pi / 2)
    return round(quarters) % 4 if abs(quarters - round(quarters)) * math.pi / 2 <= _STRAIGHT else SLANTED


def _turned(letter: str, text_page: raw.FPDF_TEXTPAGE, index: int, turn: int, page: tuple[float, float]) -> Glyph:
    """A letter on a page turned so that it stands upright; PDFium's loose box knows no turn, so the line's height is its size's."""
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    raw.FPDFText_GetCharOrigin(text_page, index, x, y)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, index, matrix)
    size = raw.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
    corners = [_upright(across, up, turn, page)[0] for across in (left.value, right.value) for up in (bottom.value, top.value)]
    baseline = _upright(x.value, y.value, turn, page)[1]
    return Glyph(letter, min(corners), baseline - _BELOW * size, max(corners), baseline + _ABOVE * size, turn)


def _upright(x: float, y: float, turn: int, page: tuple[float, float]) -> tuple[float, float]:
    """The same point once the page is turned back by `turn` quarters."""
    width, height = page
    return {1: (y, width - x), 2: (width - x, height - y), 3: (height - y, x)}.get(turn, (x, y))


def fragments(letters: Iterable[Glyph]) -> Iterator[Fragment]:
    """The letters strung together for as long as one stands beside the other."""
    held: list[Glyph] = []
    for glyph in letters:
        if glyph.letter in _LINE_ENDS or (held and (glyph.turn != held[0].turn or _is_apart(_last_ink(held), glyph))):
            yield from _strung(held)
            held = []
        if held or not glyph.letter.isspace():
            held.append(glyph)
    yield from _strung(held)


def _last_ink(held: list[Glyph]) -> Glyph:
    return next((glyph for glyph in reversed(held) if not glyph.letter.isspace()), held[-1])


def _is_apart(before: Glyph, after: Glyph) -> bool:
    if after.letter.isspace():
        return False
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
