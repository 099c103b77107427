"""The issuer orders somebody: "Thủ tướng Chính phủ yêu cầu các Bộ … khẩn trương …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from alertd.reading.actor import office_before
from alertd.reading.heads import is_body_head, is_brand, is_head
from alertd.reading.lexicon import either, lexicon
from alertd.reading.names import is_everybody, names_in
from alertd.reading.rules.leads import ISSUES, leads
from alertd.reading.rules.rule import Found, Sentence, explained_at, names_then_verb
from alertd.reading.source import holds_any
from alertd.reading.verbs import first_verb

_ADVERBS = ("cũng", "đã", "tiếp tục", "đồng thời", "còn", "vừa", "lưu ý", "và", "nêu rõ", "chỉ đạo", "thông báo")
_ENDS_IN_ADVERBS = re.compile(rf"(?:\s(?:{'|'.join(_ADVERBS)}))+$")
_DATED = re.compile(r"\d[/.-]\d{4}$|năm \d{4}$")
_SINCE = re.compile(r"[,;:.](?:\s|$)")
_SAYS = (
    "người đứng đầu",
    "lãnh đạo ",
    *("bộ này ", "sở này ", "ban này ", "cơ quan này ", "đơn vị này ", "công ty này "),
    "tỉnh ",
    "thành phố ",
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
# "Để chủ động ứng phó, đề nghị các địa phương …": the issuer goes without saying.
# "Nội dung công điện yêu cầu …", a slip in its second word included.
_CONTENT = re.compile(r"nội \w{2,5} (?:của )?(?:công điện|công văn|văn bản)(?: này)?")
_PRESENTED = re.compile(rf"{ISSUES}$")
_PURPOSES = (
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
_MATTER = "việc "
"""What is asked for may stand as a matter, nobody being named: "Bộ X đề nghị việc sơ tán phải hoàn thành trước 15 giờ"."""
_STATED = r"(?<!\w)(?:nêu rõ|nhấn mạnh)(?= )"
"""What a telegram states may be what somebody must do: "Công điện nêu rõ người đứng đầu các sở chịu trách nhiệm …"."""
_HALF_ASKED = r"(?<!\w)yêu(?= (?:các|lãnh đạo|ubnd|chủ tịch)(?!\w))"
"""The word that asks with its second half lost, as newspapers print it: "Thủ tướng yêu lãnh đạo các xã …"."""
_COMMANDS = (
    r"(?<!\w)(?<!mệnh )lệnh(?= (?:giám đốc|tổng giám đốc|công ty|nhà máy|chủ (?:hồ|đập)|chủ tịch|các (?:công ty|chủ |đơn vị))(?!\w))"
)
"""The bare word of command before whoever is commanded: "Bộ trưởng Bộ X lệnh Giám đốc Công ty Y mở cửa xả"."""
_SUBORDINATE = re.compile(
    r"(?:(?:phó )?giám đốc |trưởng |chi cục trưởng |tổng giám đốc )?"
    r"(?:sở|phòng|chi cục|công an|(?:tổng )?công ty|tập đoàn|bộ chỉ huy|trung tâm|hạt|trạm|đài) "
)
"""Offices that issue no telegram which others would hand on."""
_TELLS = "thông báo cho"
"""Orders only where a list of what is to be done follows."""
_ASSIGNS = ("phân công", "đã lệnh")
"""What others do or have done as well: only the issuer's own is an order of the document."""
_CONCERNING = re.compile(r"(?:riêng )?đối với\s+|riêng\s+|với\s+")
_CONCERNING_PLACES = re.compile(r"(?:đối với|tại) (?:các |những )?(?:khu vực|vùng|nơi|điểm|tuyến|công trình|hồ|đê|đập)(?!\w)")
# "Thành phố yêu cầu từ 18h hôm nay không để người trên lồng bè": when, before what is asked for.
_FROM_HOUR = re.compile(
    r"(?:từ|trước|sau|đến) \d{1,2}\s?(?:giờ|h|g)\d{0,2}(?: (?:hôm nay|cùng ngày|(?:sáng|trưa|chiều|tối) nay|ngày [\d/.-]{1,10}))*,? "
)
_COMMA = re.compile(r",\s")
_THIS_BODY = re.compile(r"(?:các |những )?(?:đơn vị|cơ quan|lực lượng|địa phương|doanh nghiệp|bộ|sở) này")
# "Sở Xây dựng cũng được UBND tỉnh yêu cầu …": who must act stands before the issuer.
_PASSIVE = re.compile(r"\s(?:cũng |đã |còn ){0,2}được\s")
_PASSES_ON = ("thông báo đến", "thông báo tới", "thông báo cho")
_DIRECTING = ("chỉ đạo", "cho phép", "lưu ý", "nhắc nhở", "quán triệt", "nhấn mạnh yêu cầu", *_PASSES_ON)
_DIRECTS = re.compile(
    r" (?<!ban )(?:(?:cũng|đã|đặc biệt|còn|tiếp tục|yêu cầu) ){0,4}"
    r"(?:(?:có ý kiến )?chỉ đạo(?: đến| tới)?|cho phép|lưu ý|nhắc nhở|quán triệt|nhấn mạnh yêu cầu|"
    r"thông báo (?:đến|tới|cho))(?: đối với)?,? "
)
_BESIDES = re.compile(r"(?:[,;]| và)(?: đồng thời)? chỉ đạo ")
_ON_BEHALF = re.compile(r"thay mặt [^,.;:]{3,60}, ")
# "Ban Chỉ huy cũng lưu ý các xã …": whoever reminds somebody of something besides speaks for the issuer.
_REMINDS_TOO = re.compile(r"\s(?:cũng|còn) (?:đặc biệt )?(?:lưu ý|nhắc nhở) ")
_BY_PERSON = re.compile(r"(?:ông|bà|đồng chí) (?=\w+ \w+)")
_HOLDER = re.compile(r"^(?:phó )?(?:bộ trưởng|chủ tịch|giám đốc|trưởng) (?=bộ |sở |ban |ubnd |ủy ban )")
_TITLED = ("chủ tịch", "phó chủ tịch", "giám đốc", "bộ trưởng", "trưởng ban", "ban chỉ", "cục trưởng", "tư lệnh", "ủy ban", "văn phòng")
_TYPES = ("tổng công ty", "tập đoàn", "công ty", "cục", "sở", "bộ", "quân khu", "thành phố", "tỉnh", "huyện", "xã", "phường")
_OF_GOVERNMENT = ("thủ tướng", "phó thủ tướng", "lãnh đạo chính phủ", "người đứng đầu chính phủ")
_DEPUTY = "phó thủ tướng "
_LONGEST_SUBJECT = 200
_LONGEST_OFFICE = 220


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
        if subject is None and source.low.startswith(_PURPOSES, span.start) and source.plain.endswith(":", 0, span.end):
            subject = office_before(source.plain, span.start, word.start())  # "Để đối phó với bão UBND xã yêu cầu:"
        if subject is None or _are_ordered(sentence, word.start()):
            continue
        start = _asked_at(sentence, word.end())
        if asked := _asked_by_issuer(sentence, subject, word.start()):
            return Found(asked, subject, start, source.text[subject : word.end()])
        names, verb = names_then_verb(sentence, start) if start < span.end else ((), None)
        if names is None and source.low.startswith(_MATTER, start):
            return Found(_concerned(sentence, subject), start, start, source.text[subject : word.end()])
        if (names is None and verb != start) or _sums_up(sentence, word.start(), names or ()):
            continue
        is_pointing = names and all(_THIS_BODY.fullmatch(name.lower()) for name in names)
        names = (_concerned(sentence, subject) or names) if is_pointing else names or _concerned(sentence, subject)
        return Found(names, start, verb, source.text[subject : word.end()])
    return _directs(sentence) or _directs_besides(sentence)


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
        commas = (m.end() for m in _COMMA.finditer(source.plain, place.end(), min(end, start + _LONGEST_OFFICE)))
        return next((at for at in commas if is_head(source.plain, at)), start)
    concerning = _CONCERNING.match(source.low, start, end) if source.plain[start - 2] == ":" else None
    return concerning.end() if concerning else start


