"""Turns text typed in a TCVN3 (ABC) font, the .Vn fonts of the 1990s and 2000s, into Unicode.

The fonts draw Vietnamese letters at the codes 0xA1 to 0xFE (TCVN 5712:1993, set VN3), so their text arrives as Latin-1 signs.
They hold no capitals with a tone mark: those were typed with the same codes in a second font whose small letters look like capitals,
and must be guessed from the plain letters around them once the font's name is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

_CODES = "¡¢£¤¥¦§¨©ª«¬\u00ad®" + "µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđ" + "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_TABLE = str.maketrans(_CODES, _LETTERS)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = re.compile("[a-z]")
_CAPITAL_WITHIN = re.compile(".[A-Z]")
_PLAIN_CAPITAL = re.compile("[A-Z]")
_FEWEST_SHORT = 2


def to_unicode(text: str) -> str:
    """The text with every code of the font replaced by its letter, capitals restored line by line and word by word."""
    return "\n".join(map(_with_capitals, text.translate(_TABLE).split("\n")))


def _with_capitals(line: str) -> str:
    """A line without plain small letters is all in capitals where its words show it, as is a run of such words in another line."""
    words = [word[0] for word in _WORD.finditer(line)]
    if _SMALL.search(line) is None and (any(map(_was_in_capitals, words)) or _are_short_capitals(words)):
        return line.upper()
    runs = [(has_small, list(run)) for has_small, run in groupby(words, lambda word: _SMALL.search(word) is not None)]
    restored = iter([word for has_small, run in runs for word in (run if has_small else _run_restored(run))])
    return _WORD.sub(lambda _: next(restored), line)


def _run_restored(run: Sequence[str]) -> Iterable[str]:
    """Words without plain small letters one after another, such as "BAN THƯỜNG VỤ TỈNH ỦY" before "điện:"."""
    plain = [place for place, word in enumerate(run) if _PLAIN_CAPITAL.search(word)]
    if not any(map(_was_in_capitals, run)):
        return run
    return (word.upper() if plain[0] <= place <= plain[-1] else word for place, word in enumerate(run))


def _was_in_capitals(word: str) -> bool:
    """Whether the plain letters of a word are capitals beyond the first letter, the converted ones small."""
    return word != word.upper() and _SMALL.search(word) is None and _CAPITAL_WITHIN.search(word) is not None


def _are_short_capitals(words: Sequence[str]) -> bool:
    """Whether words too short to show it singly were in capitals, as those beside a plain one are: "BỘ Y TẾ"."""
    open_ones = [word for word in words if word != word.upper()]
    return _FEWEST_SHORT <= len(open_ones) < len(words) and all(_PLAIN_CAPITAL.match(word) for word in words)
