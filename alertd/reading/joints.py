"""Says where in a run one name ends and the next one begins."""

from __future__ import annotations

import re
from functools import lru_cache

from alertd.reading.heads import is_body_head, is_head, is_portfolio_at
from alertd.reading.plurals import PLACES
from alertd.reading.source import LOWER, UPPER

_SEPARATOR = re.compile(
    r"[\s,;](?:(?<=[,;])|\s?[,;]|(?<=[\w)]\s)(?=và |cùng |nhất là |đặc biệt là ))\s*"
    r"(?:và |cùng với |cùng |đồng gửi |đồng thời )?"
    r"(?P<especially>(?:nhất là|đặc biệt là|trong đó có|trọng tâm là|trong đó trọng tâm là)\s*:?\s+)?"
)
# "nhất là những nơi xung yếu" stresses a part of those named before and names nobody new.
_NOBODY_NEW = re.compile(
    rf"[^:;.,{UPPER}]+(?:[;,]\s*|$)|(?:các |những )?(?:sông|suối|vùng|khu vực|địa bàn|tuyến|lưu vực|đoạn|điểm|nơi)\s[^:;]*(?:;\s*|$)"
)
JOINT = re.compile(r"\s?[,;]\s?(?:và |cùng (?:với )?)?|\svà\s")
BRACKETS = re.compile(r"\([^()]*\)")
_MINISTRY = re.compile(r"(?:Bộ trưởng |Giám đốc |[Ll]ãnh đạo |Thứ trưởng )?(?:Bộ|Sở) ")
# "các Tổng công ty Điện lực: miền Bắc, thành phố Hà Nội": houses are named after a city too.
_REGIONS_BEFORE = re.compile(r":\s(?:miền \w+(?:, | và ))*miền \w+$")
_CITY = re.compile(rf"(?:TP\.?|thành phố) (?=[{UPPER}])")
_PAPER = re.compile(r"(?<!\w)Báo$")
_ROW_BEFORE = re.compile(
    r"(?<!\w)(?:Tỉnh ủy|Huyện ủy|Thị ủy|[Ss]ở|[Bb]an|[Bb]ộ|[Nn]gành|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|phòng|cơ quan|đơn vị|"
    r"đại học|học viện|viện|bệnh viện|địa phương)$"
)
# "các cấp ủy, chính quyền địa phương": party and government in one breath.
_PARTY_BEFORE = re.compile(r"(?<!\w)(?:cấp ủy|tổ chức|đảng bộ)(?: [Đđ]ảng)?$")
_GOVERNMENT = re.compile(r"chính quyền(?!\w)")
# One secretariat that serves two or three: "Văn phòng HĐND và UBND xã".
_SHARED_OFFICE = re.compile(r"Văn phòng (?:(?:Đoàn (?:ĐBQH|Đại biểu Quốc hội)|HĐND|Hội đồng nhân dân|Đảng ủy|Huyện ủy)(?:, )?)+$")
_SERVED = re.compile(r"(?:HĐND|Hội đồng nhân dân|UBND|Ủy ban nhân dân)(?!\w)")
# "các Tập đoàn, Tổng công ty nêu trên": types of bodies in a row and no proper name.
_TYPE = "(?:Tổng cục|Cục|Vụ|Viện|Trường|Học viện|Trung tâm|Bệnh viện|Tập đoàn|Tổng [Cc]ông ty|Công ty|Bộ Tư lệnh|Quân khu|Quân chủng)"
_PLURAL_BEFORE = re.compile(rf"(?<!\w)[Cc]ác {_TYPE}$")
_BARE_TYPE = re.compile(rf"{_TYPE}(?=[,;]| [{LOWER}]|$)")
_ROW_AFTER = re.compile(
    rf"(?:Thành ủy|Thị ủy|Đảng ủy(?! [{UPPER}])|ban|ngành|Ban(?=,| và | ngành| Ngành)|Ngành|phòng|đoàn thể|"
    rf"thành phố|thị xã|quận|phường|thị trấn|đặc khu|đơn vị|địa phương|học viện|viện(?! [{UPPER}])|trường(?! [{UPPER}])|cao đẳng)(?!\w)"
)
# Agencies that stand without "các" in the row of those whom the Prime Minister charges.
STATE_AGENCIES = ("cơ quan thuộc Chính phủ", "cơ quan khác ở Trung ương")
_AGENCIES = (*STATE_AGENCIES, "cơ quan trung ương của ")
# "các Bộ, ngành": a row of kinds, which whoever is concerned may close.
_KIND_BEFORE = re.compile(r"(?<!\w)[Cc]ác (?:[Bb]ộ|[Ss]ở|[Bb]an|[Nn]gành|[Cc]ấp)(?:, (?:[Bb]an|[Nn]gành|địa phương|đơn vị))*$")
_CONCERNED = re.compile(r"(?:cơ quan|đơn vị|lực lượng)(?:, (?:cơ quan|đơn vị|tổ chức|lực lượng))*(?: chức năng)? (?:có )?liên quan(?!\w)")
# "tỉnh Gia Lai và vùng núi các huyện A, B": a part of territories, for those who govern them.
_PART_OF = re.compile(rf"(?:khu vực|vùng)(?: (?!các|của)[{LOWER}]+){{0,4}} (?:của |thuộc )?các (?:{PLACES})(?!\w)")


