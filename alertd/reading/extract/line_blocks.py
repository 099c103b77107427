"""Puts the lines of a page together again of which a program has made paragraphs, each a printed line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_ENDS = (".", ":", ";", "!", "?", "…")
_WIDEST = 110
"""Characters of a printed line at most: where one line is longer, lines are paragraphs."""
_APART = 0.8
"""The share of lines that stand apart where every line is a paragraph to the program; its tables hold a few that do not."""
_INSIDE, _FEWEST = 0.15, 5
"""The share, and the number, of lines from which on it is the rule that they begin within a sentence."""


def without_blank_between(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines, without the blank one behind each where they are printed lines; those of a printed page stand close."""
    text = [(at, line.strip()) for at, line in enumerate(lines) if line.strip()]
    pairs = [(line, after, there - here > 1) for (here, line), (there, after) in pairwise(text)]
    inside = sum(after[0].islower() and not line.endswith(_ENDS) for line, after, _ in pairs)
    is_rule = inside >= max(_FEWEST, _INSIDE * len(text)) and sum(apart for *_, apart in pairs) >= _APART * len(pairs)
    if not is_rule or max(len(line) for _, line in text) > _WIDEST:
        return tuple(lines)
    return tuple(line for line in lines if line.strip())
