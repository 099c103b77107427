"""Tells by the indents of a text file which of its lines go on with the line before."""

from __future__ import annotations

from collections.abc import Sequence

_DEEPEST = 14
"""Blanks of an indent at most; what stands further in is set in the middle."""
_FEWEST = 3
_LEAST_INSIDE, _MOST_INSIDE = 0.3, 0.1
"""Share of lines that begin with a small letter: at the margin, where sentences go on, at least; indented, where they begin, at most."""
_FULL = 0.75
"""How far a line reaches that goes on, in widths of the text: a longer word did not fit."""


def going_on(lines: Sequence[str]) -> frozenset[int]:
    """Those lines, none where the file indents no paragraphs. A line at the margin goes on with a full one right above."""
    depth = {at: _indent(line) for at, line in enumerate(lines) if line.strip()}
    margin = min(depth.values(), default=0)
    inside = [at for at, indent in depth.items() if indent == margin and at - 1 in depth]
    indented = [at for at, indent in depth.items() if margin + 2 <= indent <= margin + _DEEPEST]
    if min(len(inside), len(indented)) < _FEWEST or _small(lines, inside) < _LEAST_INSIDE or _small(lines, indented) > _MOST_INSIDE:
        return frozenset()
    width = sorted(len(lines[at].rstrip()) for at in inside)[len(inside) * 9 // 10]
    return frozenset(at for at in inside if depth[at - 1] <= margin + _DEEPEST and len(lines[at - 1].rstrip()) >= _FULL * width)


def _indent(line: str) -> int:
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def _small(lines: Sequence[str], chosen: Sequence[int]) -> float:
    return sum(lines[at].lstrip()[:1].islower() for at in chosen) / len(chosen)
