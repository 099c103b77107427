"""Finds what a clause denies, in all the places where Vietnamese puts a negation."""

from __future__ import annotations

from collections.abc import Sequence

from alertd.reading.answers.clauses import Clause
from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

TRAILING = (Kind.PARTICLE, Kind.PERSON, Kind.ASKS_AT_END)
_VERBS = (Kind.RECEIVE, Kind.GOT, Kind.GRASP, Kind.KNOW, Kind.ABLE, Kind.FINISH)
_TASKS = frozenset({"việc", "mục", "phần", "nhiệm vụ", "nội dung", "điểm"})
_AFTER_DAU = frozenset({"có", "có phải", "đã", "phải", "thấy", "nhận", "nhận được", "biết", "nghe", "rõ"})


def trimmed(words: Sequence[Word], *also: Kind) -> tuple[Word, ...]:
    """The words without the particles and forms of address at their end, and without these parts."""
    kept = list(words)
    while kept and kept[-1].is_a(*TRAILING, *also):
        kept.pop()
    return tuple(kept)


def final_tag(clause: Clause) -> Word | None:
    """The "chưa" or "không" that closes a question: "nhận chưa ạ", "có phải họp không anh"."""
    words = trimmed(clause.words, Kind.BODY)
    if not words or words[-1].said not in ("chưa", "không"):
        return None
    return words[-1] if any(map(_says_something, words[:-1])) else None


def _says_something(word: Word) -> bool:
    """Whether the word makes a question of a "chưa" that follows it; "em chưa" and "việc 2 chưa" state."""
    is_name_of_task = word.shape is Shape.NUMBER or word.said in _TASKS
    return not (is_name_of_task or word.is_a(Kind.PARTICLE, Kind.PERSON, Kind.BODY, Kind.ONGOING))


def denied(clause: Clause) -> tuple[Word, ...] | None:
    """The words that a negation of the clause denies, None where it denies nothing.

    Double negations ("không vấn đề gì", "không phải là chưa nhận") are phrases of the lexicon and deny nothing.
    """
    place = negator_place(clause)
    if place is not None:
        return clause.words[place + 1 :]
    place = _postposed(clause)
    return None if place is None else clause.words[:place]


def negator_place(clause: Clause) -> int | None:
    """Where the first negation stands that comes before what it denies."""
    tag = final_tag(clause)
    return next((i for i, word in enumerate(clause.words) if word.is_a(Kind.NEGATOR) and word is not tag), None)


def is_negative(word: Word) -> bool:
    """Whether the word is a negation or a phrase that holds one, double negations aside."""
    return word.is_a(Kind.NEGATOR) or (
        (word.said.startswith(("không ", "chưa ")) or " không " in word.said) and not word.is_a(Kind.FINE, Kind.CLEARED)
    )


def _postposed(clause: Clause) -> int | None:
    """Where a "đâu" stands that denies what comes before or after it: "nhận gì đâu", "có thấy đâu", "đâu có nhận"."""
    words, has_been_done, is_had = clause.words, False, False
    for i, word in enumerate(words):
        if word.said == "đâu" and (is_had or _denies(words[max(i - 1, 0) : i], words[i + 1 : i + 2], has_been_done=has_been_done)):
            return i or len(words)
        has_been_done = has_been_done or word.is_a(Kind.PERFECT)
        is_had = is_had or word.said.split()[0] == "có"
    return None


def _denies(before: tuple[Word, ...], after: tuple[Word, ...], *, has_been_done: bool) -> bool:
    """Whether a "đâu" between these words denies, and does not ask where."""
    if any(word.said in _AFTER_DAU for word in after):
        return True
    return any(
        word.said.split()[-1] == "gì" or word.is_a(*_VERBS) or (has_been_done and word.is_a(Kind.LABOUR, Kind.CHORE)) for word in before
    )
