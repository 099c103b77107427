"""Finds what a program for digital signatures prints on a page: who has signed, of which office and when.

It stands wherever there was room, often across the letterhead or between two lines of an order, and says nothing to whoever must act.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from alertd.reading.extract.pdf_fragments import Fragment

_LINE = re.compile(
    r"(?:ký (?:số )?bởi|(?:digitally )?signed by|người ký|email|cơ quan|đơn vị|tổ chức|chức vụ|(?:thời gian|ngày|giờ) ký)\s*:",
    re.IGNORECASE,
)
_WHEN = re.compile(r"(?:thời gian|ngày|giờ) ký\s*:\s*\d", re.IGNORECASE)
_EXACT = 3.0
"""Points by which the lines of one print may begin apart."""
_SAME_SIZE, _STEP, _LINES = 0.1, 1.5, 10
"""In heights of a line: how sizes may differ, how far apart two lines stand, how high the whole is."""


def signature_lines(fragments: Sequence[Fragment]) -> frozenset[int]:
    """The places of the fragments that make up such a print; none where no line says when somebody has signed."""
    dated = [fragment for fragment in fragments if _WHEN.match(fragment.text)]
    found = {i for i, line in enumerate(fragments) if _LINE.match(line.text) and any(_is_near(line, when) for when in dated)}
    for place, fragment in enumerate(fragments):
        if any(_goes_on(fragments[above], fragment) for above in found):
            found.add(place)
    return frozenset(found)


def _is_near(line: Fragment, when: Fragment) -> bool:
    return _is_as_large(line, when) and abs(line.left - when.left) < _EXACT and abs(line.bottom - when.bottom) < _LINES * when.height


def _is_as_large(line: Fragment, other: Fragment) -> bool:
    return abs(line.height - other.height) < _SAME_SIZE * other.height


def _goes_on(above: Fragment, line: Fragment) -> bool:
    """Whether a line stands right under one of the print, in its column and size."""
    is_under = 0 < above.bottom - line.bottom < _STEP * above.height
    return is_under and _is_as_large(line, above) and abs(above.left - line.left) < _EXACT
