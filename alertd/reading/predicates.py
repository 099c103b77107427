"""Where a run of names ends and what is said of them begins, whether a list knows the verb or not.

Verbs are an open language, names a closed one: a type word, capitals, and few small words with which a name goes on. So the first other
small word after a name that is surely complete begins the order ("UBND xã Vân Hồ lùa trâu bò …"). After any other name, as
of groups ("các thôn"), which go on with whoever is meant, it does where it is a known word for work ("các thôn lùa trâu bò …").
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection
from functools import cache

from alertd.reading.lexicon import lexicon, opening
from alertd.reading.source import LOWER, UPPER, lower
from alertd.reading.verbs import LONGEST_RUN_OF_NAMES, first_verb

_SMALL = rf"(?=[{LOWER}])(?!\w\))"
# Kinds of bodies in a row after "các" name whoever is one: "các sở, ban, ngành và địa phương".
_KIND = (
    r"(?:[Ss]ở|[Bb]an|[Nn]gành|[Bb]ộ|cơ quan|đơn vị|địa phương|tỉnh|thành phố|thành(?! phố| viên)|"
    r"huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|đoàn thể)(?! ủy(?!\w))"
)
_ROW = rf"[Cc]ác {_KIND}(?:(?:,| và|;) {_KIND})+(?: (?:chức năng|có liên quan|liên quan))?"
_UNIT = r"(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)"
# What closes the name of a group: "các đơn vị có liên quan", "lực lượng trên địa bàn tỉnh".
_CLOSED_GROUP = (
    r"(?:[Cc]ác|[Nn]hững|[Ll]ực lượng|[Cc]hính quyền|[Hh]ai|[Bb]a)(?:,? (?!các )[\w-]+){1,9}? "
    rf"(?:nêu trên|nói trên|ở trên|còn lại|liên quan|trực thuộc(?: (?:Bộ|Sở|tỉnh))?|lân cận|ven biển|ven sông|khác|chức năng|"
    rf"trên địa bàn(?: (?:toàn )?{_UNIT})?|trong (?:{_UNIT}|khu vực|vùng|toàn quân|toàn tỉnh)|địa phương)"
)
# What explains a name stands right after it: "Ban Chỉ huy X (thường trực) lùa trâu bò …".
_EXPLAINED = r"\((?<=\w \()(?!\d{1,2}\)|\w\))[^():;]{2,90}\)"
_ABBREVIATED = re.compile(r"(?:Sở|Bộ) [A-ZĐ][A-ZĐ&-]*[A-ZĐ]|(?:T[PX]\.? ?)?(?:HCM|HN)$|TP\.? ?\w+$")
# "Đội đóng tàu", "nhà máy phát điện": such words for work say what somebody deals with.
_NOT_WORK = ("tàu", "rừng", "mới")
_NUMBERS = r"(?:\d{1,3}|[IVX]{1,4})(?:, (?:\d{1,3}|[IVX]{1,4}))*"


def order_begins(plain: str, start: int, end: int, line_starts: Collection[int] = ()) -> int | None:
    """Where after the names that begin at `start` the order does; None where neither a known verb stands there nor a whole name."""
    verb = first_verb(plain, start, end, line_starts)
    known = after_whole_name(plain, start, end if verb is None else verb)
    return verb if known is None else known


def after_whole_name(plain: str, start: int, end: int) -> int | None:
    """Where an order begins by a verb that no list of orders holds: at the small word after a complete name ("UBND huyện Cao Lộc lùa …"),
    or at a word for work after any other ("Các thôn lùa …").
    """
    end = min(end, start + LONGEST_RUN_OF_NAMES)
    whole = _whole_name().search(plain, start, end)
    end = whole.end() + 1 if whole else end
    proper = next((run.end("before") for run in _capitals().finditer(plain, start, end) if _is_proper(plain, run)), None)
    end = end if proper is None else proper
    work = next((at.end("before") for at in _work().finditer(plain, start, end) if _may_work(plain, start, at)), None)
    found = (work, proper, whole and whole.end())
    return next((at for at in found if at is not None), None)


@cache
def _goes_on() -> str:
    return rf"(?!(?:{'|'.join(map(re.escape, lexicon().goes_on))})(?!\w))"


@cache
def _which() -> str:
    """Words that say which of those are meant whom a kind names."""
    return rf"(?!(?:{'|'.join(map(re.escape, lexicon().which))})(?!\w))"


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
        rf"(?:Quân khu|Quân đoàn|Binh đoàn|Sư đoàn|Lữ đoàn|Trung đoàn|Tiểu đoàn|Đại đội|Hải đoàn|Hải đội|Cảnh sát biển|[Dd]ự án|đường bộ|"
        rf"khu vực|số)(?: [{UPPER}]\w*(?: [{LOWER}]+)?){{0,2}} {_NUMBERS}"
    )
    portfolio = rf"(?:Bộ|Sở) (?:{'|'.join(map(re.escape, lexicon().portfolios))})"
    local = (
        r"(?:Công an|CHQS|Quân sự|quân sự|Biên phòng|UBND|Ủy ban nhân dân|Y tế) "
        r"(?:tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn|đặc khu)"
    )
    # "Trung tâm Truyền thông tỉnh phát …": the territory's type word ends the name of what serves it.
    serving = (
        rf"(?:Trung tâm|Trạm|Đài|Hội|Đoàn|Bệnh viện|Phòng|Đội|Hạt|Chi cục|Thanh tra|Liên đoàn|Ban|Văn phòng|Cổng|MTTQ|UBMTTQ|Mặt trận|"
        rf"Bộ Chỉ huy) [{UPPER}]\w*(?: (?!các |những )\w+){{0,7}}? {_UNIT}"
    )
    # "Phó Thủ tướng A làm Tổng chỉ huy": whoever is made something; not one who "làm việc với …".
    made = (
        rf"(?<!\w)Phó (?:Thủ tướng(?: Chính phủ)?|Chủ tịch UBND (?:tỉnh|thành phố|huyện|xã|phường))(?: [{UPPER}][{LOWER}]*){{2,4}} "
        rf"(?=làm (?:[{UPPER}]|trưởng |tổ trưởng |chỉ huy ))"
    )
    whole = rf"(?<!\w)(?:(?:{place}|{unit}|{portfolio}|{local}) |(?:{serving}|{_ROW}|{_CLOSED_GROUP}) {_which()})|{_EXPLAINED} |{made}"
    return re.compile(rf"(?:{whole}){_goes_on()}{_SMALL}")


@cache
def _capitals() -> re.Pattern[str]:
    run = rf"(?P<run>(?!Các )[{UPPER}][\w.&]*(?:(?: - |[ -])[{UPPER}][\w.&]*){{1,12}})"
    # A small syllable between capitals is one of the name: "Than - Khoáng sản Việt Nam".
    return re.compile(rf"(?<!\w)(?P<before>{run} ){_goes_on()}{_SMALL}(?P<small>[{LOWER}]+)(?!\w)(?! [{UPPER}])")


def _is_proper(plain: str, run: re.Match[str]) -> bool:
    """Whether a run of capitals ends in a proper name: in two that are no type word and no half of a word ("Ban Tham mưu")."""
    at, end = run.start("run"), run.end("run")
    while at < end and (head := _type_word().match(plain, at, end + 1)):
        at = head.end()
    words = plain[at:end].replace(" - ", " ").replace("-", " ").split()
    if _ABBREVIATED.search(plain, run.start("run"), end):
        return True
    proper = [word for word in words if not word.isupper() or len(word) == 1]
    return len(proper) > 1 and proper[-1] == words[-1] and f"{lower(proper[-1])} {run['small']}" not in _halves()


@cache
def _type_word() -> re.Pattern[str]:
    return re.compile(rf"(?:{opening(lexicon().heads)}|T[PX]\.?) ?")


@cache
def _halves() -> frozenset[str]:
    """Two syllables that make a word of names: "Tham mưu", "Biên phòng"."""
    phrases = (*lexicon().heads, *lexicon().brands, *lexicon().groups, *lexicon().portfolios, *lexicon().titles, *lexicon().verbs)
    pairs = (pair for phrase in phrases for pair in itertools.pairwise(lower(phrase).replace(",", "").split()))
    return frozenset(map(" ".join, pairs))


@cache
def _work() -> re.Pattern[str]:
    words = "|".join(map(re.escape, lexicon().work))
    pair = r"(?=(?P<pair>(?P<first>\w+)(?: \w+)?))"
    return re.compile(rf"(?P<before>(?<=[\w)])(?<!\w\)) ){pair}(?:{words})(?= [\w(])(?! (?:{'|'.join(_NOT_WORK)})(?!\w))")


def _may_work(plain: str, start: int, work: re.Match[str]) -> bool:
    """Whether the word for work may be an order for those named before: it is no half of a word of names ("Chính phủ", "cứu nạn"), and
    says nothing about which of them are meant.
    """
    before = plain[start : work.start()].rpartition(" ")[2]
    is_half = not _halves().isdisjoint((f"{lower(before)} {work['first']}", lower(work["pair"])))
    return before not in lexicon().says_who and not is_half
