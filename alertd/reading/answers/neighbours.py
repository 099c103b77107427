"""Hears that a deed is another's: "xã bên chia 3 tổ đi rồi" answers for nobody; "đang giúp xã bên" is the sender's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.particles import SPEAKERS
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_UNITS = frozenset({"xã", "huyện", "thôn", "bản", "phường", "xóm", "ấp", "làng", "tổ", "đội", "đơn vị", "tỉnh", "trạm", "hợp tác xã"})
_OTHERS = frozenset({"bên", "bạn", "khác", "kia", "cạnh", "kế", "láng giềng", "bển", "lân cận", "bên cạnh", "kế bên", "gần đó", "khác nữa"})
_OWN = frozenset({"này", "ni", "nì", "đây"})
_BEFORE = (Kind.PARTICLE, Kind.PERSON, Kind.COURTESY, Kind.NOD, Kind.KNOW, Kind.TIME, Kind.MANNER)
"""What may stand before the subject of a clause."""


def set_apart(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, a neighbour who is the subject of a clause taken as hearsay."""
    return tuple(
        replace(word, kinds=word.kinds | {Kind.HEARSAY}) if _is_neighbour(words, place) else word for place, word in enumerate(words)
    )


def _is_neighbour(words: Sequence[Word], place: int) -> bool:
    if words[place].said not in _UNITS:
        return False
    after = words[place + 1 : place + 3]
    return bool(after) and after[0].said in _OTHERS and not _is_own(after[1:]) and _is_subject(words, place)


def _is_own(after: Sequence[Word]) -> bool:
    """“Xã bên em”, "bản bên này": the sender's own; "thôn bên kia suối" is a place."""
    return any(word.said in SPEAKERS or word.said in _OWN or word.is_a(Kind.PLACE) for word in after)


def _is_subject(words: Sequence[Word], place: int) -> bool:
    for word in reversed(words[:place]):
        if word.shape in (Shape.END, Shape.PAUSE) or word.is_a(Kind.ADVERSE):
            return True
        if not word.is_a(*_BEFORE):
            return False
    return True
