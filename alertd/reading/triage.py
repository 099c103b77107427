"""Decides whether a document must be passed on at once, which hazards it is about, and says why."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from alertd.model.documents import DocumentKind, Hazard, Urgency
from alertd.reading.lexicon import alternatives, lexicon, opened

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
# What happened once and must be dealt with now, whatever ordinary business its place or subject reminds of.
_HAPPENED = re.compile(
    r"(?<!\w)(?:các )?vụ (?:tai nạn|cháy|nổ|sập|lật|chìm|ngộ độc|rò rỉ|va chạm|cháy nổ)(?!\w)|"
    r"xảy ra (?:các vụ |vụ )?tai nạn|(?<!\w)khắc phục hậu quả (?:vụ|tai nạn)"
)
# What is ordered after an accident: those whom it hit are looked after, its cause is looked for.
_RESPONDS = re.compile(r"(?<!\w)(?:cứu chữa|cấp cứu|người bị (?:nạn|thương)|các nạn nhân|nguyên nhân (?:các )?vụ)(?!\w)")
# What a decision declares that must be met at once.
_DECLARED = re.compile(r"(?<!\w)(?:tình huống|tình trạng|lệnh)[^.;:]{0,80}? khẩn cấp(?!\w)")
# Whose course is to be followed is coming, whatever ordinary business the telegram is also about.
_COMING = re.compile(r"(?<!\w)diễn biến(?: phức tạp)?(?: của)?(?: cơn)? (?:bão|áp thấp)(?!,? lũ|\w)")
# Ships of tourists called back before a storm are no matter of tourism.
_TOURIST_SHIP = re.compile(r"(?:tàu|thuyền|phương tiện)(?: thuyền)? du lịch")
# A plan against the storm that is coming is no plan for the season.
_PLAN_FOR_THIS = re.compile(r"(?:phương án|kế hoạch) phòng,? (?:chống|tránh) (?=(?:cơn |siêu )?bão (?:số )?\d)")
# A storm by whatever words ("phòng bão Mẫu"), but not the season's "mưa bão", "lụt bão", "bão lũ", nor a storm of prices.
_A_STORM = opened("b", r"ão(?!,? (?:lũ|lụt|mưa|giá|và lũ|và lụt))", not_after=("mưa ", "mưa, ", "lụt ", "lụt, ", "lũ ", "lũ, ", "mùa "))
# Where something was concluded is no occasion of its own: "Kết luận tại Hội nghị trực tuyến ứng phó bão số 5".
_MEETING = re.compile(r"(?<!\w)tại (?:các )?(?:hội nghị|cuộc họp|buổi họp)(?!\w)")
_RAINS = frozenset({Hazard.FLASH_FLOOD, Hazard.LANDSLIDE})
_WATERS = frozenset({Hazard.FLOOD, Hazard.STORM, Hazard.DAM})
_OF_SEASON = frozenset({Hazard.DROUGHT, Hazard.HEAT, Hazard.COLD})
_AFTER = frozenset({Hazard.RECOVERY, Hazard.SEARCH_RESCUE})
_ACCIDENTS = frozenset({Hazard.ACCIDENT, Hazard.FIRE})
# "phòng, chống dịch bệnh", "khắc phục nhanh hậu quả …": what stands before a hazard that is acted upon.
_ACTS_UPON = re.compile(
    r"(?<!\w)(?:phòng|chống|chữa|ứng phó|đối phó|ngăn chặn|ngăn ngừa|kiểm soát|khống chế|khắc phục)"
    r"(?:,? (?:chống|ngừa|với|các|bệnh|dịch|tình trạng|nguy cơ|hậu quả|nhanh|kịp thời)){0,4} $"
)
_LONGEST_ACT = 48
_ENOUGH_ORDERS = 3
"""Fewer orders may be about something that no list of hazards knows."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the decision goes by, all in lower case: subject, situation (the text before the orders), purpose and everything."""

    kind: DocumentKind
    urgency: Urgency | None
    subject: str
    situation: str
    purpose: str
    everything: str
    orders: tuple[str, ...]
    """The blocks of orders, one after the other."""
    presenting: str = ""
    """The sentence in which an article tells of the document: its headline may not say what the document is about."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision, its reason in Vietnamese, and the hazards."""

    is_emergency: bool
    reason: str
    hazards: tuple[Hazard, ...]


