"""Cuts a document's text into pieces that know what was read from them, so that source and reading can stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from alertd.model.documents import Directive, Reading, Span


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
    clipped = (_overlap(place, whole) for place in places or (whole,))
    return tuple(tuple(_pieces(text, place, marks)) for place in clipped if place)


def _overlap(one: Span, other: Span) -> Span | None:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None


def _pieces(text: str, place: Span, marks: Sequence[Mark]) -> Iterator[Piece]:
    here = [mark for mark in marks if _overlap(mark.span, place)]
    for start, end in _runs(place, here):
        covering = [mark for mark in here if mark.span.start <= start and end <= mark.span.end]
        anchors = tuple(mark.name for mark in covering if mark.span.start == start)
        kinds = tuple(dict.fromkeys(mark.kind for mark in covering))
        yield Piece(text[start:end], tuple(mark.name for mark in covering), kinds, anchors)


def _runs(place: Span, marks: Iterable[Mark]) -> Iterator[tuple[int, int]]:
    edges = {place.start, place.end}
    for mark in marks:
        edges.update(edge for edge in (mark.span.start, mark.span.end) if place.start < edge < place.end)
    ordered = sorted(edges)
    yield from pairwise(ordered)
