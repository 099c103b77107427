"""Takes the letters of a PDF page and where they stand, and strings them into fragments of lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pypdfium2 import raw

_COLUMN_GAP = 2.0
"""A gap of so many line heights within a line separates columns: justified words stand closer."""
_STEP_BACK = 1.0
"""A letter that stands so many line heights to the left of the one before begins a line of its own."""
_UNMAPPED = "\ufffd"
# What PDFium gives for a hyphen at the end of a line, for a letter without Unicode value, and for nothing at all.
_SPECIAL = {0x0: _UNMAPPED, 0x2: "-", 0xFFFE: "-", 0xFFFF: ""}
_LINE_ENDS = "\r\n"


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter and its box in points from the lower left corner of the page."""

    letter: str
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words that stand in one line without a gap as wide as between columns."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """The line's height, some 1.2 times the size of the letters."""
        return self.top - self.bottom

    def is_beside(self, other: Fragment) -> bool:
        """Whether the two stand in one line of the page."""
        return self.bottom < (other.bottom + other.top) / 2 < self.top


def glyphs(text_page: raw.FPDF_TEXTPAGE) -> Iterator[Glyph]:
    """The letters of a page in the order in which the file draws them, PDFium's own spaces and line ends between them."""
    box = raw.FS_RECTF()
    for index in range(raw.FPDFText_CountChars(text_page)):
        code = raw.FPDFText_GetUnicode(text_page, index)
        letter = _SPECIAL.get(code) or chr(code)
        if "\ud800" <= letter <= "\udfff" or code == 0xFFFF:
            continue
        raw.FPDFText_GetLooseCharBox(text_page, index, box)
        yield Glyph(letter, box.left, box.bottom, box.right, box.top)


def fragments(letters: Iterable[Glyph]) -> Iterator[Fragment]:
    """The letters strung together for as long as one stands beside the other."""
    held: list[Glyph] = []
    for glyph in letters:
        if glyph.letter in _LINE_ENDS or (held and _is_apart(_last_ink(held), glyph)):
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
        yield Fragment(text, min(g.left for g in ink), min(g.bottom for g in ink), max(g.right for g in ink), max(g.top for g in ink))
