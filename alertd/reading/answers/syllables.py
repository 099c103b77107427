"""Takes a written Vietnamese syllable apart, so that missing marks, tone placement and hỏi/ngã do not hide a word."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0309": "hỏi", "\u0303": "ngã", "\u0323": "nặng"}
MARKS = {name: mark for mark, name in _TONES.items()}
"""The mark of each tone."""
_ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?"
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm "
    "ên ênh êp êt êu i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot oa oac oach oai oan "
    "oang oanh oao oat oay oăc oăm oăn oăng oăt oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u uc ui um un ung "
    "up ut ua uân uât uâng uây uê uênh uêch uơ uy uya uych uynh uyên uyêt uyu uyt uôc uôi uôm uôn uông uôt ư ưc ưi ưm ưng "
    "ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêt yêu yêng"
)
_SHAPED = re.compile(_ONSET + "(?:" + "|".join(_RIMES.split()) + ")")


@dataclass(frozen=True, slots=True)
class Syllable:
    """One syllable: its bare ASCII letters, its letters without tone, its tone ("" where none is written)."""

    bare: str
    shape: str
    tone: str

    @property
    def is_unmarked(self) -> bool:
        """Whether it bears neither tone nor any other mark: it may stand for many words."""
        return not self.tone and self.shape == self.bare


@lru_cache(maxsize=16384)
def syllable(word: str) -> Syllable:
    """Take a word in lower case apart. Where the tone mark was put does not matter: "hoà" and "hòa" are one."""
    letters = unicodedata.normalize("NFD", word)
    tone = next((_TONES[letter] for letter in letters if letter in _TONES), "")
    shape = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
    return Syllable(bare(shape), shape, tone)


@lru_cache(maxsize=16384)
def bare(word: str) -> str:
    """The word's letters without any mark."""
    letters = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=16384)
def is_pronounceable(word: str) -> bool:
    """Whether the letters make a Vietnamese syllable, whatever its tone."""
    return _SHAPED.fullmatch(syllable(word).shape) is not None


@lru_cache(maxsize=16384)
def is_pronounceable_unmarked(word: str) -> bool:
    """Whether the letters make a Vietnamese syllable whose marks were left out."""
    return _BARE.fullmatch(word) is not None


_BARE = re.compile(_ONSET.replace("đ", "") + "(?:" + "|".join(dict.fromkeys(map(bare, _RIMES.split()))) + ")")
_SAME_TONE = {"ngã": "hỏi"}  # most of the country writes them for one another


@lru_cache(maxsize=65536)
def may_say(written: Syllable, meant: Syllable) -> bool:
    """Whether every mark that was typed is a mark of the word meant: "đươc" may say "được", "đước" may not."""
    if written.bare != meant.bare or len(written.shape) != len(meant.shape):
        return False
    if written.tone:
        # Who types tones types the other marks too.
        return written.shape == meant.shape and _SAME_TONE.get(written.tone, written.tone) == _SAME_TONE.get(meant.tone, meant.tone)
    return all(a in (b, bare(b)) for a, b in zip(written.shape, meant.shape, strict=True))