def asks(sentence: Sentence) -> bool:
    """Whether the issuer is the subject of a word that orders, whoever is ordered: "UBND tỉnh yêu cầu đội Áo Xanh chở gạo"."""
    source, span = sentence.source, sentence.span
    if not sentence.issuer or not holds_any(source.low, lexicon().order_words, span.start, span.end):
        return False
    for word in _words().finditer(source.low, span.start, span.end):
        subject = _subject_start(sentence, word.start())
        if subject is not None and is_issuer(_ENDS_IN_ADVERBS.sub("", source.low[subject : word.start()].rstrip()), sentence.issuer):
            return not _PRESENTED.search(source.low, span.start, word.start())
    return False


def _are_ordered(sentence: Sentence, end: int) -> bool:
    """Whether several bodies, none of them the issuer, are to ask: "Sở Xây dựng, Cảng vụ và UBND các xã yêu cầu chủ đò dừng chạy"; or one
    that opens a point and stands above nobody who issues: "3. Sở Xây dựng yêu cầu chủ đò dừng chạy".
    """
    source, start = sentence.source, sentence.span.start
    if end - start > _LONGEST_OFFICE or not is_body_head(source.plain, start) or first_verb(source.plain, start, end) is not None:
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
    return names_in(source.text[start : passive.start()]) or ()


