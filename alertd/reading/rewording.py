"""How a correction changes the words of an earlier paper, and which of those that it quotes hold no longer."""

from __future__ import annotations

import re

from alertd.model.documents import Span
from alertd.reading.source import Source

_NOW = r"(?:nay |xin )?(?:được )?(?:sửa(?: đổi)?|đính chính|điều chỉnh|đọc|ghi|thay)(?: lại)?,? (?:là|thành|bằng)"
# What stood there: "đã in: “trước 17 giờ”, nay sửa lại là: “trước 20 giờ”".
_PRINTED = (
    rf"(?:đã |in |ghi |viết |nêu )*(?:(?<=đã )|nhầm )?(?:in|ghi|viết|nêu|nhầm|là)(?: là)?[:\s]+(?P<printed>[^\n]{{3,300}}?){_NOW}(?!\w)"
)
# "thay “trước 17 giờ” bằng “trước 20 giờ”", "điều chỉnh thời hạn từ 17 giờ ngày 9/8 thành 20 giờ".
_CHANGED = (
    r"(?:thay(?: thế)?|sửa(?: đổi)?|đính chính|điều chỉnh|thay đổi|lùi|gia hạn|rút ngắn)(?!\w)[^.;:“\"]{0,80}?"
    r"(?:(?P<quoted>[“\"][^”\"]{3,300}[”\"])|(?<!\w)từ (?P<since>[^.;]{3,80}?))\s(?:bằng|thành|sang|là)(?!\w)"
)
_FORMER = re.compile(rf"(?<!\w)(?:{_PRINTED}|{_CHANGED})")
_AT = re.compile(
    r"(?:tại |ở )?(?:điểm|mục|khoản|dòng|trang|phần|đoạn|gạch|ý|điều|tiết|nội dung|trích yếu)(?!\w)|"
    r"(?:thay(?: thế)?|sửa(?: đổi)?|đính chính|điều chỉnh|thay đổi)(?: \w+){0,6} [“\"]"
)


def former_words(source: Source, span: Span) -> tuple[Span, ...]:
    """The words that a correction quotes in order to replace them: nothing that they say is asked any more."""
    found = _FORMER.finditer(source.low, span.start, span.end)
    return tuple(Span(*m.span(m.lastgroup)) for m in found if m.lastgroup)


def rewords(source: Source, span: Span) -> bool:
    """Whether the sentence only changes words of another paper, at the place that it names."""
    return _AT.match(source.low, span.start, span.end) is not None and bool(former_words(source, span))
