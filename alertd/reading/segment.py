"""Parts a file into the documents that it presents, and what stands around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from alertd.model.documents import DocumentKind, Span
from alertd.reading.actor import ORDERING, orderer_in
from alertd.reading.bulletins import items
from alertd.reading.directed import read_directed
from alertd.reading.ending import end_of_article
from alertd.reading.further import goes_on_to_another
from alertd.reading.header import Header, complete
from alertd.reading.letterhead import read_letterhead
from alertd.reading.letterhead_starts import letterhead_starts
from alertd.reading.marks import marks
from alertd.reading.notices import read_notice
from alertd.reading.paragraphs import Paragraph, is_caps
from alertd.reading.presentation import Presentation, is_inside, pointed_to_in, presented_in
from alertd.reading.presented_head import read_presentation
from alertd.reading.recipients import act_list
from alertd.reading.source import Source
from alertd.reading.telling import first_said, goes_on, speaks, tells
from alertd.reading.untitled import read_untitled

_NEAR_TOP = 30
"""Paragraphs in which a text without a letterhead tells what it is."""


class Form(StrEnum):
    """How a document comes to us."""

    DECREE = "decree"
    """In the form of the decree, letterhead and lists of recipients included."""
    ITEM = "item"
    """Summed up under a heading of a bulletin."""
    ARTICLE = "article"
    """Retold in a news article."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One document: the paragraphs `[first, end)` and its head."""

    form: Form
    first: int
    end: int
    header: Header
    leads_from: int = 0
    """The paragraph from which on what stands before `first` may lead in to it: the one after another document."""


def split(source: Source, paragraphs: Sequence[Paragraph]) -> tuple[Piece, ...]:
    """The documents of a file, in order. A file that only mentions documents has none."""
    if starts := letterhead_starts(source, paragraphs):
        ends = [*starts[1:], end_of_article(source, paragraphs, starts[-1])]
        found = [Piece(Form.DECREE, a, b, read_letterhead(source, paragraphs, a, b)) for a, b in zip(starts, ends, strict=True)]
        return (_completed(source, paragraphs, found[0]), *found[1:])
    paragraphs = paragraphs[: end_of_article(source, paragraphs)]
    presented = _presented(source, paragraphs)
    if listed := items(source, paragraphs, presented):
        return tuple(Piece(Form.ITEM, item.first, item.end, item.header) for item in listed)
    if presented:
        return _story(source, paragraphs, presented)
    return _bare(source, paragraphs)


def _presented(source: Source, paragraphs: Sequence[Paragraph]) -> dict[int, Presentation]:
    """The documents that paragraphs present, by the paragraph's index."""
    presented = {i: p for i, paragraph in enumerate(paragraphs) if (p := presented_in(source, paragraph))}
    return presented or _told_by_number(source, paragraphs)


def _told_by_number(source: Source, paragraphs: Sequence[Paragraph]) -> dict[int, Presentation]:
    """The telegram that an article retells, where it is only pointed to: "Theo Công điện số …, Thủ tướng yêu cầu …"."""
    found = ((i, pointed_to_in(source, p)) for i, p in enumerate(paragraphs))
    return next(({i: p} for i, p in found if p is not None), {})


def _completed(source: Source, paragraphs: Sequence[Paragraph], piece: Piece) -> Piece:
    """A document that an article quotes without its letterhead has number and date from the words that present it."""
    if piece.header.number is not None or piece.first == 0:
        return piece
    presented = _presented(source, paragraphs)
    said = next((p for i, p in presented.items() if i < piece.first and p.kind is piece.header.kind), None)
    if said is None:
        return piece
    return replace(piece, header=replace(piece.header, number=said.number.text, issued_on=piece.header.issued_on or said.issued_on))


