"""Finds the plural that opens a list of names, as “Giám đốc các Sở: …” and “các tỉnh …” do."""

from __future__ import annotations

import re

from alertd.reading.heads import is_body_head, is_portfolio_at
from alertd.reading.lexicon import lexicon
from alertd.reading.source import LOWER, UPPER

PLACES = (
    r"tỉnh(?! ủy)|thành phố|huyện(?! ủy)|thị xã|quận|xã|phường|thị trấn|đặc khu|địa phương|"
    r"thôn|bản|ấp|khối phố|khối|khu phố|tổ dân phố|thành(?! phố)|"
    r"T[PX](?!\w)\.?"
)
_OFFICES = (
    r"Tổng công ty|TCT|PC|Tổng Công ty|Tổng cục|Bộ Tư lệnh|Binh đoàn|Chi cục|Tập đoàn|Công ty|Quân khu|Quân chủng|Bộ trưởng(?=\s*:)|"
    r"Huyện ủy|huyện ủy|Thị ủy|Đảng ủy|Bộ|Sở|sở|bộ|Cục|Vụ|Ban|Đài|Báo|Viện|Hội|Hạt Kiểm lâm|Trạm Kiểm lâm|Đồn Biên phòng"
)
ROOMS = "phòng, ban"
"""What a district or a commune calls its offices, each of which is a "Phòng"."""
# Common nouns whose proper names may follow in a row: "các công ty thủy điện Sông Đà, Sông Lô".
_WORKS = (
    "doanh nghiệp|bệnh viện|trường|công ty|tổng công ty|nhà máy|xí nghiệp|chi cục|trung tâm|đồn|trạm|hạt|chủ hồ|chủ đập|hồ|đập|ban quản lý"
)
# A place's name whose first syllable elsewhere opens a body's: "các xã: Trường Sơn, Đoàn Kết".
PROPER_PLACE = re.compile(rf"(?:Trường|Bản|Đoàn|Hội|Đồn|Đội|Đài|Vụ|Ban|Cảng|Tổ|Khu)(?: [{UPPER}][{LOWER}]*){{1,3}}\s*(?:[,;.]|$|và )")
_ANYBODY = (
    "đơn vị sau|(?:cơ quan, )?đơn vị (?:trực )?thuộc (?:bộ|sở|tập đoàn|tổng công ty|cục|tỉnh)(?=:)|cơ quan, đơn vị|đơn vị|cơ quan|đồng chí|"
    rf"sở, ban, ngành|sở, ban ngành|sở, ngành|ban, ngành|bộ, ngành|{ROOMS}(?!\s*:)"
)
# What tells where the places of a list lie: "các xã hạ du sông Kôn: A, B".
_LANDMARK = rf"(?:,| và)? (?:sông|suối|hồ|đập|đèo|núi|thủy điện|quốc lộ)(?: (?:[{UPPER}][\w-]*|\d+[A-Z]?)){{1,3}}"
_PLURAL = re.compile(
    rf"(?<!\w)(?:[Cc]ác |\d{{1,2}} (?=(?:tỉnh|thành phố|huyện|xã|phường))|(?=(?:{PLACES})(?:, (?:{PLACES}))*: )|"
    rf"[Cc]hỉ huy trưởng(?=: )|(?=(?:Quân khu|Quân chủng|Quân đoàn|Binh chủng|Binh đoàn|Bộ Tư lệnh|Tổng cục|Cục|Chi cục|Viện|Bệnh viện|"
    rf"Học viện|Tổng [Cc]ông ty|Tập đoàn|Công ty|Sở|Bộ): ))"
    rf"(?:(?P<places>(?:{PLACES})(?:(?:(?:,| và|,? hoặc)? |/)(?:{PLACES}))*|Tỉnh ủy(?:,| và) [Tt]hành ủy(?=\s*:))"
    rf"(?: trực thuộc Trung ương| ven biển| miền núi| vùng cao| biên giới| sau(?: đây)?)*"
    rf"(?:(?:,? (?!nhất |đặc |các |trong )[{LOWER}]+| (?:Bắc|Nam|Đông|Tây|Trung)(?: Bộ| Nguyên)?"
    rf"|{_LANDMARK}){{1,8}}(?=\s*:| như:|,? (?:bao )?gồm ))?"
    rf"|(?P<anybody>(?i:{_ANYBODY}))(?: sau(?: đây)?| như sau)?"
    rf"|(?P<office>{ROOMS}(?=\s*:)|[{UPPER}{LOWER}][^:,;]{{3,90}}(?=\s*:)|(?:{_OFFICES})(?=[\s:])|"
    rf"(?:{_WORKS})(?: [{LOWER}]+| -){{0,6}}(?=\s[{UPPER}])))?"
    rf"(?P<colon>\s*:| như:|,? (?:bao )?gồm(?: các (?:tỉnh|huyện|xã))?:?)?\s+"
)
# Without any of these no plural opens a list: one quick look spares most names the long one.
_MAY_BE_PLURAL = re.compile(r"[Cc\d:](?:(?<=[\d:])|ác )")
_OWN_UNIT = re.compile(rf"(?:(?:{PLACES}|Thành phố|Thị xã|T[PX]) |T[PX]\. ?)(?=[{UPPER}])")
# "các quận 12, Thủ Đức": districts of a city have numbers or names.
_BY_NUMBER = ("quận", "phường")
_NUMBERED = re.compile(r"\d{1,2}(?:,| và) ")


def plural_before(plain: str, at: int, end: int) -> re.Match[str] | None:
    """The plural that opens a list within the name `[at, end)`: "Giám đốc các Sở: …", "các tỉnh …"."""
    limit = min(len(plain), end + 40)
    found = _PLURAL.search(plain, at, limit) if _MAY_BE_PLURAL.search(plain, at, limit) else None
    if found is None or found.start() > end or not (found["colon"] or found["places"] or found["office"]):
        return None
    first = plain[found.end() : found.end() + 1]
    if found["colon"]:
        return found if first.isupper() or first.isdigit() else None
    is_place = bool(found["places"] and PROPER_PLACE.match(plain, found.end()))
    is_name = (found["places"] in _BY_NUMBER and bool(_NUMBERED.match(plain, found.end()))) or (
        first.isupper() and not plain.startswith(lexicon().regions, found.end()) and (is_place or not is_body_head(plain, found.end()))
    )
    return found if is_name or (found["office"] and is_portfolio_at(plain, found.end())) else None


def begins_with_unit(plain: str, at: int = 0) -> bool:
    """Whether a member brings its own type word: "các huyện: A, B và thành phố C"."""
    return bool(_OWN_UNIT.match(plain, at))
