"""Gives set phrases back the marks that were lost when a printed page was read from its picture: "So:", "Chu tịch Uy ban nhân dân".

What is quoted stays as it came. Only the twin by which rules read is mended, and in it only phrases of several words that the lexicon
knows, where every letter is the phrase's own or that letter with marks missing: "di doi" is "di dời", "đi đôi" is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from alertd.reading.lexicon import lexicon
from alertd.reading.source import Source, lower

_STROKE = "\u0335"
"""What tells đ from d, as a mark of its own."""
_WORD = re.compile(r"[^\W\d_]+")
_OF_FORM = (
    *(
        "cộng hòa xã hội chủ nghĩa việt nam",
        "độc lập - tự do - hạnh phúc",
        "đảng cộng sản việt nam",
        "nơi nhận",
        "kính gửi",
        "đồng kính gửi",
    ),
    *(
        "như trên",
        "về việc",
        "hỏa tốc",
        "thượng khẩn",
        "tối mật",
        "tuyệt mật",
        "lưu hành nội bộ",
        "áp thấp nhiệt đới",
    ),
)
# Words of the form that stand alone, told by what stands beside them: "Số: 12/CĐ-UBND", "ngày 3 tháng 9 năm 2024", "điện:", a stamp.
_ALONE = re.compile(
    r"(?<!\w)(?:(?P<số>s[oôó])(?=\s?:)|(?P<ngày>ngay)(?= \d)|(?P<tháng>thang)(?= \d{1,2} n[aă]m)|(?P<năm>nam)(?= \d{4})|"
    r"(?P<điện>[dđ]i[eêẹ]n)(?=\s?:)|(?P<giờ>gi[oơò])(?= (?:\d|ngày|ngay)))|^\W*(?P<mật>m[aâạ]t)\W*$"
)


def with_marks_restored(source: Source) -> Source:
    """The source whose folded twin has those phrases whole."""
    plain = restored(source.plain)
    return replace(source, plain=plain, low=lower(plain))


def restored(words: str) -> str:
    """The words, letter for letter as many, with those phrases whole."""
    letters = list(words)
    for start, phrase in (*_phrases_in(words), *_alone_in(words)):
        for at, letter in enumerate(phrase, start):
            letters[at] = letter.upper() if words[at].isupper() else letter
    return "".join(letters)


def _phrases_in(words: str) -> Iterator[tuple[int, str]]:
    """The phrases and where each stands: at each place the longest."""
    low, at = _bare(lower(words)), 0
    for word in _WORD.finditer(low):
        if word.start() < at:
            continue
        known = (phrase for bare, phrase in _by_first_word().get(word.group(), ()) if _stands_at(low, bare, word.start()))
        if phrase := next((each for each in known if _may_be(words[word.start() : word.start() + len(each)], each)), None):
            at = word.start() + len(phrase)
            yield word.start(), phrase


def _alone_in(words: str) -> Iterator[tuple[int, str]]:
    for found in _ALONE.finditer(lower(words)):
        meant = str(found.lastgroup)
        yield found.start(meant), meant


def _stands_at(low: str, phrase: str, at: int) -> bool:
    end = at + len(phrase)
    return low.startswith(phrase, at) and not low[end : end + 1].isalpha()


def _may_be(words: str, phrase: str) -> bool:
    """Whether every letter is the phrase's, or the same with marks missing."""
    return all(_marks(here) <= _marks(meant) for here, meant in zip(lower(words), phrase, strict=True))


@lru_cache(maxsize=512)
def _marks(letter: str) -> frozenset[str]:
    """The marks of a small letter; both letters are known to be the same without them."""
    return frozenset({_STROKE}) if letter == "đ" else frozenset(filter(unicodedata.combining, unicodedata.normalize("NFD", letter)))


@lru_cache(maxsize=512)
def _bare_letter(letter: str) -> str:
    return "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]


def _bare(low: str) -> str:
    return "".join(map(_bare_letter, low))


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, str], ...]]:
    """The phrases by their first word without marks, the longest first; none of which two are the same without them."""
    by_bare: dict[str, set[str]] = {}
    for phrase in map(lower, _phrases()):
        by_bare.setdefault(_bare(phrase), set()).add(phrase)
    found: dict[str, list[tuple[str, str]]] = {}
    for bare in sorted(by_bare, key=len, reverse=True):
        if len(phrases := by_bare[bare]) == 1:
            found.setdefault(_WORD.findall(bare)[0], []).append((bare, phrases.pop()))
    return {word: tuple(known) for word, known in found.items()}


def _phrases() -> Iterable[str]:
    """What the lexicon knows of more than one word, and its bodies of one with what stands before or behind each."""
    words = lexicon()
    lists = (
        *(_OF_FORM, words.verbs, words.heads, words.groups, words.order_words, words.territorial, words.titles, words.portfolios),
        *(words.provinces, words.cities, words.kind_names, words.general_hazards, words.in_force, words.ordinary, words.seasonal),
        *words.hazards.values(),
    )
    yield from (phrase for each in lists for phrase in each if " " in phrase and phrase[0].isalpha())
    yield from (f"{unit} {portfolio}" for portfolio in words.portfolios for unit in ("bộ", "sở", "các bộ:", "các sở:"))
    yield from (f"{which} {group}" for group in words.groups for which in ("các", "những", "phó"))
    yield from (f"{unit} {place}" for place in (*words.provinces, *words.cities) for unit in ("tỉnh", "thành phố"))
