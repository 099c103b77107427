"""Decides whether a document must be passed on at once, and says why."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from alertd.model.documents import DocumentKind, Hazard
from alertd.reading.case import Case
from alertd.reading.hazards import ACCIDENTS, HAPPENED, first_hazard, hazard_patterns, hazards_in, is_weak
from alertd.reading.lexicon import any_of, first_of, lexicon
from alertd.reading.threats import COMMANDED, threats

_NEVER = frozenset(
    {
        DocumentKind.KE_HOACH,
        DocumentKind.NGHI_QUYET,
        DocumentKind.THONG_TU,
        DocumentKind.BAO_CAO,
        DocumentKind.TO_TRINH,
        DocumentKind.BAN_TIN,
    }
)
# What is ordered after an accident: those whom it hit are looked after, its cause is looked for.
_RESPONDS = re.compile(r"(?<!\w)(?:cứu chữa|cấp cứu|người bị (?:nạn|thương)|các nạn nhân|nguyên nhân (?:các )?vụ)(?!\w)")
# Whoever is to be healed now has been hit, whatever a letter says that it is about.
_HEALS = re.compile(
    r"(?<!\w)(?:(?:tiếp tục|tập trung|tích cực|khẩn trương|kịp thời)(?: nguồn lực)? (?:cấp cứu|cứu chữa|điều trị)|"
    r"cứu chữa|(?:các|cho) (?:nạn nhân|người bị (?:nạn|thương)))(?!\w)"
)
# What is done against a disease only where it is: who was near is traced, who is ill is killed or kept apart.
_CONTAINS = re.compile(
    r"(?<!\w)(?:truy vết|bệnh viện dã chiến|chốt kiểm soát(?: liên ngành)?(?: phòng,? chống)? dịch|"
    r"tiêu hủy (?:ngay |toàn bộ |kịp thời |hết |số )*(?:lợn|gia cầm|gia súc|trâu|bò|dê|vịt|gà|đàn|động vật)(?!\w))"
)
# Who must be moved at once, or by an hour, is in danger now.
_MOVES_NOW = re.compile(
    r"(?<!\w)(?:(?:sơ tán|di dời)(?: khẩn cấp)? ngay|(?:khẩn trương|khẩn cấp|lập tức)[^.;]{0,60}? (?:sơ tán|di dời)|"
    r"(?:sơ tán|di dời)[^.;]{0,80}? (?:trước|chậm nhất|xong trong) \d{1,2}\s?(?:giờ|h)(?:\d{2})?)(?!\w)"
)
# What a decision declares that must be met at once.
_DECLARED = re.compile(r"(?<!\w)(?:tình huống|tình trạng|lệnh)[^.;:]{0,80}? khẩn cấp(?!\w)")
# Whose course is to be followed is coming, whatever ordinary business the telegram is also about.
_COMING = re.compile(r"(?<!\w)diễn biến(?: phức tạp)?(?: của)?(?: cơn)? (?:bão|áp thấp)(?!,? lũ|\w)")
# "giải ngân kinh phí chống hạn": what money or work is for is no danger now.
_OBJECT_OF_BUSINESS = re.compile(
    r"(?<!\w)(?:dự án|công trình|nguồn vốn|kinh phí|chương trình)(?:,? \w+){0,5},? (?:khắc phục|phòng|chống)(?!\w)[^,;.]*"
)
# Ships and tourists called back before a storm are no matter of tourism.
_TOURIST_SHIP = re.compile(r"(?:tàu|thuyền|phương tiện|khách)(?: thuyền)? du lịch")
# A plan against the storm that is coming is no plan for the season.
_PLAN_FOR_THIS = re.compile(r"(?:phương án|kế hoạch) phòng,? (?:chống|tránh) (?=(?:cơn |siêu )?bão (?:số )?\d)")
# Where something was concluded is no occasion of its own: "Kết luận tại Hội nghị trực tuyến ứng phó bão số 5".
_MEETING = re.compile(r"(?<!\w)tại (?:các )?(?:hội nghị|cuộc họp|buổi họp)(?!\w)")
# "phòng, chống dịch bệnh", "khắc phục nhanh hậu quả …": what stands before a hazard that is acted upon.
_ACTS_UPON = re.compile(
    r"(?<!\w)(?:phòng|chống|chữa|ứng phó|đối phó|ngăn chặn|ngăn ngừa|kiểm soát|khống chế|khắc phục)"
    r"(?:,? (?:chống|ngừa|với|các|bệnh|dịch|tình trạng|nguy cơ|hậu quả|nhanh|kịp thời)){0,4} $"
)
# What an office is named for is no business of its own: "Ban An toàn giao thông", "Viện Khoa học công nghệ", "Cục Hàng không".
_OFFICE_BEFORE = re.compile(r"(?<!\w)(?:(?<!cơ )sở|cục|viện|ban|cảng|hội|công ty|tập đoàn|trung tâm|ngân hàng) $")
_ENTERPRISE_BEFORE = re.compile(r"(?<!\w)(?:công ty|tập đoàn)(?: [^\s,.;:]+){1,5} $")
_LONGEST_HEAD = 48
_COMMANDS = re.compile(rf"(?<!\w){COMMANDED}")
# One that happened is dealt with; of many they only speak: "các vụ cháy", "giảm số vụ tai nạn".
_THE_ACCIDENT = re.compile(r"(?<!các )(?<!số )(?<!những )(?<!nhiều )(?<!\w)vụ (?:tai nạn|cháy|nổ|sập|lật|chìm|ngộ độc|rò rỉ|va chạm)(?!\w)")
_LONGEST_ACT = 48
# What is under way or coming by its name: no occasion that is told beside it makes its orders a ceremony.
_EVENT = re.compile(r"(?<!\w)(?:bão số \d|siêu bão|(?:cơn|tâm) bão|áp thấp nhiệt đới|atnđ)")
# What it changes or ends is told in the text, not in the subject: "Đính chính Công điện số 08/CĐ-UBND".
_OF_ANOTHER = re.compile(
    r"(?:đính chính|sửa đổi|bổ sung|điều chỉnh|thay thế|bãi bỏ|kết thúc|dừng)(?!\w)[^.;:]{0,60}?(?<!\w)công điện(?!\w)"
)
_ENOUGH_ORDERS = 3
"""Fewer orders may be about something that no list of hazards knows."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision, its reason in Vietnamese, and the hazards."""

    is_emergency: bool
    reason: str
    hazards: tuple[Hazard, ...]


