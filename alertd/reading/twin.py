"""Lets rules read a text without the slips of whoever typed or copied it, while what is quoted stays as it was written.

The slips are mended in a twin of the text; whatever was found in it is then said of the places, and in the words, of the text itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, NamedTuple

from alertd.model.documents import FileReading, Span
from alertd.reading.source import Source, fold, lower


class Edit(NamedTuple):
    """What stands in place of `[start, end)`."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Shift:
    """How places in an edited text lie in the text before: each edit's end here and there, and by how much the places before it differ."""

    here: tuple[int, ...]
    there: tuple[int, ...]

    def back(self, at: int) -> int:
        """The same place in the text before; within words that were put in, the last one that both have."""
        index = bisect_right(self.here, at)
        if at == 0 or index == 0:
            return at
        place = self.there[index - 1] + at - self.here[index - 1]
        return min(place, self.there[index]) if index < len(self.there) else place


def applied(text: str, edits: Iterable[Edit]) -> tuple[str, Shift]:
    """The text with the edits, which come in order and apart from each other, made in it."""
    pieces: list[str] = []
    here, there = [0], [0]
    for edit in edits:
        before = text[there[-1] : edit.start]
        pieces += (before, edit.words)
        here.append(here[-1] + len(before) + len(edit.words))
        there.append(edit.end)
    return "".join((*pieces, text[there[-1] :])), Shift(tuple(here), tuple(there))


@dataclass(frozen=True, slots=True)
class Twin:
    """A source to read by, and how its places lie in the text that is quoted; the last shift was made last."""

    source: Source
    shifts: tuple[Shift, ...] = ()

    def edited(self, edits: Sequence[Edit]) -> Twin:
        """The twin with these edits, each within a line, made in its source."""
        if not edits:
            return self
        text, shift = applied(self.source.text, edits)
        starts = _moved([line.span.start for line in self.source.lines], edits)
        ends = _moved([line.span.end for line in self.source.lines], edits)
        lines = tuple(
            replace(line, span=Span(start, end)) for line, start, end in zip(self.source.lines, starts, ends, strict=True) if start < end
        )
        plain = fold(text)
        return Twin(Source(text, plain, lower(plain), lines), (*self.shifts, shift))

    def as_written(self, reading: FileReading, written: Source) -> FileReading:
        """What was read from the twin, told of the text as it was written."""
        return replace(self._told(reading, written), text=written.text) if self.shifts else reading

    def _told(self, value: Any, written: Source) -> Any:
        """Any part of a reading with its places, and with the words that it quotes from them."""
        if isinstance(value, Span):
            return Span(self._back(value.start), self._back(value.end))
        if isinstance(value, tuple):
            return tuple(self._told(each, written) for each in value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        told = {field.name: self._told(getattr(value, field.name), written) for field in fields(value)}
        span = getattr(value, "span", None)
        if isinstance(span, Span) and told.get("text") == self.source.slice(span):
            told["text"] = written.slice(told["span"])
        return replace(value, **told)

    def _back(self, at: int) -> int:
        for shift in reversed(self.shifts):
            at = shift.back(at)
        return at


def _moved(places: Sequence[int], edits: Sequence[Edit]) -> list[int]:
    """Where places between edits, in order, lie once they are made."""
    moved, by, index = [], 0, 0
    for place in places:
        while index < len(edits) and edits[index].end <= place:
            by += len(edits[index].words) - (edits[index].end - edits[index].start)
            index += 1
        moved.append(place + by)
    return moved
