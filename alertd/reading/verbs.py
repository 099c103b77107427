"""Where an order begins: the first verb of command after the names of those who are to act."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from alertd.reading.heads import OPENS_LIST
from alertd.reading.lexicon import alternatives, lexicon
from alertd.reading.source import LOWER, UPPER, lower

# "UBND các huyện, thành phố: Tiếp tục chỉ đạo …": every syllable of a place's name is a capital, so a verb stands there.
OPENS_PLACES = re.compile(r"(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)(?: ven biển| trực thuộc [Tt]rung ương)?\s*:$")
_SMALL_SECOND = re.compile(rf"[{UPPER}][{LOWER}]* [{LOWER}]")
_DASH_AFTER_STOP = re.compile(r"[:;.]\s*-$")
# A name that goes on in the next line: "Cục / Thông tin cơ sở".
_TYPE_WORD = re.compile(r"(?<!\w)(?:Bộ|Sở|Cục|Tổng cục|Chi cục|Vụ|Ban|Viện|Đài|Hội|Phòng|Trung tâm|Công ty|Trường|Báo)$")
_FIRST_POINT = re.compile(r":\s*\((?:1|i|a)\)$")
# A verb after these is a noun ("trong bảo vệ rừng", "công tác kiểm tra"), or says who is meant ("các thôn chưa thể tiếp cận").
_MAKES_NOUN = (" trong", " trong việc", " công tác", " về", " về việc", " chưa", " chưa thể", " không thể", " đang")
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


def _opens_anew(plain: str, at: int, line_starts: Collection[int]) -> bool:
    """Whether a capital there may open an order: after a colon or a dash that opens no list of names, or on a new line that
    goes on with none.
    """
    before = plain[max(0, at - 80) : at].rstrip()
    if before.endswith(":"):
        return not OPENS_LIST.search(before) or bool(OPENS_PLACES.search(before) and _SMALL_SECOND.match(plain, at))
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
    if plain[at].islower() and not phrase.startswith(("trình ", "cho ")) and not plain[at : at + len(phrase)].islower():
        return True  # "thường trực Ban Chỉ đạo" holds no "trực ban"
    if plain.startswith(":", at + len(phrase)) and plain.endswith(", ", 0, at):
        return True  # "Điện lực, viễn thông, cấp nước: khôi phục …"
    rest = plain[at + len(phrase) : at + len(phrase) + 16].lstrip(" ,").lower()
    if any(rest.startswith(word) and not rest[len(word) :][:1].isalnum() for word in lexicon().verbs_not_before.get(phrase, ())):
        return True
    before = plain[max(0, at - 24) : at].rstrip()
    if before.endswith(_PARTIES):
        return False
    if before.endswith((*_MAKES_NOUN, *_MANAGES)):
        return True
    words = lexicon().verbs_not_after.get(phrase, ())
    names = (before, lower(before))  # "Cục Xuất nhập khẩu" as "xuất nhập khẩu"
    return any(name.endswith(word) and not name[: -len(word)][-1:].isalnum() for name in names for word in words)
