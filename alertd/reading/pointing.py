"""Tells whether names are those of a block, or only point back to them: "Các Bộ trưởng, Chủ tịch UBND cấp tỉnh", "các đơn vị nêu trên"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BACK_REFERENCE = re.compile(
    r"(?:các |những )?(?P<office>bộ trưởng|thủ trưởng(?: các)?(?: cơ quan)?"
    r"|chủ tịch(?: ủy ban nhân dân| ubnd)?(?: cấp tỉnh| cấp huyện| cấp xã)?)$"
    r"|.*(?:nêu|nói|kể) trên$|.*trên đây$"
)

_THE_ONE = frozenset({"đơn vị", "đơn vị này", "cơ quan này"})
"""How newspapers call again whoever was named before."""


def is_same(names: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether names are those of the block, or only point back to them ("Các Bộ trưởng, Chủ tịch UBND cấp tỉnh").

    One of several is singled out: "Các Bộ: A, B chỉ đạo … Bộ A kiểm đếm …".
    """
    if others and len(names) == 1 and names[0].lower() in _THE_ONE:
        return True
    low = [n.lower().removeprefix("các ") for n in names]
    heads = [o.lower().removeprefix("các ") for o in others]
    return set(low) == set(heads) or (bool(others) and all(_points_back(name, heads) for name in low))


def _points_back(name: str, heads: Sequence[str]) -> bool:
    found = _BACK_REFERENCE.match(name)
    if not found:
        return False
    office = found["office"]
    return not office or any(head.startswith(office.split(" cấp")[0]) for head in heads)