def _may_assign(sentence: Sentence, start: int, end: int) -> bool:
    """Whether it is the issuer that assigns, or the document: "Chủ tịch UBND các xã phân công cán bộ …" orders the chairmen."""
    subject = _ENDS_IN_ADVERBS.sub("", sentence.source.low[start:end].rstrip())
    return not subject or subject.startswith(_SAYS) or is_issuer(subject, sentence.issuer)


def _sums_up(sentence: Sentence, at: int, names: tuple[str, ...]) -> bool:
    """Whether the sentence presents the telegram and only says that it asks everybody: "… ra công điện yêu cầu các xã chống bão."."""
    plain, span = sentence.source.plain, sentence.span
    is_list = plain.endswith(":", span.start, span.end) or ";" in plain[at : span.end]
    presents = names and not is_list and _PRESENTED.search(sentence.source.low, span.start, at)
    return bool(presents) and all(is_everybody(name) for name in names)


def _concerned(sentence: Sentence, end: int) -> tuple[str, ...]:
    """Those named before the issuer: "Đối với các xã ven biển, Chủ tịch UBND tỉnh yêu cầu cấm biển"."""
    opening = _CONCERNING.match(sentence.source.low, sentence.span.start, end)
    return (names_in(sentence.source.text[opening.end() : end]) or ()) if opening else ()


def _directs(sentence: Sentence) -> Found | None:
    """The issuer's own "chỉ đạo" or "lưu ý", where it is the subject itself and a body follows: "Bộ chỉ đạo Công ty X phải …"."""
    source, span = sentence.source, sentence.span
    lead = _leads().match(source.low, span.start, span.end)
    begin = lead.end() if lead and not _CONCERNING.match(source.low, span.start, span.end) else span.start
    end = min(span.end, begin + _LONGEST_SUBJECT)
    says = _DIRECTS.search(source.low, begin, end) if holds_any(source.low, _DIRECTING, begin, end) else None
    if says is None:
        return None
    subject = source.low[begin : says.start()]
    concerned: tuple[str, ...] = ()
    if subject.startswith(_PURPOSES) or _CONCERNING.match(subject):
        concerned = _concerned(sentence, begin + subject.rfind(", ")) if _CONCERNING.match(subject) else ()
        subject = subject.rsplit(", ", 1)[-1]
    is_government = subject == "chính phủ" and sentence.issuer.startswith("thủ tướng") and says.group() == " chỉ đạo "
    if not is_issuer(subject, sentence.issuer) and not is_government and not _REMINDS_TOO.match(source.low, says.start(), says.end()):
        return None
    names, verb = names_then_verb(sentence, says.end())
    if concerned and not names:
        verb = says.end()  # "Đối với Bộ X, Ban Chỉ đạo lưu ý việc giữ ấm cho bộ đội": who must act has been named
    if verb is None or not (names or (verb == says.end() and not is_government)):
        return None
    return Found((*concerned, *(names or ())), says.end(), verb, source.text[begin : says.end()].strip())


def charged_in_point(sentence: Sentence) -> Sentence:
    """The sentence of a numbered point, without its issuer where one who could speak for it is charged: "5. Phó Thủ tướng A chỉ đạo …"."""
    is_charged = sentence.is_point and sentence.source.low.startswith(_DEPUTY, sentence.span.start)
    return replace(sentence, issuer="") if is_charged else sentence


def charged_beside(sentence: Sentence, names: Sequence[str]) -> Sentence:
    """A clause after the one that charges `names`, without its issuer where one of them could speak for it; so the next is charged too:
    "Giao Phó Thủ tướng A …; Phó Thủ tướng B chỉ đạo …".
    """
    is_charged = any(is_issuer(name.lower(), sentence.issuer) for name in names)
    return replace(sentence, issuer="") if is_charged else sentence


