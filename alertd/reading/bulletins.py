"""Finds the items of a bulletin: each presents one document, under a heading or at the beginning of its paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alertd.model.documents import DocumentKind
from alertd.reading.actor import ORDERING, actor_in
from alertd.reading.header import Header
from alertd.reading.heads import is_body_head
from alertd.reading.paragraphs import Paragraph
from alertd.reading.presentation import Presentation, paper_at_head
from alertd.reading.presented_head import read_presentation
from alertd.reading.sentences import sentences
from alertd.reading.source import Source

_ENOUGH = 2
"""Different papers under headings; one that is told twice makes no bulletin."""
_FEWEST_OPENED = 3
"""Papers with which paragraphs open."""
_NEAR_TOP = 30
"""Paragraphs among which a bulletin has its table of contents."""


@dataclass(frozen=True, slots=True)
class Item:
    """The paragraphs `[first, end)` of one document, and its head."""

    first: int
    end: int
    header: Header


def items(source: Source, paragraphs: Sequence[Paragraph], presented: dict[int, Presentation]) -> tuple[Item, ...]:
    """The items of a bulletin: headings, each followed by a paragraph that presents a document or listed in the contents."""
    if headed := _headed_by_papers(source, paragraphs, presented):
        presented, starts = headed, list(headed)
    else:
        presented, starts = _told_in_items(source, paragraphs, presented)
    if not starts:
        return ()
    starts = sorted({*starts, *(i for i, p in presented.items() if _is_hidden_telegram(i, p, starts, presented))})
    ends = [*starts[1:], len(paragraphs)]
    return tuple(_item(source, paragraphs, presented, a, b) for a, b in zip(starts, ends, strict=True))


def _told_in_items(
    source: Source, paragraphs: Sequence[Paragraph], presented: dict[int, Presentation]
) -> tuple[dict[int, Presentation], list[int]]:
    """The presented papers and where their items start: at a heading, or where the paragraph opens with its issuer or paper."""
    headings = [i for i in range(len(paragraphs) - 1) if _is_heading(source, paragraphs[i]) and not _is_heading(source, paragraphs[i + 1])]
    before = (i - 1 for i in presented if i and i - 1 not in presented)
    headings = sorted({*headings, *(i for i in before if is_short(paragraphs[i]) and not _orders(source, paragraphs[i]))})
    contents = _contents(source, paragraphs, headings)
    starts = [i for i in headings if i + 1 in presented or i in contents]
    if len({presented[i + 1].number.text for i in starts if i + 1 in presented}) >= _ENOUGH:
        return presented, starts
    if sum(_opens_item(source, paragraphs[i]) for i in presented) < _FEWEST_OPENED:
        return presented, []
    presented = _with_listed(source, paragraphs, presented)
    return presented, [i for i in presented if _opens_item(source, paragraphs[i])]


def _with_listed(source: Source, paragraphs: Sequence[Paragraph], presented: dict[int, Presentation]) -> dict[int, Presentation]:
    """The presented papers and those with which other paragraphs of the same list open, each once."""
    known = {p.number.text for p in presented.values()}
    opened = ((i, paper_at_head(source, paragraph)) for i, paragraph in enumerate(paragraphs) if i not in presented)
    listed = {i: paper for i, paper in opened if paper and paper.number.text not in known}
    return dict(sorted((presented | listed).items()))


def _headed_by_papers(source: Source, paragraphs: Sequence[Paragraph], presented: dict[int, Presentation]) -> dict[int, Presentation]:
    """The papers that are headings themselves, what they say standing below: "1. Công điện số 7/CĐ-UBND ngày … của … về bão số 3", or
    that end one: "1. Ứng phó bão số 3 (Công điện số 7/CĐ-UBND ngày …)".
    """
    bracketed = {i: p for i, p in presented.items() if not p.is_issued and source.plain.endswith(")", 0, paragraphs[i].span.end)}
    headings = (i for i, paragraph in enumerate(paragraphs) if _is_heading(source, paragraph))
    opened = ((i, paper_at_head(source, paragraphs[i]) or bracketed.get(i)) for i in headings)
    found = {i: paper for i, paper in opened if paper}
    told = [i for i in found if i + 1 < len(paragraphs) and i + 1 not in found]
    is_bulletin = len(told) >= _ENOUGH and len({paper.number.text for paper in found.values()}) >= _FEWEST_OPENED
    return found if is_bulletin else {}


def _is_heading(source: Source, paragraph: Paragraph) -> bool:
    words = source.slice(paragraph.span)
    return 8 <= len(words) <= 400 and words[-1] not in ".:;,!?…" and any(c.isalpha() for c in words)


def _orders(source: Source, paragraph: Paragraph) -> bool:
    """A short paragraph that ends as a sentence and asks somebody is no heading: "Thủ tướng yêu cầu Bộ Y tế cấp thuốc."."""
    return source.plain[paragraph.span.end - 1] in ".;" and bool(ORDERING.search(source.low, paragraph.span.start, paragraph.span.end))


def _is_hidden_telegram(index: int, found: Presentation, starts: Sequence[int], presented: dict[int, Presentation]) -> bool:
    """Whether a telegram is issued in the middle of another item, its heading lost: better one document too many than an order missed."""
    before = max((s for s in starts if s <= index), default=-1)
    own = presented.get(before) or presented.get(before + 1)
    if found.kind is not DocumentKind.CONG_DIEN or not found.is_issued or index in (before, before + 1):
        return False
    return own is None or own.number.text != found.number.text


def is_short(paragraph: Paragraph) -> bool:
    """A line that may be a heading although it ends in a full stop or a colon."""
    return paragraph.span.end - paragraph.span.start <= 160


def _contents(source: Source, paragraphs: Sequence[Paragraph], headings: list[int]) -> set[int]:
    """The headings that an earlier paragraph lists, as a table of contents does."""
    if not headings:
        return set()
    for paragraph in paragraphs[: min(headings[-1], _NEAR_TOP)]:
        listed = {
            i
            for i in headings
            if i and paragraph.span.end <= paragraphs[i].span.start and source.slice(paragraphs[i].span) in source.slice(paragraph.span)
        }
        if len(listed) >= 3:
            return listed
    return set()


def _opens_item(source: Source, paragraph: Paragraph) -> bool:
    """A paragraph that begins with the issuer or the paper: "UBND tỉnh ban hành …", "2. Đồng chí …, Chủ tịch UBND tỉnh …"."""
    at = paragraph.body.start
    begins = is_body_head(source.plain, at) or source.low.startswith(("đồng chí ", "ngày "), at)
    return begins or paper_at_head(source, paragraph) is not None


def _item(source: Source, paragraphs: Sequence[Paragraph], presented: dict[int, Presentation], first: int, end: int) -> Item:
    at = first if first in presented else first + 1
    heading = source.slice(paragraphs[first].body) if at != first else None
    if found := presented.get(at):
        return Item(first, end, read_presentation(source, paragraphs, at, end, found, heading))
    return Item(
        first,
        end,
        Header(DocumentKind.KHAC, None, None, _actor(source, paragraphs[at]), heading, (), paragraphs[at].span.start),
    )


def _actor(source: Source, paragraph: Paragraph) -> str | None:
    """Who acts in the first sentence of an item that presents no document."""
    sentence = next(sentences(source.plain, paragraph.span.start, paragraph.span.end), None)
    return actor_in(source, sentence) if sentence else None
