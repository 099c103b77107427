"""The issuer directs or reminds in words that may only tell: “Bộ chỉ đạo Công ty X phải …”, “… đồng thời chỉ đạo UBND tỉnh X …”."""

from __future__ import annotations

import re
from functools import cache

from alertd.reading.names import names_in
from alertd.reading.rules.leads import leads
from alertd.reading.rules.rule import Found, Sentence, names_then_verb
from alertd.reading.rules.speaker import is_issuer, opens_with
from alertd.reading.source import holds_any

# "Để chủ động ứng phó, đề nghị các địa phương …": the issuer goes without saying.
PURPOSES = (
    "để ",
    "nhằm ",
    "trước ",
    "thực hiện ",
    "triển khai ",
    "căn cứ ",
    "tiếp theo ",
    "tiếp tục ",
    "do ",
    "hiện ",
    "tùy ",
    "khi ",
    "nếu ",
    "trường hợp ",
    "trong ",
)
CONCERNING = re.compile(r"(?:riêng )?(?:đối )?với\s+|riêng\s+")
_PASSES_ON = ("thông báo đến", "thông báo tới", "thông báo cho", "thông báo các", "thông báo tất cả")
_DIRECTING = ("chỉ đạo", "cho phép", "lưu ý", "nhắc nhở", "quán triệt", "nhấn mạnh yêu cầu", *_PASSES_ON)
_DIRECTS = re.compile(
    r" (?<!ban )(?:(?:cũng|đã|đặc biệt|còn|tiếp tục|yêu cầu) ){0,4}"
    r"(?:(?:có ý kiến )?chỉ đạo(?: đến| tới)?|cho phép|lưu ý|nhắc nhở|quán triệt|nhấn mạnh yêu cầu|"
    r"thông báo(?: đến| tới| cho|(?= (?:các|tất cả) )))(?: đối với)?,? "
)
_BESIDES = re.compile(r"(?:[,;]| và)(?: đồng thời)? chỉ đạo ")
# "Thủ tướng gửi lời chia buồn tới các gia đình và yêu cầu Bộ X …"
_CONDOLES = re.compile(
    r" (?:(?:đã|cũng) )?(?:gửi lời|chia buồn|chia sẻ|thăm hỏi|bày tỏ|biểu dương|ghi nhận|đánh giá cao|hoan nghênh|cảm ơn|"
    r"(?:(?:vừa )?có (?:hai |ba )?quyết định )?(?:công bố|ban bố) (?:tình huống|tình trạng|lệnh))(?!\w)"
)
# "Thủ tướng đã chỉ đạo các cơ quan gửi lời thăm hỏi": what was done for those in mourning is told, not ordered.
_COURTESY = re.compile(r"gửi lời (?:thăm hỏi|chia buồn|động viên|chia sẻ|cảm ơn)")
_ASKS_BESIDES = re.compile(r"(?:[,;]| và)(?: đồng thời)? (?:yêu cầu|đề nghị|giao|chỉ đạo) ")
_ON_BEHALF = re.compile(r"thay mặt [^,.;:]{3,60}, ")
# "Ban Chỉ huy cũng lưu ý các xã …": whoever reminds somebody of something besides speaks for the issuer.
_REMINDS_TOO = re.compile(r"\s(?:cũng|còn) (?:đã |vừa |đặc biệt )?(?:lưu ý|nhắc nhở|thông báo (?:đến|tới|cho)) ")
_PAPER = re.compile(
    r"(?:nội dung )?(?:công điện|công văn|văn bản|chỉ thị)(?: khẩn| hỏa tốc)?(?: này)?(?: (?:số )?[\d/][^\s,]*)?(?: ngày [\d/.-]+)?"
    r"(?: của [^,;:]{3,80})?"
)
# "Phó Thủ tướng lưu ý do mưa còn lớn, các địa phương …": why, before those who are reminded.
_WHY = re.compile(r"(?:do|vì|trước|để|trong|khi) [^.;:]{5,160}?, (?=các )")
_LONGEST_SUBJECT = 200
_LONGEST_PURPOSE = 400


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"(?:{leads()}[,:\s]+)+")


