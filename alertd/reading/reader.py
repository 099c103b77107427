"""The one door to reading: bytes or lines of text in, everything that they say out; never raises on content."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date

from alertd.model.documents import FileReading, Problem, Reading, Span, gaps
from alertd.reading.bound import read_bound
from alertd.reading.directed import read_directed
from alertd.reading.document import read_document
from alertd.reading.extract import Unreadable, extract
from alertd.reading.extract.unlike import MISREAD
from alertd.reading.limits import Limits
from alertd.reading.mention import is_mere_mention
from alertd.reading.paragraphs import Paragraph, paragraphs
from alertd.reading.restoring import restored, with_marks_restored
from alertd.reading.segment import Form, Piece, split
from alertd.reading.slips import without_slips
from alertd.reading.source import Source, normalise
from alertd.reading.stamps import secrecy_of

_BEARS_SECRECY = "Tệp mang dấu chỉ độ mật nên bị từ chối: alertd không lưu và không phát văn bản mật."


def read_file(content: bytes, name: str, limits: Limits, received_on: date) -> FileReading:
    """Read one file. What cannot or must not be read comes back as a refusal with empty text."""
    try:
        extracted = extract(content, name, limits)
    except Unreadable as error:
        return FileReading.of_refused(error.code, error.sentence)
    return _read(extracted.lines, received_on, extracted.problems, extracted.going_on)


def read_text(lines: Sequence[str], received_on: date) -> FileReading:
    """Read text that somebody typed or pasted, line by line."""
    return _read(lines, received_on, ())


def _read(lines: Sequence[str], received_on: date, problems: tuple[Problem, ...], going_on: Set[int] = frozenset()) -> FileReading:
    is_misread = any(problem.code in MISREAD for problem in problems)
    written = normalise(lines, going_on)
    twin, slips = without_slips(written)
    meant = [*lines, *(twin.source.slice(line.span) for line in twin.source.lines)] if twin.shifts else lines
    if secrecy_of(meant) or (is_misread and secrecy_of([restored(line) for line in meant])):
        return FileReading.of_refused("secret", _BEARS_SECRECY)
    source = with_marks_restored(twin.source) if is_misread else twin.source
    found = paragraphs(source)
    documents = _documents(source, found, split(source, found), received_on)
    if not documents and (directed := read_directed(source, found)) is not None:
        documents = _documents(source, found, (Piece(Form.ARTICLE, directed[0], len(found), directed[1]),), received_on)
    if not documents and (bound := read_bound(source, found)) is not None:
        documents = _documents(source, found, (bound,), received_on)
    reading = FileReading(
        text=source.text,
        paragraphs=tuple(p.span for p in found),
        documents=documents,
        outside=gaps(Span(0, len(source.text)), [d.span for d in documents]),
        problems=_each_once(*problems, *slips),
    )
    return twin.as_written(reading, written)


def _each_once(*problems: Problem) -> tuple[Problem, ...]:
    """The problems, of each kind the first that was found."""
    return tuple({problem.code: problem for problem in reversed(problems)}.values())[::-1]


def _documents(source: Source, found: Sequence[Paragraph], pieces: Sequence[Piece], received_on: date) -> tuple[Reading, ...]:
    """What the text hands on; what it only mentions is none, and belongs to the story of the paper before it."""
    handed_on: list[tuple[Piece, Reading]] = []
    for piece in pieces:
        reading = read_document(source, found, piece, received_on)
        if not is_mere_mention(source, found, piece, reading):
            handed_on.append((piece, reading))
        elif handed_on and piece.leads_from:
            before = replace(handed_on.pop()[0], end=piece.end)
            handed_on.append((before, read_document(source, found, before, received_on)))
    return tuple(reading for _, reading in handed_on)
