"""The addressee is the subject: "Sở Công Thương chủ động …", "Các Bộ: Quốc phòng, Công an:"."""

from __future__ import annotations

import re
from functools import cache

from alertd.reading.heads import is_head
from alertd.reading.persons import are_people
from alertd.reading.rules.leads import leads
from alertd.reading.rules.rule import BY_HOUR, LOOK_BACK, Found, Sentence, names_then_verb, short_name
from alertd.reading.rules.speaker import is_issuer
from alertd.reading.source import UPPER, Source
from alertd.reading.verbs import first_verb

_CONDITION = re.compile(
    r"(?:(?:trong )?(?:trường hợp|tình huống|quá trình|thời gian)|trong (?:dịp|đợt|mùa|kỳ|thời điểm)|(?:ngay |sau |trước ){0,2}khi|nếu|"
    r"(?:riêng )?đối với|(?:song song với|cùng với|bên cạnh)(?! đó,)|tại|ở|trên|dưới|ngoài(?! ra)|tùy(?: theo)?)\s|"
    r"mọi (?:diễn biến|tình huống|sự cố|khó khăn|vướng mắc|vấn đề|phát sinh)\s|"
    r"(?:ngay )?(?:sau|kết thúc|hết) (?:đợt |cơn )?(?:bão|mưa|lũ|thiên tai|rét|dịch)(?=[\s,])|"
    r"riêng (?=(?:hồ|đập|đê|cống|kè|cầu|tuyến|đoạn|khu vực|vùng|công trình|trạm bơm) )"  # a work is dealt with by whoever is named after it
)
# Purposes and situations tell as well: only a word of duty after the names makes an order of it.
_SITUATION = re.compile(
    r"(?:để|nhằm|trước|do|theo (?:ông|bà|đồng chí|ban chỉ (?:huy|đạo)|ubnd|ủy ban nhân dân|chủ tịch|sở|chi cục))\s|"
    r"(?:(?:kể )?từ|sau) (?:\d|sáng|trưa|chiều|tối|đêm|ngày)|trong (?:(?:các|những|hai|ba|\d{1,2}) )?(?:ngày|giờ|đêm|tuần)(?!\w)"
)
_DUTY = re.compile(r"(?:phải|cần|có trách nhiệm|được giao|được yêu cầu|khẩn trương|chủ động|tuyệt đối)(?!\w)")
# "Phó Thủ tướng A ký Công điện …" tells who issued it.
_ISSUES = re.compile(
    r"(?:đưa|dẫn) tin,|(?:(?:cũng|đã|vừa|mới|tiếp tục) )*(?:ký (?:ban hành )?(?:công điện|công văn|văn bản|chỉ thị|quyết định)|"
    r"ban hành (?:công điện|công văn|văn bản|chỉ thị|quyết định)(?: khẩn| hỏa tốc)* số \d)"
)
# "Công ty A vừa phát đi thông báo về việc xả lũ" tells who sends it.
_SENDS = re.compile(r"\s(?:(?:vừa|đã|mới) (?:phát đi|phát|ra|có|gửi|ban hành)|vừa|mới)$")
# "Hồ X có diện tích 8 km²", "Đội Y còn có vai trò quan trọng": how it is.
_DESCRIBES = re.compile(
    r"\s(?:(?:còn|cũng|vốn|hiện) )?(?:có (?:diện|vai trò|công suất|dung tích|chiều|tổng)|là (?:công trình|nơi|một trong))(?!\w)"
)
# "Người dân vùng ngập phải di dời đã được cấp gạo" tells of those who had to.
_HAD_TO = re.compile(r"(?:phải|bị) (?:\w+ ){1,3}đã ")
# "Người dân cần được hướng dẫn …" says what others must do for them.
_BE_HELPED = re.compile(r"(?:cần|phải) (?:\w+ )?được (?!giao|phân công|yêu cầu)")
# What a document is said to hold is ordered whatever its purpose: "Theo chỉ đạo, để chống bão, các bệnh viện bố trí …".
_BY_IT = re.compile(r"theo (?:công điện|công văn|văn bản|chỉ đạo)(?!\w)")
# "Thứ trưởng A chủ trì cuộc họp về bão" is news of a person.
_PRESIDES = re.compile(r"(?:chủ trì|tham dự|dự) (?:cuộc |buổi |phiên )?(?:họp|hội nghị|lễ|làm việc)(?!\w)")
# "Đài A thông tin, chiều 4/10 tâm bão …": when it is so follows; "Các xã thông tin, tuyên truyền …" orders.
_SAYS_SO = re.compile(
    r"(?:nhận định|dự báo|cảnh báo)(?:,| (?:rằng|nếu)(?!\w)| cấp(?! xã| huyện| tỉnh))|cảnh báo nguy cơ|"
    r"thông tin,? (?:rằng|hồi|lúc|sáng|trưa|chiều|tối|đêm|hiện|ngày|đến)(?!\w)"
)
_HAS_DONE = (" cũng ", " đã ", " vừa ", " cũng đã ")
# Who closes the sea is the province itself.
_CLOSES_SEA = re.compile(r"(?:chính thức )?(?:cấm biển|(?:ban hành|ra|phát) lệnh cấm|cấm (?:tàu|các tàu|mọi tàu|toàn bộ tàu))(?!\w)")
_GOVERNMENT = re.compile(rf"(?:UBND |Ủy ban nhân dân )?(?:[Tt]ỉnh|[Tt]hành phố|TP\.?) ?[{UPPER}]")
_PERSON = re.compile(rf"(?:Phó )?(?:Thủ tướng|Bộ trưởng|Thứ trưởng)(?: [{UPPER}]\w*){{2,4}}")
_LEADS_PARTY = re.compile(r"làm trưởng (?:đoàn|ban)(?!\w)")
# What the issuer itself does is told, not ordered.
_OWN_ACTS = re.compile(
    r"(?:xin )?(?:chỉ đạo|yêu cầu|đề nghị|giao|phân công|ban hành|khuyến khích|lưu ý|nhấn mạnh|khuyến cáo|gửi|chia sẻ|thống nhất|"
    r"quyết định|thông báo|công bố|ban bố|nghiêm cấm)(?!\w)"
)
# "Hằng ngày trước 16 giờ các đơn vị báo cáo …": when, before whoever is named, with a comma or without.
_WHEN = re.compile(
    r"(?:(?:hằng|hàng|mỗi) (?:ngày|tuần|giờ|tháng|quý)|định kỳ|(?:trước|chậm nhất|muộn nhất|đến)(?: là| vào| đến| hết)*(?: ngày)? \d|"
    r"(?:chậm nhất |ngay )?trong (?:tháng|quý|năm) (?:\d|[iv]{1,3}(?!\w)))"
)
_LONGEST_WHEN = 60
_COMMA = re.compile(r"(?:[,:]|\sthì)\s")
# "Do Sở Y tế chủ trì": in a few words, who has what the heading names.
_DONE_BY = re.compile(r"(?:(?:nội dung|việc) này )?do (?=[^,.;:]{3,80}? (?:chủ trì|thực hiện|đảm nhiệm|phụ trách|chịu trách nhiệm)(?!\w))")
# "Đối với các huyện, thành phố có ổ dịch …": one more of those who are meant, not who must act.
_UNIT = "(?:huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|tỉnh|thành phố|sở|ban|ngành|bộ)"
_ROW_OF_UNITS = re.compile(rf"(?:các |những ){_UNIT}(?:, {_UNIT})*$")
_SPACE = re.compile(r"\s")
# "Bão rất mạnh, do đó các xã tuyệt đối không chủ quan": what the sentence tells is why it orders.
_THEREFORE = re.compile(r",\s(?:do đó|do vậy|vì vậy|vì thế|bởi vậy),?\s")
# "Trường hợp vượt khả năng, tổng hợp, đề xuất Bộ X, Bộ Y hỗ trợ": the order begins, and those named in it are asked by others.
_REPORTS = re.compile(r"(?:(?:kịp thời|khẩn trương|phải|cần) )*(?:tổng hợp|báo cáo|đề xuất|tham mưu)(?!\w)")
# "17 hộ dân phải di dời" orders those households in a paper's point; anywhere else it tells of them.
_HOUSEHOLDS = re.compile(r"\d{1,3} hộ(?!\w)")
_LONGEST_DUTY = 12
_LONGEST_TITLE = 20
_LONGEST_CONDITION = 200


