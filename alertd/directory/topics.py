"""Tells which subjects a clause is about, by the phrases of the topics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alertd.directory.names import Wording, Words
from alertd.model.bodies import Topic


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a clause, and the topic that it shows."""

    topic: Topic
    phrase: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: Words
    written: str
    topics: tuple[Topic, ...]
    """Empty for a phrase that shows no topic."""


class TopicFinder:
    """Finds topics in clauses. Where phrases overlap the longest wins: “hồ chứa thủy điện” is not about “hồ chứa” too."""

    def __init__(self, topics: Sequence[Topic], no_topic: Sequence[str], wording: Wording) -> None:
        self._wording = wording
        self._by_first_word: dict[str, list[_Phrase]] = {}
        for phrase in _phrases(topics, no_topic, wording):
            self._by_first_word.setdefault(phrase.words[0], []).append(phrase)

    def find(self, clause: str) -> tuple[Hit, ...]:
        """The topics of a clause in the order of its words, each once, with the first phrase that showed it."""
        words = self._wording.words(clause)
        found: dict[str, Hit] = {}
        for _, phrase in sorted(self._undisputed(words), key=lambda placed: placed[0]):
            for topic in phrase.topics:
                found.setdefault(topic.id, Hit(topic, phrase.written))
        return tuple(found.values())

    def _undisputed(self, words: Words) -> Iterator[tuple[int, _Phrase]]:
        taken: set[int] = set()
        for start, phrase in sorted(self._all(words), key=lambda placed: -len(placed[1].words)):
            places = range(start, start + len(phrase.words))
            if taken.isdisjoint(places):
                taken.update(places)
                yield start, phrase

    def _all(self, words: Words) -> Iterator[tuple[int, _Phrase]]:
        for start, word in enumerate(words):
            for phrase in self._by_first_word.get(word, ()):
                if words[start : start + len(phrase.words)] == phrase.words:
                    yield start, phrase


def _phrases(topics: Sequence[Topic], no_topic: Sequence[str], wording: Wording) -> Iterator[_Phrase]:
    written = {wording.words(phrase): phrase for topic in topics for phrase in topic.phrases} | {wording.words(p): p for p in no_topic}
    shown: dict[Words, list[Topic]] = {words: [] for words in written if words}
    for topic in topics:
        for words in {wording.words(phrase) for phrase in topic.phrases if wording.words(phrase)}:
            shown[words].append(topic)
    for words, found in shown.items():
        yield _Phrase(words, written[words], tuple(found))
