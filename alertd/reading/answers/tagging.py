"""Finds the phrases of the lexicon in a spelled reply: what part each word plays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alertd.reading.answers.kinds import DANGERS, DOUBTS, Kind
from alertd.reading.answers.lexicon import Entry, Lexicon
from alertd.reading.answers.syllables import Syllable, may_say, syllable
from alertd.reading.answers.tokens import Shape, Token

_FEW = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A phrase of the lexicon as it was met, or one token that the lexicon does not know (no kinds)."""

    typed: str
    said: str
    """The phrase in the lexicon's spelling; for unknown words as typed, in lower case."""
    kinds: frozenset[Kind]
    shape: Shape

    def is_a(self, *kinds: Kind) -> bool:
        """Whether it plays one of these parts."""
        return not self.kinds.isdisjoint(kinds)

    @property
    def is_unknown(self) -> bool:
        """Whether it is a word or sign of which nothing is known."""
        return not self.kinds and self.shape in (Shape.WORD, Shape.SIGN, Shape.LINK)


def tagged(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Word, ...]:
    """The words in order, the longest phrase at each place."""
    return tuple(_tagged(tokens, [syllable(token.word) for token in tokens], lexicon))


def _tagged(tokens: Sequence[Token], written: list[Syllable], lexicon: Lexicon) -> Iterator[Word]:
    marked = _marked(tokens, lexicon)
    place = 0
    while place < len(tokens):
        longest = lexicon.longest.get(written[place].bare, 0)
        entry = _longest(written[place : place + longest], lexicon, is_marked=marked[place])
        length = len(entry.words) if entry else 1
        typed = " ".join(token.text for token in tokens[place : place + length] if token.text)
        yield Word(
            typed, " ".join(entry.words) if entry else tokens[place].word, entry.kinds if entry else frozenset(), tokens[place].shape
        )
        place += length


def _marked(tokens: Sequence[Token], lexicon: Lexicon) -> list[bool]:
    """For each token whether its part of the reply is typed with marks; a word or two alone are typed as the whole is."""
    is_marked = _is_marked(tokens, lexicon)
    found: list[bool] = []
    start = 0
    for place, token in enumerate(tokens, start=1):
        if token.shape in (Shape.END, Shape.PAUSE) or place == len(tokens):
            part = tokens[start:place]
            found += [_is_marked(part, lexicon) if len(part) > _FEW else is_marked] * len(part)
            start = place
    return found


def _is_marked(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the sender types marks, so that a word without them is meant as it stands: "vui" is then no "vùi"."""
    words = [syllable(token.text.lower()) for token in tokens if token.shape is Shape.WORD and token.text]
    marked = [s for s in words if not s.is_unmarked]
    open_to_guesses = [s for s in words if s.is_unmarked and lexicon.syllables.get(s.bare, frozenset()) != frozenset({s})]
    return len(marked) > len(open_to_guesses)


def _longest(written: list[Syllable], lexicon: Lexicon, *, is_marked: bool) -> Entry | None:
    """The longest phrase that may have been written from here on, the one nearest to the letters where several may."""
    for length in range(len(written), 0, -1):
        here = tuple(written[:length])
        entries = lexicon.entries.get(tuple(s.bare for s in here), ())
        fitting = [e for e in entries if all(_fits(a, b, lexicon, is_marked=is_marked) for a, b in zip(here, e.syllables, strict=True))]
        if length == 1:
            fitting = _readings(here[0], fitting, lexicon, is_marked=is_marked)
        if length > 1 and not is_marked:
            fitting = [e for e in fitting if e.kinds & DANGERS] or fitting  # "be bo" may be "be bờ" or "bể bờ"
        if fitting:
            return max(fitting, key=lambda e: sum(a == b for a, b in zip(here, e.syllables, strict=True)))
    return None


def _fits(written: Syllable, meant: Syllable, lexicon: Lexicon, *, is_marked: bool) -> bool:
    """Whether the one may say the other; a word that is one itself, as its sender spells, says nothing else: "chưa" is no "chứa"."""
    if written == meant:
        return True
    is_itself = (is_marked or not written.is_unmarked) and written in lexicon.syllables.get(written.bare, ())
    return not is_itself and may_say(written, meant)


def _readings(written: Syllable, entries: list[Entry], lexicon: Lexicon, *, is_marked: bool) -> list[Entry]:
    """A single syllable without marks may be many words.

    It is what the lexicon says; where the sender types marks it is the word as it stands, or one that gives cause to doubt.
    """
    if not written.is_unmarked:
        return entries
    usual = lexicon.unaccented.get(written.bare)
    readings = entries if usual is None else [e for e in entries if e.words == (usual,)]
    heard = DOUBTS if usual is None else DOUBTS | {Kind.ALARM}  # "cuu" calls for help whoever types it
    return [e for e in entries if e.syllables == (written,)] or [e for e in readings if e.kinds & heard] if is_marked else readings