# "Sở Y tế và ngành điện", "thủ trưởng các đơn vị liên quan và người dân": a branch or people, after whoever else is named.
_BRANCH = re.compile(
    r"ngành (?:nông nghiệp|y tế|giáo dục|điện|giao thông|công thương|viễn thông|công an|quân đội|thủy lợi|xây dựng|du lịch|hàng hải|"
    r"đường sắt|đường bộ|hàng không|kiểm lâm|bưu điện|thủy sản|thông tin|ngân hàng|than|môi trường|chức năng)(?!\w)"
)
_PEOPLE = re.compile(r"(?:người|nhân) dân(?=$|[,;]| (?:trên|trong|vùng|ở|tại|sống))")
_CONCERNED_BEFORE = re.compile(r"(?<!\w)liên quan$")


def until_next(plain: str, at: int) -> tuple[int, int]:
    """Where the name that begins at `at` ends, and where the next one begins."""
    for separator in _SEPARATOR.finditer(masked(plain), at + 1):
        following = separator.end()
        if separator["especially"] and (rest := _NOBODY_NEW.match(plain, following)):
            return separator.start(), rest.end()
        is_other = (
            plain.startswith(_AGENCIES, following)
            or _PART_OF.match(plain, following)
            or _are_concerned(plain, at, following)
            or _are_beside(plain, separator)
        )
        begins = is_head(plain, following) or is_other or _goes_on_with_portfolio(plain, at, separator)
        if separator["especially"] or (begins and not _is_one_office(plain, separator)):
            return separator.start(), following
    return len(plain), len(plain)


def _are_concerned(plain: str, at: int, following: int) -> bool:
    """Whether whoever is concerned follows a body by its type: "UBND các xã ven biển và cơ quan, đơn vị liên quan"; in "các Bộ, ngành, cơ
    quan liên quan" they are of the row.
    """
    is_row = plain.endswith(", ", 0, following) and _KIND_BEFORE.search(plain, at, following - 2)
    return _CONCERNED.match(plain, following) is not None and is_body_head(plain, at) and not is_row


def _are_beside(plain: str, separator: re.Match[str]) -> bool:
    """Whether a branch follows, or people after whoever is concerned, whom no row of kinds holds."""
    before = plain[max(0, separator.start() - 16) : separator.start()]
    if _ROW_BEFORE.search(before):
        return False
    is_people = _CONCERNED_BEFORE.search(before) and _PEOPLE.match(plain, separator.end())
    return bool(is_people) or _BRANCH.match(plain, separator.end()) is not None


@lru_cache(maxsize=4)
def masked(plain: str) -> str:
    """The text with what is in brackets blotted out; asked again for every name of a run."""
    return BRACKETS.sub(lambda m: "(" + "x" * (len(m.group()) - 2) + ")", plain)


def _goes_on_with_portfolio(plain: str, at: int, separator: re.Match[str]) -> bool:
    """Whether a portfolio follows a whole ministry or department that lends it its type word ("Bộ Y tế, Tài chính"), or one that has been
    lent it.
    """
    unit = _MINISTRY.match(plain, at)
    if unit is None and _MINISTRY.search(plain, 0, at) is None:
        return False
    begins = unit.end() if unit else at
    if begins + is_portfolio_at(plain, begins) != separator.start():
        return False
    return bool(is_portfolio_at(plain, separator.end()))


def _is_one_office(plain: str, separator: re.Match[str]) -> bool:
    """Whether the comma stands in "Tỉnh ủy, Thành ủy", in a row of units such as "sở, ban, ngành", or within "Báo và Đài …"."""
    if _PAPER.search(plain, max(0, separator.start() - 12), separator.start()) and plain.startswith(("Đài ", "đài "), separator.end()):
        return True
    if _SHARED_OFFICE.search(plain, max(0, separator.start() - 60), separator.start()) and _SERVED.match(plain, separator.end()):
        return True
    if plain.endswith("Bộ trưởng", 0, separator.start()) and plain.startswith("Chủ nhiệm", separator.end()):
        return True
    if plain.endswith("các cấp", 0, separator.start()) and plain.startswith("các ngành", separator.end()):
        return True
    around = (
        (_PARTY_BEFORE, 16, _GOVERNMENT),
        (_PLURAL_BEFORE, 24, _BARE_TYPE),
        (_REGIONS_BEFORE, 60, _CITY),
        (_ROW_BEFORE, 12, _ROW_AFTER),
    )
    return any(b.search(plain, max(0, separator.start() - n), separator.start()) and a.match(plain, separator.end()) for b, n, a in around)
