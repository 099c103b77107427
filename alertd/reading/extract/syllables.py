"""Tells how Vietnamese a piece of text looks, which is the evidence by which encodings are told apart.

A Vietnamese syllable is an onset and a rhyme from two short closed lists plus at most one tone. Text decoded with the wrong
table breaks that at almost every marked word, whatever the text is about.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

_ONSETS = "b c ch d đ g gh gi h k kh kr l m n ng ngh nh p ph qu r s t th tr v x"
_RHYMES = """a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uynh uyt uyu uôc uôi uôm uôn uông uôp uôt
    ư ưa ưc ưi ưm ưn ưng ưt ươc ươi ươm ươn ương ươp ươt ươu ưu
    y ych yêm yên yêng yêt yêu yn ynh yt"""
_RHYME = frozenset(_RHYMES.split())
_ONSET = re.compile("|".join(sorted(_ONSETS.split(), key=len, reverse=True)))
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
# Everything but ASCII other than letters, white space and typographic punctuation: signs such as "¸" or the soft hyphen
# belong to words where a legacy font used their codes for letters.
_WORD = re.compile(r"[A-Za-z\u0080-\u1fff\u2070-\uffff]+")
# "HĐND", "QĐ", "BCĐPTDSQG": spelled with the first letters of words.
_ABBREVIATION = re.compile("[A-ZĐƯ]{2,12}")
_SAMPLE = 5_000


@dataclass(frozen=True, slots=True)
class Likeness:
    """How many words of a text bear marks or foreign signs, and how many of those can be Vietnamese syllables."""

    words: int
    possible: int

    @property
    def is_vietnamese(self) -> bool:
        """Whether the marked words, if there are any, are as a whole Vietnamese."""
        return self.possible >= 0.7 * self.words

    @property
    def is_flawless(self) -> bool:
        """Whether nothing at all speaks against it."""
        return self.possible == self.words


def likeness(text: str) -> Likeness:
    """The evidence in a text; of a long one its first five thousand marked words."""
    words = (piece for match in _WORD.finditer(text) for piece in match.group().split() if not piece.isascii())
    sample = list(islice(words, _SAMPLE))
    return Likeness(len(sample), sum(map(is_syllable, sample)))


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether a word can be one Vietnamese syllable, in small letters, capitals or with a capital first, or an abbreviation."""
    composed = unicodedata.normalize("NFC", word)
    if _ABBREVIATION.fullmatch(composed):
        return True
    lower = composed.lower()
    if composed not in (lower, composed.upper(), lower[:1].upper() + lower[1:]):
        return False
    marks = unicodedata.normalize("NFD", lower)
    plain = unicodedata.normalize("NFC", marks.translate(_TONES))
    return len(marks) - len(marks.translate(_TONES)) <= 1 and _is_onset_and_rhyme(plain)


def _is_onset_and_rhyme(plain: str) -> bool:
    if plain in _RHYME:
        return True
    onset = _ONSET.match(plain)
    if onset is None:
        return False
    # "gì" and "giếng" spend the i of "gi" on the rhyme, "quốc" the u of "qu".
    return plain[onset.end() :] in _RHYME or (plain[0] == "g" and plain[1:] in _RHYME)
