"""Reads the marks of a boat as its name: "tàu CM 91234 đã nhận", "ghe QNg-90123-TS vô bờ rồi"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_BOATS = frozenset({"tàu", "tàu cá", "tàu hàng", "thuyền", "xuồng", "sà lan", "phà", "đò", "ca nô"})
_PROVINCE = re.compile(r"[A-ZĐ][A-ZĐa-zđ]{1,2}")
_NUMBER = re.compile(r"\d{3,6}")
_WHOLE = re.compile(r"[A-ZĐ]{2,3}\d{3,6}(?:TS)?")
_TRADE = frozenset({"ts", "bs"})
"""Fishing, and others: what ends the marks."""


def registered(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, a boat and its marks taken as a body that may answer."""
    return tuple(_registered(words))


def _registered(words: Sequence[Word]) -> Iterator[Word]:
    place = 0
    while place < len(words):
        end = _end_of_marks(words, place + 1) if words[place].said in _BOATS else place + 1
        is_marked = end > place + 1
        yield replace(words[place], kinds=words[place].kinds | {Kind.BODY}) if is_marked else words[place]
        if is_marked:
            marks = " ".join(word.typed for word in words[place + 1 : end])
            yield Word(marks, marks.lower(), frozenset({Kind.BODY}), Shape.WORD)
        place = end


def _end_of_marks(words: Sequence[Word], start: int) -> int:
    """Where the marks end that begin there; the beginning itself where none do."""
    if start < len(words) and _WHOLE.fullmatch(words[start].typed):
        return start + 1
    number = _past_dash(words, start + 1)
    is_marked = number < len(words) and _PROVINCE.fullmatch(words[start].typed) and _NUMBER.fullmatch(words[number].typed)
    if not is_marked:
        return start
    last = _past_dash(words, number + 1)
    return last + 1 if last < len(words) and words[last].said in _TRADE else number + 1


def _past_dash(words: Sequence[Word], place: int) -> int:
    return place + (place < len(words) and words[place].said == "-")
