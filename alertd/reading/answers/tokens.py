"""Splits a reply into words, numbers, signs and stops in one spelling, as it was typed on a phone."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff\u00ad\U0001f3fb-\U0001f3ff]")
_LETTER = r"[^\W\d_]"
_DOTTED = re.compile(rf"(?<![\w.])(?:{_LETTER}\.)+{_LETTER}(?![\w])\.?")
_JOINING_DOT = re.compile(rf"(?<={_LETTER})[.-](?={_LETTER})")
_TOKEN = re.compile(
    r"(?P<link>https?://\S+)"
    r"|(?P<paper>\d{1,5}/[^\W\d_]{2,}[\w&]*(?:-[\w&]+)*)"
    rf"|(?P<slashed>{_LETTER}/{_LETTER}(?!\w))"
    r"|(?P<plus>\+1(?!\d))"
    r"|(?P<time>24/(?:24|7)h?(?!\w)|\d{1,2}\s?(?:h|g)(?:\s?\d{1,2})?(?!\w)|\d{1,2}:\d{2}(?!\d))"
    r"|(?P<measure>\d+(?:[.,]\d+)?\s*m3/s(?!\w)"
    r"|\d+(?:[.,/]\d+)*(?:m3/s|m3|km|cm|m|kg|ha|hộ|ho|khẩu|khau|người|nguoi|nhà|ng|tr|đ|k|vnđ|vnd)(?!\w))"
    r"|(?P<number>\d+(?:[.,/]\d+)*\s?%?)(?!\w)"
    r"|(?P<word>\w+(?:[&']\w+)*)"
    r"|(?P<end>[?!.;\n…]+)"
    r"|(?P<pause>[,:()\[\]{}\"“”«»|/–—+-])"
    r"|(?P<sign>\S)",
    re.IGNORECASE,
)


class Shape(Enum):
    """What sort of token it is, by its letters alone."""

    WORD = auto()
    NUMBER = auto()
    TIME = auto()
    PAPER = auto()
    SIGN = auto()
    LINK = auto()
    PAUSE = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a reply."""

    shape: Shape
    text: str
    """As it was typed, for the reason given to the officer."""
    word: str
    """In lower case, one spelling."""


_SHAPES = {
    "link": Shape.LINK,
    "paper": Shape.PAPER,
    "slashed": Shape.WORD,
    "plus": Shape.SIGN,
    "time": Shape.TIME,
    "measure": Shape.NUMBER,
    "number": Shape.NUMBER,
    "word": Shape.WORD,
    "end": Shape.END,
    "pause": Shape.PAUSE,
    "sign": Shape.SIGN,
}


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text in one form, in order."""
    joined = _DOTTED.sub(lambda m: m.group().replace(".", ""), text.replace("_", " "))
    if not any(letter.isspace() for letter in joined):
        joined = _JOINING_DOT.sub(" ", joined)
    return tuple(_token(match) for match in _TOKEN.finditer(joined))


def one_form(text: str) -> str:
    """The text in composed letters without invisible signs; the Icelandic Ð that some keyboards give becomes Đ."""
    composed = unicodedata.normalize("NFKC", text.replace("\u00d0", "Đ").replace("\u00f0", "đ"))
    return _UNSEEN.sub("", composed).replace("\u0110", "Đ")


def _token(match: re.Match[str]) -> Token:
    text = match.group().strip(" ")
    return Token(_SHAPES[match.lastgroup or "sign"], text, text.lower())
