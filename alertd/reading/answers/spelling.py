"""Brings each typed word to the spelling of the lexicon: stretched letters, raw keystrokes, words run together, shorthand and signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from alertd.reading.answers.keystrokes import decoded, ends_in_tone, toned
from alertd.reading.answers.lexicon import Lexicon
from alertd.reading.answers.syllables import Syllable, bare, is_pronounceable, may_say, syllable
from alertd.reading.answers.tokens import Shape, Token

_LONGEST_SYLLABLE = 7
"""Letters: "nghiêng"."""
_LONGEST_RUN = 24
_SWAPPED = ("gn", "hn")
"""No syllable ends so: two fingers overtook one another."""


def spelled(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Token, ...]:
    """The tokens with every word in full spelling, as far as the lexicon knows it."""
    apart = [part for token in tokens for part in _apart(_cleaned(token, lexicon), lexicon)]
    return tuple(_expanded(apart, lexicon))


def _cleaned(token: Token, lexicon: Lexicon) -> Token:
    if token.shape is not Shape.WORD or _is_known(token.word, lexicon):
        return token
    return replace(token, word=next(_guesses(token.word, lexicon), token.word))


def _apart(token: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """Words run together, "đãnhận": the marks leave one way to part them into syllables that are known. Without any there are many."""
    word = token.word
    is_one = token.shape is not Shape.WORD or len(word) > _LONGEST_RUN or is_pronounceable(word) or _is_known(word, lexicon)
    if is_one or syllable(word).is_unmarked:
        return (token,)
    ways = list(islice(_partings(word, lexicon), 2))
    if len(ways) != 1:
        return (token,)
    return tuple(replace(token, text="" if place else token.text, word=part) for place, part in enumerate(ways[0]))


def _partings(word: str, lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    """Every way to part the letters into syllables of the lexicon, spelt as they stand there."""
    if not word:
        yield ()
    for end in range(1, min(len(word), _LONGEST_SYLLABLE) + 1):
        first = syllable(word[:end])
        if first in lexicon.syllables.get(first.bare, ()) and is_pronounceable(word[:end]):
            yield from ((word[:end], *rest) for rest in _partings(word[end:], lexicon))


def _guesses(word: str, lexicon: Lexicon) -> Iterator[str]:
    if is_pronounceable(word):
        return
    if word.startswith("dd") and (f"đ{word[2:]}",) in lexicon.short:
        yield f"đ{word[2:]}"
    if word.endswith("q"):
        yield f"{word[:-1]}ng"  # young people's "xoq"
    yield from (shrunk for shrunk in _unstretched(word) if _is_known(shrunk, lexicon))
    if (typed := decoded(word)) is not None:
        yield _completed(typed, lexicon) if ends_in_tone(word) and not _is_known(typed, lexicon) else typed
    if word.endswith(_SWAPPED):
        yield f"{word[:-2]}{word[-1]}{word[-2]}"


def _completed(word: str, lexicon: Lexicon) -> str:
    """The keystrokes of a word had its tone and not all its marks, "nhanj": the one syllable known that has both, else the word itself."""
    written = syllable(word)
    fitting = [meant for meant in lexicon.syllables.get(written.bare, ()) if meant.tone == written.tone and _is_marked_more(written, meant)]
    return toned(fitting[0]) if written.tone and len(fitting) == 1 else word


def _is_marked_more(written: Syllable, meant: Syllable) -> bool:
    return all(a in (b, bare(b)) for a, b in zip(written.shape, meant.shape, strict=True))


def _is_known(word: str, lexicon: Lexicon) -> bool:
    if (word,) in lexicon.short:
        return True
    written = syllable(word)
    return any(may_say(written, meant) for meant in lexicon.syllables.get(written.bare, ()))


def _unstretched(word: str) -> Iterator[str]:
    """The word with letters held down too long cut to two and to one: "cứuuu" → "cứu", "rõooo" → "rõ"."""
    for most in (2, 1):
        shrunk = _cut_runs(word, most)
        if shrunk != word:
            yield shrunk


def _cut_runs(word: str, most: int) -> str:
    """Runs of one letter, its marks aside, cut to `most`; a pair inside the word is left, it may be a keystroke."""
    letters = bare(word) if len(bare(word)) == len(word) else word
    kept: list[str] = []
    start = 0
    for place in range(1, len(word) + 1):
        if place == len(word) or letters[place] != letters[start]:
            length = place - start
            is_stretched = length > 2 or (place == len(word) > 2)
            kept.append(word[start : start + most] if is_stretched else word[start:place])
            start = place
    return "".join(kept)


def _expanded(tokens: list[Token], lexicon: Lexicon) -> Iterator[Token]:
    place = 0
    while place < len(tokens):
        length, words = _short(tokens, place, lexicon)
        text = " ".join(token.text for token in tokens[place : place + length])
        # What was typed goes with the first word that it stands for, so that a reason repeats nothing.
        yield from (Token(Shape.END if word == "?" else Shape.WORD, "" if i else text, word) for i, word in enumerate(words))
        if not length:
            yield tokens[place]
        place += max(length, 1)


def _short(tokens: list[Token], place: int, lexicon: Lexicon) -> tuple[int, tuple[str, ...]]:
    """How many tokens from here are one known spelling, and the words that it stands for."""
    for length in range(min(3, len(tokens) - place), 0, -1):
        words = tuple(t.word for t in tokens[place : place + length])
        if words in lexicon.short:
            return length, lexicon.short[words]
    return 0, ()
