"""Orders that a newspaper puts before the sentence that presents the telegram: the news first, its source after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from alertd.model.documents import Span
from alertd.reading.blocks import Block, Part
from alertd.reading.introduction import is_substantial
from alertd.reading.names import is_everybody
from alertd.reading.orders import Orders, for_all, read_orders
from alertd.reading.paragraphs import Paragraph
from alertd.reading.persons import are_people
from alertd.reading.presentation import STANDS_ABOVE
from alertd.reading.rules import Found
from alertd.reading.rules.leads import ISSUES
from alertd.reading.rules.rule import BY_HOUR
from alertd.reading.rules.sends import asked
from alertd.reading.segment import Form
from alertd.reading.source import Source
from alertd.reading.told_again import is_told_again
from alertd.reading.walk import Walk

# What everybody is asked for before the telegram is told: no order of its own.
_GENERAL = re.compile(
    r"(?!(?:(?:tiếp tục|khẩn trương|chủ động|kịp thời|cần|phải) ){1,3}(?:mở|đóng|xả|giảm|tăng|hạ|vận hành|dừng|ngừng|tạm|cấm|sơ tán|di dời|"
    r"cho|đưa|tìm kiếm|cứu)(?!\w))"
    r"(?:chủ động|khẩn (?:trương|cấp)|tập trung|triển khai|thực hiện|tăng cường|tiếp tục|ứng phó|đối phó|phòng|sẵn sàng|chỉ đạo|quyết liệt|"
    r"nghiêm túc|không để|bảo đảm|đảm bảo|khắc phục|kịp thời|tổ chức|theo dõi|nâng cao|huy động|thực thi|chuẩn bị|cần|phải|có)(?!\w)"
)
_ACCORDINGLY = ("theo đó,", "theo đó ", "cụ thể,", "trong đó,")
_ASKING = ("yêu cầu ", "đề nghị ")
_HAS_DONE = re.compile(r"(?<!\w)(?:đã|đang|cho biết)(?!\w)")
_PRESENTED = "presented"
"""Marks those who are meant below, where nobody is named, because the presenting sentence asked them."""
_MOST_NAMES = 4
"""More than these are the telegram's recipients rather than those whom one order charges."""
_WORD = re.compile(r"[^\W\d_]+")
_ENDS = '.;:…!?”"'
_ENOUGH_WORDS = 10
_LONG_LEAD = 36
"""Syllables; a shorter paragraph under the headline sums up what the body says at length."""
_LONGEST_LINE = 160
_SENT = re.compile(rf"{ISSUES}(?:yêu cầu|đề nghị|chỉ đạo) ")
_LONG_ORDER = 22
"""Different syllables; a presenting sentence that asks for less only sums up."""
_SHARED = 0.5
"""Share of its words that a block below must hold for it to be said there again."""
_REPEATED = 0.75
"""Share of an order's words that another one must hold to be the same order said again."""


def with_lead(source: Source, before: Sequence[Paragraph], own: Sequence[Paragraph], issuer: str, orders: Orders) -> Orders:
    """The orders of an article, those `before` the paragraphs that present the telegram and in the presenting sentence included."""
    orders = replace(orders, blocks=_without_summary(source, own, orders.blocks))
    lead = lead_orders(source, before, issuer, orders.blocks, stands_above=STANDS_ABOVE.match(source.low, own[0].span.start) is not None)
    presented = tuple(b for b in presenting_order(source, own, issuer, orders.blocks) if is_substantial(source.low, *_order_of(b)))
    unclear = tuple(u for u in orders.unclear if not any(u.start <= b.pieces[0].start < u.end for b in presented))
    summed_up = () if presented else tuple(_says_more(source, own, issuer, orders.blocks))
    return Orders((*lead, *presented, *orders.blocks), (*summed_up, *unclear))


