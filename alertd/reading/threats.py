"""Says what threatens, from all the parts of a document that calls for something at once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from alertd.model.documents import Hazard
from alertd.reading.case import Case
from alertd.reading.hazards import ACCIDENTS, HAPPENED, hazard_patterns, hazards_in, is_weak

COMMANDED = r"(?:cấm (?:(?:tất cả|toàn bộ|mọi|các) ){0,2}(?:biển|tàu|thuyền|phương tiện, tàu)|lệnh (?:di dân|di dời|sơ tán|báo động))(?!\w)"
"""What is commanded of whoever is there against what threatens, in lower case."""
_RAINS = frozenset({Hazard.FLASH_FLOOD, Hazard.LANDSLIDE})
_WATERS = frozenset({Hazard.FLOOD, Hazard.STORM, Hazard.DAM})
_OF_SEASON = frozenset({Hazard.DROUGHT, Hazard.HEAT, Hazard.COLD})
_AFTER = frozenset({Hazard.RECOVERY, Hazard.SEARCH_RESCUE})
# A committee's own name says what it exists for, not what threatens now.
_COMMITTEE = re.compile(
    r"[bcủv](?:(?:(?<=b)(?:an chỉ (?:huy|đạo)|ch|cđ)|(?<=ủ)y ban quốc gia|(?<=v)ăn phòng ban)"
    r"(?:[^;.:]{0,110}?(?:cứu nạn|tkcn)|[^;.:]{0,60}?(?:thiên tai|lụt bão|sự cố))|(?<=c)ảnh sát phòng cháy[^;.:]{0,40})"
)
_RESCUE_NOW = re.compile(
    r"[mckt](?:(?<=m)ất tích|(?<=c)ứu (?:(?<!\wcứu )[^.;]{0,40}(?:mắc kẹt|vùi lấp)|(?<!cấp cứu )người)|(?<=k)êu cứu|"
    r"(?<=t)ìm kiếm (?:người|nạn nhân|các nạn nhân|thuyền viên|các thuyền viên))"
)
# What a reservoir does is no flood.
_RELEASES = re.compile(r"(?<!\w)(?:xả|đón|điều tiết|(?:cắt,? )?giảm|cắt) lũ(?!\w)")


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a document, in lower case, no committee named in them."""

    subject: str
    purpose: str
    opening: str
    """Subject, situation and purpose together."""
    everything: str
    orders: tuple[str, ...]


def threats(case: Case) -> tuple[Hazard, ...]:
    """What threatens, in the order of `Hazard`."""
    subject, purpose = _without_committees(case.subject), _without_committees(case.purpose)
    opening = _without_committees(f"{subject} {case.situation} {purpose}")
    orders = tuple(_without_committees(order) for order in case.orders)
    parts = _Parts(subject, purpose, opening, _without_committees(case.everything), orders)
    about = _about(parts)
    beside = _beside(about, parts)
    found = beside | _afterwards(beside, parts)
    if Hazard.DAM in found and Hazard.FLOOD not in hazards_in(_RELEASES.sub(" ", parts.everything)):
        found.discard(Hazard.FLOOD)
    return tuple(h for h in Hazard if h in found)


def _without_committees(words: str) -> str:
    return _COMMITTEE.sub(" ", words)


def _about(parts: _Parts) -> set[Hazard]:
    """What subject, situation and purpose name; where they name nothing, whatever is named. What often accompanies the others (disease,
    fire) counts only where the subject says so.
    """
    everywhere = set(hazards_in(parts.everything))
    named = set(hazards_in(parts.opening)) or everywhere & (_WATERS | _RAINS)
    about = (named - _AFTER or everywhere & ACCIDENTS) if named else everywhere - _AFTER
    if natural := {hazard for hazard in about if not is_weak(hazard)}:
        about = natural | set(hazards_in(parts.subject)) - {Hazard.RECOVERY} | set(hazards_in(parts.purpose)) & _OF_SEASON
        about |= named & ACCIDENTS if HAPPENED.search(parts.opening) else set()
    if about & _OF_SEASON and not about & (_WATERS - {Hazard.DAM} | _RAINS):
        about.discard(Hazard.DAM)  # reservoirs run dry
    return about


def _beside(about: set[Hazard], parts: _Parts) -> set[Hazard]:
    """The same with what comes along: floods and slides wherever they are named beside water, dams where half of the orders are about
    them; without the fire of "phòng cháy, chữa cháy rừng".
    """
    comes_with_water = set(hazards_in(parts.everything)) & (_RAINS | {Hazard.FLOOD}) if about & (_RAINS | _WATERS) else set()
    beside = about | comes_with_water
    if Hazard.FOREST_FIRE in beside and not HAPPENED.search(f"{parts.subject} {parts.purpose}"):
        beside -= {Hazard.FIRE}
    return beside | {Hazard.DAM} if beside & (_WATERS | _RAINS) and _is_mostly_on(Hazard.DAM, parts.orders) else beside


def _afterwards(threatens: set[Hazard], parts: _Parts) -> set[Hazard]:
    """What remains to be done: recovery only as the purpose, and not of an accident; rescue only where people are to be looked for now,
    as they are wherever an accident's orders speak of it. Whom earlier floods took is told for the background.
    """
    in_subject = set(hazards_in(parts.subject))
    happened = in_subject - _AFTER or threatens - {Hazard.RECOVERY}
    is_accident = bool(happened) and happened <= ACCIDENTS
    orders = " ".join(parts.orders)
    is_rescue = (
        Hazard.SEARCH_RESCUE in in_subject
        or (is_accident and "tìm kiếm" in orders)
        or _RESCUE_NOW.search(f"{parts.subject} {parts.purpose} {orders}")
    )
    recovers = set() if is_accident else {Hazard.RECOVERY} & set(hazards_in(f"{parts.subject} {parts.purpose}"))
    return recovers | ({Hazard.SEARCH_RESCUE} if is_rescue else set())


def _is_mostly_on(hazard: Hazard, orders: tuple[str, ...]) -> bool:
    """Whether at least half of the orders speak of it."""
    pattern = hazard_patterns()[hazard]
    count = sum(bool(pattern.search(order)) for order in orders)
    return count >= min(2, len(orders)) and 2 * count >= len(orders) > 0
