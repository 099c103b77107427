"""Finds where an entry of a list that stands in a column of its own goes on: beside the signature, or far from the text's left margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from alertd.reading.extract.pdf_fragments import Fragment

_DASHES = ("-", "–", "+", "*", "•")
_ENDS = (".", ";")
_HANGING = 24.0
"""Points by which the further lines of an entry may stand to the right of its dash."""
_EXACT = 2.0
_CLOSE = 1.0
"""Heights of a line that at most lie between it and the next of its entry."""


def entries_that_go_on(pages: Sequence[Sequence[Fragment]]) -> frozenset[int]:
    """The places, counted through all pages, of lines that go on with an entry under a dash.

    Nothing shows how wide such a column is but its longest line; so a dash must open the entry, no full stop end its line before, and the
    next word not have fitted in.
    """
    found: set[int] = set()
    first = 0
    for page in pages:
        for column in _columns(page):
            edge = max(page[index].right for index in column)
            found |= {first + index for index in _going_on(page, column, edge)}
        first += len(page)
    return frozenset(found)


def _columns(page: Sequence[Fragment]) -> Iterator[list[int]]:
    """Fragments read one after the other from under a dash down, by their places."""
    column: list[int] = []
    for index, fragment in enumerate(page):
        if column and not _is_under(page[column[0]], page[column[-1]], fragment):
            yield column
            column = []
        if column or fragment.text.startswith(_DASHES):
            column.append(index)
    if column:
        yield column


def _is_under(first: Fragment, above: Fragment, fragment: Fragment) -> bool:
    is_in_column = -_EXACT <= fragment.left - first.left <= _HANGING
    is_close = above.bottom - fragment.bottom > 0 and above.bottom - fragment.top < _CLOSE * above.height
    return is_in_column and is_close and not (above.is_row or fragment.is_row)


def _going_on(page: Sequence[Fragment], column: Sequence[int], edge: float) -> Iterator[int]:
    for above, index in pairwise(column):
        line, following = page[above], page[index]
        is_open = not line.text.endswith(_ENDS) and not following.text.startswith(_DASHES)
        if is_open and following.first_word > edge - line.right + _EXACT:
            yield index
