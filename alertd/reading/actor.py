"""Finds the office that acts in a sentence: whose verb of issuing, announcing or ordering stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from alertd.model.documents import Span
from alertd.reading.heads import is_body_head
from alertd.reading.lexicon import either, lexicon
from alertd.reading.names import names_in
from alertd.reading.paragraphs import Paragraph
from alertd.reading.sentences import sentences
from alertd.reading.source import UPPER, Source, fold
from alertd.reading.verbs import first_verb

_PURPOSES = re.compile(r"(?:để|nhằm|trước|do)\s")
_COMMAS = re.compile(r",\s+")
_LONGEST_PURPOSE = 320
_TIME_LEAD = re.compile(
    r"(?:(?:chiều|sáng|tối|trưa|đêm|hôm nay|ngày|lúc|vào|hồi|mới đây|trước tình hình|trước diễn biến|trước|để)[^,]{0,160},\s*)+"
)
_TODAY = re.compile(r"(?:trưa|chiều|sáng|tối) nay(?: \([^()]{3,12}\))?,?\s+")
_SOURCE = re.compile(r"^[^:;]{2,60}?(?:đưa tin|dẫn tin|cho hay),\s+(?:(?:chiều|sáng|tối|trưa|đêm|ngày)[^,]{0,30},\s+)?|^[^:;]{3,90}:\s+")
_DATELINE = re.compile(r"(?:\([^()]{2,30}\)|[\w.]{2,24}|báo [\w ]{2,24}?)\s*[-–]\s+")
OFFICIAL = re.compile(r"(?:đồng chí|ông|bà|đ/c)\s[^,]{3,40},\s*")
_AUXILIARY = re.compile(r"(?: cho biết| cho hay)?\s(?:cũng|vừa|đã|mới|tiếp tục|có|vừa có|đã có|thừa ủy quyền|thay mặt)*\s?$")
_TELLS_THAT = re.compile(r",?\s(?:cho biết|cho hay|xác nhận|thông tin|khẳng định)(?!\w)")
_SPOKE_AT = re.compile(r"\s(?:sáng|trưa|chiều|tối|đêm|hôm) (?:nay|qua)(?: \([^()]{3,12}\))?$")
ORDERING = re.compile(r"(?<!\w)(?:yêu cầu|đề nghị|kết luận(?: của [^:;.,]{4,60})?(?=:))(?=[\s:,]),?\s*")
LONGEST_OFFICE = 160
_CAPITAL = re.compile(rf"(?<!\w)[{UPPER}]")
_BARE_TYPE = re.compile(
    r"(?:Tổng |Chi )?[Cc]ục|Bộ|Sở|Văn phòng|(?:Tổng )?[Cc]ông ty|Tập đoàn|(?:Ủy ban [Nn]hân dân|UBND) (?:tỉnh|[Tt]hành phố|TP)|Ủy ban|"
    r"Ban [Cc]hỉ (?:đạo|huy)"
)
_NAME_END = re.compile(
    r"[,;:.()]|\s(?:đã|vừa|sẽ|cũng|yêu cầu|đề nghị|chỉ đạo|cho biết|cho hay|có|ban hành|phát|gửi|ra|ký|thông báo|công bố|ban bố)(?!\w)"
)
_CHARGES = "giao"
_MANY_OFFICES = 3
"""So many in a row do not issue one telegram together: they are to ask others."""
_ANNOUNCES = re.compile(r"\s(?:sẽ|thông báo|tiến hành|vận hành|mở cửa|xả)\s")
_HAS_ISSUED = re.compile(r"\s(?:vừa|đã|mới|có|ra|phát|ký|ban hành)\s")
# "Ban Chỉ đạo Phòng thủ dân sự": the last word that may begin an office belongs to the name before it.
_STAFF_OF = re.compile(
    r"(?<!\w)(?:Văn phòng )?(?:(?:Ban|Bộ|Sở) [Cc]hỉ (?:đạo|huy)|(?:Phó )?Chủ tịch|(?:Phó )?Giám đốc|Bộ trưởng|Thứ trưởng|Phó) $"
)
_PUTS_FORWARD = re.compile(r"\s(?:đưa|nêu)(?: ra)?$")
_WORD = re.compile(r"(?<!\w)\w")
_OFFICE_AFTER = re.compile(r"\)?\s[-–]\s+|[,;:)]\s+")


def actor_in(source: Source, sentence: Span) -> str | None:
    """Who acts in a sentence, whatever opens it."""
    at = subject_at(source, sentence, sentence.end)
    return acting(source, at, sentence.end) if is_body_head(source.plain, at) else None


def subject_at(source: Source, sentence: Span, named: int, begins: int | None = None) -> int:
    """Where a sentence's subject begins, be it an office or not: after what says when, where and for what. `named` is where the document
    is named, `begins` where the office stands that acts in it, if that is known.
    """
    at = sentence.start
    for lead in (_DATELINE, _TIME_LEAD, _TODAY, OFFICIAL):
        if found := lead.match(source.low, at, sentence.end):
            at = found.end()
    return _after_purpose(source, sentence.start, begins or at, named)


def acting(source: Source, at: int, end: int) -> str | None:
    """The office that begins at `at`: what stands before its verb."""
    for verb in _verbs_in(source, at + 3, end):
        words = _who_issues(source.text[at : verb.start()])
        if len(words) > LONGEST_OFFICE:
            return None
        return _AUXILIARY.sub("", _SPOKE_AT.sub("", _after_source(words))) or None
    return None


def _who_issues(words: str) -> str:
    """Who acts where somebody tells of it: "X cho biết, chiều 5/9, Y vừa ban hành …"; whoever tells where nobody else is named."""
    tells, *rest = _TELLS_THAT.split(words, maxsplit=1)
    parts = [part.strip(" ,(:") for part in re.split(r", |: ", rest[0])] if rest else []
    return next((part for part in parts if is_body_head(fold(part), 0)), tells.strip(" ,(:"))


def in_full(source: Source, office: str) -> str:
    """The office by its name, where only its type word speaks and the text has named it: "Cục đã yêu cầu" for "Cục Cầu cống Sơn Khê"."""
    named = re.search(rf"(?<!\w){re.escape(office)} (?=[{UPPER}])", source.plain) if _BARE_TYPE.fullmatch(office) else None
    if named is None:
        return office
    stop = _NAME_END.search(source.low, named.end(), named.end() + LONGEST_OFFICE)
    return source.text[named.start() : stop.start()].strip() if stop else office


def _after_source(words: str) -> str:
    """The office after the newspaper that reports or the topic of the headline: "Báo X đưa tin, chiều 7/8, Bộ Y tế"."""
    rest = _SOURCE.sub("", words, count=1)
    return rest if is_body_head(fold(rest), 0) else words


def _after_purpose(source: Source, start: int, at: int, end: int) -> int:
    """Where the office stands after a purpose that holds commas: "Để phòng lũ, bảo vệ dân, ngày 3/9, Ban Chỉ huy …"; else `at`."""
    if is_body_head(source.plain, at) or not has_purpose(source, start, end):
        return at
    begins = (lead.end() if (lead := _TIME_LEAD.match(source.low, a, end)) else a for a in after_commas(source, at, end))
    return next((b for b in begins if is_body_head(source.plain, b)), at)


def has_purpose(source: Source, start: int, end: int) -> bool:
    """Whether what begins there opens with a purpose: "để …", "trước …"."""
    return _PURPOSES.match(source.low, start, end) is not None


def after_commas(source: Source, start: int, end: int) -> Iterator[int]:
    """Where a purpose may end and the office begin that acts."""
    return (m.end() for m in _COMMAS.finditer(source.low, start, min(end, start + _LONGEST_PURPOSE)))


def office_before(plain: str, start: int, end: int) -> int | None:
    """Where in `[start, end)` the office begins that ends there, whatever stands before it: "… ứng phó với bão UBND xã"."""
    start = list(sentences(plain, start, end))[-1].start if start < end else start
    capitals = (found.start() for found in _CAPITAL.finditer(plain, max(start, end - LONGEST_OFFICE), end))
    begins = [at for at in capitals if is_body_head(plain, at) and first_verb(plain, at, end) is None]
    after_comma = (at for at in reversed(begins) if plain[max(start, at - 2) : at] == ", ")
    return next(after_comma, begins[0] if begins else None)


def nearest_office(source: Source, start: int, end: int) -> str | None:
    """The last office before the verb of issuing, where a heading has run into the sentence: "… (bão X) UBND tỉnh ban hành"."""
    verb = next(_verbs_in(source, max(start, end - 80), end), None)
    limit = verb.start() if verb else end
    from_ = max(start, limit - LONGEST_OFFICE)
    begins = (from_ + m.start() for m in re.finditer(r"(?<=[\s)])\w", source.plain[from_:limit]))
    offices = [b for b in begins if is_body_head(source.plain, b)]
    begin = next((b for b in offices if _is_one_name(source, b, limit)), offices[-1]) if offices else limit
    if staff := _STAFF_OF.search(source.plain, from_, begin):
        begin = staff.start()
    office = _PUTS_FORWARD.sub("", source.text[begin:limit].strip(" ,("))
    return office if office and names_in(office) else None


def _is_one_name(source: Source, start: int, end: int) -> bool:
    """Whether an office and nothing else stands there: "Thứ trưởng Bộ Công an", of which "Công an" alone is another one."""
    words = source.text[start:end].strip(" ,(")
    return "," not in words and first_verb(source.plain, start, end) is None and len(names_in(words) or ()) == 1


def _verbs_in(source: Source, start: int, end: int) -> Iterator[re.Match[str]]:
    """The verbs of issuing that are not part of a name: "Ban chỉ đạo", "Bộ Nông nghiệp và Phát triển nông thôn"."""
    found = (v for v in _verbs().finditer(source.low, start, end) if not source.low.endswith("ban ", 0, v.start()))
    return (v for v in found if not source.plain[v.start()].isupper() and (v.group() != _CHARGES or _charges(source, v.end())))


def _charges(source: Source, at: int) -> bool:
    """Whether somebody is named there who is charged: "UBND tỉnh giao Sở X …", also after the paper that does it, in brackets."""
    return source.low.startswith((" các ", " ("), at) or is_body_head(source.plain, at + 1)


@cache
def _verbs() -> re.Pattern[str]:
    words = (
        *lexicon().issuing,
        "vừa",
        "đã",
        "chủ trì",
        "yêu cầu",
        "đề nghị",
        _CHARGES,
        "phát hành",
        "thông báo",
        "trả lời",
        "thống nhất",
        "họp",
        "mới",
        "cũng",
    )
    return re.compile(rf"(?<=\s)(?:{either(tuple(sorted(words, key=len, reverse=True)))}|kết luận(?=:))")


def announcer_in(source: Source, paragraph: Paragraph) -> str | None:
    """Who announces what it is about to do: "Công ty … sẽ tiến hành xả lũ"."""
    for sentence in sentences(source.plain, paragraph.span.start, paragraph.span.end):
        for announces in _ANNOUNCES.finditer(source.low, sentence.start, sentence.end):
            begins = (m.start() for m in _WORD.finditer(source.plain, sentence.start, announces.start()))
            if (at := next((b for b in begins if is_body_head(source.plain, b)), None)) is not None:
                return source.text[at : announces.start()].strip(" ,")
    return None


def orderer_in(source: Source, paragraph: Paragraph, ordering: re.Pattern[str] = ORDERING) -> str | None:
    """The office that orders in a sentence: "(Báo X) - Bộ trưởng Bộ Y yêu cầu …", "Để ứng phó với bão, UBND tỉnh X đề nghị …"."""
    own = sentences(source.plain, paragraph.span.start, paragraph.span.end)
    offices = (_ordering_office(source, s.start, asks.start()) for s in own for asks in ordering.finditer(source.low, s.start, s.end))
    return next(filter(None, offices), None)


def _ordering_office(source: Source, start: int, end: int) -> str | None:
    """The office that ends where a word of ordering stands, in a sentence that begins at `start`."""
    if source.low.startswith("được", end - 5):
        return None  # "Chủ tịch UBND huyện được yêu cầu …": who is asked
    near = max(start, end - LONGEST_OFFICE)
    begins = [start] if near == start else []
    for at in (*begins, *(m.end() for m in _OFFICE_AFTER.finditer(source.plain, near, end))):
        if is_body_head(source.plain, at) and first_verb(source.plain, at, end) is None:
            office = _HAS_ISSUED.split(_AUXILIARY.sub("", source.text[at:end].strip(" ,")))[0]
            if office:
                return office if len(names_in(office) or ()) < _MANY_OFFICES else None
    return None
