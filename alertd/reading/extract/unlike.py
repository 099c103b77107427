"""Notices letters that are not those of the paper: of fonts that keep to themselves which they draw, or read from a picture of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from alertd.model.documents import Problem
from alertd.reading.extract.syllables import is_syllable

MISREAD = frozenset({"unmarked", "misread"})
"""The problems of a text in which words have lost their marks."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_SAMPLE, _FEWEST = 1_000, 40
_LEAST = 0.5
"""The share of syllables below which words are no Vietnamese: of a telegram nine in ten are."""
_LEAST_MARKED = 0.25
"""The share of words with marks below which they have been left out: of a telegram three in four bear some."""
_ENOUGH = 2
"""Different words that are none in any text; one is a slip of whoever typed it, or a foreign name."""
# The words of a letterhead without their marks: nobody types them so.
_OF_FORM = re.compile(r"(?<!\w)(?:S[oô]\s?:|[Nn]gay \d|[Tt]hang \d{1,2} n[aă]m|nam (?:19|20)\d\d|Chu t[iị]ch|Chủ tich)(?!\w)")
_HEAD = 2_000
_STOPS = ("c", "ch", "p", "t")
_RISING_OR_LOW = frozenset("\u0301\u0323")


def unlike_vietnamese(lines: Sequence[str]) -> Iterator[Problem]:
    """A problem where most words cannot be Vietnamese, or have no marks, or where some have lost them: orders in them are not seen."""
    words = list(islice((word for line in lines for word in _WORD.findall(unicodedata.normalize("NFC", line))), _SAMPLE))
    if len(words) < _FEWEST:
        return
    if sum(map(is_syllable, words)) < _LEAST * len(words):
        yield Problem(
            "unlike_vietnamese",
            "Phần lớn chữ trong tệp không thành tiếng Việt, có thể tệp thiếu bảng mã hoặc không phải văn bản; cần mở bản gốc để đối chiếu.",
        )
    elif sum(not word.isascii() for word in words) < _LEAST_MARKED * len(words):
        yield Problem(
            "unmarked",
            "Chữ trong tệp hầu như không có dấu, dễ đọc sót hoặc hiểu sai đơn vị và mệnh lệnh; hãy gửi bản có dấu, hoặc đối chiếu kỹ.",
        )
    elif len(lost := _lost(lines, words)) >= _ENOUGH:
        yield Problem(
            "misread",
            f"Nhiều chữ trong tệp bị mất dấu như ở bản quét (ví dụ “{lost[0]}”, “{lost[1]}”), có thể đọc sót đơn vị hoặc mệnh lệnh; "
            "cần đối chiếu với bản gốc.",
        )


def _lost(lines: Sequence[str], words: Sequence[str]) -> list[str]:
    """The words that have lost their marks, each once, as far as they show it by themselves."""
    head = unicodedata.normalize("NFC", " ".join(" ".join(lines)[:_HEAD].split()))
    return list(dict.fromkeys((*_OF_FORM.findall(head), *filter(_has_lost_its_tone, words))))


@lru_cache(maxsize=2_000)
def _has_lost_its_tone(word: str) -> bool:
    """Whether it ends as only syllables of two tones do ("các", "cập nhật") and bears neither; an abbreviation is no word."""
    low = word.lower()
    if not low.endswith(_STOPS) or _RISING_OR_LOW & set(unicodedata.normalize("NFD", low)):
        return False
    is_word = word in (low, low.capitalize()) or (word.isupper() and any(map(_is_marked, word)))
    return is_word and is_syllable(word)


def _is_marked(letter: str) -> bool:
    return letter not in "ĐƯ" and not letter.isascii()
