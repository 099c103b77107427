"""Takes the letters of a PDF page and where they stand."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

from pypdfium2 import raw

_UNMAPPED = "\ufffd"
# What PDFium gives for a hyphen at the end of a line, for a letter without Unicode value, and for nothing at all.
_SPECIAL = {0x0: _UNMAPPED, 0x2: "-", 0xFFFE: "-", 0xFFFF: ""}
SLANTED = 4
"""The turn of words that run neither along nor across the page."""
_UPRIGHT = (0, SLANTED)
_STRAIGHT = 0.2
"""How far in radians a scanned line may be from a quarter of a circle."""
_LOWEST = 0.98
"""Sizes of the letters that a line is high at least. Of a font that does not tell it the loose box is as high as the letter is drawn."""
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


def glyphs(text_page: raw.FPDF_TEXTPAGE, width: float, height: float) -> Iterator[Glyph]:
    """The letters of a page of that size in the order in which the file draws them, PDFium's own spaces and line ends between them."""
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    turn = 0
    sizes: dict[float, float] = {}
    """What the sizes that the file gives are on the page."""
    heights: set[float] = set()
    """Those of lines that a font has told of: all its letters have the same."""
    for index in range(raw.FPDFText_CountChars(text_page)):
        code = raw.FPDFText_GetUnicode(text_page, index)
        letter = _SPECIAL.get(code) or chr(code)
        if "\ud800" <= letter <= "\udfff" or code == 0xFFFF:
            continue
        if not letter.isspace():  # PDFium's own spaces have no angle
            turn = _turn(raw.FPDFText_GetCharAngle(text_page, index))
        if turn in _UPRIGHT:
            raw.FPDFText_GetLooseCharBox(text_page, index, box)
            bottom, top = box.bottom, box.top
            if turn == 0 and (height := round(top - bottom, 2)) not in heights:
                size = raw.FPDFText_GetFontSize(text_page, index)
                if height < _LOWEST * size:
                    if size not in sizes:
                        sizes[size] = _size(text_page, index)
                    raw.FPDFText_GetCharOrigin(text_page, index, x, y)
                    bottom, top = min(bottom, y.value - _BELOW * sizes[size]), max(top, y.value + _ABOVE * sizes[size])
                else:
                    heights.add(height)
            yield Glyph(letter, box.left, bottom, box.right, top, turn)
        else:
            yield _turned(letter, text_page, index, turn, (width, height))


def _turn(angle: float) -> int:
    """The turn of a letter. PDFium measures the angle to the right."""
    quarters = -angle / (math.pi / 2)
    return round(quarters) % 4 if abs(quarters - round(quarters)) * math.pi / 2 <= _STRAIGHT else SLANTED


def _size(text_page: raw.FPDF_TEXTPAGE, index: int) -> float:
    """The size of a letter's font on the page."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, index, matrix)
    return float(raw.FPDFText_GetFontSize(text_page, index)) * math.hypot(matrix.c, matrix.d)


def _turned(letter: str, text_page: raw.FPDF_TEXTPAGE, index: int, turn: int, page: tuple[float, float]) -> Glyph:
    """A letter on a page turned so that it stands upright; PDFium's loose box knows no turn, so the line's height is its size's."""
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    raw.FPDFText_GetCharOrigin(text_page, index, x, y)
    size = _size(text_page, index)
    corners = [_upright(across, up, turn, page)[0] for across in (left.value, right.value) for up in (bottom.value, top.value)]
    baseline = _upright(x.value, y.value, turn, page)[1]
    return Glyph(letter, min(corners), baseline - _BELOW * size, max(corners), baseline + _ABOVE * size, turn)


def _upright(x: float, y: float, turn: int, page: tuple[float, float]) -> tuple[float, float]:
    """The same point once the page is turned back by `turn` quarters."""
    width, height = page
    return {1: (y, width - x), 2: (width - x, height - y), 3: (height - y, x)}.get(turn, (x, y))
