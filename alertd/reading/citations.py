"""Finds the other documents that a document cites, and what it says that it does with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from alertd.model.documents import Citation, Relation, Span
from alertd.reading.calendar import full_day_in
from alertd.reading.header import complete
from alertd.reading.numbers import Number, bare_numbers_in, is_same_number, may_hold_numbers, numbers_in
from alertd.reading.sentences import sentences
from alertd.reading.source import Source

# The words before a number that say what is done with that document; of several the last before it counts.
_CUES: tuple[tuple[Relation, str], ...] = (
    (
        Relation.ENDS,
        r"(?:ngừng|dừng|thôi|chấm dứt|kết thúc|không tiếp tục)(?: việc)?(?: thực hiện| áp dụng| hiệu lực(?: của)?)|bãi bỏ|hủy bỏ|thu hồi",
    ),
    (Relation.REPLACES, r"thay thế(?: cho)?|thay cho"),
    (Relation.CORRECTS, r"đính chính|sửa đổi(?:,? bổ sung)?|điều chỉnh|bổ sung(?: nội dung)?"),
    (Relation.FOLLOWS, r"tiếp theo|tiếp tục thực hiện|tiếp sau"),
    (Relation.CARRIES_OUT, r"thực hiện|triển khai|chấp hành|quán triệt|theo(?: chỉ đạo| yêu cầu| tinh thần)?(?: tại)?|căn cứ"),
)
_CUE = re.compile(rf"(?<!\w)(?:{'|'.join(f'(?P<{relation.name}>{words})' for relation, words in _CUES)})(?!\w)")
# What may stand between the cue and the number: names of documents, other numbers with their dates and issuers.
_LOOK_BACK = 260
_PARTED = re.compile(r"[;:](?!\s*(?:công|quyết|văn|chỉ|thông|kế|nghị|số))|\.\s")
_AFTERWARDS = re.compile(r"[^.;]{0,160}?(?P<ENDS>hết hiệu lực|chấm dứt hiệu lực|được bãi bỏ|bị bãi bỏ)")
_ISSUED_BY = re.compile(
    r"(?:,? ngày [\d/. -]{3,12})? của (?P<office>thủ tướng(?: chính phủ)?|(?:chủ tịch )?(?:ubnd|ủy ban nhân dân))(?!\w)"
)
_OWNED_BY = re.compile(
    r"của (?P<office>thủ tướng(?: chính phủ)?|(?:chủ tịch )?(?:ubnd|ủy ban nhân dân))[^,.;:]{0,30}? tại (?:các )?công điện[^.;:]{0,60}$"
)
_DATED = re.compile(r"\s?,?\s?\(?(?=ngày\s*\d)")


@dataclass(frozen=True, slots=True)
class _Cited:
    """A number with the date that stands right after it."""

    number: Number
    issued_on: date | None


def citations_in(source: Source, span: Span, own: str | None, issued_on: date | None) -> tuple[Citation, ...]:
    """The citations in the document `span`, in order, once each number and day. Its own number with another day is another document's."""
    found: dict[tuple[str, date | None], Citation] = {}
    known_by_number: dict[str, list[tuple[str, date | None]]] = {}
    told = [(sentence, cited) for sentence in sentences(source.plain, span.start, span.end) for cited in _cited(source, sentence)]
    in_full: dict[str, set[tuple[str, date | None]]] = {}
    for _, said in told:
        in_full.setdefault(said.number.text.partition("-")[0], set()).add((said.number.text, said.issued_on))
    for sentence, said in told:
        if not _is_own(said, own, issued_on) and not _is_own(cited := _named_in_full(said, in_full), own, issued_on):
            citation = Citation(cited.number.text, cited.issued_on, _relation(source, sentence, cited.number), cited.number.span)
            keys = known_by_number.setdefault(citation.number, [])
            known = next((key for key in keys if key[1] is None or citation.issued_on in (None, key[1])), None)
            if known is None:
                keys.append((citation.number, citation.issued_on))
                found[keys[-1]] = citation
            elif found[known].relation is None:
                found[known] = citation
    return tuple(found.values())


def _cited(source: Source, sentence: Span) -> Iterator[_Cited]:
    if not may_hold_numbers(source.plain, source.low, sentence.start, sentence.end):
        return
    numbers = [
        *numbers_in(source.plain, source.low, sentence.start, sentence.end),
        *bare_numbers_in(source.low, sentence.start, sentence.end),
    ]
    for number in sorted((_completed(source, n, sentence) for n in numbers), key=lambda n: n.span):
        dated = _DATED.match(source.low, number.span.end, sentence.end)
        day = full_day_in(source.low, dated.end(), min(sentence.end, dated.end() + 34)) if dated else None
        yield _Cited(number, day[0] if day else None)


def _named_in_full(said: _Cited, in_full: Mapping[str, Iterable[tuple[str, date | None]]]) -> _Cited:
    """A telegram named without its symbol, as it is named elsewhere; unchanged where that is not said or two would fit.

    `in_full` holds numbers and days by what stands before the symbol of the issuer.
    """
    if not said.number.text.endswith("/CĐ"):
        return said
    full = {
        text
        for text, issued_on in in_full[said.number.text]
        if text != said.number.text and (None in (said.issued_on, issued_on) or said.issued_on == issued_on)
    }
    return replace(said, number=replace(said.number, text=full.pop())) if len(full) == 1 else said


def _completed(source: Source, number: Number, sentence: Span) -> Number:
    """A number without its symbol, completed by the office that is said to have issued it: "Công điện số 175 của Thủ tướng"."""
    if not number.text.endswith("/CĐ"):
        return number
    before = max(sentence.start, number.span.start - _LOOK_BACK)
    found = _ISSUED_BY.match(source.low, number.span.end, sentence.end) or _OWNED_BY.search(source.low, before, number.span.start)
    return replace(number, text=complete(number.text, found["office"]) or number.text) if found else number


def _is_own(cited: _Cited, own: str | None, issued_on: date | None) -> bool:
    """Numbering restarts each January: the same number with another year is another document."""
    if own is None or not (is_same_number(cited.number.text, own) or own.startswith(f"{cited.number.text}-")):
        return False
    return cited.issued_on is None or issued_on is None or cited.issued_on.year == issued_on.year


def _relation(source: Source, sentence: Span, number: Number) -> Relation | None:
    """What the words around the number say, None where it is only mentioned."""
    if after := _AFTERWARDS.match(source.low, number.span.end, sentence.end):
        return Relation[str(after.lastgroup)]
    start = max(sentence.start, number.span.start - _LOOK_BACK)
    cues = list(_CUE.finditer(source.low, start, number.span.start))
    if not cues or _PARTED.search(source.low, cues[-1].end(), number.span.start):
        return None
    return Relation[str(cues[-1].lastgroup)]
