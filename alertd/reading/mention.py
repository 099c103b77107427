"""Whether an article retells a document or only mentions it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from alertd.model.documents import DocumentKind, Reading, Span
from alertd.reading.paragraphs import Paragraph
from alertd.reading.presentation import is_carried_out
from alertd.reading.segment import Form, Piece
from alertd.reading.sentences import sentences
from alertd.reading.source import Source, lower, whole_words
from alertd.reading.telling import goes_on, issues, tells, tells_of_letter

_RETELLING = ("issuer", "assigned", "danh sách", "presented")
_ENOUGH_NAMED = 2
_PERSON_ASKS = re.compile(
    r"person: “(?:[^”]{0,60}, )?(?:ông|bà|đồng chí) (?P<name>\w+(?: \w+){0,4}?)(?: (?:cũng|đã|còn|vừa))* (?:yêu cầu|đề nghị|giao|chỉ đạo)"
)
_SPEAKS_ITSELF = ("công điện nêu", "công điện yêu cầu", "nội dung công điện")
_SUMS_UP = 0.5
"""Share of a first paragraph's words that the one below says again, where it is the article's lead."""


def is_mere_mention(source: Source, paragraphs: Sequence[Paragraph], piece: Piece, reading: Reading) -> bool:
    """Whether an article only mentions the document: it retells no order of it, by formula, section or, where the document has a
    number or is a notice, to two bodies (one where it says "Công điện nêu rõ"). A telegram on a danger with which the article opens, or
    an urgent letter that says to whom it goes, is one whatever of its orders can be read; without a paper the orders must be against a
    danger.
    """
    if piece.header.kind is DocumentKind.KHAC and piece.form is Form.ARTICLE:  # found by an order of its own
        commands = reading.subject is not None  # whoever is there: "cấm biển từ 12 giờ"
        return not (reading.is_emergency and (commands or any(d.addressees for d in reading.directives)))
    is_notice = piece.header.kind is DocumentKind.THONG_BAO and bool(piece.header.to_act)  # it names those who are to know of a release
    if piece.form is not Form.ARTICLE or is_notice:
        return False
    told = [d for d in reading.directives if d.section or any(w.startswith(_RETELLING) or _by_issuer(w, reading.issuer) for w in d.why)]
    named = {name for d in reading.directives for name in d.addressees}
    is_rest = bool(reading.hazards) and goes_on(source, reading.span) and _orders_at_once(source, reading)
    says = (
        is_rest
        or (bool(reading.hazards) and tells_of_letter(source, reading.span))
        or tells(source, reading.span)
        or _opens_with_number(source, reading)
    )
    is_urgent = reading.urgency is not None and bool(reading.addressees_to_act)
    opens = reading.is_emergency and (bool(reading.hazards) or is_urgent) and _opens_article(source, paragraphs, piece)
    is_telegram = reading.kind is DocumentKind.CONG_DIEN
    if says and opens and not named and is_telegram:
        return False
    told_first = (*(p.span for p in paragraphs[: piece.first]), _first_sentence(source, paragraphs[piece.first].span))
    announced = opens and any(issues(source, span) for span in told_first)
    if announced and not named and (is_telegram or is_urgent):
        return False
    says = says or announced
    is_one = says or reading.number or reading.kind is DocumentKind.THONG_BAO
    return not told and (len(named) < (1 if says else _ENOUGH_NAMED) or not is_one)


def _by_issuer(why: str, issuer: str | None) -> bool:
    """Whether the person who asks is the one who issued the document, called by the name or the given name alone: "ông Mẫu yêu cầu"."""
    person = _PERSON_ASKS.match(lower(why))
    return person is not None and lower(issuer or "").endswith(f" {person['name']}")


def _opens_article(source: Source, paragraphs: Sequence[Paragraph], piece: Piece) -> bool:
    """Whether nothing but headlines, and what sums it up, stands before the paragraph that presents the one document of one office."""
    presenting = paragraphs[piece.first].span
    speaks_itself = source.low.startswith(_SPEAKS_ITSELF, presenting.start)
    if not speaks_itself if piece.header.issuer is None else lower(piece.header.issuer).startswith("các "):
        return False
    own = set(source.low[presenting.start : presenting.end].split())
    before = (source.low[p.span.start : p.span.end] for p in paragraphs[: piece.first])
    return all(words[-1] not in ".:;" or len(own & set(words.split())) >= _SUMS_UP * len(set(words.split())) for words in before)


def _orders_at_once(source: Source, reading: Reading) -> bool:
    """Whether the first sentence orders: what goes on with a telegram's orders does, what goes on with a story does not."""
    first = _first_sentence(source, reading.span)
    return any(d.span.start < first.end for d in reading.directives[:1])


def _opens_with_number(source: Source, reading: Reading) -> bool:
    """Whether the article's first sentence is the one that presents the document by its number."""
    first = _first_sentence(source, reading.span)
    digits = (reading.number or "").split("/")[0]
    words = (digits, f"điện{digits}") if digits else ()  # run together, as web pages lose spaces
    named = next((at for word in words for at in whole_words(source.low, word, first.start, first.end)), None)
    return named is not None and not is_carried_out(source, named, first.start)


def _first_sentence(source: Source, span: Span) -> Span:
    return next(sentences(source.plain, span.start, span.end), span)
