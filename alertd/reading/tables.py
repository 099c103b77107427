"""Reads the orders that a table gives, a row each: who does what, with whom and by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from alertd.model.documents import Span
from alertd.reading.blocks import Block
from alertd.reading.names import names_in
from alertd.reading.paragraphs import Paragraph
from alertd.reading.source import Source, trim

_BODY = r"(?:đơn vị|cơ quan|địa phương|ngành)"
_WHO = re.compile(
    rf"{_BODY}(?:,? {_BODY})*(?: (?:chủ trì|thực hiện|được giao|đầu mối|chịu trách nhiệm))*|chủ trì(?: thực hiện)?|phân công(?: thực hiện)?"
)
_WITH = re.compile(rf"(?:{_BODY} )?phối hợp(?: thực hiện)?")
_WHAT = re.compile(r"(?:nội dung|nhiệm vụ|công việc|việc|biện pháp)(?!\w)[^|]{0,40}")
# Columns that say who has what, in words that tell no body from its task: "Trưởng đoàn", "Địa bàn phụ trách".
_CHARGES = re.compile(
    r"(?:trưởng đoàn|thành phần|(?:địa bàn|người|lãnh đạo|cán bộ|khu vực)?\s?(?:phụ trách|được phân công)|nhiệm vụ|phân công)(?!\w)[^|]*"
)
_SIGN = "|"
_FEWEST_SIGNS = 2


@dataclass(frozen=True, slots=True)
class Tables:
    """What the tables of a text order, the rows of which somebody must look at, and which paragraphs they are."""

    blocks: tuple[Block, ...]
    unclear: tuple[Span, ...]
    rows: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Columns:
    """In which column it stands who must act, what is to be done, and who helps, if there is one."""

    who: int
    what: int
    helps: int | None
    count: int


def read_tables(source: Source, paragraphs: Sequence[Paragraph]) -> Tables:
    """The rows under each heading that names a column for bodies and one for their tasks."""
    blocks: list[Block] = []
    unclear: list[Span] = []
    rows: set[int] = set()
    columns: _Columns | None = None
    for index, paragraph in enumerate(paragraphs):
        cells = _cells(source, paragraph.span, columns)
        if columns is None or len(cells) != columns.count:
            columns = _columns(source, cells) or (columns if cells else None)
            rows |= {index} if columns else set()
            unclear += [paragraph.span] if columns and len(cells) != columns.count else []
            continue
        rows.add(index)
        block = _block(source, paragraph.span, cells, columns)
        if block is None and blocks and _goes_on(cells, columns):
            blocks[-1].add(paragraph.span, cells[columns.what])
        elif block is None:
            unclear.append(paragraph.span)
        else:
            blocks.append(block)
    return Tables(tuple(blocks), tuple(unclear), frozenset(rows))


def charging_rows(source: Source, paragraphs: Sequence[Paragraph]) -> tuple[Span, ...]:
    """The rows of the tables whose heading says that they charge somebody, although it does not tell bodies from tasks."""
    rows: list[Span] = []
    count = 0
    for paragraph in paragraphs:
        cells = _cells(source, paragraph.span, None)
        if cells and len(cells) == count:
            rows.append(paragraph.span)
        else:
            charges = any(_CHARGES.fullmatch(source.low, cell.start, cell.end) for cell in cells)
            count = len(cells) if charges and _columns(source, cells) is None else 0
    return tuple(rows)


def _cells(source: Source, row: Span, columns: _Columns | None) -> tuple[Span, ...]:
    """The cells of a line whose columns are parted by upright strokes; none in any other line.

    A stroke may also stand at both ends of a row. Where the heading has told how many columns there are, an empty cell at an end counts.
    """
    if source.plain.count(_SIGN, row.start, row.end) < _FEWEST_SIGNS:
        return ()
    strokes = [at for at in range(row.start, row.end) if source.plain[at] == _SIGN]
    edges = [row.start - 1, *strokes, row.end]
    cells = tuple(trim(source.plain, start + 1, end) for start, end in pairwise(edges))
    inner = cells[1:-1] if _is_empty(cells[0]) and _is_empty(cells[-1]) else cells
    if columns is not None and columns.count in (len(cells), len(inner)):
        return cells if columns.count == len(cells) else inner
    return cells[_is_empty(cells[0]) : len(cells) - _is_empty(cells[-1])]


def _is_empty(cell: Span) -> bool:
    return cell.start >= cell.end


def _goes_on(cells: Sequence[Span], columns: _Columns) -> bool:
    """Whether a row is the rest of the one above, which a page has cut: it has neither a number nor a body of its own."""
    return _is_empty(cells[0]) and _is_empty(cells[columns.who]) and not _is_empty(cells[columns.what])


def _columns(source: Source, cells: Sequence[Span]) -> _Columns | None:
    """The columns that a heading names."""
    heads = [source.low[cell.start : cell.end] for cell in cells]
    who, what, helps = (next((i for i, head in enumerate(heads) if kind.fullmatch(head)), None) for kind in (_WHO, _WHAT, _WITH))
    return None if who is None or what is None else _Columns(who, what, helps, len(cells))


def _block(source: Source, row: Span, cells: Sequence[Span], columns: _Columns) -> Block | None:
    """What a row orders, None where it names no body or no task."""
    who, what = cells[columns.who], cells[columns.what]
    names = names_in(source.slice(who))
    if not names or what.start >= what.end:
        return None
    helps = names_in(source.slice(cells[columns.helps])) if columns.helps is not None else None
    label = source.slice(cells[0])
    section = label if label.isdigit() else ""
    return Block(section, names, (f"table: “{source.slice(who)[:120]}”",), [row], [what], [who], helps or ())
