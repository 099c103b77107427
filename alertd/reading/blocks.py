"""What the walk through a document works on: parts of its text, and blocks of orders in the making."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from alertd.model.documents import Span
from alertd.reading.markers import Marker
from alertd.reading.paragraphs import Paragraph
from alertd.reading.rules import Found, Rule, Sentence
from alertd.reading.sentences import sentences
from alertd.reading.source import Source, trim

_GOES_ON = re.compile(r"(?:đồng thời|bên cạnh đó|ngoài ra|cùng với đó|cùng đó|mặt khác|song song)(?!\w)")


@dataclass(slots=True)
class Block:
    """One block of orders in the making."""

    section: str
    names: tuple[str, ...]
    why: tuple[str, ...]
    pieces: list[Span] = field(default_factory=list)
    """Its stretches of text, numbering and names included."""
    orders: list[Span] = field(default_factory=list)
    """The same from the verbs on: what actions are cut from."""
    named: list[Span] = field(default_factory=list)
    """Where those who must act are named."""
    helpers: tuple[str, ...] = ()
    """Who must help, where not the words but the place says so."""

    def add(self, piece: Span, order: Span | None) -> None:
        """Another stretch of text, with the order in it if it holds one."""
        self.pieces.append(piece)
        if order is not None:
            self.orders.append(order)


@dataclass(frozen=True)
class Part:
    """A paragraph from `start` on: the first one may begin after the sentence that presents the document."""

    source: Source
    paragraph: Paragraph
    start: int
    issuer: str
    """The document's issuer in lower case."""
    is_trailing: bool = False
    """Whether no marked paragraph follows in the text that orders."""
    is_announced: bool = False
    """Whether it is a point of what the issuer announces."""

    @property
    def marker(self) -> Marker | None:
        """The paragraph's numbering, unless the part begins after it."""
        return self.paragraph.marker if self.start <= self.paragraph.span.start else None

    @property
    def closes(self) -> bool:
        """Whether the paragraph rounds off the document: without a mark, after all that have one, it turns to all again."""
        return self.is_trailing and self.marker is None

    @property
    def body(self) -> Span:
        """The words without the numbering."""
        return Span(max(self.start, self.paragraph.body.start), self.paragraph.span.end)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the part, cut once for the search for the first order and for the walk through all."""
        spans = [s for s in sentences(self.source.plain, self.body.start, self.body.end) if s.start < s.end]
        lines = frozenset(self.paragraph.lines)
        return tuple(Sentence(self.source, span, lines, self.issuer, fills_paragraph=len(spans) == 1) for span in spans)


def named_in(sentence: Sentence, found: Found) -> list[Span]:
    """Where the names stand that a rule found: between its beginning and the verb."""
    end = sentence.span.end if found.verb is None else found.verb
    return [trim(sentence.source.text, found.start, end, " ,:;-")] if found.names and found.start < end else []


def why(rule: Rule, found: Found) -> str:
    """Which rule decided by which words, as a block keeps it."""
    return f"{rule.name}: “{found.words[:120]}”"


def goes_on(source: Source, span: Span) -> bool:
    """Whether words go on with what was said before: "Bên cạnh đó, …"."""
    return _GOES_ON.match(source.low, span.start, span.end) is not None