def _story(source: Source, paragraphs: Sequence[Paragraph], presented: dict[int, Presentation]) -> tuple[Piece, ...]:
    """The papers that a story retells, those without a number before the numbered ones and after them included."""
    pieces = _article(source, paragraphs, presented)
    last = pieces[-1]
    if (further := goes_on_to_another(source, paragraphs[last.first : last.end], last.header.issuer)) is not None:
        at = last.first + further
        following = _untitled(source, paragraphs[: last.end], at)
        pieces = (*pieces[:-1], replace(last, end=at), replace(following[0], leads_from=at), *following[1:])
    before = _untitled_before(source, paragraphs, pieces[0].first)
    return (before, replace(pieces[0], leads_from=before.end), *pieces[1:]) if before else pieces


def _untitled_before(source: Source, paragraphs: Sequence[Paragraph], first: int) -> Piece | None:
    """The paper without a number, of another office, from which the story goes on to the one that it presents in its paragraph `first`."""
    told = _told(source, paragraphs[:first])
    if told is None:
        return None
    header = read_untitled(source, paragraphs[:first], told)
    goes_on = goes_on_to_another(source, paragraphs[told : first + 1], header.issuer)
    return Piece(Form.ARTICLE, told, first, header) if goes_on == first - told else None


def _article(source: Source, paragraphs: Sequence[Paragraph], presented: dict[int, Presentation]) -> tuple[Piece, ...]:
    """The telegrams that an article retells; another kind of document only where it is the one that the article is about."""
    first, said = next(((i, p) for i, p in presented.items() if p.kind is DocumentKind.CONG_DIEN), next(iter(presented.items())))
    rest = {i: p for i, p in presented.items() if i > first and _is_anothers(source, paragraphs, i, p, said)}
    end = min(rest, default=len(paragraphs))
    same = [(i, p) for i, p in presented.items() if i < end and _is_same(p, said)]
    full = [(i, p) for i, p in same if p.number.text != said.number.text] or [*same, (first, said)]
    index, found = next(((i, p) for i, p in full if p.issued_on), full[0])
    header = read_presentation(source, paragraphs, index, end, found, None)
    if header.issuer is None and (told := _told(source, paragraphs[:first])) is not None:
        # "Thủ tướng đã có công điện …", and only below: "Công điện số 100 nêu rõ …"
        issuer = read_untitled(source, paragraphs, told).issuer
        first, header = told, replace(header, issuer=issuer, number=complete(header.number, issuer))
    following = [replace(piece, leads_from=max(end, piece.leads_from)) for piece in (_article(source, paragraphs, rest) if rest else ())]
    return (Piece(Form.ARTICLE, first, end, header), *following)


def _is_same(found: Presentation, said: Presentation) -> bool:
    """Whether both are one paper, whose symbol the headline may leave out: "Công điện số 2", and below "Công điện số 02/CĐ-BCH"."""
    short, full = sorted((found.number.text, said.number.text), key=len)
    return short == full or (short.endswith("/CĐ") and full.startswith(f"{short}-"))


def _is_anothers(source: Source, paragraphs: Sequence[Paragraph], index: int, found: Presentation, said: Presentation) -> bool:
    """Whether the article goes on to a second telegram, of another office, and to what that one orders: its sentence asks at length or
    opens a list.
    """
    if found.kind is not DocumentKind.CONG_DIEN or not found.is_issued or _is_same(found, said):
        return False
    # "… thực hiện chỉ đạo của Thủ tướng tại Công điện số …, Bộ X yêu cầu …" goes on with the first.
    if is_inside(source, found) or not ORDERING.search(source.low, found.number.span.end, found.sentence.end):
        return False
    header = read_presentation(source, paragraphs, index, len(paragraphs), found, None)
    opens_list = source.plain.endswith(":", 0, found.sentence.end) and index + 1 < len(paragraphs)
    return (opens_list or header.body_at < found.sentence.end) and header.issuer not in (None, _issuer_of(source, paragraphs, said))


def _issuer_of(source: Source, paragraphs: Sequence[Paragraph], said: Presentation) -> str | None:
    index = next(i for i, p in enumerate(paragraphs) if p.span.start <= said.sentence.start < p.span.end)
    return read_presentation(source, paragraphs, index, len(paragraphs), said, None).issuer


