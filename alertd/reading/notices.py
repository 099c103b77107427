"""Finds a document without letterhead and number: a dam's notice of a release, a warning, what a commune makes of a telegram."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alertd.model.documents import DocumentKind
from alertd.reading.actor import LONGEST_OFFICE, announcer_in, office_before, orderer_in
from alertd.reading.header import Header
from alertd.reading.names import names_in
from alertd.reading.paragraphs import Paragraph
from alertd.reading.source import Source
from alertd.reading.telling import ASKS

_RELEASE = r"xả lũ|xả nước|xả điều tiết|xả tràn|mở (?:\d+ )?cửa xả|vận hành (?:xả|cửa)"
_DANGERS = re.compile(
    rf"{_RELEASE}|(?:nguy cơ|cấp dự báo)(?: xảy ra)? cháy rừng|mực nước|lũ trên sông|cơn bão|áp thấp nhiệt đới|"
    r"gió mạnh|sóng lớn|mưa dông|mưa lớn|mưa to|triều cường|lũ quét|sạt lở"
)
_ANNOUNCES = re.compile(rf"\sthông báo\s[^.;]{{0,120}}?(?:{_RELEASE})")
# The form in which a notice names those for whom it is meant: "… thông báo đến UBND các xã vùng hạ du được biết".
_INFORMS = re.compile(r"(?:thông báo|kính báo|báo)\s(?:đến|tới|cho)\s(?P<names>[^.;]{5,400}?)\s(?:được biết|để biết|biết)(?!\w)")
_CARRIES_OUT = re.compile(r"(?:thực hiện|căn cứ|tiếp theo|triển khai)\s[^.;]{0,80}?(?:công điện|chỉ đạo|công văn)")
_LISTS = re.compile(r"\s(?P<word>thông báo|yêu cầu|đề nghị|chỉ đạo)\s[^.;:]{0,160}?sau(?: đây)?\s*:$")
_SENDS = re.compile(r"\s(?:kính )?gửi\s?:\s")
_NEAR_TOP = 8
_LONGEST_TITLE = 160


def read_notice(source: Source, paragraphs: Sequence[Paragraph]) -> tuple[int, Header] | None:
    """The head of the notice and the index of the paragraph with which it begins."""
    for found in (_titled, _announced, _carrying_out):
        if notice := found(source, paragraphs):
            return notice
    return None


def _titled(source: Source, paragraphs: Sequence[Paragraph]) -> tuple[int, Header] | None:
    """A notice under its plain title ("Thông báo: Xả lũ hồ …") that tells of a release or a danger and asks somebody to act."""
    first = next((i for i, p in enumerate(paragraphs[:5]) if source.low.startswith("thông báo", p.span.start)), None)
    if first is None:
        return None
    until = next((i for i in range(first + 1, len(paragraphs)) if _tells_of_danger(source, paragraphs[i])), None)
    if until is None or not ASKS.search(source.low, paragraphs[first].span.end):
        return None
    telling = paragraphs[until]
    title = " ".join(source.slice(p.span) for p in paragraphs[first : min(until + 1, first + 3)] if _is_short(p))
    issuer = announcer_in(source, telling) or next(filter(None, (orderer_in(source, p) for p in paragraphs[first + 1 :])), None)
    return first, Header(DocumentKind.THONG_BAO, None, None, issuer, title, (), telling.span.start)


def _announced(source: Source, paragraphs: Sequence[Paragraph]) -> tuple[int, Header] | None:
    """A release that an office announces without a title, and in the form of a notice: it names those who are to know."""
    informed = next(filter(None, (_informed(source, p) for p in paragraphs)), None)
    if informed is None:
        return None
    for index, paragraph in enumerate(paragraphs[:_NEAR_TOP]):
        for said in _ANNOUNCES.finditer(source.low, paragraph.span.start, paragraph.span.end):
            at = office_before(source.plain, paragraph.span.start, said.start())
            if at is not None:
                return index, Header(
                    DocumentKind.THONG_BAO,
                    None,
                    None,
                    _office(source, at, said.start()),
                    source.text[said.start() : paragraph.span.end].strip(" .:"),
                    informed,
                    paragraph.span.start,
                )
    return None


def _carrying_out(source: Source, paragraphs: Sequence[Paragraph]) -> tuple[int, Header] | None:
    """What an office lists to carry out a telegram: "Thực hiện Công điện số …, UBND phường thông báo một số nội dung như sau:"."""
    for index in _before_points(paragraphs):
        span = paragraphs[index].span
        lists = _LISTS.search(source.low, span.start, span.end) if _CARRIES_OUT.match(source.low, span.start, span.end) else None
        sends = _SENDS.search(source.low, span.start, lists.start()) if lists else None
        said = sends.start() if sends else lists.start() if lists else span.start
        at = office_before(source.plain, max(span.start, said - LONGEST_OFFICE), said)
        if lists and at is not None:
            kind = DocumentKind.THONG_BAO if lists["word"] == "thông báo" else DocumentKind.CONG_VAN
            matter = source.text[span.start : at].strip(" ,.;")
            sent = (names_in(source.text[sends.end() : lists.start()].strip(" -–")) or ()) if sends else ()
            return index, Header(kind, None, None, _office(source, at, said), matter, sent, span.start)
    return None


def _before_points(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """The indices of paragraphs near the top with a numbered point right below."""
    for index, following in enumerate(paragraphs[1 : _NEAR_TOP + 1]):
        if following.marker is not None and following.marker.label:
            yield index


def _tells_of_danger(source: Source, paragraph: Paragraph) -> bool:
    return bool(_DANGERS.search(source.low, paragraph.span.start, paragraph.span.end))


def _informed(source: Source, paragraph: Paragraph) -> tuple[str, ...]:
    found = _INFORMS.search(source.low, paragraph.span.start, paragraph.span.end)
    return (names_in(source.text[found.start("names") : found.end("names")]) or ()) if found else ()


def _office(source: Source, start: int, end: int) -> str:
    """The office without what explains it in brackets: "Ban Quản lý dự án 3 (Ban 3)"."""
    return source.text[start:end].split(" (")[0].strip(" ,")


def _is_short(paragraph: Paragraph) -> bool:
    """A line that may be a title although it ends in a full stop or a colon."""
    return paragraph.span.end - paragraph.span.start <= _LONGEST_TITLE
