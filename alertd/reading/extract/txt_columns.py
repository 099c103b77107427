"""Takes apart the two columns of a letterhead, and of a document's foot, that a text file sets side by side with blanks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from alertd.reading.extract.page_edges import opens_document

_PART = re.compile(r"\S+(?: {1,2}\S+)*")
"""What stands together in a line: three blanks part columns."""
_GAP = re.compile(r"\S(?: {3}|\t)")
_FAR = 1_000
"""Where a word stands behind a tab: right of every other."""
_COPIES = re.compile(r"\s*nơi nhận\s*:", re.IGNORECASE)
_SUBJECT = re.compile(r"\s*(?:v/v|về việc)\s", re.IGNORECASE)
_BELOW = re.compile(
    r"\s*(?:kính gửi|công điện|thông báo|chỉ thị|quyết định|kế hoạch|bản tin|cộng hòa|cộng hoà|đảng cộng sản)", re.IGNORECASE
)
"""With what a letterhead is over: the kind of the document, or for whom it is; or another begins."""
_RIGHT = 30
"""The first letter of a line that can stand in the right column alone."""
_LONGEST = 40
"""Lines of the longest block, and more."""
_APART = 3
"""Blank lines that end a block: for stamp and hand less room is left."""

Parts = list[tuple[int, int, str]]
"""The words of a line that stand together: from where to where, and what they say."""


@dataclass(slots=True)
class _Block:
    """Lines whose words stand all left or all right of one place."""

    left: list[str]
    right: list[str]
    length: int = 0


def without_columns(lines: Sequence[str]) -> list[str]:
    """The lines, the left column before the right one wherever a letterhead or a list of copies has another beside it."""
    found: list[str] = []
    at = 0
    while at < len(lines):
        block = _block_at(lines, at)
        found += [lines[at]] if block is None else [*block.left, "", *block.right, ""]
        at += block.length if block else 1
    return found


def _block_at(lines: Sequence[str], at: int) -> _Block | None:
    line = lines[at]
    if _GAP.search(line) and opens_document(line):
        return _letterhead(lines[at : at + _LONGEST])
    if _COPIES.match(unicodedata.normalize("NFC", line)):
        return _signature(lines[at : at + _LONGEST])
    return None


def _letterhead(lines: Sequence[str]) -> _Block | None:
    """From the state's name, which stands on the right, down to the last line on the right and a subject that goes on on the left."""
    first = _parts(lines[0])
    if len(first) != 2:
        return None
    return _parted(lines, (first[0][1] + first[1][0]) // 2, _SUBJECT.match)


def _signature(lines: Sequence[str]) -> _Block | None:
    """From the list of copies down: the one who signs stands on the right of it."""
    starts = [start for parts in map(_parts, lines) for start, _, _ in parts[-1:] if len(parts) == 2 or start >= _RIGHT]
    return _parted(lines, min(starts) - 1, str.strip) if starts else None


def _parted(lines: Sequence[str], divide: int, may_trail: Callable[[str], object]) -> _Block | None:
    """The lines down to the last on the right; those on the left below it belong to the block from one on that `may_trail`."""
    block = _Block([], [])
    trailing: list[str] = []
    blanks = 0
    for at, line in enumerate(lines):
        parts = _parts(line)
        blanks = 0 if parts else blanks + 1
        if blanks >= _APART or any(start < divide < end for start, end, _ in parts) or (at and _BELOW.match(line)):
            break
        left = " ".join(words for start, _, words in parts if start < divide)
        right = " ".join(words for start, _, words in parts if start >= divide)
        if right:
            block.left += [*trailing, *([left] if left else [])]
            block.right.append(right)
            trailing, block.length = [], at + 1
        elif left:
            trailing.append(left)
    below = lines[block.length :]
    for line, left in zip(below, trailing, strict=False):
        if not line.strip() or not may_trail(line):
            break
        block.left.append(left)
        block.length += 1
        may_trail = str.strip
    return block if block.right else None


def _parts(line: str) -> Parts:
    if "\t" in line.strip():
        left, _, right = line.strip().partition("\t")
        return [(0, 0, left.strip()), (_FAR, _FAR, " ".join(right.split()))]
    return [(found.start(), found.end(), found.group()) for found in _PART.finditer(line.expandtabs())]
