"""Parts an answer that names several orders by their codes: "TD01 đã nhận, TD02 xong" says of each what stands beside its code."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from alertd.model.replies import Meaning, Understanding
from alertd.workflow.notices.codes import IN_TEXT

_EDGES = " \t\r\n.,;:!-–+/()"
_JOINS = frozenset({"", "và", "va", "với", "voi", "cùng", "cung", "còn", "con", "&"})
_REFUSED = frozenset({Meaning.CANNOT_COMPLY, Meaning.NEGATIVE})
_WHOLE = frozenset({Meaning.INCIDENT, Meaning.QUESTION})
"""What concerns everybody who reads it, whichever order it stands beside."""


def portions(
    words: str, codes: Collection[str], whole: Understanding, read: Callable[[str], Understanding]
) -> Mapping[str, tuple[str, Understanding]]:
    """For each of these codes the words that are about it, and what they mean; `whole` for all where the answer says one thing of them.

    What says several things and does not show of which order it says which goes to a person.
    """
    together = dict.fromkeys(codes, (words, whole))
    found = [match for match in IN_TEXT.finditer(words) if match[1].upper() in codes]
    if len(codes) < 2 or whole.meaning in _WHOLE:
        return together
    beside = [text.strip(_EDGES) for text in _between(words, found)]
    said = [None if text.lower() in _JOINS else read(text) for text in beside]
    clear = {each.meaning for each in said if each is not None and _is_clear(each)}
    if len(clear) < 2:
        return together
    named = [match[1].upper() for match in found]
    places = _places(said, len(named)) if len(set(named)) == len(named) else None
    if places is None:
        unclear = replace(whole, meaning=Meaning.AMBIGUOUS, closes=False, reason=f"không rõ nói gì về công điện nào: “{words}”")
        return dict.fromkeys(codes, (words, unclear))
    return {code: (beside[place], each) for code, place in zip(named, places, strict=True) if (each := said[place]) is not None}


def _between(words: str, found: Sequence[re.Match[str]]) -> list[str]:
    """What stands before the first code, and after each."""
    starts = [0, *(match.end(1) for match in found)]
    return [words[start:end] for start, end in zip(starts, [*(match.start(1) for match in found), len(words)], strict=True)]


def _places(said: Sequence[Understanding | None], codes: int) -> list[int] | None:
    """For each code the place of the words about it: all behind their codes, or all before them. None where it is neither."""
    behind = [next((place for place in range(code + 1, codes + 1) if said[place] is not None), None) for code in range(codes)]
    before = [next((place for place in range(code, -1, -1) if said[place] is not None), None) for code in range(codes)]
    is_headed, is_tailed = _is_told(said[0]), _is_told(said[-1])
    if is_headed == is_tailed:
        return None
    places = [place for place in (before if is_headed else behind) if place is not None and _is_told(said[place])]
    return places if len(places) == codes else None


def _is_told(said: Understanding | None) -> bool:
    return said is not None and _is_clear(said)


def _is_clear(said: Understanding) -> bool:
    return (said.closes and said.meaning.is_positive) or said.meaning in _REFUSED
