"""Cuts a long text into messages at the best place: between paragraphs, lines, sentences, clauses, at last words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_CUTS = (
    re.compile(r"(?<=\n)\n+"),
    re.compile(r"(?<=\n)"),
    re.compile(r"(?<=[.!?…]) "),
    re.compile(r"(?<=[;:,]) "),
    re.compile(r" "),
)


def split(text: str, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """The text in as few pieces as need be, each of which `fits`; nothing is lost but white space at the cuts."""
    pieces: list[str] = []
    for atom in _atoms(text.strip(), fits, 0):
        if pieces and fits((pieces[-1] + atom).strip()):
            pieces[-1] += atom
        else:
            pieces.append(atom)
    return tuple(piece.strip() for piece in pieces if piece.strip())


def _atoms(text: str, fits: Callable[[str], bool], level: int) -> Iterator[str]:
    """Pieces that fit each by itself, cut no finer than needed; separators stay at the end of a piece."""
    if fits(text.strip()):
        yield text
    elif level == len(_CUTS):
        yield from _hard(text, fits)
    else:
        for piece in _cut(text, _CUTS[level]):
            yield from _atoms(piece, fits, level + 1)


def _cut(text: str, where: re.Pattern[str]) -> Iterator[str]:
    start = 0
    for match in where.finditer(text):
        if match.end() > start:
            yield text[start : match.end()]
            start = match.end()
    if start < len(text):
        yield text[start:]


def _hard(text: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """A single word longer than a message: cut it by halves until the pieces fit."""
    if fits(text) or len(text) == 1:
        yield text
    else:
        middle = len(text) // 2
        yield from _hard(text[:middle], fits)
        yield from _hard(text[middle:], fits)
