"""Reads "1 TD01" and the like: the number of an offered answer beside the code of the notice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from alertd.reading.answers.kinds import EMPTY, Kind
from alertd.reading.answers.syllables import is_pronounceable_unmarked
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_OFFERED = {"1": Kind.GOT, "2": Kind.UNDERWAY, "3": Kind.FINISH, "4": Kind.REFUSAL}
_LETTERS_AND_DIGITS = re.compile(r"[a-z]{2,4}-?\d{2,4}", re.IGNORECASE)
_GLUED = re.compile(r"([1-4])[a-z]{2,4}\d{2,4}", re.IGNORECASE)
_BETWEEN = frozenset({".", ",", "-", "[", "]", "(", ")", ":", "/", "+"})
_CAPITALS = re.compile(r"[A-Z]{3,6}")


def is_code(word: Word) -> bool:
    """Whether an unknown word looks like the short code of a notice: "TD01", or capitals that spell no syllable."""
    if not word.is_unknown:
        return False
    is_capitals = _CAPITALS.fullmatch(word.typed) is not None and not is_pronounceable_unmarked(word.typed.lower())
    return is_capitals or _LETTERS_AND_DIGITS.fullmatch(word.typed) is not None


def _takes_it(words: Sequence[Word]) -> bool:
    """“1 đã nhận”: the number only says again what the words say. The others do not: "2 xong" is the second task."""
    said = next((w for w in words if not w.is_a(Kind.PERFECT, Kind.PARTICLE, Kind.PERSON)), None)
    return said is not None and said.is_a(Kind.RECEIVE, Kind.GOT, Kind.GRASP)


def _is_named_code(word: Word) -> bool:
    return word.is_unknown and word.typed[:1].isupper() and _LETTERS_AND_DIGITS.fullmatch(word.typed) is not None


def chosen(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, the number of a choice beside a code replaced by the part that the choice plays; "nhận TD01" names a paper."""
    words = [replace(w, kinds=frozenset({Kind.PAPER})) if i and words[i - 1].is_a(Kind.RECEIVE) and _is_named_code(w) else w
             for i, w in enumerate(words)]  # fmt: skip
    if words and (glued := _GLUED.fullmatch(words[0].typed)) is not None and all(w.is_a(*EMPTY) for w in words[1:]):
        return (replace(words[0], kinds=frozenset({_OFFERED[glued[1]]})), *words[1:])
    words = [w for w in words if w.said not in _BETWEEN] if len(words) in (3, 4) and any(map(is_code, words)) else words
    if len(words) > 1 and words[0].said == "1" and _takes_it(words[1:4]):
        return (replace(words[0], kinds=frozenset({Kind.GOT})), *words[1:])
    return tuple(_with_parts(words))


def _with_parts(words: Sequence[Word]) -> Iterator[Word]:
    """The words, each number that begins a clause with a code, or follows a code that begins it, as the part that it plays."""
    for place, word in enumerate(words):
        is_before = _begins(words, place) and any(map(is_code, words[place + 1 : place + 2]))
        is_after = place > 0 and _begins(words, place - 1) and is_code(words[place - 1])
        yield replace(word, kinds=frozenset({_OFFERED[word.said]})) if word.said in _OFFERED and (is_before or is_after) else word


def _begins(words: Sequence[Word], place: int) -> bool:
    return place == 0 or words[place - 1].shape in (Shape.END, Shape.PAUSE)
