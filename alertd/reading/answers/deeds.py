"""Sees work by its company: unknown verbs in "đang bốc bao cát", and "không cho" in "đang chốt không cho người qua"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_LONGEST_VERB = 2
_WATCHING = frozenset({"chốt", "gác", "canh", "trực", "chặn", "chắn", "rào", "căng", "cắm", "đặt", "cảnh", "lập", "phong", "cấm"})
"""First syllables of the works by which a place is closed: "canh gác", "cắm biển", "lập chốt"."""


def guessed(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, unknown verbs taken as work where their place and their object leave no doubt."""
    verbs = {place for start, word in enumerate(words) if word.is_a(Kind.ONGOING, Kind.PERFECT) for place in _verb(words, start + 1)}
    return tuple(
        replace(word, kinds=frozenset({Kind.LABOUR})) if place in verbs or _keeps_out(words, place) else word
        for place, word in enumerate(words)
    )


def _keeps_out(words: Sequence[Word], place: int) -> bool:
    """“Đang chốt hai đầu ngầm không cho người qua”: who watches a place refuses the way, not the order; "dân không cho vào" refuses it."""
    if words[place].said == "không cho" and _adds_to_work(words[:place]):
        return True
    if words[place].said != "không cho" or not any(
        w.is_a(Kind.PEOPLE, Kind.SUNDRY) or w.said == "ai" for w in words[place + 1 : place + 2]
    ):
        return False
    watch = next((i for i in range(place - 1, -1, -1) if _is_watch(words[i]) or words[i].is_a(Kind.ADVERSE)), None)
    if watch is None or not _is_watch(words[watch]):
        return False
    speaks_of_others = any(word.is_a(Kind.PEOPLE, Kind.PERSON, Kind.BODY) for word in words[watch + 1 : place])
    return not speaks_of_others and any(word.is_a(Kind.ONGOING, Kind.PERFECT) for word in words[:watch])


def _adds_to_work(before: Sequence[Word]) -> bool:
    """“Đã giữ học sinh ở lại trường, không cho về”: nobody else is named who would not let."""
    if not before or before[-1].shape is not Shape.PAUSE:
        return False
    clause = list(takewhile(lambda word: word.shape not in (Shape.END, Shape.PAUSE), reversed(before[:-1])))
    stays = any(later.said == "lại" and earlier.said == "ở" for later, earlier in pairwise(clause))
    return stays and clause[-1].is_a(Kind.PERFECT, Kind.ONGOING) and not any(word.is_a(Kind.ADVERSE, Kind.NEGATOR) for word in before)


def _is_watch(word: Word) -> bool:
    return word.is_a(Kind.LABOUR, Kind.CHORE, Kind.TASK) and word.said.split()[0] in _WATCHING


def _verb(words: Sequence[Word], start: int) -> range:
    """Where the unknown verb stands that begins here, empty where there is none."""
    end = start
    while end < len(words) and words[end].is_unknown and words[end].shape is Shape.WORD:
        end += 1
    has_object = end < len(words) and words[end].is_a(Kind.GEAR)
    return range(start, end) if 0 < end - start <= _LONGEST_VERB and has_object else range(0)
