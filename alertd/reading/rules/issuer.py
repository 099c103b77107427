"""The issuer orders somebody: "Thủ tướng Chính phủ yêu cầu các Bộ … khẩn trương …"."""

from __future__ import annotations

import re
from functools import cache

from alertd.reading.actor import office_before
from alertd.reading.heads import is_body_head, is_brand, is_head
from alertd.reading.lexicon import alternatives, lexicon
from alertd.reading.names import is_everybody, names_in
from alertd.reading.rules.directs import CONCERNING, PURPOSES, asks_besides, concerned, directs, directs_besides
from alertd.reading.rules.leads import COMMANDS, ISSUES, NO_CHARGE
from alertd.reading.rules.rule import Found, Sentence, explained_at, names_then_verb
from alertd.reading.rules.speaker import LONGEST_OFFICE, is_issuer, opens_with
from alertd.reading.source import holds_any
from alertd.reading.verbs import first_verb

_ADVERBS = (" cũng", " đã", " tiếp tục", " đồng thời", " còn", " vừa", " lưu ý", " và", " nêu rõ", " chỉ đạo", " thông báo")
_DATED = re.compile(r"\d[/.-]\d{4}$|năm \d{4}$")
# After a sign begins who orders, and after a word that goes on whose comma is forgotten: "Theo đó Thủ tướng yêu cầu …".
_SINCE = re.compile(r"[,;:.](?:\s|$)|^(?:cũng )?(?:theo đó|đồng thời|ngoài ra|bên cạnh đó) ")
_SAYS = (
    "người đứng đầu",
    "lãnh đạo ",
    *("bộ này ", "sở này ", "ban này ", "cơ quan này ", "đơn vị này ", "công ty này "),
    "tỉnh ",
    "huyện ",
    *("đặc khu ", "thị xã "),
    *("chính quyền tỉnh ", "chính quyền thành phố ", "chính quyền huyện "),
    "thành phố ",
    "ngành ",
    "tp",
    "công điện",
    "nội dung công điện",
    "công văn",
    "thủ tướng",
    "chính phủ",
    "văn bản",
    "chỉ thị",
    "thông báo",
    "kế hoạch",
)
# "Nội dung công điện yêu cầu …", a slip in its second word included.
_CONTENT = re.compile(r"nội \w{2,5} (?:của )?(?:công điện|công văn|văn bản)(?: này)?")
_PRESENTED = re.compile(rf"{ISSUES}$")
_MATTER = "việc "
"""What is asked for may stand as a matter, nobody being named: "Bộ X đề nghị việc sơ tán phải hoàn thành trước 15 giờ"."""
_STATED = r"n(?<!\wn)(?:êu rõ|hấn mạnh)(?= )"
"""What a telegram states may be what somebody must do: "Công điện nêu rõ người đứng đầu các sở chịu trách nhiệm …"."""
_HALF_ASKED = r"y(?<!\wy)êu(?= (?:các|lãnh đạo|ubnd|chủ tịch)(?!\w))"
"""The word that asks with its second half lost, as newspapers print it: "Thủ tướng yêu lãnh đạo các xã …"."""
_SUBORDINATE = re.compile(
    r"(?:(?:phó )?giám đốc |trưởng |chi cục trưởng |tổng giám đốc )?"
    r"(?:sở|phòng|chi cục|công an|(?:tổng )?công ty|tập đoàn|bộ chỉ huy|trung tâm|hạt|trạm|đài|ngành|"
    r"ban quản lý|ban qlda|bqlda|bql|nhà máy|bệnh viện|điện lực|thanh tra) "
)
"""Offices that issue no telegram which others would hand on."""
_TELLS = "thông báo cho"
"""Orders only where a list of what is to be done follows."""
_ASSIGNS = ("phân công", "đã lệnh")
"""What others do or have done as well: only the issuer's own is an order of the document."""
_CONCERNING_PLACES = re.compile(r"(?:đối với|tại) (?:các |những )?(?:khu vực|vùng|nơi|điểm|tuyến|công trình|hồ|đê|đập)(?!\w)")
# "Thành phố yêu cầu từ 18h hôm nay không để người trên lồng bè": when, before what is asked for.
_FROM_HOUR = re.compile(
    r"(?:từ|trước|sau|đến) \d{1,2}\s?(?:giờ|h|g)\d{0,2}(?: (?:hôm nay|cùng ngày|(?:sáng|trưa|chiều|tối) nay|ngày [\d/.-]{1,10}))*,? "
)
_COMMA = re.compile(r",\s")
_THIS_BODY = re.compile(r"(?:các |những )?(?:đơn vị|cơ quan|lực lượng|địa phương|doanh nghiệp|bộ|sở) này")
# "Sở Xây dựng cũng được UBND tỉnh yêu cầu …": who must act stands before the issuer.
_PASSIVE = re.compile(r"\s(?:cũng |đã |còn ){0,2}được\s")
_KINDLY = re.compile(r"(?:đồng chí|đ/c|ông|bà) ")


