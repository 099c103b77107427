"""Sees proper names in capitals, whatever their syllables mean elsewhere: "thôn Khuổi Sao", "Tân Văn đã nhận"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.syllables import syllable
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_NAMED = (Kind.BODY, Kind.PLACE, Kind.PEOPLE, Kind.PERSON)
_PREDICATES = (Kind.PERFECT, Kind.RECEIVE, Kind.GOT, Kind.GRASP, Kind.FINISH, Kind.LABOUR, Kind.CHORE, Kind.ONGOING)
# A capital never hides these: "Xã Không nhận được" is no commune of that name.
_NEVER = (
    Kind.NEGATOR, Kind.ALARM, Kind.DAMAGE, Kind.OBSTACLE, Kind.REFUSAL, Kind.LACK, Kind.UNREAD, Kind.MISDIRECTED, Kind.RECEIVE, Kind.GOT,
    Kind.GRASP, Kind.AGREE, Kind.PERFECT, Kind.ONGOING, Kind.FINISH, Kind.LABOUR, Kind.CHORE, Kind.PERSON,
)  # fmt: skip
# Nor do these stand in the name that signs an answer.
_NO_NAME = (Kind.PAPER, Kind.OFF_TOPIC, Kind.AUTOMATIC, Kind.SLANG, Kind.REQUEST, Kind.ASKS, Kind.UNSURE, Kind.HEARSAY)
# These it hides only where the marks were guessed: "Chi Ma" is a pass, "Mà" an adversative.
_GUESSED = (Kind.ADVERSE, Kind.CONDITION)


def named(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, those that are parts of names taken as parts of the body or place that they name."""
    if all(word.typed[:1].isupper() for word in words if word.shape is Shape.WORD):
        return tuple(words)
    signed = _signed(words)
    found: list[Word] = []
    for place, word in enumerate(words):
        is_part = place < signed or (bool(found) and found[-1].is_a(*_NAMED) and _is_capital(word))
        found.append(replace(word, kinds=frozenset({Kind.BODY})) if is_part else word)
    return tuple(found)


def _signed(words: Sequence[Word]) -> int:
    """How many words at the beginning are a name that signs the answer: two to four capitals before a verb."""
    count = next((i for i, word in enumerate(words) if not _is_capital(word) or word.is_a(*_NAMED, *_NO_NAME)), len(words))
    is_signature = 2 <= count <= 4 and count < len(words) and words[count].is_a(*_PREDICATES)
    return count if is_signature else 0


def _is_capital(word: Word) -> bool:
    is_title = all(part.istitle() for part in word.typed.split())
    is_guess = syllable(word.typed.lower()).is_unmarked and word.said != word.typed.lower()
    return is_title and word.shape is Shape.WORD and not word.is_a(*_NEVER) and (is_guess or not word.is_a(*_GUESSED))
