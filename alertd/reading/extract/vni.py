"""Turns text typed in a VNI-Windows font into Unicode.

The fonts spend two codes on most marked letters: the plain vowel and, after it, a sign that is drawn over it ("Ngaøy" is "Ngày").
"""

from __future__ import annotations

import re
import unicodedata

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"

_SINGLE = {
    "ñ": "đ", "ô": "ơ", "ö": "ư", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip
_TONE = {"ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_ROOF = {"â": "", "à": _GRAVE, "á": _ACUTE, "å": _HOOK, "ã": _TILDE, "ä": _DOT}
_BOWL = {"ê": "", "è": _GRAVE, "é": _ACUTE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}


def _pairs() -> dict[str, str]:
    signs = [(base, sign, tone) for base in "aeouyôö" for sign, tone in _TONE.items()]
    signs += [(base, sign, _CIRCUMFLEX + tone) for base in "aeo" for sign, tone in _ROOF.items()]
    signs += [("a", sign, _BREVE + tone) for sign, tone in _BOWL.items()]
    return {base + sign: unicodedata.normalize("NFC", _SINGLE.get(base, base) + marks) for base, sign, marks in signs}


def _in_every_case(table: dict[str, str]) -> dict[str, str]:
    """The first code decides between small letter and capital; the sign after it was typed in either case."""
    small = {code[0] + tail: letter for code, letter in table.items() for tail in (code[1:], code[1:].upper())}
    return small | {code[0].upper() + code[1:]: letter.upper() for code, letter in small.items()}


_LETTERS = _in_every_case(_pairs()) | _in_every_case(_SINGLE)
_CODE = re.compile("|".join(sorted(_LETTERS, key=len, reverse=True)))


def to_unicode(text: str) -> str:
    """The text with every code or pair of codes of the font replaced by its letter."""
    return _CODE.sub(lambda code: _LETTERS[code[0]], text)
