"""Takes apart what follows one another in one line: points with their marks, and charges under the name of one office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alertd.model.documents import Span
from alertd.reading.heads import is_head, is_portfolio_at
from alertd.reading.markers import Marker, marker_at
from alertd.reading.paragraphs import Paragraph, is_caps
from alertd.reading.persons import NEXT_PERSON, heads_persons, officer_at
from alertd.reading.source import Source, trim
from alertd.reading.verbs import first_verb, is_verb_at

# "1. Sở X: …; 2. Sở Y: …", "Giao các Bộ: a) …; b) …": a mark stands after a sign that ends something.
_MARK = re.compile(r"[:;.] (?=(?P<letter>[a-zđ])\) ?[^\W\d_]|(?P<number>\d{1,2})[.)] [^\W\d_]|(?P<paren>\((?:\d{1,2}|[a-zđ])\)) ?[^\W\d_])")
_FIRST = frozenset({"a", "1", "(a)", "(1)"})
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_CHARGES = re.compile(r"(?:tiếp tục )?(?:phân công|giao|cử)(?: nhiệm vụ(?: cho)?| cho)? (?P<office>[^:;.]{4,90}?)\s?: ")
_SEMICOLON = re.compile("; ")
_CHARGE = Marker("charge", "", 0)
"""What each of those has for a mark: nothing is printed before him."""


def apart(source: Source, paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """The paragraph, or its points where several stand in its line, the heading before them first."""
    cuts = _marks(source, paragraph) or _charges(source, paragraph)
    if not cuts:
        return (paragraph,)
    ends = (*(at for at, _ in cuts), paragraph.span.end)
    first = _piece(source, paragraph, trim(source.text, paragraph.span.start, ends[0]), paragraph.marker)
    return (first, *(_piece(source, paragraph, trim(source.text, at, end), mark) for (at, mark), end in zip(cuts, ends[1:], strict=True)))


def _piece(source: Source, paragraph: Paragraph, span: Span, marker: Marker | None) -> Paragraph:
    lines = tuple(line for line in paragraph.lines if span.start <= line < span.end)
    return Paragraph(span, lines, marker, marker is None and is_caps(source.slice(span)))


def _marks(source: Source, paragraph: Paragraph) -> list[tuple[int, Marker]]:
    """Where points begin within the line, each with its mark: what goes on with the paragraph's own numbering or begins a new one must
    order something, and what follows it needs only its mark.
    """
    found = list(_MARK.finditer(source.plain, paragraph.body.start, paragraph.span.end))
    ends = (*(m.start() for m in found[1:]), paragraph.span.end) if found else ()
    open_marks = [paragraph.marker.label] if paragraph.marker and paragraph.marker.style in ("number", "letter", "paren") else []
    own = len(open_marks)
    cuts: list[tuple[int, Marker]] = []
    for index, (mark, end) in enumerate(zip(found, ends, strict=True)):
        label = _label(mark)
        depth = next((d for d, before in enumerate(open_marks) if label == _following(before)), len(open_marks))
        if depth == len(open_marks) and not (label in _FIRST and _has_second(mark, found[index + 1 :])):
            continue
        if (depth < own or depth == len(open_marks)) and not _opens_order(source, mark, end):
            continue
        open_marks[depth:] = [label]
        if marker := marker_at(source.plain, mark.end(), paragraph.span.end):
            cuts.append((mark.end(), marker))
    return cuts


def _opens_order(source: Source, mark: re.Match[str], end: int) -> bool:
    """Whether what stands between the mark and the next one is ordered: by its verb, or a body's by name. Things and places are only
    counted up.
    """
    plain = source.plain
    marker = marker_at(plain, mark.end(), end)
    at = mark.end() + marker.length if marker else end
    if at >= end or is_verb_at(plain, at, end):
        return at < end
    is_name = is_head(plain, at, opens=True) or is_portfolio_at(plain, at)
    return bool(is_name) and (plain.startswith(":", end) or first_verb(plain, at, end) is not None)


def _label(mark: re.Match[str]) -> str:
    return mark[str(mark.lastgroup)]


def _following(label: str) -> str:
    """The label of the next point: "b" after "a", "(2)" after "(1)"; empty for none."""
    if label.startswith("("):
        return f"({_following(label[1:-1])})"
    if label.isdigit():
        return str(int(label) + 1)
    at = _LETTERS.find(label) + 1 if label else 0
    return _LETTERS[at : at + 1] if at else ""


def _has_second(mark: re.Match[str], rest: Sequence[re.Match[str]]) -> bool:
    """Whether the next mark of that kind goes on with the first: "a)" and then "b)"."""
    return next((_label(other) for other in rest if other.lastgroup == mark.lastgroup), None) == _following(_label(mark))


def _charges(source: Source, paragraph: Paragraph) -> list[tuple[int, Marker]]:
    """Where each one's charge begins under the name of their office: "Phân công các Phó Chủ tịch: A phụ trách …; B phụ trách …"."""
    opening = _CHARGES.match(source.low, paragraph.body.start, paragraph.span.end)
    if opening is None:
        return []
    if officer_at(source.plain, opening.end()):
        semicolons = (m.end() for m in _SEMICOLON.finditer(source.plain, opening.end(), paragraph.span.end))
        return [(at, _CHARGE) for at in (opening.end(), *semicolons) if officer_at(source.plain, at)]
    if not heads_persons(source.text[opening.start("office") : opening.end("office")]):
        return []
    return [(opening.end(), _CHARGE), *((m.end(), _CHARGE) for m in NEXT_PERSON.finditer(source.plain, opening.end(), paragraph.span.end))]


def all_apart(source: Source, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """All the paragraphs, each taken apart."""
    for paragraph in paragraphs:
        yield from apart(source, paragraph)
