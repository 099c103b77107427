"""Tells how the lines of a text were wrapped, and so which line ends were meant."""

from __future__ import annotations

import re
import sys
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
    """`width` is how long lines grow; `is_even` whether every line was filled as far as words allow, as a program does it.

    `short` is how long a line filled unevenly is at least where it goes on, `short_first` how long a paragraph's first line is.
    """

    width: int
    is_even: bool
    short: float = 0
    short_first: float = 0

    def was_ended(self, before: str, here: str, *, is_first: bool = False) -> bool:
        """Whether the next word would still have fitted into the line before: it was ended on purpose."""
        if is_first and not self.is_even and here[0].islower():
            return len(before) < self.short_first
        return _filled(before, here) < (self.width + 1 if self.is_even else self.width - 2)

    def is_heading_end(self, before: str, here: str, *, is_first: bool = False) -> bool:
        """Whether a line without a full stop, before a capital, is a heading's or a list entry's own line.

        Where lines are filled unevenly, as by a typesetter's mark-up, only a clearly short one shows it: shorter than
        the first lines of paragraphs are, where `is_first`.
        """
        if not here[0].isupper() or _GOES_ON.search(before):
            return False
        return self.was_ended(before, here) if self.is_even else len(before) < (self.short_first if is_first else self.short)


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
    width = lengths[int(len(lengths) * 0.9)]
    short = 0.6 * width
    return Wrapping(width, is_even=False, short=short, short_first=min(short, 0.85 * _usual_first(source)))


def _usual_first(source: Source) -> int:
    """How long the first lines of paragraphs are that go on: indented, or broken apart by a program that lost the indent."""
    lines = [source.slice(line.span) for line in source.lines]
    starts = zip(lines, lines[1:], lines[2:], strict=False)
    found = sorted(len(a) for past, a, b in starts if past[-1] in _ENDS and b[0].islower() and a[-1] not in _ENDS)
    return found[len(found) // 2] if len(found) >= _FEW_INSIDE else sys.maxsize


def _filled(before: str, here: str) -> int:
    """How long the line before would have been with the next word."""
    return len(before) + 1 + len(here.split(" ", 1)[0])
