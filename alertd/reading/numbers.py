"""Numbers of documents: found in every written variant and folded into the form that the decree prescribes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alertd.model.documents import DocumentKind, Span
from alertd.reading.lexicon import lexicon

# 26 CĐ/PCLBTW, 02/CĐ-UBND, 50/2023/TT-BTC, 66.7/2025/NQ-CP, 3485 /VP-KT, 46-NQ/TU, 02-KH/BCĐTW, 36/CĐ/BXD, 12/CĐ.UBND, 129/CĐTTg, 37/TK
_SYMBOL = r"[A-ZĐƯÔÂĂÊƠ][A-Za-zĐđƯưÔôÂâĂăÊêƠơ0-9&]*"
_NUMBER = re.compile(
    rf"(?P<n>\d(?:(?<=điện\d)|(?<![\w/.,-]\d))\d{{0,4}}(?:\.\d{{1,2}})?)(?:\s?/\s?(?P<year>(?:19|20)\d\d))?"
    rf"(?:(?:\s?(?P<sep>[/-])\s?|\s(?=CĐ/))(?P<first>{_SYMBOL}))(?:\s?(?P<join>[-/.])\s?(?P<second>{_SYMBOL}(?:(?:-{_SYMBOL}){{1,3}}|\.[A-ZĐ]{{2,}}(?!\w))?))?(?!\w)"
)
_RUN_TOGETHER = re.compile(r"(CĐ|QĐ|KH|TB|CT|NQ|BC)(TTg|UBND|TW|BCĐ|BCH|PCTT|B[A-ZĐ]{1,5})$")
_BARE = re.compile(
    r"(?:công điện(?:\s+(?:khẩn|hỏa tốc|thượng khẩn))?|điện (?:khẩn|hỏa tốc))\s+"
    r"(?:(?:khẩn\s+)?số:?\s*(?=\d)|(?=\d{1,4}\s(?:của|ngày|về|gửi|yêu cầu|chỉ đạo|nêu)\s))(\d{1,4})(?![\w/])(?!\.\d|\s?/| cđ/)"
)
_AND_BARE = re.compile(r"(?:,| và) số (\d{1,4})(?![\w/.])")
"""A second one in the same breath: "Công điện số 607 và số 691"."""
# What makes a number without a known kind in its symbol a document's: a word for documents before it.
_BEFORE = re.compile(r"(?:số:?|công điện|công văn|quyết định|kế hoạch|thông báo|văn bản|tờ trình|báo cáo)\s*$")
# "theo Mẫu 02/TKTH": a form to be filled in is no paper.
_OF_FORM = re.compile(r"(?<!\w)(?:biểu )?mẫu(?: số:?)?\s*$")


@dataclass(frozen=True, slots=True)
class Number:
    """A document's number where it stands in the text; `text` is canonical."""

    text: str
    kind: DocumentKind
    span: Span


def numbers_in(plain: str, low: str, start: int, end: int) -> Iterator[Number]:
    """The numbers of documents in `[start, end)` of the folded text, in order."""
    for found in _NUMBER.finditer(plain, start, end):
        if number := _number(found, low):
            yield number


def may_hold_numbers(plain: str, low: str, start: int, end: int) -> bool:
    """Whether numbers of documents may stand there. Most paragraphs hold none, and need not be cut into sentences to find them."""
    return bool(_NUMBER.search(plain, start, end) or _BARE.search(low, start, end))


def bare_numbers_in(low: str, start: int, end: int) -> Iterator[Number]:
    """Telegrams named without a symbol ("Công điện số 1"): their number holds what is certain, `01/CĐ`."""
    for named in _BARE.finditer(low, start, end):
        found: re.Match[str] | None = named
        while found:
            yield Number(f"{int(found.group(1)):02d}/CĐ", DocumentKind.CONG_DIEN, Span(found.start(1), found.end(1)))
            found = _AND_BARE.match(low, found.end(), end)


def _number(found: re.Match[str], low: str) -> Number | None:
    first, second = found.group("first"), found.group("second")
    join = found.group("join")
    end = found.end()
    if second is None and (run := _RUN_TOGETHER.match(first)):
        first, second = run.groups()
    if second is None or (join == "." and first not in lexicon().kind_symbols):
        second, end = (second, end) if second and join != "." else (None, found.end("first"))
    if _OF_FORM.search(low, max(0, found.start() - 16), found.start()):
        return None
    symbols = [first, *(second.split("-") if second else [])]
    kind = next((lexicon().kind_symbols[s] for s in symbols[:2] if s in lexicon().kind_symbols), None)
    if second is None and not (_BEFORE.search(low, max(0, found.start() - 20), found.start()) and first.isupper()):
        return None
    if kind is None and not any(c.isupper() for c in symbols[-1][1:] or symbols[-1]):
        return None
    return Number(_canonical(found, first, second, kind), DocumentKind(kind or DocumentKind.CONG_VAN), Span(found.start(), end))


def _canonical(found: re.Match[str], first: str, second: str | None, kind: str | None) -> str:
    whole, _, part = found.group("n").partition(".")
    count = f"{int(whole):02d}" + (f".{part}" if part else "")
    year = f"/{found.group('year')}" if found.group("year") else ""
    first = "CĐ" if first == "CD" and kind else first
    if second is None:
        return f"{count}{year}/{first}"
    # The Party writes 46-NQ/TU, the State 46/NQ-TU.
    is_party = found.group("sep") == "-" and found.group("join") == "/"
    return f"{count}{year}-{first}/{second}" if is_party else f"{count}{year}/{first}-{second}"


def is_same_number(one: str, other: str) -> bool:
    """Whether two canonical numbers name the same document."""
    return one.casefold() == other.casefold()
