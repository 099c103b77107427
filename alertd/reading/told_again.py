"""Says whether those whom a story's presenting sentence names are named again below it, perhaps by another name or a part of them."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from alertd.reading.names import is_everybody
from alertd.reading.rows import known_places

_COUNTED = re.compile(r"(\d{1,2}) (?=tỉnh|thành|địa phương)")
_ENOUGH_OF_NAME = 4
"""Words; a shorter name may be anybody's."""


def is_told_again(name: str, again: Collection[str], *, in_general: bool) -> bool:
    """Whether the text turns below to those of that name. `again` holds the names below in lower case; what is asked of somebody
    `in_general` is said there of a part of them too: "các xã", and below "Chủ tịch UBND các xã ven biển".
    """
    low = name.lower()
    if low in again or _bare(low) in map(_bare, again):
        return True
    return in_general and (is_everybody(name) or _are_counted(low, again) or any(_is_part(other, low) for other in again))


def _bare(name: str) -> str:
    """A name without its commas: newspapers set and lose them."""
    return name.replace(",", "")


def _are_counted(name: str, again: Collection[str]) -> bool:
    """Whether so many are named one by one: "14 tỉnh, thành miền Bắc"."""
    counted = _COUNTED.match(name)
    return counted is not None and sum(other.endswith(_places()) for other in again) == int(counted.group(1))


def _is_part(name: str, whole: str) -> bool:
    """Whether a name means some of those of the other, or says it in fewer words."""
    kind = whole.partition("các ")[0]  # "Công an các đơn vị, địa phương", and below "Công an các địa phương"
    return whole in name or (bool(kind) and name.startswith(f"{kind}các ")) or _is_shorter(name, whole)


def _is_shorter(name: str, full: str) -> bool:
    """Whether a name is the full one with some of its words left out: "các tỉnh có rừng" for "các tỉnh phía bắc có rừng"."""
    words, rest = name.split(), iter(full.split())
    return len(words) >= _ENOUGH_OF_NAME and all(word in rest for word in words)


@cache
def _places() -> tuple[str, ...]:
    return tuple(map(str.lower, known_places()))
