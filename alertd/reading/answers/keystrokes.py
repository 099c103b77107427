"""Reads words that were typed as raw Telex or VNI keystrokes because the phone's Vietnamese keyboard was off."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from alertd.reading.answers.syllables import MARKS, Syllable, bare, is_pronounceable, is_pronounceable_unmarked, syllable

_TELEX_TONES = dict(zip("fsrxj", "\u0300\u0301\u0309\u0303\u0323", strict=True))
_VNI_TONES = dict(zip("21345", "\u0300\u0301\u0309\u0303\u0323", strict=True))
_CIRCUMFLEX = {"a": "â", "e": "ê", "o": "ô"}
_HORN = {"u": "ư", "o": "ơ"}
_BREVE = {"a": "ă"}
_VNI = re.compile(r"^[a-z]+\d[a-z0-9]*")
_VOWELS = frozenset("aeiouyăâêôơư")


@lru_cache(maxsize=16384)
def decoded(word: str) -> str | None:
    """The word that these keystrokes would have made, or None where they make no Vietnamese syllable."""
    if not word.isascii():
        return _toned_late(word)
    if len(word) > 12 or is_pronounceable_unmarked(word):
        return None
    return vni(word) if _VNI.fullmatch(word) else telex(word)


def _toned_late(word: str) -> str | None:
    """The keyboard made the letters and lost the tone, at the end or within: "nhânj", "nhâjn" → "nhận"."""
    for place in range(len(word) - 1, 0, -1):
        shape, key = word[:place] + word[place + 1 :], word[place]
        if key in _TELEX_TONES and _VOWELS.intersection(word[:place]) and is_pronounceable(shape) and not syllable(shape).tone:
            return _composed(list(shape), _TELEX_TONES[key], word)
    return None


def telex(word: str) -> str | None:
    """The syllable typed as Telex keystrokes ("nhaanj" → "nhận"), None where they make none."""
    letters: list[str] = []
    tone = ""
    for key in word:
        if key in _TELEX_TONES and _VOWELS.intersection(letters):
            tone = _TELEX_TONES[key]
        elif key == "w":
            _telex_w(letters)
        elif not _doubles(letters, key):
            letters.append(key)
    return _composed(letters, tone, word)


def vni(word: str) -> str | None:
    """The syllable typed as VNI keystrokes ("nha65n" → "nhận"), None where they make none."""
    letters: list[str] = []
    tone = ""
    for key in word:
        if key in _VNI_TONES:
            tone = _VNI_TONES[key]
        elif not key.isdigit():
            letters.append(key)
        elif not _vni_mark(letters, key):
            return None
    return _composed(letters, tone, word)


def _telex_w(letters: list[str]) -> None:
    if not (_mark(letters, _HORN) or _mark(letters, _BREVE)):
        letters.append("ư")


def _vni_mark(letters: list[str], key: str) -> bool:
    if key == "9":
        return _doubles(letters, "d")
    return _mark(letters, {"6": _CIRCUMFLEX, "7": _HORN, "8": _BREVE}.get(key, {}))


def _doubles(letters: list[str], key: str) -> bool:
    """Let a key typed a second time mark its letter: "dd" → "đ", "aa" → "â"."""
    if key == "d" and letters[:1] == ["d"]:
        letters[0] = "đ"
        return True
    return key in _CIRCUMFLEX and key in letters and _mark(letters, {key: _CIRCUMFLEX[key]})


def _mark(letters: list[str], marks: dict[str, str]) -> bool:
    """Mark the last letter that takes one of these marks; "uo" takes two horns."""
    place = next((i for i in reversed(range(len(letters))) if letters[i] in marks), None)
    if place is None:
        return False
    letters[place] = marks[letters[place]]
    if letters[place] == "ơ" and letters[place - 1 : place] == ["u"] and "q" not in letters:
        letters[place - 1] = "ư"
    return True


def _composed(letters: list[str], tone: str, typed: str) -> str | None:
    shape = "".join(letters)
    return None if shape == typed or not is_pronounceable(shape) else _with_tone(shape, tone)


def ends_in_tone(word: str) -> bool:
    """Whether the last key gives the word its tone, as most people type: "nhanj"; "test" may be English."""
    return word[-1:] in _TELEX_TONES


def toned(meant: Syllable) -> str:
    """The syllable as it is written."""
    return _with_tone(meant.shape, MARKS.get(meant.tone, ""))


def _with_tone(shape: str, tone: str) -> str:
    place = _tone_place(shape)
    return unicodedata.normalize("NFC", shape[: place + 1] + tone + shape[place + 1 :])


def _tone_place(shape: str) -> int:
    """The letter that carries the tone: a marked vowel, else the first of an open pair, else the last vowel."""
    start = 2 if shape.startswith(("qu", "gi")) and len(shape) > 2 and shape[2] in _VOWELS else 0
    vowels = [i for i, letter in enumerate(shape) if i >= start and letter in _VOWELS]
    marked = [i for i in vowels if bare(shape[i]) != shape[i]]
    if marked:
        return marked[-1]
    return vowels[0] if len(vowels) > 1 and vowels[-1] == len(shape) - 1 else vowels[-1]
