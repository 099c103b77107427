"""Finds where what a web page tells ends, and the page goes on with its buttons and the headlines of other news."""

from __future__ import annotations

import re
from collections.abc import Sequence

from alertd.reading.actor import ORDERING
from alertd.reading.paragraphs import Paragraph
from alertd.reading.source import Source

_OTHER_NEWS = re.compile(
    r"(?:các )?(?:tin|bài|video)(?: tức| bài| viết)? (?:liên quan|khác|mới(?: nhất)?|cũ hơn|nổi bật|cùng (?:chuyên )?mục|"
    r"đọc nhiều(?: nhất)?|đáng chú ý)|có thể bạn quan tâm|đọc nhiều(?: nhất)?|cùng chuyên mục|(?:xem|đọc) thêm|(?:tags?|từ khóa)\s?:.*|"
    r"(?:ý kiến )?bình luận(?: \(\d+\))?|ý kiến bạn đọc|chia sẻ(?: (?:bài viết|tin|lên|qua|trên)[^:]*)?(?: ?:.*)?|"
    r"(?:in|gửi) (?:bài viết|bài|tin|trang|email)(?: này)?|bản in|(?:quay lại|trở (?:về|lại)|về) (?:trang trước|đầu trang)|lên đầu trang|"
    r"(?:gửi|viết) (?:bình luận|ý kiến|phản hồi)(?: của bạn)?|"
    r"\*? ?mời (?:quý )?(?:độc giả|bạn đọc|quý vị|khán giả|khán thính giả)(?: và các bạn)? .*|"
    # what sites of laws and of offices set below a document
    r"(?:văn bản|công văn|bài viết|bản án|án lệ|thủ tục|hỏi đáp)(?: pháp luật)? (?:(?:được|bị|có) )?(?:liên quan|dẫn chiếu|căn cứ|"
    r"hướng dẫn|sửa đổi|thay thế|đính chính|hợp nhất|cùng nội dung)(?: đến .*)?|hỏi đáp pháp luật|lược đồ|thuộc tính(?: văn bản)?|ý kiến|"
    r"tải (?:về|văn bản|tệp|file)(?: .*| ?:.*)?|thống kê truy cập|(?:số )?lượt (?:xem|đọc|truy cập) ?:.*|"
    r"chịu trách nhiệm (?:chính|nội dung|xuất bản) ?:.*"
)
_DASHES = ("-", "–", "•", "*")
_LONGEST = 120
_ENDS = ".:;!?…"


def end_of_article(source: Source, paragraphs: Sequence[Paragraph], first: int | None = None) -> int:
    """The index of the first paragraph below `first`, or below the longest, that is no longer the page's own text: its buttons, a heading
    of other news, or headlines under lone dashes, behind which nobody asks for anything.
    """
    if first is None:
        first = max(range(len(paragraphs)), key=lambda i: paragraphs[i].span.end - paragraphs[i].span.start, default=0)
    last = next((i for i in reversed(range(first, len(paragraphs))) if _asks(source, paragraphs[i])), first)
    others = (i for i in range(last + 1, len(paragraphs)) if _opens_other_news(source, paragraphs[i:]))
    return next(others, len(paragraphs))


def _asks(source: Source, paragraph: Paragraph) -> bool:
    """Whether a paragraph that ends as a sentence asks for something: headlines do not."""
    span = paragraph.span
    return source.plain[span.end - 1] in _ENDS and ORDERING.search(source.low, span.start, span.end) is not None


def _opens_other_news(source: Source, following: Sequence[Paragraph]) -> bool:
    span = following[0].span
    if span.end - span.start <= _LONGEST and _OTHER_NEWS.fullmatch(source.low[span.start : span.end].strip(" :-<>«»")):
        return True
    return source.slice(span) in _DASHES and not any(source.plain[p.span.end - 1] in _ENDS for p in following)