def _directs_besides(sentence: Sentence) -> Found | None:
    """What the issuer directs after something else that it does: "Thủ tướng chia buồn với …, đồng thời chỉ đạo UBND tỉnh X …"."""
    source, span = sentence.source, sentence.span
    if not sentence.issuer or source.low.find(" chỉ đạo ", span.start, span.end) < 0:
        return None  # without an issuer whoever could speak for it is charged
    says = _BESIDES.search(source.low, span.start, span.end)
    behalf = _ON_BEHALF.match(source.low, span.start, span.end)
    if says is None or not _opens_with(source.low[behalf.end() if behalf else span.start : says.start()], sentence.issuer):
        return None
    names, verb = names_then_verb(sentence, says.end())
    return Found(names, says.end(), verb, says.group().strip(" ,;")) if names and verb is not None else None


def _opens_with(low: str, issuer: str) -> bool:
    """Whether the issuer is the subject of what stands before: "Thủ tướng gửi lời thăm hỏi …; yêu cầu …"."""
    if low.startswith(("thủ tướng ", "phó thủ tướng ", "công điện ")):
        return True
    low, issuer = (name.replace("ubnd", "ủy ban nhân dân") for name in (low[:_LONGEST_OFFICE], issuer))
    # A title alone names many: "Chủ tịch UBND các huyện cấm đường; yêu cầu …" is no telegram's issuer who is "Chủ tịch UBND tỉnh".
    words = issuer.split()[: 7 if issuer.startswith(_TITLED) else 2]
    return len(words) > 1 and low.startswith(f"{' '.join(words)} ")


def is_issuer(subject: str, issuer: str) -> bool:
    """Whether the subject is the issuer: in full, by its first words, with the name of the person, as the holder of its office
    ("Bộ trưởng Bộ Y tế" for "Bộ Y tế"), or the Prime Minister's deputy.
    """
    if not subject or not issuer:
        return False
    if (named := _BY_PERSON.match(subject)) and issuer.endswith(f" {subject[named.end() :]}"):
        return True  # "Ông Lê Văn Mẫu cũng chỉ đạo …" for "Chủ tịch UBND tỉnh Lê Văn Mẫu"
    subject, issuer = (name.replace("ubnd", "ủy ban nhân dân").replace("tp ", "thành phố ") for name in (subject, issuer))
    same = ((subject, issuer), (_HOLDER.sub("", subject), _HOLDER.sub("", issuer)))
    if subject in _TYPES:
        return f" {subject} " in f" {issuer} "  # "Tổng công ty chỉ đạo …" for its own command committee
    is_same = any(f"{b} ".startswith((f"{a} ", f"{a}, ")) or f"{a} ".startswith((f"{b} ", f"{b}, ")) for a, b in same)
    return is_same or (issuer.startswith("thủ tướng") and subject.startswith(_OF_GOVERNMENT))


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"(?:{leads()}[,:\s]+)+")


@cache
def _words() -> re.Pattern[str]:
    not_after = ("có ", "theo ", "được ", "khi ", "ngoại ", "bàn ", "chuyển ", "toàn ")
    return re.compile(
        rf"{either(lexicon().order_words, not_after)}(?!(?<=giao) thông)|{either((_TELLS,), not_after)}|{_HALF_ASKED}|{_STATED}|{_COMMANDS}"
    )


def _subject_start(sentence: Sentence, end: int) -> int | None:
    """Where the office that orders begins, None where what stands before the word is no office.

    Its name may hold commas ("… bảo vệ rừng và phòng cháy, chữa cháy rừng yêu cầu"), but no verb of command.
    """
    source = sentence.source
    low = source.low[sentence.span.start : end].rstrip()
    low = _ENDS_IN_ADVERBS.sub("", low) if low.endswith(_ADVERBS) else low
    stops = [m.end() for m in _SINCE.finditer(low)]
    last = stops[-1] if stops else 0
    is_purpose = low.startswith(_PURPOSES)
    ends = len(low) if is_purpose and _DATED.search(low) else last  # "Thực hiện Công điện ngày 5/9/2024 đề nghị …", its comma forgotten
    if ends and not low[ends:] and (is_purpose or _opens_with(low, sentence.issuer)):
        return sentence.span.start + ends
    for begin in (last, *stops[-2::-1], 0):
        subject, start = low[begin:], sentence.span.start + begin
        if not subject or len(subject) > _LONGEST_OFFICE:
            return None
        if not subject.startswith(_SAYS) and first_verb(source.plain, start, start + len(subject)) is not None:
            return None
        if (
            f"{subject} ".startswith(_SAYS)
            or _CONTENT.fullmatch(subject)
            or is_body_head(source.plain, start)
            or is_brand(source.plain, start)
            or explained_at(source, start, sentence.span.end)
        ):
            return start
        if sentence.issuer and subject.endswith(sentence.issuer):
            return start
    return None