def directs(sentence: Sentence) -> Found | None:
    """The issuer's own "chỉ đạo" or "lưu ý", where it is the subject itself and a body follows: "Bộ chỉ đạo Công ty X phải …"."""
    source, span = sentence.source, sentence.span
    lead = _leads().match(source.low, span.start, span.end)
    begin = lead.end() if lead and not CONCERNING.match(source.low, span.start, span.end) else span.start
    longest = _LONGEST_PURPOSE if source.low.startswith(PURPOSES, begin) else _LONGEST_SUBJECT
    end = min(span.end, begin + longest)
    words = _DIRECTS.finditer(source.low, begin, end) if holds_any(source.low, _DIRECTING, begin, end) else ()
    return next(filter(None, (_directed(sentence, begin, says) for says in words)), None)


def _directed(sentence: Sentence, begin: int, says: re.Match[str]) -> Found | None:
    """Who is directed by that word, where the issuer stands before it."""
    source = sentence.source
    subject = source.low[begin : says.start()]
    before: tuple[str, ...] = ()
    if subject.startswith(PURPOSES) or CONCERNING.match(subject):
        before = concerned(sentence, begin + subject.rfind(", ")) if CONCERNING.match(subject) else ()
        subject = subject.rsplit(", ", 1)[-1]
    is_government = subject == "chính phủ" and sentence.issuer.startswith("thủ tướng") and says.group() == " chỉ đạo "
    speaks = is_issuer(subject, sentence.issuer) or is_government or _PAPER.fullmatch(subject) is not None
    if not speaks and not _REMINDS_TOO.match(source.low, says.start(), says.end()):
        return None
    why = _WHY.match(source.low, says.end(), sentence.span.end)
    names, verb = names_then_verb(sentence, why.end() if why else says.end())
    if before and not names:
        verb = says.end()  # "Đối với Bộ X, Ban Chỉ đạo lưu ý việc giữ ấm cho bộ đội": who must act has been named
    if verb is None or _COURTESY.match(source.low, verb) or not (names or (verb == says.end() and not is_government)):
        return None
    return Found((*before, *(names or ())), says.end(), verb, source.text[begin : says.end()].strip())


def directs_besides(sentence: Sentence) -> Found | None:
    """What the issuer directs after something else that it does: "Thủ tướng chia buồn với …, đồng thời chỉ đạo UBND tỉnh X …"."""
    source, span = sentence.source, sentence.span
    if not sentence.issuer or source.low.find(" chỉ đạo ", span.start, span.end) < 0:
        return None  # without an issuer whoever could speak for it is charged
    says = _BESIDES.search(source.low, span.start, span.end)
    behalf = _ON_BEHALF.match(source.low, span.start, span.end)
    if says is None or not opens_with(source.low[behalf.end() if behalf else span.start : says.start()], sentence.issuer):
        return None
    names, verb = names_then_verb(sentence, says.end())
    return Found(names, says.end(), verb, says.group().strip(" ,;")) if names and verb is not None else None


def asks_besides(sentence: Sentence) -> Found | None:
    """What the issuer asks in the sentence in which it condoles or praises: "Thủ tướng gửi lời chia buồn tới … và yêu cầu Bộ X …"."""
    source, span = sentence.source, sentence.span
    condoles = _CONDOLES.search(source.low, span.start, span.end) if sentence.issuer else None
    if condoles is None or not is_issuer(source.low[span.start : condoles.start()].rpartition(", ")[2], sentence.issuer):
        return None
    for asks in _ASKS_BESIDES.finditer(source.low, condoles.end(), span.end):
        names, verb = names_then_verb(sentence, asks.end())
        if names and verb is not None:
            return Found(names, asks.end(), verb, asks.group().strip(" ,;"))
    return None


def concerned(sentence: Sentence, end: int) -> tuple[str, ...]:
    """Those named before the issuer: "Đối với các xã ven biển, Chủ tịch UBND tỉnh yêu cầu cấm biển"."""
    opening = CONCERNING.match(sentence.source.low, sentence.span.start, end)
    return (names_in(sentence.source.text[opening.end() : end]) or ()) if opening else ()
