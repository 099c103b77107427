"""Tells a part from the whole: "20/45 hộ" is on the way, "45/45 hộ" is all of it, and an end that is only expected has not come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_SHARE = re.compile(r"^(\d+)/(\d+)(?:hộ|ha|km|m|m3)?")
_PERCENT = re.compile(r"^(\d+)\s?%")
_SO_FAR = frozenset({"được", "đưa được", "mới được", "mới có", "chỉ mới"})
_TRIPS = frozenset({"chuyến", "chuyến xe", "lượt"})
_DATING = frozenset({"ngày", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "số", "mục"})

_WHO = (Kind.PERSON, Kind.BODY, Kind.PARTICLE, Kind.TIME)
"""What may stand before "mới làm được 1/3"; after anything else, as in "có xe mới đi được 2 chuyến", it sets a condition."""
_EXPECTING = frozenset({"dự kiến", "ước khoảng", "ước tính"})
_ABOUT = frozenset({"khoảng", "tầm", "cỡ", "trước"})


def is_foretold(words: Sequence[Word]) -> bool:
    """“Khoảng 16 giờ sẽ xong”: the end is expected, and has not come as in "đến 16 giờ đã xong"."""
    before = words[: next((place for place, word in enumerate(words) if word.is_a(Kind.FINISH)), 0)]
    if any(_is_past(words, place) for place in range(len(words))):
        return False
    by_when = any(word.said in _ABOUT and _is_hour(before[place + 1 :]) for place, word in enumerate(before))
    return by_when or any(word.is_a(Kind.PROMISE) or word.said in _EXPECTING for word in before)


def _is_past(words: Sequence[Word], place: int) -> bool:
    """“Đã”, "xong rồi"; in "rồi sẽ xong" the word only says what comes next."""
    comes_next = any(word.is_a(Kind.PROMISE) for word in words[place + 1 : place + 2])
    return words[place].is_a(Kind.PERFECT) or ((words[place].is_a(Kind.ALREADY) or words[place].said.endswith(" rồi")) and not comes_next)


def is_hoped(words: Sequence[Word]) -> bool:
    """“Rồi sẽ xong”, "sẽ hoàn thành nhiệm vụ": a promise of the end that names no time and tells of no work."""
    is_timed = any(word.is_a(Kind.TIME) or word.shape in (Shape.TIME, Shape.NUMBER) for word in words)
    return is_foretold(words) and not is_timed and not any(word.is_a(Kind.ONGOING, Kind.NEAR) for word in words)


def _is_hour(words: Sequence[Word]) -> bool:
    """“16h”, "16 giờ"."""
    is_split = len(words) > 1 and words[0].shape is Shape.NUMBER and words[1].is_a(Kind.TIME)
    return is_split or bool(words and words[0].shape is Shape.TIME)


def weighed(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, figures that say how much is done marked as part or whole."""
    weighed = [_weighed(word, words[place - 1].said if place else "") for place, word in enumerate(words)]
    return tuple(replace(word, kinds=frozenset({Kind.PART})) if _is_so_far(words, place) else word for place, word in enumerate(weighed))


def _is_so_far(words: Sequence[Word], place: int) -> bool:
    """“Được 30 hộ”: as far as it has come; in "mới được 3 hộ", "mới xong được một nửa" the first words are no condition."""
    word, before, after = words[place], words[place - 1] if place else None, words[place + 1 : place + 2]
    if word.said.startswith("mới ") and word.said.endswith("được") and (before is None or before.is_a(*_WHO)):
        return bool(after) and (after[0].shape is Shape.NUMBER or after[0].is_a(Kind.PART))
    counts_people = bool(after) and (after[0].is_a(Kind.PEOPLE) or after[0].said in _TRIPS)
    if word.shape is not Shape.NUMBER or before is None:
        return False
    return (before.said in _SO_FAR and counts_people) or (before.said == "còn" and _is_to_go(words[place + 1 : place + 4]))


def _is_to_go(after: Sequence[Word]) -> bool:
    """“Còn 5 nhà nữa”: so many are left to do; "còn 5 phút nữa" is a time."""
    counts = bool(after) and after[0].is_a(Kind.PEOPLE, Kind.PLACE, Kind.BODY, Kind.GEAR, Kind.SUNDRY) and not after[0].is_a(Kind.TIME)
    return counts and any(word.said == "nữa" for word in after[1:])


def _weighed(word: Word, before: str) -> Word:
    share = _share(word) if before not in _DATING else None
    if share is None:
        return word
    return replace(word, kinds=frozenset({Kind.PART if share < 1 else Kind.WHOLLY}))


def _share(word: Word) -> float | None:
    """How much of the whole the figure says is done; None where it says no such thing ("0/5" is nothing)."""
    if word.shape is not Shape.NUMBER:
        return None
    if match := _PERCENT.fullmatch(word.said):
        return int(match[1]) / 100
    match = _SHARE.fullmatch(word.said)
    return int(match[1]) / int(match[2]) if match and int(match[2]) and int(match[1]) <= int(match[2]) else None
