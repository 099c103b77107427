"""Holds the words that answers are made of, indexed for looking up what was typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from alertd.model.replies import Meaning
from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.syllables import Syllable, syllable

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of the lexicon."""

    words: Words
    syllables: tuple[Syllable, ...]
    kinds: frozenset[Kind]


@dataclass(frozen=True, slots=True)
class Form:
    """One shape of clause that may stop the reminders: parts that follow one another, each a kind or a word."""

    meaning: Meaning
    parts: tuple[Kind | str, ...]
    needs: frozenset[str]
    """The parts without their order, to see at once that a clause has not what it takes."""
    is_whole: bool = False
    """Whether it is the whole clause but for forms of address and bodies."""


@dataclass(frozen=True)
class Danger:
    """One shape in which harmless words together tell of danger: "cầu … gãy", "nước … tới … giường"."""

    kind: Kind
    parts: tuple[Kind | str, ...]

    @cached_property
    def needs(self) -> frozenset[str]:
        """The kinds and the syllables of its parts without their order, to see at once that a reply has not what it takes."""
        return frozenset(chain.from_iterable((part,) if isinstance(part, Kind) else part.split() for part in self.parts))


@dataclass(frozen=True)
class Lexicon:
    """All words, spellings and forms."""

    phrases: Mapping[Words, frozenset[Kind]]
    short: Mapping[Words, Words]
    """Spellings and signs met, and the words that they stand for."""
    unaccented: Mapping[str, str]
    """What a single syllable without marks stands for."""
    surnames: frozenset[str]
    """Family names, in lower case."""
    units: Mapping[str, str]
    """What is counted: each name, and the one under which figures of it are added up."""
    deeds: Mapping[str, str]
    """Names of one and the same work, and the one under which its figures are added up."""
    dangers: tuple[Danger, ...]
    forms: tuple[Form, ...]
    """In the order in which they are tried: of two clauses the earlier form says what the reply means."""

    def kinds_of(self, phrase: str) -> frozenset[Kind]:
        """What parts a phrase may play; none where it is unknown."""
        return self.phrases.get(tuple(phrase.split()), frozenset())

    @cached_property
    def entries(self) -> Mapping[Words, tuple[Entry, ...]]:
        """The phrases by their bare letters."""
        bare = {word: syllable(word).bare for word in self._written}
        found: dict[Words, list[Entry]] = defaultdict(list)
        for words, kinds in self.phrases.items():
            found[tuple(map(bare.__getitem__, words))].append(Entry(words, tuple(map(syllable, words)), kinds))
        return {key: tuple(entries) for key, entries in found.items()}

    @cached_property
    def openings(self) -> Mapping[str, tuple[Danger, ...]]:
        """The shapes of danger by the part that they begin with."""
        found: dict[str, list[Danger]] = defaultdict(list)
        for danger in self.dangers:
            found[danger.parts[0]].append(danger)
        return {key: tuple(dangers) for key, dangers in found.items()}

    @cached_property
    def syllables(self) -> Mapping[str, frozenset[Syllable]]:
        """Every syllable that stands in a phrase, by its bare letters."""
        found: dict[str, set[Syllable]] = defaultdict(set)
        for word in self._written:
            found[syllable(word).bare].add(syllable(word))
        return {key: frozenset(values) for key, values in found.items()}

    @cached_property
    def _written(self) -> frozenset[str]:
        """Every word, once: phrases are written with few."""
        return frozenset(chain.from_iterable((*self.phrases, *self.short.values())))

    @cached_property
    def longest(self) -> Mapping[str, int]:
        """The number of words in the longest phrase that begins with a syllable, by its bare letters."""
        found: dict[str, int] = {}
        for first, *rest in self.entries:
            found[first] = max(found.get(first, 0), 1 + len(rest))
        return found