def read(sentence: Sentence) -> Found | None:
    """The order after "<issuer> yêu cầu", wherever in the sentence it stands."""
    source, span = sentence.source, sentence.span
    may_order = holds_any(source.low, (*lexicon().order_words, _TELLS, "yêu ", "nêu rõ ", "nhấn mạnh ", "lệnh "), span.start, span.end)
    for word in _words().finditer(source.low, span.start, span.end) if may_order else ():
        if word.group() == _TELLS and not source.plain.endswith(":", 0, span.end):
            continue
        subject = _subject_start(sentence, word.start())
        if subject is not None and word.group() in _ASSIGNS and not _may_assign(sentence, subject, word.start()):
            continue
        if subject is None and source.low.startswith(PURPOSES, span.start) and source.plain.endswith(":", 0, span.end):
            subject = office_before(source.plain, span.start, word.start())  # "Để đối phó với bão UBND xã yêu cầu:"
        if subject is None or _are_ordered(sentence, word.start()):
            continue
        start = _asked_at(sentence, word.end())
        if asked := _asked_by_issuer(sentence, subject, word.start()):
            return Found(asked, subject, start, source.text[subject : word.end()])
        names, verb = names_then_verb(sentence, start) if start < span.end else ((), None)
        if names is None and source.low.startswith(_MATTER, start):
            return Found(concerned(sentence, subject), start, start, source.text[subject : word.end()])
        if (names is None and verb != start) or _sums_up(sentence, word.start(), names or ()):
            continue
        is_pointing = names and all(_THIS_BODY.fullmatch(name.lower()) for name in names)
        names = (concerned(sentence, subject) or names) if is_pointing else names or concerned(sentence, subject)
        found = Found(names, start, verb, source.text[subject : word.end()])
        return _directs_before(sentence, found) or found
    return directs(sentence) or directs_besides(sentence) or asks_besides(sentence)


def _directs_before(sentence: Sentence, found: Found) -> Found | None:
    """What the issuer directs in the sentence before it asks: "UBND tỉnh chỉ đạo Sở X mở kho, đồng thời yêu cầu chủ đò dừng chạy"."""
    again = sentence.source.low.find(", đồng thời ", sentence.span.start, found.start)
    directed = directs(sentence) if again >= 0 else None
    is_before = directed is not None and directed.names and directed.verb is not None and directed.verb < again
    return directed if is_before else None


def _asked_at(sentence: Sentence, start: int) -> int:
    """Where those who are asked begin, after a colon also "Đối với": "Ban Chỉ đạo đề nghị: Đối với các tỉnh ven biển phải …", and after the
    places where they are to act: "yêu cầu đối với khu vực bị lũ quét, các xã …".
    """
    source, end = sentence.source, sentence.span.end
    while start < end and source.plain[start] in " :,":
        start += 1
    if hour := _FROM_HOUR.match(source.low, start, end):
        return hour.end()
    if place := _CONCERNING_PLACES.match(source.low, start, end):
        commas = (m.end() for m in _COMMA.finditer(source.plain, place.end(), min(end, start + LONGEST_OFFICE)))
        return next((at for at in commas if is_head(source.plain, at)), start)
    concerning = CONCERNING.match(source.low, start, end) if source.plain[start - 2] == ":" else None
    return concerning.end() if concerning else start


def asks(sentence: Sentence) -> bool:
    """Whether the issuer is the subject of a word that orders, whoever is ordered: "UBND tỉnh yêu cầu đội Áo Xanh chở gạo"."""
    source, span = sentence.source, sentence.span
    if not sentence.issuer or not holds_any(source.low, lexicon().order_words, span.start, span.end):
        return False
    for word in _words().finditer(source.low, span.start, span.end):
        subject = _subject_start(sentence, word.start())
        if subject is not None and is_issuer(_without_adverbs(source.low[subject : word.start()]), sentence.issuer):
            return not _PRESENTED.search(source.low, span.start, word.start())
    return False


