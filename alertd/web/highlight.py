"""Cuts a document's text into pieces that know what was read from them, so that source and reading can stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from alertd.model.documents import Directive, Reading, Span

_STRETCH = 512
"""Characters: a few lines."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text from which something was read."""

    name: str
    """Unique in the document: `d0` a directive, `d0-a1` its second action, `t0` a recipient to act, `p2` a problem."""
    kind: str
    """`directive`, `addressee`, `recipient`, `action`, `deadline`, `report`, `context` or `problem`: the style sheet's class."""
    span: Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that the same marks cover."""

    text: str
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    anchors: tuple[str, ...]
    """The marks that begin here: targets of links."""


def marks_of(reading: Reading) -> tuple[Mark, ...]:
    """Everything that was read from a document, with its place."""
    found = [mark for index, directive in enumerate(reading.directives) for mark in _marks_of_directive(index, directive)]
    found += [Mark(f"t{index}", "recipient", span) for index, span in enumerate(reading.to_act_at)]
    found += [Mark(f"c{index}", "context", span) for index, span in enumerate(reading.context)]
    found += [Mark(f"p{index}", "problem", problem.span) for index, problem in enumerate(reading.problems) if problem.span]
    return tuple(found)


def _marks_of_directive(index: int, directive: Directive) -> Iterator[Mark]:
    yield Mark(f"d{index}", "directive", directive.span)
    for number, span in enumerate(directive.named_at):
        yield Mark(f"d{index}-n{number}", "addressee", span)
    for number, action in enumerate(directive.actions):
        yield Mark(f"d{index}-a{number}", "action", action.span)
    if directive.deadline:
        yield Mark(f"d{index}-deadline", "deadline", directive.deadline.span)
    if directive.report:
        yield Mark(f"d{index}-report", "report", directive.report.span)


def paragraphs(text: str, places: Sequence[Span], whole: Span, marks: Sequence[Mark]) -> tuple[tuple[Piece, ...], ...]:
    """The paragraphs of one document of a file, each cut where a mark begins or ends.

    `places` are the file's paragraphs, `whole` the document's part of `text`; what lies outside it is left out.
    """
    index = _Marks(marks)
    clipped = (_overlap(place, whole) for place in places or (whole,))
    return tuple(tuple(_pieces(text, place, index)) for place in clipped if place)


class _Marks:
    """Marks by stretches of the text, so that of thousands only those nearby are looked at."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = marks
        self._by_stretch: dict[int, list[int]] = {}
        for number, mark in enumerate(marks):
            for stretch in _stretches(mark.span):
                self._by_stretch.setdefault(stretch, []).append(number)

    def at(self, place: Span) -> list[Mark]:
        """Those that cover any of the place, in the order in which they were given."""
        near = {number for stretch in _stretches(place) for number in self._by_stretch.get(stretch, ())}
        return [mark for number in sorted(near) if _overlap((mark := self._marks[number]).span, place)]


def _stretches(span: Span) -> range:
    return range(span.start // _STRETCH, (span.end - 1) // _STRETCH + 1)


def _overlap(one: Span, other: Span) -> Span | None:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None


def _pieces(text: str, place: Span, marks: _Marks) -> Iterator[Piece]:
    """Between two edges a mark covers all or nothing."""
    for start, end in pairwise(_edges(place, marks.at(place))):
        covering = marks.at(Span(start, end))
        anchors = tuple(mark.name for mark in covering if mark.span.start == start)
        kinds = tuple(dict.fromkeys(mark.kind for mark in covering))
        yield Piece(text[start:end], tuple(mark.name for mark in covering), kinds, anchors)


def _edges(place: Span, marks: Iterable[Mark]) -> list[int]:
    edges = {place.start, place.end}
    for mark in marks:
        edges.update(edge for edge in (mark.span.start, mark.span.end) if place.start < edge < place.end)
    return sorted(edges)
