"""Leaves the absent chief's business aside where somebody answers for him: "chủ tịch đang họp, em nhận thay"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from alertd.reading.answers.clauses import Clause, clauses
from alertd.reading.answers.kinds import BLOCKING, Kind
from alertd.reading.answers.negation import trimmed
from alertd.reading.answers.particles import SPEAKERS
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_SERIOUS = (
    *(BLOCKING - {Kind.LATER, Kind.WEATHER}), Kind.NEGATOR, Kind.ASKS_AT_END, Kind.RECEIVE, Kind.GOT, Kind.DELEGATE, Kind.GRASP,
)  # fmt: skip
"""What is heard even in a clause about the chief."""
_COUNTS = frozenset({"hai", "ba", "bốn", "năm", "sáu", "bảy"})
_BUSY = frozenset(
    {"đang họp", "đang lái xe", "đang chạy xe", "đang đi đường", "đang đi xe máy", "đang trên đường về", "đang ăn cơm", "đang trên đường"}
)
_MANY = ("anh em", "các ", "mấy ", "mọi ", "cả ")


def answered_for(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words without the clauses that only say why the chief does not answer, where a deputy does."""
    if not any(word.is_a(Kind.DELEGATE, Kind.RECEIVE, Kind.GOT) for word in words):
        return tuple(words)
    words = _delegated(words)
    is_delegated = any(word.is_a(Kind.DELEGATE) for word in words)
    told = map(_behind_delegation, clauses(words)) if is_delegated else clauses(words)
    dropped = {id(word) for clause in told if _is_absence(clause, is_delegated=is_delegated) or _is_busy(clause) for word in clause.words}
    return tuple(word for word in words if id(word) not in dropped)


def _delegated(words: Sequence[Word]) -> Sequence[Word]:
    """“Chủ tịch đang ở ngoài đê, em nhận”: who says no more than that he takes it, where another is away or at work, stands in for him."""
    parts = clauses(words)
    is_away = any(_is_absence(clause, is_delegated=True) for clause in parts)
    taken = {id((trimmed(clause.words) or clause.words)[-1]) for clause in parts if is_away and _is_taking(clause)}
    return [replace(word, kinds=frozenset({Kind.DELEGATE})) if id(word) in taken else word for word in words]


def _is_taking(clause: Clause) -> bool:
    *people, last = trimmed(clause.words) or clause.words
    is_own = bool(people) and people[0].said in SPEAKERS and all(word.is_a(Kind.PERSON, Kind.PARTICLE) for word in people)
    return is_own and last.said == "nhận" and not (clause.is_asked or clause.is_adverse)


def _is_busy(clause: Clause) -> bool:
    """“Em nhận rồi, em đang họp”: no more than an excuse; who is ill says more."""
    said = [word for word in clause.words if not word.is_a(Kind.PERSON, Kind.PARTICLE)]
    others = any(word.is_a(Kind.PERSON) and word.said not in SPEAKERS for word in clause.words[:1])
    return not others and " ".join(word.said for word in said) in _BUSY and not (clause.is_adverse or clause.is_asked)


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