def _are_ordered(sentence: Sentence, end: int) -> bool:
    """Whether several bodies, none of them the issuer, are to ask: "Sở Xây dựng, Cảng vụ và UBND các xã yêu cầu chủ đò dừng chạy"; or one
    that opens a point and stands above nobody who issues: "3. Sở Xây dựng yêu cầu chủ đò dừng chạy".
    """
    source, start = sentence.source, sentence.span.start
    if end - start > LONGEST_OFFICE or not is_body_head(source.plain, start) or first_verb(source.plain, start, end) is not None:
        return False
    names = names_in(source.text[start:end]) or ()
    is_subordinate = bool(names) and sentence.is_point and bool(sentence.issuer) and _SUBORDINATE.match(source.low, start)
    return bool(len(names) > 1 or is_subordinate) and not any(is_issuer(name.lower(), sentence.issuer) for name in names)


def _asked_by_issuer(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """Those whom the issuer asks in the passive: "Cục X được Bộ Xây dựng yêu cầu chỉ đạo …"."""
    source = sentence.source
    passive = _PASSIVE.search(source.low, start, end)
    if passive is None or not is_body_head(source.plain, passive.end()):
        return ()
    row = names_in(source.text[sentence.span.start : passive.start()])  # "Các Sở X A, B được Bộ X giao …": all of the row
    return row or names_in(source.text[start : passive.start()]) or ()


def _without_adverbs(words: str) -> str:
    """The subject without what stands between it and the word that orders: "UBND tỉnh cũng đã"."""
    words = words.rstrip()
    end = len(words)
    while adverb := next((a for a in _ADVERBS if words.endswith(a, 0, end)), ""):
        end -= len(adverb)
    return words[:end]


def _may_assign(sentence: Sentence, start: int, end: int) -> bool:
    """Whether it is the issuer that assigns, or the document: "Chủ tịch UBND các xã phân công cán bộ …" orders the chairmen."""
    subject = _without_adverbs(sentence.source.low[start:end])
    return not subject or subject.startswith(_SAYS) or is_issuer(subject, sentence.issuer)


def _sums_up(sentence: Sentence, at: int, names: tuple[str, ...]) -> bool:
    """Whether the sentence presents the telegram and only says that it asks everybody: "… ra công điện yêu cầu các xã chống bão."."""
    plain, span = sentence.source.plain, sentence.span
    is_list = plain.endswith(":", span.start, span.end) or ";" in plain[at : span.end]
    presents = names and not is_list and _PRESENTED.search(sentence.source.low, span.start, at)
    return bool(presents) and all(is_everybody(name) for name in names)


@cache
def _words() -> re.Pattern[str]:
    not_after = ("có ", "theo ", "được ", "khi ", "ngoại ", "bàn ", "chuyển ", "toàn ")
    return re.compile(
        rf"{alternatives(lexicon().order_words, not_after, NO_CHARGE)}|{alternatives((_TELLS,), not_after)}|"
        rf"{_HALF_ASKED}|{_STATED}|{COMMANDS}"
    )


def _is_office(subject: str, issuer: str) -> bool:
    """Whether it is the issuer by the first words of its name: "Tổng Tham mưu trưởng" for that of the army."""
    return subject.count(" ") > 1 and issuer.startswith(f"{subject.strip()} ")


def _subject_start(sentence: Sentence, end: int) -> int | None:
    """Where the office that orders begins, None where what stands before the word is no office.

    Its name may hold commas ("… bảo vệ rừng và phòng cháy, chữa cháy rừng yêu cầu"), but no verb of command.
    """
    source = sentence.source
    low = _without_adverbs(source.low[sentence.span.start : end])
    stops = [m.end() for m in _SINCE.finditer(low)]
    last = stops[-1] if stops else 0
    is_purpose = low.startswith(PURPOSES)
    ends = len(low) if is_purpose and _DATED.search(low) else last  # "Thực hiện Công điện ngày 5/9/2024 đề nghị …", its comma forgotten
    if ends and not low[ends:] and (is_purpose or opens_with(low, sentence.issuer)):
        return sentence.span.start + ends
    for begin in (last, *stops[-2::-1], 0):
        subject, start = low[begin:], sentence.span.start + begin
        if not subject or len(subject) > LONGEST_OFFICE:
            return None
        if not subject.startswith(_SAYS) and first_verb(source.plain, start, start + len(subject)) is not None:
            return None
        if (
            f"{subject} ".startswith(_SAYS)
            or _CONTENT.fullmatch(subject)
            or is_body_head(source.plain, start)
            or ((kindly := _KINDLY.match(subject)) and is_body_head(source.plain, start + kindly.end()))
            or is_brand(source.plain, start)
            or explained_at(source, start, sentence.span.end)
        ):
            return start
        if sentence.issuer and (subject.endswith(sentence.issuer) or _is_office(subject, sentence.issuer)):
            return start
    return None
