"""Reads what a document's text orders: finds where the introduction ends and walks through the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alertd.model.documents import Span
from alertd.reading.beginning import beginning, passed_over
from alertd.reading.blocks import Block, Part, goes_on
from alertd.reading.declarations import announces
from alertd.reading.heads import is_head
from alertd.reading.paragraphs import Paragraph
from alertd.reading.points import all_apart
from alertd.reading.segment import Form
from alertd.reading.source import Source
from alertd.reading.tables import charging_rows, read_tables
from alertd.reading.walk import Walk

_DUTY_OF_ALL = re.compile(r"(?<!\w)(?:trực ban|thường trực|báo cáo|chịu trách nhiệm|nghiêm túc thực hiện|thực hiện nghiêm)(?!\w)")
# "Bộ Y tế: Cấp thuốc …": what follows without a name goes on with it.
_HEADED = re.compile(r"[^:.;]{2,90}:\s+\S")
_ENDS_SENTENCE = ".;"
"""What ends so and yet has no verb of command holds it in what was taken for a name: "Giao đội Áo Xanh chở gạo vào bản."."""
_TO_ALL = "danh sách nơi nhận"


@dataclass(frozen=True, slots=True)
class Orders:
    """The blocks in the order of the text, and the stretches that may order something but name nobody that is known."""

    blocks: tuple[Block, ...]
    unclear: tuple[Span, ...]


def for_all(to_act: tuple[str, ...]) -> Block:
    """Those to whom the whole document turns, as the block that is meant wherever nobody is named."""
    return Block("", to_act, (_TO_ALL,) if to_act else ())


def read_orders(source: Source, paragraphs: Sequence[Paragraph], start: int, form: Form, issuer: str, root: Block) -> Orders:
    """The orders in the paragraphs, from the place `start` on. `root` holds those who are meant where nobody is named."""
    text = [p for p in all_apart(source, paragraphs) if p.span.end > start]
    tables = read_tables(source, text)
    after = [p for i, p in enumerate(text) if i not in tables.rows]
    last = max((i for i, p in enumerate(after) if p.marker), default=None)
    announced = _announced(source, after)
    body = [
        Part(
            source,
            p,
            max(p.span.start, start),
            issuer,
            is_trailing=_rounds_off(source, p, after[i - 1] if i else None, i, len(after)) if last is None else i > last,
            is_announced=i in announced,
        )
        for i, p in enumerate(after)
    ]
    walk = Walk(source, form, root)
    begins = beginning(body, form)
    for part in body[begins:]:
        walk.paragraph(part)
    blocks = sorted((*(b for b in walk.blocks if b.orders), *tables.blocks), key=lambda b: b.pieces[0])
    empty = (b.pieces[0] for b in walk.blocks if b.pieces and not b.orders and source.plain[b.pieces[-1].end - 1] in _ENDS_SENTENCE)
    return Orders(tuple(blocks), (*passed_over(body[:begins], form), *walk.unclear, *tables.unclear, *empty))


def with_annex(source: Source, orders: Orders, annex: Sequence[Paragraph]) -> Orders:
    """The orders with those that a table below the signature gives, and the rows that may charge somebody; anything else there only
    explains.
    """
    tables = read_tables(source, annex)
    return Orders((*orders.blocks, *tables.blocks), (*orders.unclear, *tables.unclear, *charging_rows(source, annex)))


def _announced(source: Source, paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The places of the marked paragraphs that list what the one above them announces."""
    found, is_list = set[int](), False
    for index, paragraph in enumerate(paragraphs):
        if paragraph.marker is None:
            is_list = announces(source, paragraph.span)
        elif is_list:
            found.add(index)
    return frozenset(found)


def _rounds_off(source: Source, paragraph: Paragraph, before: Paragraph | None, index: int, count: int) -> bool:
    """Whether the last paragraph of a text without numbering turns to all again: with a duty that everybody has, and no "Đồng thời"."""
    if index < count - 1:
        return False
    if before is not None and source.plain[before.span.end - 1] in ";,":
        return False  # one of a list
    if before is not None and _HEADED.match(source.plain, before.span.start, before.span.end) and is_head(source.plain, before.span.start):
        return False
    words = source.low[paragraph.span.start : paragraph.span.end]
    return bool(_DUTY_OF_ALL.search(words)) and not goes_on(source, paragraph.span)
