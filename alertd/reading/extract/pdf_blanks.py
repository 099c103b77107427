"""Puts the number and the day that an office has set into a finished document where they stand: "Số:    /CĐ-UBND", "ngày    tháng 9".

A program for registering documents draws them last of all on the page, into the blanks that the writer has left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from alertd.reading.extract.pdf_glyphs import Glyph

_FIGURES = re.compile(r"\d{1,5}")
_LONGEST_FIGURE = 10
_BEFORE = re.compile(r"(?:số\s*:?|ngày|tháng|năm)\s*$", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:/|tháng|năm)", re.IGNORECASE)
_BLANK = re.compile(rf"{_BEFORE.pattern}|{_BEFORE.pattern[:-1]}(?={_AFTER.pattern})", re.IGNORECASE)
_WIDEST = 6.0
"""Heights of a line that a blank is wide at most."""
_SPACE = 0.12
"""Heights of a line between two words at least."""

_Group = list[Glyph]


def with_blanks_filled(groups: Iterable[_Group]) -> list[_Group]:
    """The groups of letters with each figure that was drawn apart, and fits a blank of another group, in its place there."""
    kept = [group for group in groups if group]
    for group in [group for group in kept if _BEFORE.search(_text(group))]:
        rest = next((each for each in kept if _AFTER.match(_text(each)) and _is_right_of(group, each)), None)
        if rest is not None:
            kept = [[*group, *rest] if each is group else each for each in kept if each is not rest]
    with_blanks = [group for group in kept if _BLANK.search(_text(group))]
    for figure in [group for group in kept if len(group) <= _LONGEST_FIGURE and _FIGURES.fullmatch(_text(group).strip())]:
        host = next((group for group in with_blanks if _fits(group, figure)), None)
        if host is not None:
            filled = _filled(host, figure)
            kept = [filled if group is host else group for group in kept if group is not figure]
            with_blanks = [filled if group is host else group for group in with_blanks]
    return kept


def _text(group: Iterable[Glyph]) -> str:
    return "".join(glyph.letter for glyph in group)


def _is_right_of(group: _Group, other: _Group) -> bool:
    """Whether the other group goes on in the same line, a blank at most away."""
    ink = [glyph for glyph in group if not glyph.letter.isspace()]
    first = other[0]
    is_in_line = group[0].turn == first.turn and group[0].bottom < (first.bottom + first.top) / 2 < group[0].top
    return is_in_line and -1 <= first.left - ink[-1].right <= _WIDEST * (first.top - first.bottom)


def _fits(group: _Group, figure: _Group) -> bool:
    """Whether the figure stands in a blank of the group: behind a word that one follows, and before what may follow it."""
    before, after = _parted(group, figure)
    if not before or not _is_right_of(before, figure) or not _BEFORE.search(_text(before)):
        return False
    return not after or (bool(_AFTER.match(_text(after))) and figure[-1].right <= after[0].right)


def _parted(group: _Group, figure: _Group) -> tuple[_Group, _Group]:
    """The letters of the group to the left of the figure, and the others."""
    place = next((i for i, glyph in enumerate(group) if not glyph.letter.isspace() and glyph.left >= figure[0].left - 1), len(group))
    return group[:place], group[place:]


def _filled(group: _Group, figure: _Group) -> _Group:
    before, after = _parted(group, figure)
    space = [replace(figure[-1], letter=" ")] if after and after[0].letter.isalpha() else []
    return list(_spaced([*before, *figure, *space, *after]))


def _spaced(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """The letters with a space in each gap that has none."""
    before: Glyph | None = None
    for glyph in glyphs:
        is_gap = before is not None and not (before.letter.isspace() or glyph.letter.isspace())
        if before is not None and is_gap and glyph.left - before.right > _SPACE * (glyph.top - glyph.bottom):
            yield replace(glyph, letter=" ")
        yield glyph
        before = glyph