def judge(case: Case) -> Verdict:
    """Triage by kind, subject and situation. In doubt a telegram is an emergency: a missed one is worse than a false alarm."""
    is_emergency, reason = _decide(case)
    return Verdict(is_emergency, reason, threats(case) if is_emergency else hazards_in(case.subject))


def _decide(case: Case) -> tuple[bool, str]:
    if case.kind is DocumentKind.CONG_DIEN:
        return _telegram(case)
    if case.kind in _NEVER:
        return False, "Loại văn bản này không phát lệnh ứng phó khẩn cấp."
    return _other(case)


def _telegram(case: Case) -> tuple[bool, str]:
    """A telegram on a hazard is an emergency; ordinary business only where no strong hazard stands beside it. The subject decides
    before the purpose, and that before the situation; where it names no hazard and hardly an order is about one, it is administration.
    """
    told = case.situation if _RESPONDS.search(" ".join(case.orders)) else ""
    happened = HAPPENED.search(f"{case.subject} {case.purpose} {told}") or _COMING.search(" ".join(case.orders))
    for place, words in (("trích yếu", case.subject), ("mục đích", case.purpose), ("nội dung", case.situation)):
        found, phrase = first_hazard(words)
        strong = [h for h in hazards_in(_OBJECT_OF_BUSINESS.sub("", words)) if not is_weak(h)]
        ordinary = _business(words, is_subject=words is case.subject)
        if ordinary and not strong and not happened:
            return False, f"Công điện về công việc thường xuyên (“{ordinary}”)."
        if found:
            return True, f"Công điện về {found}: có “{phrase}” trong {place}."
        if words and words is case.subject and _is_administration(case):
            return False, "Trích yếu và phần lớn các việc phải làm không nói đến thiên tai, dịch bệnh hay sự cố nào."
    if case.urgency:
        return True, "Công điện đóng dấu khẩn, không rõ loại hình: coi là khẩn cấp."
    if ordinary := _ordered_business(case):
        return False, f"Công điện giao công việc thường xuyên (“{ordinary}”)."
    return (
        bool(case.orders),
        "Công điện không rõ loại hình: coi là khẩn cấp cho đến khi cán bộ xem." if case.orders else "Công điện không giao việc cho ai.",
    )


