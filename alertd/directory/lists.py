"""Takes apart a list of bodies that was written as one name: "UBND các huyện: Cao Lộc, Văn Lãng và thành phố Lạng Sơn"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from alertd.directory.placements import Placement

# Names come here squeezed: between two words stands one blank.
_BETWEEN = re.compile(r" ?[,;] ?(?:(?:và|va) )?| (?:và|cùng|va|cung) ", re.IGNORECASE)
# "UBND các huyện: Cao Lộc, …", and of some kinds without the colon: "UBND các huyện Cao Lộc, …".
_HEADED = re.compile(
    r"^(?P<office>.*?)\b(?:các|cac) "
    r"(?:(?P<kinds>[^:;]{2,40}?) ?:|(?P<kind>huyện|huyen|xã|xa|phường|phuong|thành phố|thanh pho|sở|so|công ty|cong ty)(?= \w))"
    r" ?(?P<names>.+)$",
    re.IGNORECASE,
)
_LONGEST_NAME = 5
"""Parts of one name at most: "Sở Văn hóa, Thể thao và Du lịch" has three."""

Place = Callable[[str], Placement | None]


def split_list(written: str, place: Place, place_on_other_day: Place) -> Iterator[Placement]:
    """The placements of the names in a list, each name as long as can be placed; a part that cannot be placed stands alone,
    a placement without bodies.

    `place_on_other_day` finds bodies of before and after: "UBND các xã: X" names the commune X, though only a district X was there.
    """
    heads, names = _head_of(written)
    pieces = [piece for piece in _BETWEEN.split(names) if piece]
    at = 0
    while at < len(pieces):
        taken, placement = _longest(pieces[at : at + _LONGEST_NAME], heads, (place, place_on_other_day))
        yield placement
        at += taken


def _head_of(written: str) -> tuple[list[str], str]:
    """What must be put before each name of the list, the likeliest first, and the names."""
    if (found := _HEADED.match(written)) is None:
        return [""], written
    office = found["office"]
    return [*(f"{office}{kind} " for kind in _BETWEEN.split(found["kinds"] or found["kind"])), office, ""], found["names"]


def _longest(pieces: list[str], heads: list[str], ways: tuple[Place, Place]) -> tuple[int, Placement]:
    for length in range(len(pieces), 0, -1):
        found = _with_head(", ".join(pieces[:length]), heads, ways)
        if found is not None:
            return length, found
    return 1, Placement(heads[0] + pieces[0] if len(heads) == 1 else pieces[0])


def _with_head(name: str, heads: list[str], ways: tuple[Place, Place]) -> Placement | None:
    """The first certain placement of the name behind one of the heads, else the first uncertain one.

    A head makes no group: "huyện" before "thành phố Lạng Sơn" is not "huyện, thành phố".
    """
    uncertain: Placement | None = None
    for head in dict.fromkeys(heads):
        for place in ways if head else ways[:1]:
            found = place(head + name)
            if found is None or (head and found.group):
                continue
            if found.is_placed:
                return found
            uncertain = uncertain or found
    return uncertain
