"""Leaves the absent chief's business aside where somebody answers for him: "chủ tịch đang họp, em nhận thay"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from alertd.reading.answers.clauses import Clause, clauses
from alertd.reading.answers.kinds import BLOCKING, Kind
from alertd.reading.answers.particles import SPEAKERS
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_SERIOUS = (
    *(BLOCKING - {Kind.LATER, Kind.WEATHER}), Kind.NEGATOR, Kind.ASKS_AT_END, Kind.RECEIVE, Kind.GOT, Kind.DELEGATE, Kind.GRASP,
)  # fmt: skip
"""What is heard even in a clause about the chief."""
_COUNTS = frozenset({"hai", "ba", "bốn", "năm", "sáu", "bảy"})
_MANY = ("anh em", "các ", "mấy ", "mọi ", "cả ")


def answered_for(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words without the clauses that only say why the chief does not answer, where a deputy does."""
    if not any(word.is_a(Kind.DELEGATE, Kind.RECEIVE, Kind.GOT) for word in words):
        return tuple(words)
    is_delegated = any(word.is_a(Kind.DELEGATE) for word in words)
    told = map(_behind_delegation, clauses(words)) if is_delegated else clauses(words)
    dropped = {id(word) for clause in told if _is_absence(clause, is_delegated=is_delegated) for word in clause.words}
    return tuple(word for word in words if id(word) not in dropped)


def _behind_delegation(clause: Clause) -> Clause:
    """“Anh Sơn đang họp” in "nhận thay anh Sơn đang họp": whom somebody answers for, and why."""
    start = max((place for place, word in enumerate(clause.words, start=1) if word.is_a(Kind.DELEGATE)), default=0)
    return replace(clause, words=clause.words[start:])


def _is_absence(clause: Clause, *, is_delegated: bool) -> bool:
    """Whether the clause says of another that he is away, or at work while a deputy answers; one that an adversative opens says more."""
    people = [w for w in clause.words if w.is_a(Kind.PERSON)]
    is_of_another = bool(people) and people[0].said not in SPEAKERS and not _are_many(clause)  # who speaks of himself is not absent
    is_away = clause.has(Kind.ABSENCE) or (is_delegated and clause.has(Kind.ONGOING, Kind.MOVE, Kind.CHORE))
    is_serious = any(w.is_a(*_SERIOUS) and not w.is_a(Kind.ABSENCE) for w in clause.words)
    return is_of_another and is_away and not (is_serious or clause.is_adverse or clause.is_asked)


def _are_many(clause: Clause) -> bool:
    """“2 anh em đi tuần chưa về”, "cháu học sinh chưa về": those are no chiefs, and may be in danger."""
    counted = any(
        (word.shape is Shape.NUMBER or word.said in _COUNTS) and after.is_a(Kind.PERSON) for word, after in pairwise(clause.words)
    )
    return counted or clause.has(Kind.PEOPLE) or any(word.said.startswith(_MANY) for word in clause.words if word.is_a(Kind.PERSON))
