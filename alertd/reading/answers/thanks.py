"""Leaves aside what others are thanked or pitied for.

“Cảm ơn tỉnh đã kịp thời thông báo" reports no work of the sender's, and "xin chia buồn với các gia đình gặp nạn" no accident.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alertd.reading.answers.kinds import BLOCKING, Kind
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_THANKS = "cảm ơn"
_CONDOLENCE = ("chia buồn", "thương tiếc")
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
"""What a desk is thanked for; beside them all that is no word of the trade: "đã thức đêm"."""
_LONGEST = 48
_HEARD = BLOCKING | {Kind.ASKS_AT_END}
"""What is heard wherever it stands."""


def thanked(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, from a "cảm ơn … đã thông báo" on to the next stop courtesy; what denies, asks or tells of danger stays what it is."""
    aside = {place for start, word in enumerate(words) for place in _aside(words, start)}
    return tuple(replace(word, kinds=frozenset({Kind.COURTESY})) if place in aside else word for place, word in enumerate(words))


def _aside(words: Sequence[Word], start: int) -> Sequence[int]:
    """What the courtesy that begins there speaks of."""
    if words[start].said.endswith(_CONDOLENCE):
        after = range(start + 1, _end(words, start))
        return [start, *(i for i in after if words[i].is_a(Kind.ALARM) or words[i].kinds.isdisjoint(_HEARD))]
    if words[start].said == "chúc" and start > 0:
        return [start, *(i for i in range(start + 1, _end(words, start)) if words[i].kinds.isdisjoint(_HEARD))]
    return _deed(words, start) if _THANKS in words[start].said else ()


def _deed(words: Sequence[Word], start: int) -> tuple[int, ...]:
    """Where the words stand that name what somebody is thanked for; none where the sender tells of himself: "cảm ơn anh, em đã gửi"."""
    end = _end(words, start)
    perfect = next((i for i in range(start, end) if words[i].is_a(Kind.PERFECT)), end)
    verb = next((word for word in words[perfect + 1 : end] if not word.is_a(Kind.TIME, Kind.MANNER, Kind.PARTICLE)), None)
    people = [word for word in words[start + 1 : perfect] if word.is_a(Kind.PERSON, Kind.BODY)]
    has_two = len(people) + (not words[start].said.endswith(_THANKS)) > 1
    is_theirs = verb is not None and (verb.said in _TELLING or verb.is_unknown or _is_done_by_others(verb, words[perfect:end]))
    if not is_theirs or has_two:
        return ()
    return tuple(i for i in range(perfect, end) if words[i].shape is Shape.WORD and words[i].kinds.isdisjoint(_HEARD))


def _is_done_by_others(verb: Word, deed: Sequence[Word]) -> bool:
    """“Cảm ơn tỉnh đã triển khai”; who tells of an end or of figures tells of himself: "cảm ơn anh, đã di dời xong 9 hộ" in one breath."""
    is_own = any(word.is_a(Kind.FINISH, Kind.WHOLLY, Kind.CLEARED) or word.shape is Shape.NUMBER for word in deed)
    return verb.is_a(Kind.LABOUR, Kind.CHORE, Kind.TASK, Kind.LAUNCH) and not is_own


def _end(words: Sequence[Word], start: int) -> int:
    """Where the next stop stands from there on; no courtesy is longer."""
    furthest = min(start + _LONGEST, len(words))
    return next((i for i in range(start, furthest) if _is_stop(words[i])), furthest)


def _is_stop(word: Word) -> bool:
    return word.shape in (Shape.END, Shape.PAUSE) or word.is_a(Kind.ADVERSE)
