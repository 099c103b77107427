"""Finds the duty to report in a block of orders: the words that oblige, and to whom."""

from __future__ import annotations

import re

from alertd.model.documents import ReportDuty, Span
from alertd.reading.heads import is_body_head, is_head
from alertd.reading.source import Source, holds_any
from alertd.reading.verbs import first_verb, is_verb_at

_CORES = (
    "báo cáo",
    "báo về",
    "báo ngay",
    "báo số",
    "báo kết quả",
    "thông tin về văn phòng",
    "phản ánh về",
    "phản ánh việc",
    "phản ánh tình hình",
    "trực tiếp gửi",
)
# "thông báo ngay cho dân" tells the people and reports to nobody; a forecast and a warning report to nobody either.
_NO_REPORT = "(?<!cảnh )(?<!dự )"
_WORDS = (
    "|".join(_CORES)
    .replace("báo ngay", f"{_NO_REPORT}(?<!thông )báo ngay")
    .replace("báo về", f"{_NO_REPORT}(?<!thông )báo về")
    .replace("báo số", f"{_NO_REPORT}báo số")
    .replace("báo kết quả", f"{_NO_REPORT}báo kết quả")
)
_DUTY = re.compile(
    r"(?<!\w)(?:(?:kịp thời |thường xuyên |định kỳ |khẩn trương |chủ động |trực tiếp |tổng hợp,? |thống kê,? |thông tin,? |dự thảo |gửi |"
    r"thực hiện (?:nghiêm )?(?:túc )?(?:việc |chế độ )?(?:thông tin,? )?){0,8})"
    rf"(?:{_WORDS})(?![\w:])"
)
# "thống kê thiệt hại gửi Sở X", "gửi kết quả về Sở X": what is counted or found is sent to somebody.
_COUNTED = re.compile(
    r"(?<!\w)(?:thống kê|tổng hợp)(?=[ ,])[^.;:]{3,90}? gửi (?:ngay )?(?:(?:về|cho|đến|tới) )?|"
    r"(?<!\w)cập nhật (?:số liệu|thông tin|tình hình|kết quả)(?!\w)[^.;:,]{0,60}? (?:về|cho|đến|tới) |"
    r"(?<!\w)gửi (?:ngay )?(?:kết quả|số liệu|danh sách|thông tin|hình ảnh)(?!\w)[^.;:,()]{0,60}?(?: \([^()]{2,60}\))? (?:về|cho|đến|tới) "
)
# "kết quả gửi Sở X", "báo Cảng vụ Y khi thấy vệt dầu": shorter ways to say the same.
_SHORT = re.compile(
    r"[bdkps](?<!\w.)(?:(?<=p)hản hồi (?:cho|về|tới|đến) |"
    r"(?<=b)(?<!thông b)(?<!cảnh b)(?<!dự b)áo (?:mực nước|lưu lượng|lượng mưa)(?!\w)[^.;:,()]{0,40}? (?:về|cho|đến|tới) |"
    r"(?:(?<=k)ết quả|(?<=s)ố liệu|(?<=d)anh sách) gửi (?:ngay )?(?:(?:về|cho|đến|tới) )?|"
    r"(?:(?<=k)(?:ịp thời|hẩn trương) b|(?<=b)(?<!thông b)(?<!cảnh b)(?<!dự b)(?<!cơ quan b))áo (?:cho |tin cho |tin về )?(?=\w))"
)
# "theo báo cáo", "trên cơ sở báo cáo" tell; "tiếp nhận báo cáo" is somebody else's.
_TOLD = re.compile(r"(?:theo|tại|trên cơ sở|tiếp nhận|nội dung|mẫu|các|của|qua|xem xét|sau khi nhận|căn cứ|trong)(?: tổng hợp)?\s+$")
_NUMBERED = re.compile(r"\s+(?:số:? )?\d{1,5}\s?[/-]")
_TO = re.compile(
    r"(?:ngay|kịp thời|nhanh|cụ thể|kết quả(?: thực hiện)?|tình hình|bằng văn bản|,|đề xuất|kiến nghị|xin ý kiến|gửi|"
    r"đột xuất|định kỳ|thường xuyên|\s)*(?:(?:về|cho|tới|lên|đến|với)\s+)?"
)
_TOWARDS = re.compile(r"\s(?:về|cho|lên|đến|tới)\s")
_TO_END = re.compile(
    r"[.;:()]|,(?! )|\s\d{1,2}\s?(?:giờ|tiếng|phút|lần)|\s(?:các|những) (?:nội dung|vấn đề)|"
    r"(?<!ban)\s(?:để|theo|trước|những|chỉ đạo|xem xét|quyết định|(?<!quốc gia )(?<!trung ương )về|"
    r"hằng|hàng|kết quả|tình hình|tiến độ|phương án|danh mục|danh sách|nguyên nhân|"
    r"khó khăn|vướng mắc|vào|lúc|khi|trong|xử lý|qua|tổng hợp|quá|nếu|bằng|chậm nhất|muộn nhất|định kỳ)(?!\w)"
)
# "báo cáo các sự cố (nếu có) về Bộ X": the recipient stands after the brackets.
_ASIDE = re.compile(r"\([^()]{2,60}\) (?=(?:về|cho|lên|gửi|đến|tới) )")
# "báo cáo kết quả trước 17 giờ về Sở X": the recipient stands after the deadline.
_BEFORE_RECIPIENT = re.compile(r" (?:trước|chậm nhất|muộn nhất) (?:ngày )?\d(?:[^,.;()]|, (?=\d)){0,50}?(?= (?:về|cho|lên|gửi|đến|tới) )")
_RECIPIENT_AHEAD = re.compile(r"[^.;:]{3,110}? (?:về|cho|lên|gửi|đến|tới) ")
# "báo cáo Bộ X (qua Cục Y)": through which of its units. An address is no part of the duty.
_THROUGH = re.compile(r"\((?:thông )?qua (?P<unit>[^()\d@]{2,90})\)")
_SENDS = ("gửi ", "cập nhật ")
_DUTY_DESK = ("trực ban ", "thường trực ")
_LONGEST = 170


