"""The words by which a text shows that it retells a telegram, an urgent letter or a notice, and of which kind the document is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alertd.model.documents import DocumentKind, Span
from alertd.reading.presentation import is_carried_out
from alertd.reading.source import Source

_URGENT = r"(?:khẩn|hỏa tốc|thượng khẩn)"
_WIRE = "điện (?:khẩn|hỏa tốc)"
_SAYS = r"(?:nêu|yêu cầu|đề nghị|chỉ rõ|nhấn mạnh)"
_ISSUES = r"(?:ban hành|phát hành|phát đi|phát|có|ra|ký|gửi)(?: một| tiếp)? "
_ABOUT = r"(?:gửi|yêu cầu|chỉ đạo|đôn đốc|đề nghị|giao|về|đến|tới|cho|ứng phó|khuyến cáo)"
# The text speaks of the document as of what it retells: "Công điện nêu rõ", "có công điện gửi", "ra công văn khẩn yêu cầu".
_TELLS = re.compile(
    r"(?:tại|trong) công điện(?: khẩn| hỏa tốc)? (?:phát|ban hành|ký|gửi|ra|ngày|(?:sáng|trưa|chiều|tối) )|"
    rf"nội dung công điện|theo (?:công điện|{_WIRE})(?: {_URGENT})?,|"
    rf"theo (?:công điện|{_WIRE}|(?:công văn|văn bản) {_URGENT})(?: {_URGENT})?(?: vừa| đã| mới)? (?:được|do) |"
    rf"theo (?:công văn|văn bản) vừa (?:được|do) |"
    rf"(?<!các )(?:công điện|{_WIRE}) (?:này |{_URGENT} )?(?:do [^,.;:]{{3,80}} (?:ký|ban hành)[^,.;:]{{0,40}} (?={_SAYS}))?"
    rf"(?:{_SAYS}|của|gửi|giao)|"
    rf"{_ISSUES}(?:công điện|{_WIRE})(?: {_URGENT})?(?=,? {_ABOUT})|{_SAYS} (?:tại|trong) (?:công điện|{_WIRE})|"
    rf"{_ISSUES}(?:công văn|văn bản) {_URGENT}(?=,? (?:do [^,;]{{3,70}} ký )?(?:liên quan )?(?:để )?"
    r"(?:gửi|yêu cầu|chỉ đạo|đề nghị|giao|đến|tới|cho))"
)
_SENDS_LETTER = re.compile(rf"{_ISSUES}(?:công văn|văn bản)(?: số [^,;]{{1,40}}?)? (?:gửi|đến|tới|yêu cầu|đề nghị|chỉ đạo)(?!\w)")
_ACCORDINGLY = re.compile(r"\. (?:theo đó(?!\w)|cụ thể,)")
# Several are counted, not retold: "đã ban hành 31 công điện", "các công điện".
_ONE = r"(?<!\d công điện)(?<!các công điện)(?<!nhiều công điện)(?<!những công điện)"
# Any word of one: a telegram, a letter that is urgent, speaks or is sent, a notice that is urgent or forbids.
_SPEAKS = re.compile(
    rf"(?<!\w)(?<!tấn )(?<!thi )(?:(?P<telegram>công điện(?! tử){_ONE}|{_WIRE})|"
    rf"(?:{_ISSUES})?(?P<letter>công văn|văn bản)(?= (?:{_URGENT}|{_SAYS}|được gửi|vừa được (?:ban hành|ký|phát)))|"
    rf"{_ISSUES}(?P<sent>công văn|văn bản)(?= (?:số|gửi|đến|tới|yêu cầu|đề nghị|chỉ đạo|cho|về việc|truyền đạt|"
    rf"thông báo (?:ý kiến|kết luận)|\d{{1,5}} (?:về|gửi|yêu cầu|đề nghị)))|"
    rf"{_ISSUES}(?P<notified>thông báo)(?= (?:số|về (?:việc )?(?:cấm|tạm)))|"
    rf"{_ISSUES}(?:(?:hai|ba|\d{{1,2}}) )?(?P<decision>quyết định)(?= (?:công bố|ban bố) [^.;:]{{0,120}}?khẩn cấp)|"
    rf"(?P<notice>thông báo)(?= (?:{_URGENT}|tạm dừng|tạm ngừng|cấm)))(?!\w)"
)
# "Tỉnh chưa có thông báo cấm biển": there is none.
_DENIED = re.compile(r"(?<!\w)(?:chưa|không|chẳng)(?: hề)?(?: có| ra| ban hành| phát)?(?: bất kỳ)? $")
_LONGEST_DENIAL = 30
_ISSUED = re.compile(rf"(?<!\w)(?:{_ISSUES}|ký thay [^,;.]{{3,60}} )(?:công điện|{_WIRE}|công văn|văn bản|thông báo|quyết định)(?!\w)")
ASKS = re.compile(r"(?:đề nghị|yêu cầu|kính báo|thông báo (?:đến|cho))\s")
# "Yêu cầu các xã thông báo cấm tàu ra khơi", "giao Ban Chỉ huy quyết định thông báo cấm đò": what somebody else is to make known.
_GIVES = re.compile(r"(?<!\w)(?:đề nghị|yêu cầu|kính báo|thông báo (?:đến|cho)|giao|(?<!ban )chỉ đạo)\s")
_KINDS = {
    "telegram": DocumentKind.CONG_DIEN,
    "letter": DocumentKind.CONG_VAN,
    "sent": DocumentKind.CONG_VAN,
    "notified": DocumentKind.THONG_BAO,
    "notice": DocumentKind.THONG_BAO,
    "decision": DocumentKind.QUYET_DINH,
}


@dataclass(frozen=True, slots=True)
class Said:
    """The word by which a text names the document that it retells."""

    kind: DocumentKind
    span: Span


def tells(source: Source, span: Span) -> bool:
    """Whether the text speaks of a document as of what it retells: "Công điện nêu rõ", "có công điện gửi"."""
    return any(
        not is_carried_out(source, found.start(), span.start) or ASKS.search(source.low, found.end(), span.end)
        for found in _TELLS.finditer(source.low, span.start, span.end)
    )


def tells_of_letter(source: Source, span: Span) -> bool:
    """Whether the text says that a letter was sent and goes on with what it says: "… có công văn gửi các trường. Theo đó, …"."""
    sent = _SENDS_LETTER.search(source.low, span.start, span.end)
    return sent is not None and _ACCORDINGLY.search(source.low, sent.end(), span.end) is not None


def issues(source: Source, span: Span) -> bool:
    """Whether the text says that a paper goes out: "vừa ban hành Công điện số 3", "ra thông báo cấm biển"."""
    return _ISSUED.search(source.low, span.start, span.end) is not None


def speaks(source: Source, span: Span) -> bool:
    """Whether the text names a document otherwise than as what somebody else carries out."""
    return next(_own(source, span), None) is not None


def first_said(source: Source, span: Span) -> Said | None:
    """The first word in `span` that names such a document; one that somebody carries out only where there is no other."""
    found = next(_own(source, span), None) or _SPEAKS.search(source.low, span.start, span.end)
    if found is None or found.lastgroup is None:
        return None
    return Said(_KINDS[found.lastgroup], Span(*found.span(found.lastgroup)))


def all_said(source: Source, span: Span) -> Iterator[int]:
    """Where `span` names such documents."""
    return (found.start(found.lastgroup) for found in _own(source, span) if found.lastgroup)


def _own(source: Source, span: Span) -> Iterator[re.Match[str]]:
    """The words for documents that are not what somebody carries out."""
    said = _SPEAKS.finditer(source.low, span.start, span.end)
    return (
        word
        for word in said
        if not is_carried_out(source, word.start(), span.start)
        and not _DENIED.search(source.low, max(span.start, word.start() - _LONGEST_DENIAL), word.start())
        and not (word["notice"] and _GIVES.search(source.low, span.start, word.start()))
    )


def goes_on(source: Source, span: Span) -> bool:
    """Whether the text begins with what follows from a sentence that is lost."""
    return source.low.startswith(("theo đó,", "theo đó ", "cụ thể,"), span.start)
