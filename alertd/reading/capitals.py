"""Writes a name that is set in capitals as the rest of its document writes it."""

from __future__ import annotations

import re
from functools import cache

from alertd.model.documents import Span
from alertd.reading.lexicon import lexicon
from alertd.reading.paragraphs import is_caps
from alertd.reading.source import Source, lower, whole_words

_UNITS = ("tỉnh", "thành phố", "huyện", "thị xã", "quận", "xã", "phường", "thị trấn", "đặc khu", "thủy điện")
"""After these a word that the document writes nowhere else is a place's."""
_SMALL = frozenset(
    {"ven", "vùng", "miền", "có", "trên", "trong", "thuộc", "trực", "còn", "và", "các", "bị", "chịu", "giáp", "dọc", *_UNITS}
)
_COUNTRY = "Việt Nam"
_VOWEL = re.compile(r"[aeiouyăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")


def in_small_letters(source: Source, low: str, within: Span) -> str:
    """The name as the rest of the document writes it, run of words by run of words; a heading's capitals say nothing about its letters."""
    words, found, at, is_place = low.split(), list[str](), 0, False
    while at < len(words):
        for end in range(len(words), at, -1):
            run = " ".join(words[at:end])
            is_last = end == at + 1
            if is_last and is_place and run not in _SMALL:
                found.append(run.capitalize())
            elif written := _written(source, run, within) or (_abbreviation(run) if is_last else None):
                found.append(written)
                is_place = written.lower().endswith(_UNITS)
            else:
                continue
            at = end
            break
    name = " ".join(found)
    return name[:1].upper() + name[1:]


def _abbreviation(word: str) -> str:
    """A word without a vowel is an abbreviation and keeps its capitals: "PCTT"."""
    return word if _VOWEL.search(word) else word.upper()


def _written(source: Source, run: str, within: Span) -> str | None:
    """How the document writes a run of words where it does not set it in capitals, else how the lexicon writes a name that it knows."""
    for start in whole_words(source.low, run, within.start, within.end):
        end = start + len(run)
        words = source.text[start:end]
        if words.islower() and " " not in run:
            return words
        if words[:1].isupper() and not words.isupper() and not is_caps(source.text[max(0, start - 12) : end + 12]):
            return words
    return _known().get(run)


@cache
def _known() -> dict[str, str]:
    """What the lexicon writes with capitals, by its small letters; of several spellings the first."""
    words = lexicon()
    names = (_COUNTRY, *words.provinces, *words.cities, *reversed(words.portfolios), *reversed(words.heads))
    return {lower(name): name for name in names}
