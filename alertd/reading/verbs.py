"""Where an order begins: the first verb of command after the names of those who are to act."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from alertd.reading.heads import OPENS_LIST
from alertd.reading.lexicon import alternatives, lexicon
from alertd.reading.source import LOWER, UPPER, lower

# "UBND các huyện, thành phố: Tiếp tục chỉ đạo …": every syllable of a place's name is a capital, so a verb stands there.
_OPENS_PLACES = re.compile(r"(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)\s*:$")
_SMALL_SECOND = re.compile(rf"[{UPPER}][{LOWER}]* [{LOWER}]")
_DASH_AFTER_STOP = re.compile(r"[:;.]\s*-$")
# A name that goes on in the next line: "Cục / Thông tin cơ sở".
_TYPE_WORD = re.compile(r"(?<!\w)(?:Bộ|Sở|Cục|Tổng cục|Chi cục|Vụ|Ban|Viện|Đài|Hội|Phòng|Trung tâm|Công ty|Trường|Báo)$")
_FIRST_POINT = re.compile(r":\s*\((?:1|i|a)\)$")
# A verb after these is a noun ("trong bảo vệ rừng", "công tác kiểm tra"), or says who is meant ("các thôn chưa thể tiếp cận").
_MAKES_NOUN = (" trong", " công tác", " về", " về việc", " chưa", " chưa thể", " không thể", " đang")
_PARTIES = ("oàn công tác", "ổ công tác")
"""After these a verb is one: "các đoàn công tác kiểm tra …"."""
# "Cục Quản lý xây dựng": what a house manages is part of its name.
_MANAGES = ("Cục Quản lý", "Vụ Quản lý", "Phòng Quản lý", "Sở Quản lý", "Khu Quản lý", "Trung tâm Quản lý")
_LONGEST_VERB = 24
"""In letters, with the sign after it."""
LONGEST_RUN_OF_NAMES = 1500
"""In letters. A verb that stands farther away is not theirs who are named before it."""


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(alternatives(lexicon().verbs))


@cache
def _verb_or_aside() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(lexicon().verbs)}|\([^()]*\)")


def first_verb(plain: str, start: int, end: int, line_starts: Collection[int] = ()) -> int | None:
    """Where the first verb of command in `[start, end)` stands, as far as names go; what is in brackets is passed over.

    A capital counts at the start, at the start of a line, and after a colon: names hold capitals too ("Cục Quản lý").
    """
    low = lower(plain[start : min(end, start + LONGEST_RUN_OF_NAMES)])
    begin = 0
    while found := _verb_or_aside().search(low, begin):
        at, phrase = start + found.start(), found.group()
        if phrase[0] == "(":
            begin = found.end()
            continue
        if not _is_part_of_name(plain, at, phrase) and (not plain[at].isupper() or at == start or _opens_anew(plain, at, line_starts)):
            return at
        begin = found.start() + 1
    return None


# Small words with which a name may go on.
_GOES_ON = (
    r"(?!(?:và|cùng|với|các|của|thuộc|tại|trên|ở|từ|đến|có|liên|nêu|nói|khác|trực thuộc|đóng|nơi|bị|chịu|được|chưa|gồm|hoặc|ven|trong|"
    r"ngoài|cũ|mới|đã|đang|là|sẽ|vừa|về|vào|khi|do|tỉnh|thành phố|huyện|thị xã|quận|xã|phường|vẫn|vùng|khu|giáp|biên giới|miền|còn|"
    r"cho biết|cho hay|lân cận|tuyến|đảo|khẩu|đội|này|đó|trưởng|xảy|theo|địa phương|phố|hai|ba|bốn)(?!\w))"
)

# Kinds of bodies in a row after "các" name whoever is one: "các sở, ban, ngành và địa phương".
_KIND = (
    r"(?:[Ss]ở|[Bb]an|[Nn]gành|[Bb]ộ|cơ quan|đơn vị|địa phương|tỉnh|thành phố|thành(?! phố| viên)|"
    r"huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|đoàn thể)"
)
_ROW = rf"[Cc]ác {_KIND}(?:(?:,| và|;) {_KIND})+(?: (?:chức năng|có liên quan|liên quan))?"
# Words that say which of them are meant.
_WHICH = (
    r"(?!(?:duyên hải|đồng bằng|trung du|phía|dọc|hai bên|trọng điểm|chức năng|có|liên quan|chuyên|sự nghiệp|quân|vũ trang|nhà nước|"
    r"quản lý|thành viên|hành chính|cấp|ngành|đoàn|này|đó|trước|sau|năm|để|nhằm|cần thiết|thường|xung yếu|hạ|thượng|lơ là|chính|"
    r"cơ quan|trung ương|ngang|bắc|nam|đông|tây|còn lại|cả|nước|mình|hàng|hằng|vi phạm|nằm|bảo đảm|phụ trách|chủ quản|tổ chức|"
    r"lực lượng|doanh nghiệp|xã hội)(?!\w))"
)


# What explains a name stands right after it: "Ban Chỉ huy X (thường trực) lùa trâu bò …".
_EXPLAINED = r"\((?<=\w \()(?!\d{1,2}\)|\w\))[^():;]{2,90}\) "


@cache
def _whole_name() -> re.Pattern[str]:
    """A name that is known to be complete: a place all of whose syllables are capitals, or a ministry's or department's portfolio,
    or what explains it in brackets.
    """
    place = (
        r"(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu|[Tt]hủy điện|Nhiệt điện|Điện lực|Viễn thông|[Tt]hủy lợi|hồ|đập|"
        rf"Vườn quốc gia|Đồn Biên phòng|miền)(?: (?!Điện lực|Thông tin|Công nghệ)(?:[{UPPER}]\w*|\d{{1,2}})){{1,4}}"
    )
    # "Tiểu đoàn Bộ binh 8": a unit's number ends its name.
    unit = (
        rf"(?:Quân khu|Quân đoàn|Binh đoàn|Sư đoàn|Lữ đoàn|Trung đoàn|Tiểu đoàn|Đại đội)(?: [{UPPER}]\w*(?: [{LOWER}]+)?){{0,2}} \d{{1,3}}"
    )
    portfolio = rf"(?:Bộ|Sở) (?:{'|'.join(map(re.escape, lexicon().portfolios))})"
    local = (
        r"(?:Công an|CHQS|Quân sự|quân sự|Biên phòng|UBND|Ủy ban nhân dân|Y tế) "
        r"(?:tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn|đặc khu)"
    )
    # "Trung tâm Truyền thông tỉnh phát …": the territory's type word ends the name of what serves it.
    serving = (
        rf"(?:Trung tâm|Trạm|Đài|Hội|Đoàn|Bệnh viện|Phòng|Đội|Hạt|Chi cục|Thanh tra|Liên đoàn|Ban|Văn phòng) "
        rf"[{UPPER}]\w*(?: (?!các |những )\w+){{0,7}}? "
        r"(?:tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn|đặc khu)"
    )
    # "Phó Thủ tướng A làm Tổng chỉ huy": whoever is made something; not one who "làm việc với …".
    made = (
        rf"(?<!\w)Phó (?:Thủ tướng(?: Chính phủ)?|Chủ tịch UBND (?:tỉnh|thành phố|huyện|xã|phường))(?: [{UPPER}][{LOWER}]*){{2,4}} "
        rf"(?=làm (?:[{UPPER}]|trưởng |tổ trưởng |chỉ huy ))"
    )
    whole = rf"(?<!\w)(?:(?:{place}|{unit}|{portfolio}|{local}) |(?:{serving}|{_ROW}) {_WHICH})|{_EXPLAINED}|{made}"
    return re.compile(rf"(?:{whole}){_GOES_ON}(?=[{LOWER}])(?!\w\))")


def after_whole_name(plain: str, start: int, end: int) -> int | None:
    """Where an order begins by a verb that no list knows: at the small word after a complete name ("UBND huyện Cao Lộc lùa …")."""
    found = _whole_name().search(plain, start, end)
    return found.end() if found else None


@cache
def _proper_name() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[{UPPER}][{LOWER}]+ [{UPPER}][{LOWER}]+ {_GOES_ON}(?=[{LOWER}]{{2}})")


def after_proper_name(plain: str, start: int, end: int) -> int | None:
    """Where an order to somebody who has been charged begins by a verb that no list knows: at the small word after a proper name of two
    syllables ("giao Công ty Nước sạch Cao Lộc rửa …").
    """
    found = _proper_name().search(plain, start, end)
    return found.end() if found else None


def _opens_anew(plain: str, at: int, line_starts: Collection[int]) -> bool:
    """Whether a capital there may open an order: after a colon or a dash that opens no list of names, or on a new line that
    goes on with none.
    """
    before = plain[max(0, at - 80) : at].rstrip()
    if before.endswith(":"):
        return not OPENS_LIST.search(before) or bool(_OPENS_PLACES.search(before) and _SMALL_SECOND.match(plain, at))
    return (
        bool(_DASH_AFTER_STOP.search(before))
        or bool(_FIRST_POINT.search(before))
        or (at in line_starts and not before.endswith((",", ";", " và", "các")) and not _TYPE_WORD.search(before))
    )


def is_verb_at(plain: str, at: int, end: int) -> bool:
    """Whether a verb of command begins at that place."""
    found = _verb().match(lower(plain[at : min(end, at + _LONGEST_VERB)]))
    return found is not None and not _is_part_of_name(plain, at, found.group())


def _is_part_of_name(plain: str, at: int, phrase: str) -> bool:
    if plain[at].islower() and not phrase.startswith("trình ") and not plain[at : at + len(phrase)].islower():
        return True  # "thường trực Ban Chỉ đạo" holds no "trực ban"
    rest = plain[at + len(phrase) : at + len(phrase) + 16].lstrip(" ,").lower()
    if any(rest.startswith(word) and not rest[len(word) :][:1].isalnum() for word in lexicon().verbs_not_before.get(phrase, ())):
        return True
    before = plain[max(0, at - 24) : at].rstrip()
    if before.endswith(_PARTIES):
        return False
    if before.endswith((*_MAKES_NOUN, *_MANAGES)):
        return True
    words = lexicon().verbs_not_after.get(phrase, ())
    return any(before.endswith(word) and not before[: -len(word)][-1:].isalnum() for word in words)
