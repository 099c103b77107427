"""Leaves the first words of a correction aside: "nhầm, chưa xong", "à nhầm, ý em là đã nhận" say what follows them."""

from __future__ import annotations

from collections.abc import Sequence

from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.particles import SPEAKERS
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_SLIPS = frozenset({"nhầm", "viết nhầm", "gõ nhầm", "nói nhầm", "sửa lại"})
_FILLING = (Kind.PARTICLE, Kind.PERSON, Kind.ASKS_AT_END)
_MEANING = ("ý", "là")


def corrected(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words without the slip at their beginning; one after which nothing is said, or at the end, stays."""
    stop = next((place for place, word in enumerate(words) if word.shape in (Shape.END, Shape.PAUSE)), None)
    if stop is None or stop + 1 == len(words) or not _is_slip(words[:stop]) or "?" in words[stop].said:
        return tuple(words)
    return tuple(words[stop + 1 + _length_of_meaning(words[stop + 1 :]) :])


def _is_slip(clause: Sequence[Word]) -> bool:
    said = [word.said for word in clause if not word.is_a(*_FILLING)]
    return len(said) == 1 and said[0] in _SLIPS


def _length_of_meaning(words: Sequence[Word]) -> int:
    """How many words "ý em là" are at the beginning."""
    before, after = _MEANING
    is_meant = len(words) > 3 and words[0].said == before and words[1].said in SPEAKERS and words[2].said == after
    return 3 if is_meant else 0
