"""Brings the many spellings of one written name to one key, so that names are found by look-up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

Words = tuple[str, ...]

_PARENTHESES = re.compile(r"\([^()]*\)")
_MARKS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile(r"\w+")
_JOINING = frozenset({"và", "va"})  # the second in names without diacritics
# The old and the new way to place a tone mark (hòa/hoà, ủy/uỷ). Only the last letters of a syllable differ, and never after q.
_OTHER_PLACE = dict(
    zip(
        ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"),
        ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"),
        strict=True,
    )
)
_MISPLACED = re.compile(rf"(?<!q)(?:{'|'.join(_OTHER_PLACE)})(?!\w)")
_LONGEST_TITLE_CHAIN = 3
_NAMES_REMEMBERED = 2048


def squeeze(text: str) -> str:
    """The text in NFC with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def tidy(text: str) -> str:
    """The text squeezed and in lower case, every tone mark in one place and Ð (U+00D0) as đ."""
    text = squeeze(text).lower().replace("ð", "đ")
    return _MISPLACED.sub(lambda match: _OTHER_PLACE[match[0]], text)


def bare(text: str) -> str:
    """The tidied text without any diacritics, for telling how alike two names are."""
    return _MARKS.sub("", unicodedata.normalize("NFD", text.replace("đ", "d")))


def split_words(text: str) -> Words:
    """The words of a text, tidied, without punctuation and joining words."""
    return tuple(word for word in _WORD.findall(tidy(text)) if word not in _JOINING)


@dataclass(frozen=True)
class Wording:
    """How names are written: what abbreviations stand for, which titles lead a name and which tails end it."""

    abbreviations: Mapping[str, str]
    """An abbreviation or other wording ("UBND", "NN&PTNT") and what it stands for."""
    titles: tuple[str, ...]
    """What may stand before a body's name and means its head or the like: "Chủ tịch", "Giám đốc", "các"."""
    tails: tuple[str, ...]
    """What may stand behind a name and only says that it is the province's: "tỉnh", "thuộc UBND tỉnh"."""
    provinces: tuple[str, ...]
    """The provinces of this directory, as they are written behind a name: "Lạng Sơn"."""
    qualifiers: tuple[str, ...] = ()
    """What may stand behind a name and changes nothing: "được phân công phụ trách địa bàn"."""
    of_province: str = "tỉnh"
    """The word that every tail stands for."""

    def words(self, text: str) -> Words:
        """The words of a text with every abbreviation written out."""
        return self._remembered_words(text)

    def spelled_out(self, text: str) -> str:
        """The tidied text with its one-word abbreviations written out, punctuation kept: "các tỉnh, TP" → "các tỉnh, thành phố"."""
        return self._remembered_spelling(text)

    def key(self, name: str) -> str:
        """The key under which a written name is looked up."""
        base, tail = self._without_tail(self._name_words(name))
        return " ".join((*base, *tail))

    def keys(self, name: str) -> tuple[str, ...]:
        """The name's key, then the keys of what is left without its leading titles, the longest first."""
        return self._remembered_keys(name)

    def written_keys(self, name: str, province: str) -> frozenset[str]:
        """Every key by which an entry of a province may be looked up: with and without the province behind it."""
        base, tail = self._without_tail(self._name_words(name))
        endings = {(self.of_province,), split_words(province)} | (set() if tail else {()})
        return frozenset(" ".join((*base, *ending)) for ending in endings)

    def has_tail(self, name: str) -> bool:
        """Whether the name says that it is the province's."""
        return bool(self._without_tail(self._name_words(name))[1])

    @cached_property
    def _remembered_keys(self) -> Callable[[str], tuple[str, ...]]:
        """One document asks for the same names again and again."""
        return lru_cache(maxsize=_NAMES_REMEMBERED)(self._make_keys)

    @cached_property
    def _remembered_words(self) -> Callable[[str], Words]:
        return lru_cache(maxsize=_NAMES_REMEMBERED)(self._make_words)

    @cached_property
    def _remembered_spelling(self) -> Callable[[str], str]:
        return lru_cache(maxsize=_NAMES_REMEMBERED)(self._spell_out)

    def _spell_out(self, text: str) -> str:
        return _WORD.sub(lambda word: self._single_abbreviations.get(word[0], word[0]), tidy(text))

    def _make_words(self, text: str) -> Words:
        words = split_words(text)
        out: list[str] = []
        at = 0
        while at < len(words):
            length, meaning = self._abbreviation_at(words, at)
            out.extend(meaning)
            at += length
        return tuple(out)

    def _make_keys(self, name: str) -> tuple[str, ...]:
        base, tail = self._without_tail(self._name_words(name))
        return tuple(" ".join((*words, *tail)) for words in self._without_titles(base))

    def _name_words(self, name: str) -> Words:
        return self.words(_PARENTHESES.sub(" ", name))

    def _abbreviation_at(self, words: Words, at: int) -> tuple[int, Words]:
        for short, meaning in self._abbreviations.get(words[at], ()):
            if words[at : at + len(short)] == short:
                return len(short), meaning
        return 1, words[at : at + 1]

    def _without_tail(self, words: Words) -> tuple[Words, Words]:
        """The name without its tails, and what they say: nothing, "tỉnh", or the province by name."""
        said: Words = ()
        while (found := self._tail_of(words)) is not None:
            length, meaning = found
            said = meaning if len(meaning) > len(said) else said
            words = words[:-length]
        return words, said

    def _tail_of(self, words: Words) -> tuple[int, Words] | None:
        for tail, meaning in self._tails.get(words[-1], ()) if words else ():
            if len(words) > len(tail) and words[-len(tail) :] == tail:
                return len(tail), meaning
        return None

    def _without_titles(self, words: Words) -> Iterator[Words]:
        level, seen = [words], {words}
        for _ in range(_LONGEST_TITLE_CHAIN + 1):
            yield from level
            rest = (
                name[len(title) :] for name in level for title in self._titles if len(name) > len(title) and name[: len(title)] == title
            )
            level = [name for name in dict.fromkeys(rest) if name not in seen]
            seen.update(level)

    @cached_property
    def _abbreviations(self) -> dict[str, list[tuple[Words, Words]]]:
        found: dict[str, list[tuple[Words, Words]]] = {}
        pairs = [(split_words(short), split_words(meaning)) for short, meaning in self.abbreviations.items()]
        for short, meaning in _longest_first(pairs):
            found.setdefault(short[0], []).append((short, meaning))
        return found

    @cached_property
    def _single_abbreviations(self) -> dict[str, str]:
        return {short: " ".join(meaning) for found in self._abbreviations.values() for (short, *more), meaning in found if not more}

    @cached_property
    def _titles(self) -> list[Words]:
        return sorted({self.words(title) for title in self.titles}, key=len)

    @cached_property
    def _tails(self) -> dict[str, list[tuple[Words, Words]]]:
        """The tails by their last word, the longest first."""
        generic: list[tuple[Words, Words]] = [(self.words(tail), (self.of_province,)) for tail in self.tails]
        generic += [(self.words(qualifier), ()) for qualifier in self.qualifiers]
        kinds = ("", f"{self.of_province} ")
        named = [(self.words(f"{kind}{name}"), split_words(name)) for name in self.provinces for kind in kinds]
        found: dict[str, list[tuple[Words, Words]]] = {}
        for tail, meaning in _longest_first(generic + named):
            found.setdefault(tail[-1], []).append((tail, meaning))
        return found


def _longest_first(pairs: Iterable[tuple[Words, Words]]) -> list[tuple[Words, Words]]:
    return sorted(pairs, key=lambda pair: -len(pair[0]))