def read(sentence: Sentence) -> Found | None:
    """The names at the head of the sentence, before a verb of command or, in a paragraph of their own, alone."""
    source, span = sentence.source, sentence.span
    lead = _leads().match(source.low, span.start, span.end)
    start = lead.end() if lead else span.start
    conditions = ((begin, at) for begin in (span.start, start) if (at := _after_condition(sentence, begin)) != begin)
    by = _DONE_BY.match(source.low, start, span.end)
    begin, start = (by.end(), by.end()) if by else next(conditions, (span.start, start))
    short = short_name(sentence, start)
    if start >= span.end or not (short or is_head(source.plain, start, opens=True)):
        return _therefore(sentence)
    names, verb = names_then_verb(sentence, start)
    tells_why = start > begin and _SITUATION.match(source.low, begin) and not _WHEN.match(source.low, begin)
    tells_why = tells_why and not _BY_IT.match(source.low, span.start)
    if tells_why and (verb is None or not _is_duty(sentence, start, verb)):
        return None
    is_heading = sentence.is_heading
    if verb is not None and (_ISSUES.match(source.low, verb) or _LEADS_PARTY.search(source.low, start, verb + _LONGEST_TITLE)):
        return None
    subject = source.low[start : verb or span.end].strip(" :")
    if (
        not names
        or (verb is None and not is_heading)
        or subject == sentence.issuer
        or _DESCRIBES.search(subject)
        or (_HOUSEHOLDS.match(subject) and not sentence.is_point)
        or _SENDS.search(source.plain[start : verb or span.end].strip(" :"))
        or (verb and _HAD_TO.search(source.low, start, verb + _LONGEST_TITLE))
        or (verb and _BE_HELPED.match(source.low, verb) and are_people(names))
    ):
        return None
    orders_after_colon = verb is not None and source.low.endswith(": ", 0, verb)  # "Đài A: dự báo, cảnh báo sớm …"
    if len(names) == 1 and verb is not None and not orders_after_colon and _is_news(sentence, names[0], subject, verb):
        return None
    return Found(names, start, verb, source.text[start : verb or span.end].strip(" :"))


