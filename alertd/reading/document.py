"""Puts together what is read from one document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from alertd.model.documents import Directive, Problem, Reading, Span, Urgency, gaps
from alertd.reading.actions import actions_in
from alertd.reading.blocks import Block
from alertd.reading.case import Case
from alertd.reading.citations import citations_in
from alertd.reading.deadlines import deadline_in, with_deadline
from alertd.reading.header import Header
from alertd.reading.lead import asked_above, with_lead
from alertd.reading.orders import Orders, for_all, read_orders, with_annex
from alertd.reading.paragraphs import Paragraph
from alertd.reading.partners import partners_in
from alertd.reading.recipients import SIGNING_OFFICES, copies, copies_start, signatory
from alertd.reading.reports import report_in
from alertd.reading.segment import Form, Piece
from alertd.reading.sentences import sentences
from alertd.reading.source import LOWER, Source, fold, lower
from alertd.reading.stamps import is_internal, urgency_of
from alertd.reading.triage import Verdict, judge

_LONGEST_HEADLINE = 200
_PURPOSE = re.compile(
    r"(?:để(?:(?:(?<=[.:;] để)|(?<=^để))\s[^.]{20,600}?(?:yêu cầu|đề nghị|giao|chỉ đạo)|(?<=, để)\s[^.]{20,600}?(?:yêu cầu|đề nghị))|"
    r"nhằm(?<=[.:;] nhằm)\s[^.]{20,600}?(?:yêu cầu|đề nghị|giao|chỉ đạo))"
)
_MATTER = re.compile(r"\s(?:về việc|v/v|về|yêu cầu|đề nghị|chỉ đạo|ứng phó|đối phó|chủ động|khẩn trương|tập trung|tăng cường)\s")
_SIGNING = re.compile(rf"(?:kt|tm|tl|tuq)\.\s?[{LOWER}]|{SIGNING_OFFICES}$")
_FOOTNOTE = re.compile(r"\[1\]\s")


def read_document(source: Source, paragraphs: Sequence[Paragraph], piece: Piece, received_on: date) -> Reading:
    """Everything that one document says. A date of issue after the day of receipt is told as a problem."""
    header = piece.header
    own = paragraphs[piece.first : piece.end]
    span = Span(own[0].span.start, own[-1].span.end)
    tail = _tail(source, paragraphs, piece)
    body = [p for p in paragraphs[piece.first : tail] if p.span.end > header.body_at]
    issuer = lower(fold(header.issuer or ""))
    above = asked_above(source, own, issuer) if piece.form is Form.ARTICLE and not header.to_act else None
    orders = read_orders(source, body, header.body_at, piece.form, issuer, above or for_all(header.to_act))
    orders = with_annex(source, orders, paragraphs[tail : piece.end])
    if piece.form is Form.ARTICLE:
        orders = with_lead(source, paragraphs[piece.leads_from : piece.first], own, issuer, orders)
        span = Span(min(span.start, *(b.pieces[0].start for b in orders.blocks[:1])), span.end) if orders.blocks else span
    directives = tuple(_directive(source, block, piece) for block in orders.blocks)
    urgency = urgency_of(source.plain, source.low, span.start, _head_end(own, header, piece.form))
    verdict = judge(_case(source, paragraphs, piece, span, orders, urgency))
    listed = copies_start(source, paragraphs, piece.first, piece.end)
    citations = citations_in(source, span, header.number, header.issued_on)
    problems = tuple(_problems(piece, verdict, orders, directives, received_on))
    return Reading(
        kind=header.kind,
        number=header.number,
        issued_on=header.issued_on,
        issuer=header.issuer,
        subject=header.subject,
        urgency=urgency,
        secrecy=None,
        is_internal=is_internal(source.low, span.start, span.end),
        is_emergency=verdict.is_emergency,
        emergency_reason=verdict.reason,
        hazards=verdict.hazards,
        cites=tuple(dict.fromkeys(c.number for c in citations)),
        addressees_to_act=header.to_act,
        copies=(*header.told, *(copies(source, paragraphs, listed, piece.end) if listed is not None else ())),
        signatory=signatory(source, paragraphs, tail, piece.end),
        span=span,
        directives=directives,
        context=gaps(span, [*(d.span for d in directives), *(p.span for p in problems if p.span)]),
        problems=problems,
        citations=citations,
        to_act_at=header.to_act_at,
    )


def _head_end(own: Sequence[Paragraph], header: Header, form: Form) -> int:
    """Where the head ends: with the paragraph that presents the document, or where its text begins."""
    if form is Form.DECREE:
        return max(header.body_at, own[0].span.start + 1)
    presenting = own[0] if form is Form.ARTICLE else next((p for p in own if p.span.end >= header.body_at), own[0])
    return max(header.body_at, presenting.span.end)


def _tail(source: Source, paragraphs: Sequence[Paragraph], piece: Piece) -> int:
    """The index of the paragraph with which the text has ended: copies, signature or footnotes."""
    if piece.form is not Form.DECREE:
        return piece.end
    for index in range(piece.first, piece.end):
        paragraph = paragraphs[index]
        if paragraph.span.start <= piece.header.body_at:
            continue
        is_signing = paragraph.is_caps and _SIGNING.match(source.low, paragraph.span.start, paragraph.span.end)
        if is_signing or source.low.startswith("nơi nhận", paragraph.span.start) or _FOOTNOTE.match(source.low, paragraph.span.start):
            return index
    return piece.end


def _directive(source: Source, block: Block, piece: Piece) -> Directive:
    pieces = _merged(source, block.pieces)
    return Directive(
        section=block.section,
        addressees=block.names,
        supports=tuple(dict.fromkeys((*block.helpers, *partners_in(source, pieces, block.names)))),
        text=" ".join(source.slice(p) for p in pieces),
        span=Span(pieces[0].start, pieces[-1].end),
        actions=actions_in(source, block.orders),
        deadline=deadline_in(source, pieces, piece.header.issued_on),
        report=with_deadline(source, report_in(source, pieces), pieces, piece.header.issued_on),
        why=block.why,
        named_at=tuple(sorted(set(block.named))),
    )


def _merged(source: Source, pieces: Sequence[Span]) -> list[Span]:
    """The stretches of a block, those with nothing but white space between them made one."""
    merged: list[Span] = []
    for piece in sorted(pieces):
        if merged and not source.text[merged[-1].end : piece.start].strip():
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, piece.end))
        else:
            merged.append(piece)
    return merged


def _headline(source: Source, paragraphs: Sequence[Paragraph], piece: Piece) -> str | None:
    """The title above an article that speaks of an emergency or order; a bulletin's and a decree's subject stand in themselves."""
    if piece.form is not Form.ARTICLE:
        return None
    title = source.slice(paragraphs[0].span)
    return title if len(title) < _LONGEST_HEADLINE and title[-1] not in ".;:" else None


def _presenting(source: Source, piece: Piece, span: Span) -> str:
    """The sentence in which an article tells of the document, in lower case."""
    first = next(sentences(source.plain, span.start, span.end), span)
    return source.low[first.start : first.end] if piece.form is Form.ARTICLE else ""


def _case(source: Source, paragraphs: Sequence[Paragraph], piece: Piece, span: Span, orders: Orders, urgency: Urgency | None) -> Case:
    first = min((b.pieces[0].start for b in orders.blocks), default=span.end)
    tells_matter = piece.header.subject and not lower(piece.header.subject).startswith("gửi ")  # else the sentence only names recipients
    start = min(piece.header.body_at, first) if tells_matter else span.start
    everything = source.low[span.start : span.end]
    purpose = _PURPOSE.search(source.low, start, span.end)
    return Case(
        kind=piece.header.kind,
        urgency=urgency,
        subject=lower(fold(" ".join(filter(None, (_headline(source, paragraphs, piece), _matter(piece.header.subject)))))),
        situation=source.low[start:first],
        purpose=purpose.group() if purpose else "",
        everything=everything,
        presenting=_presenting(source, piece, span),
        orders=tuple(" ".join(source.low[p.start : p.end] for p in b.pieces) for b in orders.blocks),
    )


def _matter(subject: str | None) -> str | None:
    """The subject without those to whom the document goes: they may be enterprises or schools, whatever it is about."""
    if subject is None or not lower(subject).startswith("gửi "):
        return subject
    matter = _MATTER.search(lower(fold(subject)))
    return subject[matter.start() :] if matter else None


def _problems(piece: Piece, verdict: Verdict, orders: Orders, directives: Sequence[Directive], received_on: date) -> Iterable[Problem]:
    """What a person must look at before the document goes out."""
    for span in orders.unclear:
        yield Problem("unclear_order", "Đoạn này có thể là mệnh lệnh nhưng chưa rõ giao cho đơn vị nào.", span)
    if not verdict.is_emergency:
        return
    if piece.header.number is None:
        yield Problem("no_number", "Không tìm thấy số, ký hiệu của văn bản.")
    if piece.header.issued_on is None:
        yield Problem("no_date", f"Không tìm thấy ngày ban hành; tên đơn vị được hiểu theo ngày nhận {received_on:%d/%m/%Y}.")
    elif piece.header.issued_on > received_on:
        yield Problem("future_date", "Ngày ban hành ghi trên văn bản sau ngày nhận.")
    if piece.header.issuer is None:
        yield Problem("no_issuer", "Không xác định được cơ quan ban hành.")
    if not directives:
        yield Problem("no_orders", "Văn bản khẩn cấp nhưng không tìm thấy nội dung chỉ đạo.")
    for directive in directives:
        if not directive.addressees:
            yield Problem("no_addressee", "Nội dung chỉ đạo không nêu đơn vị phải thực hiện.", directive.span)
