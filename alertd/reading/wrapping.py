"""Tells how the lines of a text were wrapped, and so which line ends were meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from alertd.reading.source import Source

_ENDS = ".:;!?…"
# A line that ends so goes on: no heading ends with a preposition.
_GOES_ON = re.compile(
    r"(?:\s(?:và|của|các|thuộc|với|cho|tại|từ|đến|trong|theo|do|để|về|là|cơ quan|số|Chủ tịch|Bộ trưởng|Giám đốc|Trưởng|Bí thư|"
    r"(?<!Trung )(?<!Bắc )(?<!Nam )Bộ|Sở)|-|\()$"
)
_MANY = 0.15
# Where no line is longer than a typewriter's, paragraphs are not one line each: a few lines that begin within a sentence show the wrapping.
_NARROW = 110
_FEW_INSIDE = 3
_FEW = 0.02


@dataclass(frozen=True, slots=True)
class Wrapping:
    """`width` is how long lines grow; `is_even` whether every line was filled as far as words allow, as a program does it."""

    width: int
    is_even: bool

    def was_ended(self, before: str, here: str) -> bool:
        """Whether the next word would still have fitted into the line before: it was ended on purpose."""
        return _filled(before, here) < (self.width + 1 if self.is_even else self.width - 2)

    def is_heading_end(self, before: str, here: str) -> bool:
        """Whether a line without a full stop, before a capital, is a heading's or a list entry's own line.

        Where lines are filled unevenly, as by a typesetter's mark-up, only a clearly short one shows it.
        """
        if not here[0].isupper() or _GOES_ON.search(before):
            return False
        return self.was_ended(before, here) if self.is_even else len(before) < 0.6 * self.width


def wrapping_of(source: Source) -> Wrapping | None:
    """How the source was wrapped, None where every line is a paragraph of its own or the page itself shows which go on.

    Wrapped text shows by many lines that begin in the middle of a sentence.
    """
    if any(line.goes_on for line in source.lines):
        return None
    pairs = [(source.slice(a.span), source.slice(b.span)) for a, b in pairwise(source.lines)]
    inside = [(a, b) for a, b in pairs if b[0].islower() and a[-1] not in _ENDS]
    is_narrow = max((line.span.end - line.span.start for line in source.lines), default=0) <= _NARROW
    enough = _FEW_INSIDE if is_narrow else _MANY * len(source.lines)
    if len(source.lines) < 4 or len(inside) < max(1, enough):
        return None
    longest = max(len(a) for a, _ in inside)
    if sum(_filled(a, b) <= longest for a, b in inside) <= _FEW * len(inside):
        return Wrapping(longest, is_even=True)
    lengths = sorted(line.span.end - line.span.start for line in source.lines)
    return Wrapping(lengths[int(len(lengths) * 0.9)], is_even=False)


def _filled(before: str, here: str) -> int:
    """How long the line before would have been with the next word."""
    return len(before) + 1 + len(here.split(" ", 1)[0])