def _is_news(sentence: Sentence, name: str, subject: str, verb: int) -> bool:
    """Whether the sentence tells what the issuer itself does, or over which meeting a person presides."""
    low = sentence.source.low
    if " " not in name and is_issuer(name.lower(), sentence.issuer):
        return True  # "Cục cũng lập đoàn công tác"
    if low.endswith(" sẽ ", 0, verb) and is_issuer(name.lower(), sentence.issuer):
        return True  # "Lãnh đạo Bộ sẽ có mặt tại hiện trường"
    if low.startswith("quyết định ", verb) and low.endswith(_HAS_DONE, 0, verb):
        return True  # "Sở A cũng quyết định cho các trường nghỉ học"
    if _SAYS_SO.match(low, verb):
        return True  # "Trung tâm A nhận định, …"
    if _CLOSES_SEA.match(low, verb) and _GOVERNMENT.match(name):
        return True  # "tỉnh Sơn Khê cấm biển từ 12 giờ"
    presides = _PRESIDES.match(low, verb) and _PERSON.fullmatch(name)
    return bool(presides) or (_OWN_ACTS.match(low, verb) is not None and _is_own(sentence, subject))


def _is_own(sentence: Sentence, subject: str) -> bool:
    """Whether the issuer itself is the subject, by its name or as it calls itself: "Ban Quản lý dự án số 3 (Ban 3) … Ban 3 thông báo"."""
    if is_issuer(subject, sentence.issuer):
        return True
    short, low, span = f"{sentence.issuer} ({subject})", sentence.source.low, sentence.span
    return bool(sentence.issuer) and low.find(short, max(0, span.start - LOOK_BACK), span.end) >= 0


def _therefore(sentence: Sentence) -> Found | None:
    """Those of whom the sentence says what they must do because of what it tells first."""
    source, span = sentence.source, sentence.span
    why = _THEREFORE.search(source.low, span.start, span.end)
    if why is None or not is_head(source.plain, why.end()):
        return None
    names, verb = names_then_verb(sentence, why.end())
    if not names or verb is None or not _is_duty(sentence, why.end(), verb):
        return None
    return Found(names, why.end(), verb, source.text[why.end() : verb].strip())


def _after_condition(sentence: Sentence, start: int) -> int:
    """Where the names begin after a condition: "Trường hợp nước lên nhanh, các xã …"; `start` without one."""
    source, end = sentence.source, sentence.span.end
    if _WHEN.match(source.low, start, end):
        words = (m.end() for m in _SPACE.finditer(source.plain, start, min(end, start + _LONGEST_WHEN)))
        at = next((at for at in words if is_head(source.plain, at)), start)
        is_told = first_verb(source.plain, start, at) is not None  # "Chậm nhất ngày 5/9, báo cáo Sở X"
        return start if is_told else at
    if not (_CONDITION.match(source.low, start, end) or _SITUATION.match(source.low, start, end)):
        return start
    commas = (m.end() for m in _COMMA.finditer(source.plain, start, min(end, start + _LONGEST_CONDITION)))
    begins = next((at for at in commas if _may_begin(source, start, at) or _REPORTS.match(source.low, at, end)), start)
    return start if _REPORTS.match(source.low, begins, end) else begins


def _may_begin(source: Source, start: int, at: int) -> bool:
    """Whether those who must act may begin there; not one more of a row of units that the condition names."""
    return is_head(source.plain, at, opens=True) and _ROW_OF_UNITS.search(source.low, start, at - 2) is None


def _is_duty(sentence: Sentence, start: int, verb: int) -> bool:
    """Whether a word of duty is the verb or stands right before it ("người dân được yêu cầu ở trong nhà"), or an hour is set."""
    low = sentence.source.low
    if BY_HOUR.search(low, verb, sentence.span.end):
        return True
    return bool(_DUTY.match(low, verb) or _DUTY.search(low, max(start, verb - _LONGEST_DUTY), verb + _LONGEST_DUTY))


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"[“\"]?(?:{leads()}[,:\s]+)+|[“\"]")
