"""Parts the words of a PDF that stand so close, or are put together from such signs, that PDFium sees no space between them.

No Vietnamese syllable has more than seven letters. So in a longer run of letters, and in one whose marks are signs of their own ("ồ" of
three, which no program expects), the gaps between the letters are looked at.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import median

from alertd.reading.extract.pdf_glyphs import Glyph

_LONGEST_SYLLABLE = 7
_NARROWEST = 0.1
"""Heights of a line by which the gap between two words is wider than the gap between two letters."""
_EXACT = 0.05
_WIDEST_LETTER, _LINE = 0.95, 1.2
"""In sizes of the font: how wide a letter is at most, and how high a line."""


def with_spaces(group: Sequence[Glyph]) -> list[Glyph]:
    """The letters of a line with a space in each such gap. Of a turned line only the letters' own outlines are known."""
    letters = "".join(glyph.letter for glyph in group)
    is_clear = max(map(len, letters.split()), default=0) <= _LONGEST_SYLLABLE and not any(map(unicodedata.combining, letters))
    if is_clear or group[0].turn:
        return list(group)
    runs = [list(run) for _, run in groupby(group, key=lambda glyph: glyph.letter.isspace())]
    return [glyph for run in runs for glyph in (run if run[0].letter.isspace() else _parted(run))]


def _is_mark(glyph: Glyph) -> bool:
    return unicodedata.combining(glyph.letter) != 0


def _parted(run: Sequence[Glyph]) -> Iterator[Glyph]:
    letters = list(_letters(run))
    gaps = [0.0, *(after[0].left - _right(before) for before, after in pairwise(letters))]
    usual = max(0.0, median(gaps)) if len(gaps) > _LONGEST_SYLLABLE else 0.0
    for gap, letter in zip(gaps, letters, strict=True):
        if gap - usual > _NARROWEST * (letter[0].top - letter[0].bottom):
            yield replace(letter[0], letter=" ")
        yield from letter


def _right(letter: Sequence[Glyph]) -> float:
    """Where a letter ends. A font that draws "ộ" as one gives each of its signs an equal part of the room; else the marks take none."""
    parts = [glyph.right - glyph.left for glyph in letter]
    size = (letter[0].top - letter[0].bottom) / _LINE
    is_one = max(parts) - min(parts) < _EXACT and sum(parts) < _WIDEST_LETTER * size
    return letter[-1].right if is_one else letter[0].right


def _letters(run: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The signs of each letter: one, or with the marks that follow it several."""
    letter: list[Glyph] = []
    for glyph in run:
        if letter and not _is_mark(glyph):
            yield letter
            letter = []
        letter.append(glyph)
    yield letter
