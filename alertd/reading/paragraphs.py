"""Puts the paragraphs together again that hard line ends took apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alertd.model.documents import Span
from alertd.reading.heads import OPENS_LIST
from alertd.reading.markers import Marker, marker_at
from alertd.reading.source import Line, Source
from alertd.reading.wrapping import Wrapping, wrapping_of

_PAGE = re.compile(r"(?:trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?$|- ?\d{1,3} ?-$")
_RULE = re.compile(r"[-_=*.…\s]{3,}$")
_ROW = re.compile(r" \|[^|]* \|[^|]*$")
"""A row of a table, its cells parted by strokes."""
# "hoàn thành trong tháng", and on the next line "3/2025": no paragraph ends so.
_EXPECTS_NUMBER = re.compile(r"(?<!\w)(?:ngày|tháng|năm|quý|lúc|hồi|trước|(?:gió|giật|mạnh|lên|rủi ro|thiên tai) cấp|khoảng|từ|đến|số)$")
_EXPECTS_ROMAN = re.compile(r"(?<!\w)(?:lần thứ|khóa|khoá|nhiệm kỳ|thiên tai cấp|báo động|quý)$")
_FIGURE = re.compile(r"\d|[IVX]+(?!\w)")
# Words with which the text begins after the list of recipients, even where the last of them ends in a comma.
_OPENS_TEXT = re.compile(r"(?:Thực hiện|Theo|Căn cứ|Để|Hiện nay|Trước|Nhằm|Triển khai|Tiếp theo|Hồi|Vào hồi|Do|Từ)\s")
_LOST_END = re.compile(r"\./\.(?P<copies>N(?:ơi nhận|ƠI NHẬN))")
# The Party sets what a telegram is about in small letters under its heading.
_WHOLE_HEADING = re.compile(r"CÔNG ĐIỆN(?: KHẨN| HỎA TỐC| THƯỢNG KHẨN)*(?: SỐ:? ?\d[\w/-]*)?$")
_ORDER_IN_CAPITALS = re.compile(r"(?:LỆNH CHO|GIAO|YÊU CẦU|ĐỀ NGHỊ)\s")
"""A heading that orders, and goes on to its colon on the next line."""
_BROKEN_MOTTO = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI(?: CHỦ(?: NGHĨA(?: VIỆT)?)?)?$")
_SURELY_SEEN = 150
_CLOSES = re.compile(r"[^()]*\)")
"""A line that closes the bracket which the one before has opened."""
_FEWEST_SPACES = 2
"""A heading in capitals that no blank line parts from a sentence above has three words at least."""
_ENDS = ".:;!?…"
_HEADINGS = re.compile(
    r"(?:CÔNG ĐIỆN|Công điện gửi\s*:|N(?:ơi nhận|ƠI NHẬN)|K(?:ính gửi|ÍNH GỬI)|Đồng (?:kính )?gửi|Số\s*:|CỘNG H|Độc lập|"
    r"(?:THỦ TƯỚNG|BỘ TRƯỞNG|CHỦ TỊCH|TRƯỞNG BAN) [^:]*(?:điện|ĐIỆN)\s*:|"
    r"V/v|V/V|HỎA TỐC|KT\.|TM\.|TL\.|TUQ\.|(?:QUYẾT ĐỊNH|KẾ HOẠCH|THÔNG BÁO|CHỈ THỊ)$)"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the source; `lines` are the starts of its lines, `marker` its numbering."""

    span: Span
    lines: tuple[int, ...]
    marker: Marker | None
    is_caps: bool

    @property
    def body(self) -> Span:
        """The span without the numbering."""
        return Span(self.span.start + (self.marker.length if self.marker else 0), self.span.end)


def paragraphs(source: Source) -> tuple[Paragraph, ...]:
    """The paragraphs of the text, in order; together they hold every line."""
    groups: list[list[Line]] = []
    wrapping = wrapping_of(source)
    last: Line | None = None
    for line in _lines(source):
        is_first = bool(groups) and len(groups[-1]) == 1
        if last is None or not (
            _is_page_number(source, line, last, wrapping) or _continues(source, last, line, wrapping, is_first=is_first)
        ):
            groups.append([])
        elif _is_page_number(source, line, last, wrapping):
            groups[-1].append(line)
            continue
        groups[-1].append(line)
        last = line
    return tuple(_paragraph(source, group) for group in groups)