def _other(case: Case) -> tuple[bool, str]:
    """Any other document only where its subject tells of something in force, or it is urgent and about a hazard."""
    lead = case.subject or case.situation[:600]
    lead = _PLAN_FOR_THIS.sub("chống ", _MEETING.sub("tại", lead))
    seasonal = first_of(lead, lexicon().seasonal)
    orders = " ".join(case.orders)
    happened = HAPPENED.search(lead) and _RESPONDS.search(orders)
    is_told_of_storm = not case.subject and _EVENT.search(lead)
    ordinary = None if happened or is_told_of_storm else _business(lead, is_subject=bool(case.subject and case.urgency))
    found, _ = first_hazard(lead if not case.urgency else f"{lead} {case.situation}")
    meets = _HEALS.search(orders) or _CONTAINS.search(orders) or _MOVES_NOW.search(orders)
    in_force = first_of(lead, lexicon().in_force) or (meets.group() if meets else None)
    if case.kind is DocumentKind.QUYET_DINH and (declared := _decision(case, lead, found)):
        return declared
    if ordinary or (seasonal and not case.urgency):
        return False, f"Công việc thường xuyên hoặc theo mùa (“{ordinary or seasonal}”)."
    if found and case.urgency and not seasonal:
        return True, f"Văn bản khẩn về {found}."
    if found and in_force and (case.orders or case.kind is not DocumentKind.KHAC):
        return True, f"Văn bản về {found} đang hoặc sắp xảy ra (“{in_force}”)."
    is_unnamed = case.kind is DocumentKind.KHAC
    is_bare = not (case.subject or case.situation)  # a notice told from its first sentence on
    if is_bare or is_unnamed or (case.presenting and not hazards_in(lead)):
        return _unnamed(case) if is_bare or is_unnamed else _retold(case)
    accident = _THE_ACCIDENT.search(orders)
    told = f"Văn bản giao việc sau một sự cố (“{accident.group()}”)." if accident else "Không có dấu hiệu của tình huống khẩn cấp."
    return accident is not None, told


def _decision(case: Case, lead: str, hazard: str | None) -> tuple[bool, str] | None:
    """What is known of a decision by what it declares; None where the rest must tell."""
    if not _DECLARED.search(f"{lead} {case.presenting}"):
        return False, "Quyết định không công bố tình huống khẩn cấp."
    return (True, f"Quyết định công bố tình huống khẩn cấp về {hazard}.") if hazard else None


def _retold(case: Case) -> tuple[bool, str]:
    """A letter of which only the sentence that presents it may tell what it is about, or else its orders."""
    presented = _other(replace(case, subject=case.presenting, presenting=""))
    return presented if presented[0] else _unnamed(case)


