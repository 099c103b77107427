"""The recipients that a sentence names: "… gửi Chủ tịch UBND các tỉnh về việc …"."""

from __future__ import annotations

import re

from alertd.reading.names import names_in
from alertd.reading.paragraphs import Paragraph
from alertd.reading.sentences import sentences
from alertd.reading.source import Source
from alertd.reading.verbs import first_verb

_SENT_BY_ITSELF = re.compile(
    r"(?<!\w)(?:công điện|công văn|văn bản)(?: này| khẩn| hỏa tốc| thượng khẩn)?(?: được)? gửi(?: tới| đến| cho)?\s?:?\s"
)
_SENT = re.compile(
    r"(?: khẩn| hỏa tốc)? (?:về việc|về) [^.;:]{3,120}? (?:đến|tới) (?=Sở|sở|Bộ|UBND|ubnd|Ủy ban|ủy ban|chủ tịch|các |giám đốc|bộ |ban )|"
    r"(?: khẩn| hỏa tốc)?(?: này)? (?:đến|tới|cho)\s|"
    r"[^.;]{0,240}?\s(?:gửi|(?<!thủy )(?<!nhiệt )(?<!lưới )(?<!phát )điện)(?: tới| đến| cho)?\s*[:,]?\s"
)
# "… yêu cầu các xã thống kê thiệt hại gửi Sở X": whoever is asked sends it, not the paper.
_COUNTED = re.compile(r"(?<!\w)(?:thống kê|tổng hợp|báo cáo kết quả)(?!\w)[^,;]{0,80}$")
_SENT_END = re.compile(
    r"(?:,?(?<!quốc gia)(?<!trung ương)(?<!chỉ đạo)(?<!ban)\s(?:với nội dung|về việc|về|yêu cầu|đề nghị|"
    r"chỉ đạo|để|nêu rõ|liên quan (?:đến|tới)|v/v|khẩn trương|tập trung|tăng cường|triển khai)\s)|[.:]\s*$"
    r"|,? liên quan (?:đến|tới) (?:vụ|việc|sự cố|tình hình|bão|mưa|lũ|dịch|công tác)(?!\w)"
    r"| ngày \d{1,2}[/.-]\d{1,2}[^,;]{0,6}$"
    r"|, (?:\w+ ){1,3}này (?:yêu cầu|đề nghị)(?!\w)"
    r"|\s(?:ứng|đối) phó (?:với )?(?:bão|mưa|lũ|áp thấp|cơn|siêu)(?!\w)"
)


def sent_in(source: Source, paragraph: Paragraph) -> tuple[str, ...]:
    """The recipients in a sentence of their own: "Công điện gửi Chủ tịch UBND các tỉnh …"."""
    opening = _SENT_BY_ITSELF.search(source.low, paragraph.span.start, paragraph.span.end)
    if not opening:
        return ()
    end = next(s.end for s in sentences(source.plain, paragraph.span.start, paragraph.span.end) if s.end > opening.start())
    return _addressed(source, opening.end(), end)


def sent_to(source: Source, start: int, end: int) -> tuple[str, ...]:
    """The recipients named in the sentence itself: "Công điện số … gửi: A; B với nội dung"."""
    opening = _SENT.match(source.low, start, end)
    if not opening or _COUNTED.search(source.low, start, opening.end()):
        return ()
    return _addressed(source, opening.end(), end)


def _addressed(source: Source, start: int, end: int) -> tuple[str, ...]:
    """The names up to the matter: "… các sở về việc chống bão", "… các sở ứng phó bão", "… các sở cho phép học sinh ở nhà"."""
    stop = _SENT_END.search(source.low, start, end)
    until = stop.start() if stop else end
    verb = first_verb(source.plain, start, until)
    return names_in(source.text[start : until if verb is None else verb]) or ()