def _lines(source: Source) -> Iterator[Line]:
    """The lines of the source, cut where a page lost the line end between the last words and "Nơi nhận:"."""
    for line in source.lines:
        lost = _LOST_END.search(source.text, line.span.start, line.span.end)
        if lost is None:
            yield line
            continue
        yield Line(Span(line.span.start, lost.start("copies")), line.after_blank)
        yield Line(Span(lost.start("copies"), line.span.end), after_blank=False)


def _paragraph(source: Source, group: list[Line]) -> Paragraph:
    span = Span(group[0].span.start, group[-1].span.end)
    marker = marker_at(source.plain, span.start, span.end)
    return Paragraph(span, tuple(line.span.start for line in group), marker, marker is None and is_caps(source.slice(span)))


def is_caps(words: str) -> bool:
    """Whether a line is set in capitals, but for a word or two ("THỦ TƯỚNG CHÍNH PHỦ điện:")."""
    letters = list(filter(str.isalpha, words[:_SURELY_SEEN]))
    return len(letters) >= 3 and letters[0].isupper() and sum(map(str.isupper, letters)) >= 0.65 * len(letters)


def _is_page_number(source: Source, line: Line, last: Line, wrapping: Wrapping | None) -> bool:
    words = source.low[line.span.start : line.span.end]
    return wrapping is not None and bool(_PAGE.match(words)) and source.text[last.span.end - 1] not in _ENDS


def _continues(source: Source, last: Line, line: Line, wrapping: Wrapping | None, *, is_first: bool) -> bool:
    """Whether `line` goes on with the paragraph of `last`, which may be that paragraph's first line."""
    before, here = source.text[last.span.start : last.span.end], source.text[line.span.start : line.span.end]
    if _HEADINGS.match(source.plain, line.span.start, line.span.end) or _RULE.match(before) or _RULE.match(here):
        return False
    if _BROKEN_MOTTO.search(before):
        return True
    if (
        not (line.after_blank or _ROW.search(here))
        and (_EXPECTS_NUMBER if here[0].isdigit() else _EXPECTS_ROMAN).search(before)
        and _FIGURE.match(here)
    ):
        return True
    if _opens_by_number(source, line):
        return line.goes_on and here[0] == "-" and before[-1] not in f"{_ENDS},"
    if line.goes_on:
        return is_caps(before) or not _is_heading(here)
    is_order = not line.after_blank and here[-1] == ":" and here.isupper() and _ORDER_IN_CAPITALS.match(before) is not None
    return is_order or _reads_on(source, last, line, wrapping, is_first=is_first)


def _reads_on(source: Source, last: Line, line: Line, wrapping: Wrapping | None, *, is_first: bool) -> bool:
    """The same by the words alone, where no page shows it and no mark of numbering opens the line."""
    before, here = source.text[last.span.start : last.span.end], source.text[line.span.start : line.span.end]
    wrapped = None if line.after_blank or _ROW.search(before) else wrapping
    if wrapped is not None and _CLOSES.match(here) and before.rfind("(") > before.rfind(")"):
        return True
    if before[-1] in ".:;!?":
        opens_list = before[-1] == ":" and OPENS_LIST.search(source.plain, last.span.start, last.span.end)
        return wrapped is not None and bool(opens_list or not (wrapped.was_ended(before, here, is_first=is_first) or is_caps(here)))
    if here[0].islower():
        return not (_WHOLE_HEADING.match(before) and here.startswith(("về ", "v/v")))
    # "BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG", and on the next line "THÔN điện:"
    if is_caps(before) or is_caps(here):
        # a sentence's last words may be letters alone ("VNPT, / SCTV;", "về / PCTT."), a heading ends in no such sign
        is_last_word = here[-1] == ";" or (here[-1] == "." and " " not in here)
        return wrapped is not None and is_caps(here.removesuffix("điện:")) and (is_caps(before) or before[-1] == "," or is_last_word)
    if line.after_blank and _OPENS_TEXT.match(here):
        return False
    return before[-1] == "," or (wrapped is not None and not wrapped.is_heading_end(before, here, is_first=is_first))


def _is_heading(words: str) -> bool:
    """Whether a line is in capitals and more than abbreviations: those of a list, or a number's letters at the end of a sentence."""
    return words.count(" ") >= _FEWEST_SPACES and is_caps(words) and words[-1] not in ",;"


def _opens_by_number(source: Source, line: Line) -> bool:
    """Whether the line begins with a mark of numbering; a dash counts only before a capital."""
    marker = marker_at(source.plain, line.span.start, line.span.end)
    if marker is None:
        return False
    first = line.span.start + marker.length
    return marker.style != "dash" or source.text[first : first + 1].isupper()