def report_in(source: Source, pieces: list[Span]) -> ReportDuty | None:
    """The first duty to report in those stretches of text, in few words."""
    for piece in pieces:
        if not holds_any(source.low, _CORES, piece.start, piece.end):
            continue
        for found in _DUTY.finditer(source.low, piece.start, piece.end):
            if _TOLD.search(source.low, max(piece.start, found.start() - 24), found.start()) or _NUMBERED.match(source.low, found.end()):
                continue
            is_what_for = source.low.endswith("để ", piece.start, found.start())
            return (_sends_in(source, piece) if is_what_for else None) or _duty(source, found, piece.end)
    return next((duty for find in (_sends_in, _told_in) for piece in pieces if (duty := find(source, piece))), None)


def _sends_in(source: Source, piece: Span) -> ReportDuty | None:
    """What is to be counted and sent to a body."""
    counted = _COUNTED.search(source.low, piece.start, piece.end) if holds_any(source.low, _SENDS, piece.start, piece.end) else None
    return _duty(source, counted, piece.end) if counted and _is_body(source, counted.end()) else None


def _told_in(source: Source, piece: Span) -> ReportDuty | None:
    """What a body is to be told in the shortest words."""
    for found in _SHORT.finditer(source.low, piece.start, piece.end):
        if source.plain[found.start()].islower() and is_body_head(source.plain, found.end()):
            return _duty(source, found, piece.end)
    return None


def _duty(source: Source, words: re.Match[str], limit: int) -> ReportDuty:
    """The duty that begins with those words, up to the end of its clause."""
    end = _end(source, words.end(), limit)
    return ReportDuty(source.text[words.start() : end], Span(words.start(), end), _recipient(source, words.end(), end))


def _end(source: Source, at: int, limit: int) -> int:
    """Where the clause ends: at a full stop (not one inside an address or a number) or semicolon, or at a comma after which another order
    begins.
    """
    limit = min(limit, at + _LONGEST)
    aside_end = at
    for place in range(at, limit):
        sign = source.plain[place]
        if sign == "(" and (aside := _ASIDE.match(source.low, place, limit) or _through(source, place)):
            aside_end = aside.end()
        if place < aside_end:
            continue
        following = source.plain[place + 1 : place + 2]
        if (sign == "." and not following.isalnum()) or sign in ";(…" or (sign == "/" and following == "."):
            return _trimmed(source, at, place)
        if sign == "," and not _goes_on(source, place, limit):
            return _trimmed(source, at, place)
        if place > at and (timed := _BEFORE_RECIPIENT.match(source.low, place, limit)) and _is_recipient(source, timed.end()):
            aside_end = timed.end()
        elif place > at and source.low.startswith((" để ", " trước ", " lúc ", " chậm nhất ", " muộn nhất ", " và theo dõi"), place):
            return _trimmed(source, at, place)
    return _trimmed(source, at, limit if limit < at + _LONGEST else source.text.rfind(" ", at, limit))


def _through(source: Source, bracket: int) -> re.Match[str] | None:
    """The brackets that open there, where they name the unit through which a body is told."""
    found = _THROUGH.match(source.low, bracket)
    if found is None:
        return None
    unit = found.start("unit")
    return found if is_head(source.plain, unit) or source.low.startswith(_DUTY_DESK, unit) else None


def _goes_on(source: Source, comma: int, limit: int) -> bool:
    """Whether the comma stands in a list of recipients ("báo cáo, đề xuất Bộ X, Thủ tướng Chính phủ") rather than before another order."""
    following = comma + 2
    if following >= limit:
        return False
    if source.low.startswith(("chống", "tránh", "cứu nạn", "cháy"), following):
        return True
    ahead = _RECIPIENT_AHEAD.match(source.low, following, limit)
    if ahead and is_head(source.plain, ahead.end()) and first_verb(source.plain, following, ahead.end()) is None:
        return True
    return (
        is_head(source.plain, following)
        or source.low.startswith(("đề xuất", "kiến nghị", "tham mưu", "phát sinh"), following)
        or (source.plain[following].isupper() and not is_verb_at(source.plain, following, limit))
    )


def _is_recipient(source: Source, at: int) -> bool:
    """Whether " về Sở X" stands there."""
    return is_head(source.plain, source.plain.find(" ", at + 1) + 1)


def _trimmed(source: Source, start: int, end: int) -> int:
    while end > start and source.text[end - 1] in " ,":
        end -= 1
    return end


def _recipient(source: Source, at: int, end: int) -> str | None:
    """To whom: the name that follows at once or after "về", up to what is to be reported."""
    lead = _TO.match(source.low, at, end)
    starts = (lead.end() if lead else at, *(m.end() for m in _TOWARDS.finditer(source.low, at, end)))
    start = next((s for s in starts if s < end and _is_body(source, s)), None)
    if start is None:
        return None
    stop = _TO_END.search(source.low, start, end)
    return source.text[start : stop.start() if stop else end].strip(" ,") or None


def _is_body(source: Source, at: int) -> bool:
    return is_head(source.plain, at) or source.low.startswith(("cấp có thẩm quyền", "các cấp"), at)