def judge(case: Case) -> Verdict:
    """Triage by kind, subject and situation. In doubt a telegram is an emergency: a missed one is worse than a false alarm."""
    is_emergency, reason = _decide(case)
    return Verdict(is_emergency, reason, _hazards(case) if is_emergency else _in(case.subject))


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
    happened = _HAPPENED.search(f"{case.subject} {case.purpose} {told}") or _COMING.search(" ".join(case.orders))
    for place, words in (("trích yếu", case.subject), ("mục đích", case.purpose), ("nội dung", case.situation)):
        found, phrase = _first_hazard(words)
        strong = [h for h in _in(words) if h.value not in lexicon().weak_hazards]
        ordinary = _business(_TOURIST_SHIP.sub("tàu", words), is_subject=words is case.subject)
        if ordinary and not strong and not happened:
            return False, f"Công điện về công việc thường xuyên (“{ordinary}”)."
        if found:
            return True, f"Công điện về {found}: có “{phrase}” trong {place}."
        if words and words is case.subject and _is_administration(case):
            return False, "Trích yếu và phần lớn các việc phải làm không nói đến thiên tai, dịch bệnh hay sự cố nào."
    if case.urgency:
        return True, "Công điện đóng dấu khẩn, không rõ loại hình: coi là khẩn cấp."
    return (
        bool(case.orders),
        "Công điện không rõ loại hình: coi là khẩn cấp cho đến khi cán bộ xem." if case.orders else "Công điện không giao việc cho ai.",
    )


def _other(case: Case) -> tuple[bool, str]:
    """Any other document only where its subject tells of something in force, or it is urgent and about a hazard."""
    lead = _PLAN_FOR_THIS.sub("chống ", _MEETING.sub("tại", case.subject or case.situation[:600]))
    seasonal = _first_of(lead, lexicon().seasonal)
    happened = _HAPPENED.search(lead) and _RESPONDS.search(" ".join(case.orders))
    ordinary = None if happened else _business(lead, is_subject=bool(case.subject and case.urgency))
    found, _ = _first_hazard(lead if not case.urgency else f"{lead} {case.situation}")
    in_force = _first_of(lead, lexicon().in_force)
    if case.kind is DocumentKind.QUYET_DINH and not _DECLARED.search(lead):
        return False, "Quyết định không công bố tình huống khẩn cấp."
    if ordinary or (seasonal and not case.urgency):
        return False, f"Công việc thường xuyên hoặc theo mùa (“{ordinary or seasonal}”)."
    if found and case.urgency and not seasonal:
        return True, f"Văn bản khẩn về {found}."
    if found and in_force and (case.orders or case.kind is not DocumentKind.KHAC):
        return True, f"Văn bản về {found} đang hoặc sắp xảy ra (“{in_force}”)."
    is_unnamed = case.kind is DocumentKind.KHAC
    if case.presenting and (is_unnamed or not found):
        return _unnamed(case) if is_unnamed else _other(replace(case, subject=case.presenting, presenting=""))
    return False, "Không có dấu hiệu của tình huống khẩn cấp."


def _unnamed(case: Case) -> tuple[bool, str]:
    """What an article tells of orders and no paper: it is about what all of it tells; of plans and seasons ("kế hoạch phòng chống thiên
    tai") speaks also who orders against what is there, so they count only before the orders.
    """
    told = " ".join((case.presenting, case.situation, *case.orders))
    before = _PLAN_FOR_THIS.sub("chống ", _MEETING.sub("tại", f"{case.presenting} {case.situation}"))
    if ordinary := _business(told, is_subject=False) or _first_of(before, lexicon().seasonal):
        return False, f"Công việc thường xuyên hoặc theo mùa (“{ordinary}”)."
    found, _ = _first_hazard(told)
    in_force = _first_of(told, lexicon().in_force)
    if found and case.orders and (in_force or case.urgency):
        return True, f"Văn bản về {found} đang hoặc sắp xảy ra (“{in_force or 'khẩn'}”)."
    return False, "Không có dấu hiệu của tình huống khẩn cấp."


def _first_hazard(words: str) -> tuple[str, str]:
    """The first hazard's name for people, and the phrase that shows it."""
    for hazard, pattern in _patterns().items():
        if match := pattern.search(words):
            return lexicon().hazard_names[hazard.value], match.group()
    general = _first_of(words, lexicon().general_hazards)
    return ("thiên tai", general) if general else ("", "")


def _business(words: str, *, is_subject: bool) -> str | None:
    """The phrase that shows ordinary business. An occasion alone is none where the subject names a hazard that is acted upon."""
    if phrase := _first_of(words, lexicon().ordinary):
        return phrase
    return None if is_subject and _acts_upon_hazard(words) else _first_of(words, lexicon().occasions)


def _acts_upon_hazard(words: str) -> bool:
    """Whether a hazard is prevented or fought: "phòng, chống dịch bệnh", "chống rét". Fires and accidents are, on every feast, as a matter
    of routine: they do not count.
    """
    patterns = (*(p for hazard, p in _patterns().items() if hazard not in _ACCIDENTS), _any_of(lexicon().general_hazards))
    found = (m for pattern in patterns for m in pattern.finditer(words))
    return any(
        words.startswith(("chống ", "dập ", "khắc phục "), m.start())
        or _ACTS_UPON.search(words, max(0, m.start() - _LONGEST_ACT), m.start())
        for m in found
    )


