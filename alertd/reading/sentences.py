"""Cuts a stretch of text into sentences, and a sentence into the clauses that semicolons part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alertd.model.documents import Span
from alertd.reading.source import LOWER, UPPER, trim

# A full stop ends a sentence where a capital or an inline number follows; not after an abbreviation ("TP. Huế") or an initial.
# Without a space after it, as web pages lose it, only between a whole small word or a year and a capitalised one: "an toàn.Tổ chức".
_STOP = re.compile(
    r"[.!?…](?:(?<![.!?…]{2})[.!?…]*(?:\s*\[\d+\])?[\"”)]?\s+(?=[\"“(]?[^\W\d_]|\(?\d+\))"
    rf"|(?:(?<=[{LOWER}]{{2}}[.…])|(?<=\d{{4}}\.)|(?<=[{LOWER}]{{2}}\.)\.\.)(?=[{UPPER}][{LOWER}]+ ))"
)
_ABBREVIATED = re.compile(r"(?<!\w)(?:TP|TX|TT|KT|VP|TS|ThS|GS|PGS|đ/c|[A-ZĐ])$")
_SIGN = re.compile(r"[;()“”\[\]]")
_OPENING, _CLOSING = "(“[", ")”]"


def sentences(plain: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of `[start, end)`, without the white space between them."""
    at = start
    for stop in _STOP.finditer(plain, start, end):
        following = plain[stop.end() : stop.end() + 2].lstrip('"“(')
        if (
            following[:1].islower()
            or _is_within(plain, at, stop.start())
            or _ABBREVIATED.search(plain, max(at, stop.start() - 4), stop.start())
        ):
            continue
        yield trim(plain, at, stop.end())
        at = stop.end()
    if at < end:
        yield trim(plain, at, end)


def clauses(plain: str, start: int, end: int) -> Iterator[Span]:
    """The clauses of `[start, end)`: parted by semicolons outside brackets and quotation marks, and before inline "(2)"."""
    at, depth = start, 0
    for found in _SIGN.finditer(plain, start, end):
        place, sign = found.start(), found.group()
        if sign in _OPENING and not (depth == 0 and _INLINE.match(plain, place)):
            depth += 1
        elif sign in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 and (sign == ";" or (sign == "(" and place > at and plain[place - 2 : place] in ("; ", ", ", ". ", ": "))):
            yield from _part(plain, at, place + (sign == ";"))
            at = place + (sign == ";")
    yield from _part(plain, at, end)


_INLINE = re.compile(r"\((?:\d{1,2}|[ivx]{1,4}|[a-zđ])\)")


def _part(plain: str, start: int, end: int) -> Iterator[Span]:
    span = trim(plain, start, end, " ;")
    if span.start < span.end:
        yield span


def _is_within(plain: str, start: int, end: int) -> bool:
    """Whether a bracket that opened since `start` is still open."""
    return plain.count("(", start, end) > plain.count(")", start, end)