def _unnamed(case: Case) -> tuple[bool, str]:
    """What an article tells of orders and no paper: it is about what all of it tells; of plans and seasons ("kế hoạch phòng chống thiên
    tai") speaks also who orders against what is there, so they count only before the orders, and business not beside a storm.
    """
    told = " ".join((case.presenting, case.situation, case.purpose, *case.orders))
    before = _PLAN_FOR_THIS.sub("chống ", _MEETING.sub("tại", f"{case.presenting} {case.situation}"))
    of_business = case.subject if _EVENT.search(before) else f"{case.subject} {before}"
    if ordinary := _business(of_business, is_subject=False) or first_of(before, lexicon().seasonal):
        return False, f"Công việc thường xuyên hoặc theo mùa (“{ordinary}”)."
    found, _ = first_hazard(told)
    command = _COMMANDS.search(case.subject)
    in_force = command.group() if command else first_of(told, lexicon().in_force) if case.orders else None
    if found and (in_force or (case.orders and case.urgency)):
        return True, f"Văn bản về {found} đang hoặc sắp xảy ra (“{in_force or 'khẩn'}”)."
    return False, "Không có dấu hiệu của tình huống khẩn cấp."


def _business(words: str, *, is_subject: bool) -> str | None:
    """The phrase that shows ordinary business. An occasion alone is none where the subject names a hazard that is acted upon, or a storm
    is told of.
    """
    words = _TOURIST_SHIP.sub("tàu", words)
    if phrase := _own_business(words):
        return phrase
    return None if _EVENT.search(words) or (is_subject and _acts_upon_hazard(words)) else first_of(words, lexicon().occasions)


def _own_business(words: str) -> str | None:
    """The first phrase of ordinary business that is no part of an office's name."""
    found = any_of(lexicon().ordinary).finditer(words)
    return next((f.group() for f in found if not _is_in_name(words, f.start())), None)


def _is_in_name(words: str, at: int) -> bool:
    """Whether the name of an office or an enterprise stands right before that place: it has its business in it."""
    start = max(0, at - _LONGEST_HEAD)
    return any(before.search(words, start, at) for before in (_OFFICE_BEFORE, _ENTERPRISE_BEFORE))


def _acts_upon_hazard(words: str) -> bool:
    """Whether a hazard is prevented or fought: "phòng, chống dịch bệnh", "chống rét". Fires and accidents are, on every feast, as a matter
    of routine: they do not count.
    """
    patterns = (*(p for hazard, p in hazard_patterns().items() if hazard not in ACCIDENTS), any_of(lexicon().general_hazards))
    found = (m for pattern in patterns for m in pattern.finditer(words))
    return any(
        words.startswith(("chống ", "dập ", "khắc phục "), m.start())
        or _ACTS_UPON.search(words, max(0, m.start() - _LONGEST_ACT), m.start())
        for m in found
    )


def _ordered_business(case: Case) -> str | None:
    """The phrase that shows ordinary business in a telegram of which only its orders are told: several, and no hazard in any of them."""
    orders = " ".join(case.orders)
    is_told = len(case.orders) >= _ENOUGH_ORDERS and not (case.subject or case.purpose or case.situation)
    if not is_told or hazards_in(orders) or any_of(lexicon().general_hazards).search(orders) or _COMMANDS.search(orders):
        return None
    return _own_business(orders)


def _is_administration(case: Case) -> bool:
    """Whether a telegram whose subject names no hazard bears no stamp, has no hazard to act upon and several orders, of which less than a
    third speak of one and none moves people or keeps ships in.
    """
    if _OF_ANOTHER.search(case.subject) and first_hazard(case.situation)[0]:
        return False
    acts_upon = hazards_in(f"{case.purpose} {case.presenting}")
    count = sum(bool(first_hazard(order)[0]) for order in case.orders)
    is_told = len(case.orders) >= _ENOUGH_ORDERS and 3 * count < len(case.orders)
    is_told = is_told and not any(_COMMANDS.search(order) for order in case.orders)
    return is_told and not case.urgency and all(is_weak(h) for h in acts_upon)
