"""Turns text typed in a TCVN3 (ABC) font, the .Vn fonts of the 1990s and 2000s, into Unicode.

The fonts draw Vietnamese letters at the codes 0xA1 to 0xFE (TCVN 5712:1993, set VN3), so their text arrives as Latin-1 signs.
They hold no capitals with a tone mark: those were typed with the same codes in a second font whose small letters look like capitals,
and must be guessed from the plain letters around them once the font's name is lost.
"""

from __future__ import annotations

import re

_CODES = "¡¢£¤¥¦§¨©ª«¬\u00ad®" + "µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđ" + "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_TABLE = str.maketrans(_CODES, _LETTERS)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = re.compile("[a-z]")
_CAPITAL_WITHIN = re.compile(".[A-Z]")


def to_unicode(text: str) -> str:
    """The text with every code of the font replaced by its letter, capitals restored line by line and word by word."""
    return "\n".join(map(_with_capitals, text.translate(_TABLE).split("\n")))


def _with_capitals(line: str) -> str:
    """A line without plain small letters is all in capitals where one of its words shows it."""
    if _SMALL.search(line) is None and any(_was_in_capitals(word[0]) for word in _WORD.finditer(line)):
        return line.upper()
    return _WORD.sub(lambda word: word[0].upper() if _was_in_capitals(word[0]) else word[0], line)


def _was_in_capitals(word: str) -> bool:
    """Whether the plain letters of a word are capitals beyond the first letter, the converted ones small."""
    return word != word.upper() and _SMALL.search(word) is None and _CAPITAL_WITHIN.search(word) is not None
