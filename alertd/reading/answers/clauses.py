"""Cuts a reply into clauses: within one clause a negation or a question reaches, beyond it it does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape


@dataclass(frozen=True, slots=True)
class Clause:
    """The words between two stops or adversatives."""

    words: tuple[Word, ...]
    is_asked: bool = False
    """A question mark ends it."""
    is_adverse: bool = False
    """An adversative opens it: "nhưng …"."""

    def has(self, *kinds: Kind) -> bool:
        """Whether a word plays one of these parts."""
        return any(word.is_a(*kinds) for word in self.words)

    def all_of(self, *kinds: Kind) -> tuple[Word, ...]:
        """The words that play one of these parts."""
        return tuple(word for word in self.words if word.is_a(*kinds))

    def place(self, *kinds: Kind) -> int | None:
        """Where the first word stands that plays one of these parts."""
        return next((i for i, word in enumerate(self.words) if word.is_a(*kinds)), None)

    @property
    def typed(self) -> str:
        """The clause as it was typed."""
        return typed(self.words)


def typed(words: Sequence[Word]) -> str:
    """Words as they were typed, for a reason."""
    return " ".join(word.typed for word in words if word.typed)


def clauses(words: Sequence[Word]) -> tuple[Clause, ...]:
    """The clauses in order; none is empty."""
    return tuple(_clauses(words))


def _clauses(words: Sequence[Word]) -> Iterator[Clause]:
    held: list[Word] = []
    is_adverse = False
    for word in words:
        if not (_is_stop(word) or word.is_a(Kind.ADVERSE)):
            held.append(word)
            continue
        if held:
            yield Clause(tuple(held), "?" in word.said, is_adverse)
            is_adverse = False
        held = []
        is_adverse = is_adverse or word.is_a(Kind.ADVERSE)
    if held:
        yield Clause(tuple(held), is_adverse=is_adverse)


def _is_stop(word: Word) -> bool:
    return word.shape in (Shape.END, Shape.PAUSE)