def _bare(source: Source, paragraphs: Sequence[Paragraph]) -> tuple[Piece, ...]:
    """A text without number or letterhead: a list of recipients, a telegram retold without its number, a dam's notice."""
    top = min(len(paragraphs), _NEAR_TOP)
    told = _told(source, paragraphs)
    recipients = act_list(source, paragraphs, 0, min(top, 20))
    if told is None and recipients is None:
        if notice := read_notice(source, paragraphs):
            return (Piece(Form.ARTICLE, notice[0], len(paragraphs), notice[1]),)
        told = _spoken_of(source, paragraphs)
        told = _cut_off(source, paragraphs) if told is None else told
    if recipients and (told is None or any(marks(source, p).kind for p in paragraphs[:top])):
        header = read_letterhead(source, paragraphs, 0, len(paragraphs))
        issuer = header.issuer or next(filter(None, (orderer_in(source, p) for p in paragraphs)), None)
        return (Piece(Form.DECREE, 0, len(paragraphs), replace(header, issuer=issuer)),)
    if told is not None:
        return _untitled(source, paragraphs, told)
    notice = read_directed(source, paragraphs)
    return (Piece(Form.ARTICLE, notice[0], len(paragraphs), notice[1]),) if notice else ()


def _untitled(source: Source, paragraphs: Sequence[Paragraph], told: int) -> tuple[Piece, ...]:
    """The papers without a number that a story retells from one paragraph on, each by the office that issued it."""
    header = read_untitled(source, paragraphs, told)
    further = goes_on_to_another(source, paragraphs[told:], header.issuer)
    if further is None:
        return (Piece(Form.ARTICLE, told, len(paragraphs), header),)
    header = read_untitled(source, paragraphs[: told + further], told)
    following = _untitled(source, paragraphs, told + further)
    return (Piece(Form.ARTICLE, told, told + further, header), replace(following[0], leads_from=told + further), *following[1:])


def _told(source: Source, paragraphs: Sequence[Paragraph]) -> int | None:
    """The first paragraph that tells of a telegram, or before it one that already speaks of it; a headline only where nothing else does."""
    telling = [i for i, p in enumerate(paragraphs) if _is_said(tells, source, p)]
    if not telling:
        return None
    prose = next((i for i in telling if _is_prose(source, paragraphs[i])), telling[0])
    before = (i for i, p in enumerate(paragraphs[:prose]) if _is_prose(source, p) and _is_said(speaks, source, p))
    is_notice = _is_notice(source, paragraphs[prose])
    return next((i for i in before if is_notice or not _is_notice(source, paragraphs[i])), prose)


def _spoken_of(source: Source, paragraphs: Sequence[Paragraph]) -> int | None:
    """The first paragraph that speaks of a paper; a headline only where nothing else does."""
    speaking = [i for i, p in enumerate(paragraphs) if _is_said(speaks, source, p)]
    return next((i for i in speaking if _is_prose(source, paragraphs[i])), next(iter(speaking), None))


def _is_notice(source: Source, paragraph: Paragraph) -> bool:
    """Whether the paper that a paragraph speaks of is a notice: a forecaster's stands above many a telegram."""
    said = first_said(source, paragraph.span)
    return said is not None and said.kind is DocumentKind.THONG_BAO


def _is_said(how: Callable[[Source, Span], bool], source: Source, paragraph: Paragraph) -> bool:
    return how(source, paragraph.span) and not is_caps(source.slice(paragraph.span))


def _is_prose(source: Source, paragraph: Paragraph) -> bool:
    """Whether a paragraph ends as a sentence does: headlines do not."""
    return source.plain[paragraph.span.end - 1] in ".:;"


def _cut_off(source: Source, paragraphs: Sequence[Paragraph]) -> int | None:
    """The paragraph with which a retelling goes on ("Theo đó, …") whose first one, that named the telegram, is lost."""
    first = next((i for i, p in enumerate(paragraphs[:3]) if _is_prose(source, p) or goes_on(source, p.span)), None)
    return first if first is not None and goes_on(source, paragraphs[first].span) else None