def _without_summary(source: Source, own: Sequence[Paragraph], told: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without those of the opening paragraph that one farther below says again: there the story sums itself up."""
    end = own[0].span.end
    below = [block for block in told if block.pieces[0].start >= end]
    said = [_words(source, block) for block in below]
    presents = [s.span for s in Part(source, own[0], own[0].span.start, "").sentences if asked(s) is not None]
    spelt_out = _is_spelt_out(source, own[1:], below)
    again = _presented_again(source, own[1:])
    return tuple(
        b
        for b in told
        if not _asks_no_more(source, b, again, told)
        and (
            b.pieces[-1].end > end
            or not (_is_said(_words(source, b), said) or _only_presents(source, b, presents, below, spelt_out=spelt_out))
        )
    )


def _presented_again(source: Source, following: Sequence[Paragraph]) -> tuple[Span, ...]:
    """The lines farther below, as under a picture, that once more say no more than that the telegram was sent and what for."""
    return tuple(
        p.span for p in following if p.span.end - p.span.start < _LONGEST_LINE and _SENT.search(source.low, p.span.start, p.span.end)
    )


def _asks_no_more(source: Source, block: Block, again: Sequence[Span], told: Sequence[Block]) -> bool:
    """Whether a block stands in such a line and asks nobody by name for anything but to respond, while others are named elsewhere."""
    start, end = _order_of(block)
    is_again = any(span.start <= block.pieces[0].start < span.end for span in again)
    return is_again and not block.named and _is_general(source, start, end) and any(other.named for other in told)


def _is_spelt_out(source: Source, following: Sequence[Paragraph], below: Sequence[Block]) -> bool:
    """Whether the first orders below say what the paper asks in particular: "Theo đó, Sở đề nghị UBND các xã …"."""
    first = below[0].pieces[0].start if below else -1
    return any(p.span.start <= first < p.span.end and source.low.startswith(_ACCORDINGLY, p.span.start) for p in following)


def _only_presents(source: Source, block: Block, presents: Sequence[Span], below: Sequence[Block], *, spelt_out: bool) -> bool:
    """Whether a block in the sentence that presents the paper only says what it is for, which is spelt out below or asked there of those
    whom the text names again.
    """
    start, end = _order_of(block)
    again = {name.lower() for other in below if other.named for name in other.names}
    if not again or not _is_general(source, start, end):
        return False
    is_presented = any(span.start <= start < span.end for span in presents)
    return is_presented and (spelt_out or all(is_told_again(name, again, in_general=True) for name in block.names))


def _says_more(source: Source, presenting: Sequence[Paragraph], issuer: str, told: Sequence[Block]) -> Iterator[Span]:
    """The presenting sentence that only sums up, as far as one can tell, but asks at length for what the text below does not say: a
    person must look.
    """
    first = min((block.pieces[0].start for block in told), default=len(source.text))
    for sentence in (s for p in presenting for s in Part(source, p, p.span.start, issuer).sentences if s.span.end <= first):
        found = asked(sentence)
        if found is None or all(map(is_everybody, found.names)):
            continue
        if _is_more(source, Span(found.verb, sentence.span.end), told):
            yield sentence.span


def _is_more(source: Source, order: Span, told: Sequence[Block]) -> bool:
    """Whether an order is so long, and so little of it said by those of `told`, that it says more than what they sum up."""
    words = frozenset(_WORD.findall(_low(source, order)))
    return len(words) >= _LONG_ORDER and all(len(words & _words(source, other)) < _SHARED * len(words) for other in told)


def lead_orders(
    source: Source, before: Sequence[Paragraph], issuer: str, told: Sequence[Block], *, stands_above: bool
) -> tuple[Block, ...]:
    """The orders in the paragraphs `before` that name somebody and that no block of `told` says again; headlines order nothing.
    `stands_above` says that the paper is told by them, so that none only sums up.
    """
    prose = [p for p in before if source.plain[p.span.end - 1] in _ENDS]
    if not prose:
        return ()
    sums_up = prose[0].span if not stands_above and len(_WORD.findall(_low(source, prose[0].span))) < _LONG_LEAD else None
    said = [_words(source, block) for block in told]
    to_offices = [block for block in told if not are_people(block.names)]
    found = read_orders(source, prose, prose[0].span.start, Form.ARTICLE, issuer, for_all(())).blocks
    kept: list[Block] = []
    for b in found:
        is_summary = sums_up is not None and _order_of(b)[0] < sums_up.end and not _sets_time(source, b)
        says_little = to_offices and _is_general(source, *_order_of(b)) and all(map(is_everybody, b.names))
        if not b.names or is_summary or (says_little and not kept) or _is_under_way(source, prose, b):
            continue
        if _is_new(_words(source, b), said):
            kept.append(b)  # the orders have begun: whoever is asked next, in whatever words, is asked
    return tuple(kept)


def _sets_time(source: Source, block: Block) -> bool:
    """Whether an order says by which hour, and the story names that hour no more: so it says it nowhere else."""
    start, end = _order_of(block)
    by = BY_HOUR.search(source.low, start, end)
    return by is not None and not re.search(rf"(?<!\d){by['hour']}\s?(?:giờ|h|g)", source.low[end:])


def _is_general(source: Source, start: int, end: int) -> bool:
    """Whether what is asked between these places is no more than to respond."""
    return ";" not in source.plain[start:end] and _GENERAL.match(source.low, start) is not None


def _is_under_way(source: Source, prose: Sequence[Paragraph], block: Block) -> bool:
    """Whether a paragraph tells what has been done before it says that somebody does more: no word in it orders."""
    if not block.why[0].startswith("named"):
        return False
    start = next(p.span.start for p in prose if p.span.start <= block.pieces[0].start < p.span.end)
    return bool(_HAS_DONE.search(source.low, start, block.pieces[0].start))


def presenting_order(source: Source, presenting: Sequence[Paragraph], issuer: str, told: Sequence[Block]) -> tuple[Block, ...]:
    """The order in the sentence that presents the telegram ("… vừa ký công văn khẩn yêu cầu UBND các huyện đắp đập"), unless it goes
    to people to whom the text turns again below, or to everybody although others are told below: then it only sums up.
    """
    first = min((block.pieces[0].start for block in told), default=None)
    to_offices = [block for block in told if not are_people(block.names)]
    for sentence in (s for p in presenting for s in Part(source, p, p.span.start, issuer).sentences):
        if first is not None and sentence.span.start >= first:
            return ()
        found = asked(sentence)
        if found is None:
            continue
        names, verb = found.names, found.verb
        is_general = _is_general(source, verb, sentence.span.end)
        is_more = _is_more(source, Span(verb, sentence.span.end), told)
        to_respond = found.is_of_recipients and is_general  # what most papers are sent for
        if to_respond and not (is_more and source.low.endswith(_ASKING, found.words.start, found.words.end)):
            continue
        if is_general and (_is_spelt_out(source, presenting[1:], told) or (to_offices and all(map(is_everybody, names)))):
            continue
        words = source.slice(found.words).strip()
        walk = Walk(source, Form.ARTICLE, for_all(()))
        walk.order(sentence, Block("", names, (f"{_PRESENTED}: “{words}”",)), Found(names, found.words.end, verb, words))
        opens_list = source.plain.endswith(":", 0, sentence.span.end)
        turned_to = (other for other in told if opens_list or not other.why[0].startswith(_PRESENTED))
        again = {name.lower() for other in turned_to for name in other.names}
        repeated = [is_told_again(name, again, in_general=bool(is_general and to_offices)) for name in names]
        are_recipients = len(names) > _MOST_NAMES and 2 * sum(repeated) >= len(names)
        # "… yêu cầu các tỉnh A theo dõi …" and next "Các địa phương sơ tán dân …": the text goes on, the issuer does not begin anew.
        goes_on = bool(told) and told[0].why[0].startswith("named") and is_more and not to_respond
        return () if (all(repeated) and not goes_on) or are_recipients else tuple(walk.blocks)
    return ()


def asked_above(source: Source, presenting: Sequence[Paragraph], issuer: str) -> Block | None:
    """Those whom the presenting sentence asks for what is listed below it: "… ban hành văn bản yêu cầu UBND các huyện ứng phó bão:"."""
    found = presenting_order(source, presenting[:1], issuer, ())
    if not found:
        return None
    return Block("", found[0].names, found[0].why)


def _order_of(block: Block) -> tuple[int, int]:
    return block.orders[0].start, block.orders[-1].end


def _is_new(words: frozenset[str], said: Sequence[frozenset[str]]) -> bool:
    return len(words) >= _ENOUGH_WORDS and not _is_said(words, said)


def _is_said(words: frozenset[str], said: Sequence[frozenset[str]]) -> bool:
    return any(len(words & other) >= _REPEATED * len(words) for other in said)


def _words(source: Source, block: Block) -> frozenset[str]:
    return frozenset(word for order in block.orders for word in _WORD.findall(_low(source, order)))


def _low(source: Source, span: Span) -> str:
    return source.low[span.start : span.end]
