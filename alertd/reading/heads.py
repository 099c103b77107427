"""Whether a name of a body or an office begins at a place in the text."""

from __future__ import annotations

import re
from functools import cache

from alertd.reading.lexicon import lexicon, opening
from alertd.reading.source import LOWER, UPPER

# What opens a list of names with a colon: "các Bộ:", "các tỉnh, thành phố trực thuộc Trung ương:".
_UNIT = (
    r"(?:Bộ|bộ|Sở|sở|ban|ngành|Cục|Vụ|Tổng cục|Tập đoàn|Tổng công ty|Công ty|"
    r"tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu|thị trấn|đơn vị|cơ quan)"
)
OPENS_LIST = re.compile(rf"(?:[Cc]ác|[Nn]hững) {_UNIT}(?:(?:,| và) {_UNIT})*(?: trực thuộc Trung ương| ven biển| sau(?: đây)?)*\s*:\s*$")
_DETERMINERS = (
    *("các các ", "Các các ", "các ", "Các ", "những ", "Những ", "từng ", "mọi ", "mỗi ", "Mỗi ", "toàn thể ", "Toàn thể "),
    *("tất cả các ", "Tất cả các ", "tất cả ", "Tất cả "),
)
# Titles that articles write small: whoever holds one is named.
_TITLES = frozenset(
    {
        "bộ trưởng",
        "thủ trưởng",
        "chủ tịch",
        "giám đốc",
        "bí thư",
        "hiệu trưởng",
        "trưởng thôn",
        "thôn trưởng",
        "trưởng bản",
        "khối trưởng",
        "tổ trưởng",
    }
)
_SMALL_TITLES = tuple(f"{title} " for title in (*sorted(_TITLES), "thường trực Ban"))
# Groups that need no "các" to be meant as a whole.
_DEFINITE = (
    "lực lượng chức năng",
    "lực lượng vũ trang",
    "lực lượng xung kích",
    "cơ quan chức năng",
    "cơ quan báo chí",
    "cơ quan thông tấn",
    "cơ quan truyền thông",
    "cơ quan thông tin",
    "chính quyền địa phương",
    "chính quyền cơ sở",
    "chính quyền các",
    "cơ quan thành viên",
    "lực lượng công an",
    "lực lượng quân đội",
    "cảnh sát",
    "quản lý thị trường",
    "hệ thống đài",
    "hệ thống truyền thanh",
    "bộ đội",
    "dân quân",
)
# "14 tỉnh, thành miền Bắc", "58 xã, phường ven sông", "ba nhà mạng".
_COUNTED = re.compile(
    r"(?:\d{1,3}|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười) "
    r"(?=(?:nhà mạng|doanh nghiệp|quân khu|tập đoàn|[sS]ở|[bB]ộ|"
    r"tỉnh|thành phố|quận|huyện|xã|phường|địa phương|đơn vị|[nN]hà máy|chủ hồ|hồ|[cC]ông ty|[bB]ệnh viện|[tT]rường|hộ)(?!\w))"
)
# Units of a city or an army that have a number for a name: "quận 12".
_BY_NUMBER = ("quận ", "phường ", "quân khu ", "quân đoàn ")
# A code such as K02, and local abbreviations that begin as bodies' do: "HTXDVNN", "BCHQS"; the navy's and the coast guard's regions.
_CODE = (
    r"(?:Vùng (?:\d (?:Hải quân|Cảnh sát biển)|Cảnh sát biển)|(?:P[ACKX]|[A-Z])\d{2}|"
    r"(?:HTX|BCH|BQL|UBMT|BGH|BCS)[A-ZĐƯ]{1,8}(?:&[A-ZĐƯ]{1,6})?|HTX)(?!\w)"
)
# Bodies of a territory that articles and communes write small: "…, công an xã, trạm y tế phường".
_LOCAL = re.compile(
    r"(?:(?:công an|trạm y tế|quân sự|văn phòng|ủy ban nhân dân|ubnd)(?: \w+){0,2}? |ban chỉ huy(?: (?!các )\w+){0,4} (?:các )?)"
    r"(?:tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn)(?!\w)"
)
# "chủ tàu vận tải Khe Sặt 08": the owner of what has a name.
_OWNER = re.compile(rf"[Cc]hủ (?:tàu|thuyền|phà|sà lan|hồ|đập|mỏ|cảng)(?: (?!các )\w+){{0,3}}? [{UPPER}]\w+")
# "hộ ông Lò Văn Mẫu": the household that one of its people is named for.
_HOUSEHOLD = re.compile(rf"[Hh]ộ (?:gia đình )?(?:ông|bà|anh|chị) [{UPPER}]")
# "bệnh viện đa khoa Khe Sặt": a house written small, by what it is for and where it stands.
_HOUSE = re.compile(
    r"(?:đại học|bệnh viện|trung tâm|học viện|ban quản lý|chi cục|nhà máy)"
    rf"(?: (?!(?:các|của|trên|tại|thuộc|ở|và|do|cho)(?!\w))[{LOWER}]+){{1,3}} (?=[{UPPER}])"
)
# A brand shows itself by a capital within the word: "HueWACO", "MobiFone".
_MIXED_CASE = r"[A-Z][a-z]{1,8}[A-Z][A-Za-z]{2,12}(?!\w)"
# "TP Huế" is as much of a name as "thành phố Huế".
_CITY = re.compile(rf"TP\.? ?[{UPPER}]\w+")
_LONGEST_GROUP = 48
"""In letters, with the signs after it."""


