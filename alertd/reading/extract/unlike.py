"""Notices text that is none in Vietnamese, as of a PDF whose fonts keep to themselves which letters they draw."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from alertd.model.documents import Problem
from alertd.reading.extract.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]{2,}")
_SAMPLE, _FEWEST = 1_000, 40
_LEAST = 0.5
"""The share of syllables below which words are no Vietnamese: of a telegram nine in ten are."""


def unlike_vietnamese(lines: Sequence[str]) -> Iterator[Problem]:
    """A problem where most words cannot be Vietnamese: orders in them are not seen."""
    words = list(islice((word for line in lines for word in _WORD.findall(line)), _SAMPLE))
    if len(words) >= _FEWEST and sum(map(is_syllable, words)) < _LEAST * len(words):
        yield Problem(
            "unlike_vietnamese",
            "Phần lớn chữ trong tệp không thành tiếng Việt, có thể tệp thiếu bảng mã hoặc không phải văn bản; cần mở bản gốc để đối chiếu.",
        )
