"""What a document says and does not order, although it stands among the orders: praise, consent, its own validity, how it amends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alertd.model.documents import Span
from alertd.reading.sentences import sentences
from alertd.reading.source import Source

_DOCUMENT = r"(?:công điện|công văn|văn bản|thông báo|quyết định|chỉ thị|lệnh)"
_VALIDITY = rf"{_DOCUMENT} (?:này|số [^,;:]{{3,60}}?) (?:thay thế|thay cho|bãi bỏ|có hiệu lực|hết hiệu lực|được thay thế|không còn)"
_IS_VALID = re.compile(_VALIDITY)
_DECLARES = re.compile(
    # "Ghi nhận, biểu dương các lực lượng …", but "Biểu dương kịp thời gương người tốt" orders
    r"(?:ghi nhận|đánh giá cao|hoan nghênh|(?:trân trọng )?cảm ơn)(?!\w)|"
    r"biểu dương(?=[^.;]{0,80}?(?<!\w)(?:đã|nỗ lực|tinh thần|kết quả)(?!\w))|"
    r"(?:về )?(?:cơ bản,? )?(?:thống nhất|đồng ý|nhất trí)(?: chủ trương| cơ bản)* (?:với|theo|như)(?!\w)|"
    rf"{_VALIDITY}|"
    r"(?:sửa đổi|bổ sung|đính chính|thay thế|điều chỉnh)[^:.;]{0,80}?(?:điểm|khoản|mục|nội dung|cụm từ|gạch)[^:.;]{0,80}:$|"
    r"công bố (?:tình huống|tình trạng) khẩn cấp(?!\w)|"
    r"(?:các|những) nội dung (?:khác|còn lại)(?!\w)[^:.;]{0,100}?(?:không thay đổi|giữ nguyên)|"
    # Each of them is charged by name after the colon.
    r"(?:tiếp tục )?phân công (?:các đồng chí )?lãnh đạo (?:chính phủ|ubnd|bộ|ban chỉ đạo)(?!\w)[^:.;]{0,120}:$"
)
# "Ghi nhận nỗ lực của các xã và yêu cầu …": it orders as well.
_ALSO_ASKS = re.compile(r"(?:[,;.]| và| đồng thời) (?:đồng thời )?(?:yêu cầu|đề nghị|giao|chỉ đạo|phân công)(?!\w)")
# What an operator announces of a release, point by point: "Lưu lượng xả: từ 100 đến 200 m3/s".
_FACT = re.compile(
    r"(?:(?:tại )?(?:hồ|đập|nhà máy|thủy điện|công trình) [^:.;]{2,40}:\s)?(?:"
    r"(?:thời (?:gian|điểm)|(?:tổng )?lưu lượng|mực nước|cao trình|dung tích|số (?:lượng )?cửa|độ mở|hình thức|vị trí|địa điểm|"
    r"lý do|nguyên nhân|vùng ảnh hưởng|phạm vi ảnh hưởng|dự kiến|hiện trạng)(?! (?:báo cáo|hoàn thành|thực hiện))[^:.;]{0,80}:\s|"
    r"(?<=: )(?:tổng )?lưu lượng xả(?!\w)|"
    r"(?:tiếp tục )?(?:tăng|giảm|nâng|hạ|điều chỉnh|duy trì) (?:tổng )?lưu lượng (?:xả|qua|nước)(?!\w)|"
    # or when it begins: "Từ 9 giờ ngày 2/10, mở 01 cửa xả".
    r"(?:(?:bắt đầu |kể )?từ|vào|lúc|hồi)(?: lúc| hồi)? \d[^;:]{0,60}?,? (?:công ty |nhà máy |hồ )?"
    r"(?:sẽ |bắt đầu |tiến hành |tiếp tục ){0,3}(?:vận hành|xả|mở|đóng|điều tiết|tăng lưu lượng|giảm lưu lượng)(?!\w))"
)
_ANNOUNCES = re.compile(
    r"(?<!\w)(?:thông báo|kính báo|xin báo|(?:công ty|nhà máy)[^.;:]{0,60} (?:sẽ|tiến hành) (?:điều tiết|vận hành|xả))"
    r"(?![^.;:]*(?:yêu cầu|đề nghị|chỉ đạo|lệnh))[^.;:]{0,160}:$"
)
_ASKS_OR_BINDS = re.compile(r"(?<!\w)(?:yêu cầu|đề nghị|phải|cần|giao|báo cáo|không được|chịu trách nhiệm)(?!\w)")

_BEFORE = ("trước đó", "trước đây")
_EARLIER = re.compile(r"trước (?:đó|đây)(?!\w)[^;:]{0,160}?(?<!\w)đã (?![^;:]{0,60}?(?:công điện|công văn|văn bản|thông báo số))")


def told_now(source: Source, span: Span) -> Iterator[Span]:
    """The sentences that tell of now: what was done before is told for the background."""
    return (s for s in sentences(source.plain, span.start, span.end) if not source.low.startswith(_BEFORE, s.start))


def tells_earlier(source: Source, start: int, verb: int) -> bool:
    """Whether the words up to the verb tell what was asked before, and of no paper: "Trước đó, Cảng vụ đã yêu cầu các tàu …"."""
    return _EARLIER.match(source.low, start, verb) is not None


def opens_with_declaration(source: Source, sentence: Span) -> bool:
    """Whether the sentence begins with something declared, whatever it asks after that."""
    return _DECLARES.match(source.low, sentence.start, sentence.end) is not None


def tells_validity(source: Source, clause: Span) -> bool:
    """Whether the clause only says since when the document is in force, or which one it replaces."""
    return _IS_VALID.match(source.low, clause.start, clause.end) is not None


def announces(source: Source, paragraph: Span) -> bool:
    """Whether the paragraph ends as the opening of a list of what its issuer announces and asks nobody for."""
    return _ANNOUNCES.search(source.low, paragraph.start, paragraph.end) is not None


def tells_fact(source: Source, point: Span) -> bool:
    """Whether a point of an announcement is a label with what it stands for, and no order."""
    return bool(_FACT.match(source.low, point.start, point.end)) and not _ASKS_OR_BINDS.search(source.low, point.start, point.end)


def declares(source: Source, sentence: Span) -> bool:
    """Whether the sentence at the head of a paragraph only declares something."""
    declared = _DECLARES.match(source.low, sentence.start, sentence.end)
    return declared is not None and not _ALSO_ASKS.search(source.low, declared.end(), sentence.end)
