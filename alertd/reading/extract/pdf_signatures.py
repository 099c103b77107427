"""Finds what offices print onto a finished page: who has signed it and when, and when and as what it has arrived.

It stands wherever there was room, often across the letterhead or between two lines of an order, and says nothing to whoever must act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alertd.reading.extract.pdf_fragments import Fragment

_LINE = re.compile(
    r"(?:ký (?:số )?bởi|(?:digitally )?signed by|người ký|email|cơ quan|đơn vị|tổ chức|chức vụ|(?:thời gian|ngày|giờ) ký)\s*:",
    re.IGNORECASE,
)
_WHEN = re.compile(r"(?:thời gian|ngày|giờ) ký\s*:\s*(?:\d|$)", re.IGNORECASE)
_ARRIVED = re.compile(r"(?:công văn )?đến$", re.IGNORECASE)
_OF_ARRIVAL = re.compile(
    r"(?:(?:số|giờ|ngày)(?: đến)?\s*:[\s\d.…/-]*|(?:chuyển|lưu hồ sơ(?: số)?)\s*:.*|(?:công văn )?đến)$", re.IGNORECASE
)
_EXACT = 3.0
"""Points by which the lines of one print may begin apart."""
_SAME_SIZE, _STEP, _LINES = 0.1, 1.5, 10
"""In heights of a line: how sizes may differ, how far apart two lines stand, how high the whole is."""


def printed_lines(fragments: Sequence[Fragment]) -> frozenset[int]:
    """The places of the fragments that make up such prints; none where no line says when somebody has signed, or that it has arrived."""
    found = set(_print(fragments, _WHEN, _LINE))
    for place, fragment in enumerate(fragments):
        if any(_goes_on(fragments[above], fragment) for above in found):
            found.add(place)
    return frozenset((*found, *_print(fragments, _ARRIVED, _OF_ARRIVAL)))


def _print(fragments: Sequence[Fragment], sure: re.Pattern[str], line: re.Pattern[str]) -> Iterator[int]:
    """The places of the lines of one kind near one that surely is of it; nothing else says it in lines of the same size and left edge."""
    anchors = [fragment for fragment in fragments if sure.match(fragment.text)]
    for place, fragment in enumerate(fragments):
        near = [anchor for anchor in anchors if _is_near(fragment, anchor)]
        if line.match(fragment.text) and near:
            yield place


def _is_near(line: Fragment, when: Fragment) -> bool:
    return _is_as_large(line, when) and abs(line.left - when.left) < _EXACT and abs(line.bottom - when.bottom) < _LINES * when.height


def _is_as_large(line: Fragment, other: Fragment) -> bool:
    return abs(line.height - other.height) < _SAME_SIZE * other.height


def _goes_on(above: Fragment, line: Fragment) -> bool:
    """Whether a line stands right under one of the print, in its column and size."""
    is_under = 0 < above.bottom - line.bottom < _STEP * above.height
    return is_under and _is_as_large(line, above) and abs(above.left - line.left) < _EXACT