def is_body_head(plain: str, at: int) -> bool:
    """Whether a capitalised head of a name stands there: "Bộ", "Chủ tịch", "Công ty", a code such as K02."""
    return _body_head().match(plain, at) is not None


@cache
def _body_head() -> re.Pattern[str]:
    # The second half of "Hải Phòng" opens no name.
    return re.compile(rf"{_CODE}|(?!{'|'.join(lexicon().not_heads)})(?!(?<=Hải )Phòng){opening(lexicon().heads)}")


def is_brand(plain: str, at: int) -> bool:
    """Whether a name stands there that needs no type word: "EVN"."""
    return _brand().match(plain, at) is not None


@cache
def _brand() -> re.Pattern[str]:
    return re.compile(rf"{opening(lexicon().brands)}|{_MIXED_CASE}")


def is_group(plain: str, at: int) -> bool:
    """Whether a common noun for people who can be ordered stands there, small or capitalised: "sở", "đơn vị", "Địa phương"."""
    return bool(_group_at(plain, at))


def is_definite(plain: str, at: int) -> bool:
    """Whether a group stands there that is meant as a whole without "các": "lực lượng chức năng"."""
    return plain.startswith(_DEFINITE, at)


def is_title(plain: str, at: int) -> bool:
    """Whether a title written small stands there: whoever holds it is named."""
    return plain.startswith(_SMALL_TITLES, at)


def is_vessel(plain: str, at: int) -> bool:
    """Whether ships or vehicles stand there, by which those on board are meant."""
    return _vessel().match(plain, at) is not None


@cache
def _vessel() -> re.Pattern[str]:
    return re.compile(opening(lexicon().vessels))


def _group_at(plain: str, at: int) -> int:
    """The length of the group's noun at `at`, 0 for none and where it opens a longer word: "Trường hợp" is no school."""
    ahead = plain[at : at + _LONGEST_GROUP].lower()
    found = _group().match(ahead)
    if found is None:
        return 0
    other = _not_head().match(ahead)
    return 0 if other and other.end() > found.end() else found.end()


@cache
def _group() -> re.Pattern[str]:
    return re.compile(opening(lexicon().groups))


@cache
def _not_head() -> re.Pattern[str]:
    return re.compile("|".join(map(str.lower, lexicon().not_heads)))


def is_head(plain: str, at: int, *, opens: bool = False) -> bool:
    """Whether a name begins there: a capitalised head, "các" with a group, or a group that more words make definite.

    `opens` says that the place opens a sentence or a list, where a bare group ("Cán bộ địa phương") is a name as well.
    """
    if is_body_head(plain, at) or is_brand(plain, at):
        return True
    if plain.startswith(_DETERMINERS, at):
        after = at + next(len(determiner) for determiner in _DETERMINERS if plain.startswith(determiner, at))
        return is_group(plain, after) or is_body_head(plain, after) or is_vessel(plain, after)
    if (
        _LOCAL.match(plain, at)
        or _OWNER.match(plain, at)
        or _HOUSEHOLD.match(plain, at)
        or _HOUSE.match(plain, at)
        or (opens and _CITY.match(plain, at))
        or ((counted := _COUNTED.match(plain, at)) and is_group(plain, counted.end()))
    ):
        return True
    length = _group_at(plain, at)
    if not length:
        return False
    if plain[at : at + length].lower() in _TITLES or plain.startswith(_DEFINITE, at):
        return True
    following = plain[at + length :].lstrip(" ,")
    is_numbered = plain.startswith(_BY_NUMBER, at) and following[:1].isdigit()
    return opens or following[:1].isupper() or is_numbered or following.startswith("các ")


def is_portfolio_at(plain: str, at: int) -> int:
    """The length of the portfolio ("Nông nghiệp và Môi trường") that stands there, 0 for none."""
    found = _portfolio().match(plain, at)
    return found.end() - at if found else 0


@cache
def _portfolio() -> re.Pattern[str]:
    return re.compile(rf"(?=[{UPPER}])(?i:{opening(lexicon().portfolios)})")
