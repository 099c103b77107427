"""Leaves aside what others are thanked for: "cảm ơn tỉnh đã kịp thời thông báo" reports no work of the sender's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alertd.reading.answers.kinds import BLOCKING, Kind
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_THANKS = "cảm ơn"
_TELLING = frozenset(
    {
        "nhắc",
        "nhắc nhở",
        "nhắn",
        "nhắn tin",
        "gọi",
        "gọi điện",
        "báo",
        "báo tin",
        "gửi",
        "chuyển",
        "thông báo",
        "thông tin",
        "cảnh báo",
        "chỉ đạo",
        "cung cấp",
        "hỗ trợ",
    }
)
"""What a desk is thanked for."""
_HEARD = BLOCKING | {Kind.ASKS_AT_END}
"""What is heard wherever it stands."""


def thanked(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, from a "cảm ơn … đã thông báo" on to the next stop courtesy; what denies, asks or tells of danger stays what it is."""
    aside = {place for start, word in enumerate(words) if _THANKS in word.said for place in _deed(words, start)}
    return tuple(replace(word, kinds=frozenset({Kind.COURTESY})) if place in aside else word for place, word in enumerate(words))


def _deed(words: Sequence[Word], start: int) -> tuple[int, ...]:
    """Where the words stand that name what somebody is thanked for; none where the sender tells of himself: "cảm ơn anh, em đã gửi"."""
    end = next((i for i in range(start, len(words)) if _is_stop(words[i])), len(words))
    perfect = next((i for i in range(start, end) if words[i].is_a(Kind.PERFECT)), end)
    verb = next((word for word in words[perfect + 1 : end] if not word.is_a(Kind.TIME, Kind.MANNER, Kind.PARTICLE)), None)
    people = [word for word in words[start + 1 : perfect] if word.is_a(Kind.PERSON, Kind.BODY)]
    has_two = len(people) + (words[start].said != _THANKS) > 1
    if verb is None or verb.said not in _TELLING or has_two:
        return ()
    return tuple(i for i in range(perfect, end) if words[i].kinds and words[i].kinds.isdisjoint(_HEARD))


def _is_stop(word: Word) -> bool:
    return word.shape in (Shape.END, Shape.PAUSE) or word.is_a(Kind.ADVERSE)
