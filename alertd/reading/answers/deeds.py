"""Sees work in verbs that the lexicon lacks, where they stand between "đang" or "đã" and a thing of the trade: "đang bốc bao cát"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_LONGEST_VERB = 2


def guessed(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, unknown verbs taken as work where their place and their object leave no doubt."""
    verbs = {place for start, word in enumerate(words) if word.is_a(Kind.ONGOING, Kind.PERFECT) for place in _verb(words, start + 1)}
    return tuple(replace(word, kinds=frozenset({Kind.LABOUR})) if place in verbs else word for place, word in enumerate(words))


def _verb(words: Sequence[Word], start: int) -> range:
    """Where the unknown verb stands that begins here, empty where there is none."""
    end = start
    while end < len(words) and words[end].is_unknown and words[end].shape is Shape.WORD:
        end += 1
    has_object = end < len(words) and words[end].is_a(Kind.GEAR)
    return range(start, end) if 0 < end - start <= _LONGEST_VERB and has_object else range(0)
