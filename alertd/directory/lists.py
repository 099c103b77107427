"""Takes apart a list of bodies that was written as one name: "UBND các huyện: Cao Lộc, Văn Lãng và thành phố Lạng Sơn"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from alertd.directory.placements import Placement

_BETWEEN = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+(?:và|cùng)\s+", re.IGNORECASE)
_HEADED = re.compile(r"^(?P<office>.*?)\bcác\s+(?P<kinds>[^:;]{2,40}?)\s*:\s*(?P<names>.+)$", re.IGNORECASE)
_LONGEST_NAME = 5
"""Parts of one name at most: "Sở Văn hóa, Thể thao và Du lịch" has three."""

Place = Callable[[str], Placement | None]


def split_list(written: str, place: Place) -> Iterator[Placement]:
    """The placements of the names in a list, each name as long as can be placed; a part that cannot be placed stands alone,
    a placement without bodies.
    """
    heads, names = _head_of(written)
    pieces = [piece for piece in _BETWEEN.split(names) if piece]
    at = 0
    while at < len(pieces):
        taken, placement = _longest(pieces[at : at + _LONGEST_NAME], heads, place)
        yield placement
        at += taken


def _head_of(written: str) -> tuple[list[str], str]:
    """What must be put before each name of the list, the likeliest first, and the names."""
    if (found := _HEADED.match(written)) is None:
        return [""], written
    office = found["office"]
    return [*(f"{office}{kind} " for kind in _BETWEEN.split(found["kinds"])), office, ""], found["names"]


def _longest(pieces: list[str], heads: list[str], place: Place) -> tuple[int, Placement]:
    for length in range(len(pieces), 0, -1):
        found = _with_head(", ".join(pieces[:length]), heads, place)
        if found is not None:
            return length, found
    return 1, Placement(heads[0] + pieces[0])


def _with_head(name: str, heads: list[str], place: Place) -> Placement | None:
    """The first certain placement of the name behind one of the heads, else the first uncertain one.

    A head makes no group: "huyện" before "thành phố Lạng Sơn" is not "huyện, thành phố".
    """
    placements = [found for head in dict.fromkeys(heads) if (found := place(head + name)) is not None and not (head and found.group)]
    return next((found for found in placements if found.is_placed), placements[0] if placements else None)
