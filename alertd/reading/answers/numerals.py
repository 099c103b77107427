"""Reads numbers as people type them: "1.200", "ba chục", "2 trăm", "16h30", "5 giờ chiều"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_ONES = {"một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_TENFOLD = {"mười": 10, "mươi": 10, "chục": 10, "trăm": 100, "nghìn": 1000, "ngàn": 1000}
_LINKING = frozenset({"linh", "lẻ"})
_MOST_WORDS = 6
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3}){2,}")
_DECIMAL = re.compile(r"\d{1,12}(?:[.,]\d+)?")
_CLOCK = re.compile(r"(\d{1,2})\s?[hg:]\s?(\d{1,2})?")
_LATE = frozenset({"chiều", "tối", "đêm", "chiều nay", "tối nay", "đêm nay", "chiều qua", "tối qua", "đêm qua"})
_NO_MOMENT = frozenset({"trong", "mất", "nữa", "sau", "tầm nữa", "mỗi", "đồng hồ"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number and how many words it takes up."""

    value: float
    length: int


def figure(digits: str) -> float | None:
    """The value of typed digits, whole where it can be: "1.200" is a thousand and two hundred, "1,5" one and a half."""
    if _THOUSANDS.fullmatch(digits):
        return int(digits.replace(".", "").replace(",", ""))
    return _whole(float(digits.replace(",", "."))) if _DECIMAL.fullmatch(digits) else None


def number_at(words: Sequence[Word], place: int) -> Number | None:
    """The number that begins at this word, in digits or in words; None where none does, or only a vague one ("hai ba hộ")."""
    total, digit, length = 0.0, None, 0
    for index, said in _syllables(words[place : place + _MOST_WORDS]):
        value = _ONES.get(said, figure(said) if not index else None)
        if value is None and said not in _TENFOLD and not (said in _LINKING and length):
            break
        if value is not None and digit is not None:
            return None
        total, digit = _added(total, digit, said) if value is None else (total, value)
        length = index + 1
    return Number(_whole(total + (digit or 0)), length) if length else None


def _syllables(words: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """The syllables of the words, each with the place of its word; a phrase that is no number throughout ends them."""
    for index, word in enumerate(words):
        yield from ((index, said) for said in word.said.split())


def _added(total: float, digit: float | None, said: str) -> tuple[float, float | None]:
    """The number read so far, a power of ten met: "hai" "trăm" → 200, "mười" → 10."""
    power = _TENFOLD.get(said)
    if power is None:
        return total, digit
    if power == 1000:
        return (total + (digit or 0) or 1) * power, None
    return total + (digit or 1) * power, None


def _whole(value: float) -> float:
    return int(value) if float(value).is_integer() else value


def moment_at(words: Sequence[Word], place: int) -> time | None:
    """The time of day that stands at this word; a span of time ("2h nữa", "trực 24/24") is none."""
    word, rest = words[place], words[place + 1 : place + 4]
    before = words[place - 1].said if place else ""
    clock = _CLOCK.fullmatch(word.said) if word.shape is Shape.TIME else None
    hour, minute = (clock[1], clock[2]) if clock else _spoken(word, rest)
    if hour is None or before in _NO_MOMENT or any(w.said in _NO_MOMENT for w in rest[: 1 if clock else 3]):
        return None
    is_late = any(w.said in _LATE for w in rest) and 0 < int(hour) < 12
    return _time(int(hour) + 12 * is_late, int(minute or 0))


def _spoken(word: Word, rest: Sequence[Word]) -> tuple[str | None, str | None]:
    """Hour and minute of "16 giờ 30"."""
    if not (word.said.isdecimal() and len(word.said) <= 2 and rest and rest[0].said == "giờ"):
        return None, None
    minute = rest[1].said if len(rest) > 1 and rest[1].said.isdecimal() and len(rest[1].said) == 2 else None
    return word.said, minute


def _time(hour: int, minute: int) -> time | None:
    return time(hour % 24, minute) if hour <= 24 and minute < 60 else None
