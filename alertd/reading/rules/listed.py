"""Whoever stands on the list of recipients is known by the whole name, whatever verb follows: "Hải đội 2 quăng dây cho tàu bị nạn"."""

from __future__ import annotations

import re
from functools import lru_cache

from alertd.reading.rules.rule import Found, Sentence
from alertd.reading.source import fold, is_in_word, lower

_SHORT_NAME = re.compile(r"\(([A-ZĐ][A-ZĐ&-]{2,11})\)")
_GROUP = re.compile(r"(Các [^:,;]{4,40}?)\s?: ")
_SHORTEST = 6
"""Letters; a shorter name is as well a part of another."""


def read(sentence: Sentence) -> Found | None:
    """The recipients named one after the other at the head of the sentence, and the order behind them."""
    source, span = sentence.source, sentence.span
    names: list[str] = []
    at = span.start
    while length := _listed_at(sentence, at):
        names.append(source.text[at : at + length])
        at += length
        joint = next((sign for sign in (", ", "; ", " và ") if source.low.startswith(sign, at)), "")
        if not joint or not _listed_at(sentence, at + len(joint)):
            break
        at += len(joint)
    verb = at + 1
    if not names or verb >= span.end or source.low[at] != " " or not source.plain[verb].islower():
        return None
    return Found(tuple(names), span.start, verb, source.text[span.start : at])


def _listed_at(sentence: Sentence, at: int) -> int:
    """The length of the longest recipient's name that stands whole at `at`, 0 for none."""
    low, end = sentence.source.low, sentence.span.end
    found = (len(name) for name in _called(sentence.listed) if low.startswith(name, at))
    return max((length for length in found if at + length < end and not is_in_word(low[at + length])), default=0)


@lru_cache(maxsize=4)
def _called(listed: tuple[str, ...]) -> frozenset[str]:
    """What the recipients are called, in lower case: by their names, by what stands for one in brackets ("Công ty X (NSMO)"), and by
    the word for all of a list ("Các cụm đầu mối: A, B").
    """
    names = {name for name in listed if len(name) >= _SHORTEST}
    short = {found for name in listed for found in _SHORT_NAME.findall(name)}
    groups = {found[1] for name in listed if (found := _GROUP.match(name))}
    return frozenset(lower(fold(name)) for name in names | short | groups)