def _first_of(words: str, phrases: tuple[str, ...]) -> str | None:
    found = _any_of(phrases).search(words)
    return found.group() if found else None


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(alternatives(phrases))


@cache
def _patterns() -> dict[Hazard, re.Pattern[str]]:
    said = {Hazard(name): alternatives(words) for name, words in lexicon().hazards.items()}
    said[Hazard.STORM] += f"|{_A_STORM}"
    return {hazard: re.compile(pattern) for hazard, pattern in said.items()}


@lru_cache(maxsize=8)
def _in(words: str) -> tuple[Hazard, ...]:
    """The hazards that those words name; asked several times for the same part of a document."""
    return tuple(h for h, pattern in _patterns().items() if pattern.search(words))


def _hazards(case: Case) -> tuple[Hazard, ...]:
    """What threatens: by subject and situation; floods and slides wherever they are named; what often
    accompanies them (disease, fire) only where the subject says so; recovery only as the purpose, and not of an accident;
    rescue only where people are to be looked for now, as they are wherever an accident's orders speak of it; dams where half of the
    orders are about them.
    """
    subject, purpose = (_COMMITTEE.sub(" ", words) for words in (case.subject, case.purpose))
    everything = _COMMITTEE.sub(" ", case.everything)
    everywhere = set(_in(everything))
    told = set(_in(_COMMITTEE.sub(" ", f"{subject} {case.situation} {purpose}"))) or everywhere & (_WATERS | _RAINS)
    told = (told - _AFTER or everywhere & _ACCIDENTS) if told else everywhere - _AFTER
    if natural := {h for h in told if h.value not in lexicon().weak_hazards}:
        told = natural | set(_in(subject)) - {Hazard.RECOVERY} | set(_in(purpose)) & _OF_SEASON
    if told & _OF_SEASON and not told & (_WATERS - {Hazard.DAM} | _RAINS):
        told.discard(Hazard.DAM)  # reservoirs run dry
    told |= everywhere & (_RAINS | {Hazard.FLOOD} if told & (_RAINS | _WATERS) else set())
    if Hazard.FOREST_FIRE in told and not _HAPPENED.search(f"{subject} {purpose}"):
        told.discard(Hazard.FIRE)  # "phòng cháy, chữa cháy rừng"
    if told & (_WATERS | _RAINS) and _is_mostly_on(Hazard.DAM, case.orders):
        told.add(Hazard.DAM)
    after = set(_in(subject)) - {Hazard.RECOVERY, Hazard.SEARCH_RESCUE} or told - {Hazard.RECOVERY}
    is_accident = bool(after) and after <= _ACCIDENTS
    if not is_accident:
        told |= {Hazard.RECOVERY} & set(_in(f"{subject} {purpose}"))
    orders = _COMMITTEE.sub(" ", " ".join(case.orders))  # those whom earlier floods took are counted for the background
    if (
        _RESCUE_NOW.search(f"{subject} {purpose} {orders}")
        or Hazard.SEARCH_RESCUE in _in(subject)
        or (is_accident and "tìm kiếm" in orders)
    ):
        told.add(Hazard.SEARCH_RESCUE)
    return tuple(h for h in Hazard if h in told)


def _is_administration(case: Case) -> bool:
    """Whether a telegram whose subject names no hazard bears no stamp, has no hazard to act upon and several orders, of which less than a
    third speak of one.
    """
    acts_upon = _in(f"{case.purpose} {case.presenting}")
    count = sum(bool(_first_hazard(order)[0]) for order in case.orders)
    is_told = len(case.orders) >= _ENOUGH_ORDERS and 3 * count < len(case.orders)
    return is_told and not case.urgency and all(h.value in lexicon().weak_hazards for h in acts_upon)


def _is_mostly_on(hazard: Hazard, orders: tuple[str, ...]) -> bool:
    """Whether at least half of the orders speak of it."""
    pattern = _patterns()[hazard]
    count = sum(bool(pattern.search(order)) for order in orders)
    return count >= min(2, len(orders)) and 2 * count >= len(orders) > 0


# A committee's own name says what it exists for, not what threatens now.
_COMMITTEE = re.compile(
    r"(?:ban chỉ (?:huy|đạo)|bch|bcđ|ủy ban quốc gia|văn phòng ban)"
    r"(?:[^;.:]{0,110}?(?:cứu nạn|tkcn)|[^;.:]{0,60}?(?:thiên tai|lụt bão|sự cố))|cảnh sát phòng cháy[^;.:]{0,40}"
)
_RESCUE_NOW = re.compile(
    r"mất tích|(?<!\w)cứu [^.;]{0,40}(?:mắc kẹt|vùi lấp)|kêu cứu|(?<!cấp )cứu người|"
    r"tìm kiếm (?:người|nạn nhân|các nạn nhân|thuyền viên|các thuyền viên)"
)
