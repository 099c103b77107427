"""The text that everything else reads: normalised, with a folded twin of equal length and the source's lines beside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from alertd.model.documents import Span

_MARKED = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
UPPER = f"A-Z{_MARKED.upper()}"
LOWER = f"a-z{_MARKED}"
"""What goes between the brackets of a pattern for a capital or a small Vietnamese letter; ranges such as À-Ỹ hold both."""

# One sign for one meaning: Ð (U+00D0) for Đ, U+2044 for the slash, every dash for the hyphen.
# The Cyrillic letters are those that look like Latin ones and slip in when a keyboard is set wrong: "CĐ-BCТ".
_SIGNS = {"Ð": "Đ", "ð": "đ", "\u2044": "/", "\u2215": "/", "\u2013": "-", "\u2014": "-", "\u2010": "-", "\u2011": "-", "\u2212": "-"}
_SIGNS |= dict(zip("АВЕКМНОРСТХаеорсухІі", "ABEKMHOPCTXaeopcyxIi", strict=True))
_SIGN = re.compile(f"[{''.join(_SIGNS)}]")
# "hoà", "khoẻ", "Uỷ" carry the mark on the last vowel, "hòa", "khỏe", "Ủy" on the first: the same words. Not after q ("quý").
# The pattern opens with the letters that it looks for: one that opens with a condition is tried at every place, four times as slow.
_OLD_MARKS = re.compile(r"[oOuU](?<![qQ].)(?:(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[uU])[ỳýỷỹỵỲÝỶỸỴ])(?!\w)")
# The words that order, with a mark lost or misread: without them a whole paragraph orders nobody.
_SLIPS = re.compile(r"[yYđĐ](?:(?<=[yY])(?:eu cầu|êu (?:câu|cẩu|cấu))|(?<=[đĐ])(?:ể nghị|ề nghi|è nghị|ê nghị))(?!\w)")
# What any of the three may change: one look that finds nothing, as with most texts, spares them.
_ODD = re.compile(
    rf"[{''.join(_SIGNS)}oOuUyYđĐ](?:(?<=[{''.join(_SIGNS)}])|[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸỳýỷỹỵỲÝỶỸỴ]|eu cầu|êu c[âẩấ]u|[ểèê] nghị|ề nghi)"
)


def _new_mark(match: re.Match[str]) -> str:
    vowels = match.group()
    marked = unicodedata.normalize("NFD", vowels[1])
    return unicodedata.normalize("NFC", vowels[0] + marked[1]) + marked[0]


def _one_sign(match: re.Match[str]) -> str:
    return _SIGNS[match.group()]


def _meant(match: re.Match[str]) -> str:
    first = match.group()[0]
    return f"{first}êu cầu" if first in "yY" else f"{first}ề nghị"


def fold(text: str) -> str:
    """The same text, character for character, in one spelling: what patterns and word lists are compared with."""
    return _SLIPS.sub(_meant, _OLD_MARKS.sub(_new_mark, _SIGN.sub(_one_sign, text))) if _ODD.search(text) else text


def lower(text: str) -> str:
    """Lower case without changing the length (İ would become two characters)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source; `after_blank` says whether a blank line stood before it, `goes_on` whether the page shows it to go on with
    the line before.
    """

    span: Span
    after_blank: bool
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """`text` as it is quoted; `plain` is `fold(text)` and `low` its lower case, both of the same length."""

    text: str
    plain: str
    low: str
    lines: tuple[Line, ...]

    def slice(self, span: Span) -> str:
        """The quoted words of a span."""
        return self.text[span.start : span.end]


def normalise(lines: Sequence[str], going_on: Set[int] = frozenset()) -> Source:
    """NFC, every run of white space one space, nothing else changed; where the lines were is kept as data, and which go on is with them."""
    pieces: list[str] = []
    spans: list[Line] = []
    at, blank = 0, False
    for place, raw in enumerate(unicodedata.normalize("NFC", "\n".join(lines)).split("\n")):
        words = " ".join(raw.split())
        if not words:
            blank = True
            continue
        start = at + 1 if pieces else 0
        at = start + len(words)
        spans.append(Line(Span(start, at), after_blank=blank, goes_on=place in going_on))
        pieces.append(words)
        blank = False
    text = " ".join(pieces)
    plain = fold(text)
    return Source(text, plain, lower(plain), tuple(spans))


def trim(text: str, start: int, end: int, signs: str = " ") -> Span:
    """The span without the given signs at either end."""
    while start < end and text[start] in signs:
        start += 1
    while end > start and text[end - 1] in signs:
        end -= 1
    return Span(start, end)


def holds_any(text: str, words: Iterable[str], start: int, end: int) -> bool:
    """Whether one of those words stands in `[start, end)`, alone or in another: a quick look that spares a pattern its long one."""
    return any(text.find(word, start, end) >= 0 for word in words)


def whole_words(text: str, words: str, start: int, end: int) -> Iterator[int]:
    """Where those words stand in `[start, end)`, no letter before or after them: quicker than a pattern that is used once."""
    at = text.find(words, start, end)
    while at >= 0:
        after = at + len(words)
        if not (is_in_word(text[at - 1 : at]) or is_in_word(text[after : after + 1])):
            yield at
        at = text.find(words, after, end)


def is_in_word(sign: str) -> bool:
    """Whether a sign belongs to a word, as patterns see it."""
    return sign.isalnum() or sign == "_"
