"""Parts a run of names where one name ends and the next begins, and finds the members of the lists within it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from alertd.reading.heads import is_body_head, is_group, is_head, is_portfolio_at
from alertd.reading.lexicon import lexicon
from alertd.reading.source import LOWER, UPPER, fold

_PLACES = (
    r"tỉnh(?! ủy)|thành phố|huyện(?! ủy)|thị xã|quận|xã|phường|thị trấn|đặc khu|địa phương|thôn|bản|ấp|khu phố|tổ dân phố|thành(?! phố)|"
    r"T[PX](?!\w)\.?"
)
_OFFICES = (
    r"Tổng công ty|Tổng Công ty|Tổng cục|Bộ Tư lệnh|Binh đoàn|Chi cục|Tập đoàn|Công ty|Quân khu|Quân chủng|Bộ trưởng(?=\s*:)|"
    r"Huyện ủy|huyện ủy|Thị ủy|Đảng ủy|Bộ|Sở|sở|bộ|Cục|Vụ|Ban|Đài|Báo|Viện|Hội|Hạt Kiểm lâm|Trạm Kiểm lâm|Đồn Biên phòng"
)
# Common nouns whose proper names may follow in a row: "các công ty thủy điện Sông Đà, Sông Lô".
_WORKS = (
    "doanh nghiệp|bệnh viện|trường|công ty|tổng công ty|nhà máy|xí nghiệp|chi cục|trung tâm|đồn|trạm|hạt|chủ hồ|chủ đập|hồ|đập|ban quản lý"
)
# Words that open a body's name elsewhere, but within a list say what its members deal with: "các công ty: Điện lực, Thủy điện Sông Lô".
_FIELDS = (
    "Báo chí",
    "Điện lực",
    "Thủy điện",
    "Viễn thông",
    "Kiểm lâm",
    "Bưu điện",
    "Thủy lợi",
    "Cảng",
    "Hải quân",
    "Biên phòng",
    "BĐBP",
    "Bộ đội Biên phòng",
    "Cảnh sát biển",
    "Đại học",
)
# A place's name whose first syllable elsewhere opens a body's: "các xã: Trường Sơn, Đoàn Kết".
_PROPER = re.compile(rf"(?:Trường|Bản|Đoàn|Hội|Đồn|Đội|Đài|Vụ|Ban|Cảng|Tổ|Khu)(?: [{UPPER}][{LOWER}]*){{1,3}}\s*(?:[,;.]|$|và )")
# A member whose own first word is small: "các Ban Quản lý dự án: 6, đường Hồ Chí Minh".
_SMALL_WORD = re.compile(rf"(?:đường|cầu|sông|hồ|đập|miền) (?=[{UPPER}])")
_ANYBODY = "đơn vị sau|cơ quan, đơn vị|đơn vị|cơ quan|đồng chí|sở, ban, ngành|sở, ban ngành|sở, ngành|ban, ngành|bộ, ngành|phòng, ban"
# What tells where the places of a list lie: "các xã hạ du sông Kôn: A, B".
_LANDMARK = rf"(?:,| và)? (?:sông|suối|hồ|đập|đèo|núi|thủy điện|quốc lộ)(?: (?:[{UPPER}][\w-]*|\d+[A-Z]?)){{1,3}}"
_PLURAL = re.compile(
    rf"(?<!\w)(?:[Cc]ác |\d{{1,2}} (?=(?:tỉnh|thành phố|huyện|xã|phường))|(?=(?:{_PLACES})(?:, (?:{_PLACES}))*: )|"
    rf"[Cc]hỉ huy trưởng(?=: )|(?=(?:Quân khu|Quân chủng|Quân đoàn|Binh chủng|Binh đoàn|Bộ Tư lệnh|Tổng cục|Cục|Công ty|Sở|Bộ): ))"
    rf"(?:(?P<places>(?:{_PLACES})(?:(?:(?:,| và|,? hoặc)? |/)(?:{_PLACES}))*|Tỉnh ủy(?:,| và) [Tt]hành ủy(?=\s*:))"
    rf"(?: trực thuộc Trung ương| ven biển| miền núi| vùng cao| biên giới| sau(?: đây)?)*"
    rf"(?:(?:,? (?!nhất |đặc |các |trong )[{LOWER}]+| (?:Bắc|Nam|Đông|Tây|Trung)(?: Bộ| Nguyên)?"
    rf"|{_LANDMARK}){{1,8}}(?=\s*:|,? (?:bao )?gồm ))?"
    rf"|(?P<anybody>(?i:{_ANYBODY}))(?: sau(?: đây)?| như sau)?"
    rf"|(?P<office>[{UPPER}{LOWER}][^:,;]{{3,90}}(?=\s*:)|(?:{_OFFICES})(?=[\s:])|(?:{_WORKS})(?: [{LOWER}]+| -){{0,6}}(?=\s[{UPPER}])))?"
    rf"(?P<colon>\s*:|,? (?:bao )?gồm(?: các (?:tỉnh|huyện|xã))?:?)?\s+"
)
# Without any of these no plural opens a list: one quick look spares most names the long one.
_MAY_BE_PLURAL = re.compile(r"[Cc\d:](?:(?<=[\d:])|ác )")
_SEPARATOR = re.compile(
    r"[\s,;](?:(?<=[,;])|\s?[,;]|(?<=[\w)]\s)(?=và |cùng |nhất là |đặc biệt là ))\s*"
    r"(?:và |cùng với |cùng |đồng gửi |đồng thời )?"
    r"(?P<especially>(?:nhất là|đặc biệt là|trong đó có|trọng tâm là|trong đó trọng tâm là)\s*:?\s+)?"
)
# "nhất là những nơi xung yếu" stresses a part of those named before and names nobody new.
_NOBODY_NEW = re.compile(
    rf"[^:;.,{UPPER}]+(?:[;,]\s*|$)|(?:các |những )?(?:sông|suối|vùng|khu vực|địa bàn|tuyến|lưu vực|đoạn|điểm|nơi)\s[^:;]*(?:;\s*|$)"
)
_ESPECIALLY = re.compile(r"(?:nhất là|đặc biệt là)\s*:?\s+")
_JOINT = re.compile(r"\s?[,;]\s?(?:và )?|\svà\s")
_LAST_KIND = re.compile(r"(?P<group>.+)(?: và|,) (?P<last>[^,]+)$")
_OWN_UNIT = re.compile(rf"(?:(?:{_PLACES}|Thành phố|Thị xã|T[PX]) |T[PX]\. ?)(?=[{UPPER}])")
_MINISTRY = re.compile(r"(?:Bộ trưởng |Giám đốc )?(?:Bộ|Sở) ")
_BRACKETS = re.compile(r"\([^()]*\)")
_CODES = re.compile(r"\(((?:[A-Z]\d{2}(?:,\s*|\s+và\s+)?){2,})\)")
# Territories of a region with their names in brackets: "UBND các tỉnh Tây Nguyên (A, B) và Đông Nam Bộ (C, D)".
_ROW_IN_BRACKETS = rf"\([{UPPER}][{UPPER}{LOWER} -]+(?:(?:, | và )[{UPPER}][{UPPER}{LOWER} -]+)+\)"
_IN_BRACKETS = re.compile(
    rf"(?P<office>[^():;]*?)(?:^|\s|(?<=^))(?:[Cc]ác|\d{{1,2}}) (?P<unit>(?:{_PLACES})(?:(?:,| và|/) ?(?:{_PLACES}))*)"
    rf"(?: [^():;,]*)?{_ROW_IN_BRACKETS}(?:(?:,| và|, và) [^():;,]{{2,40}}{_ROW_IN_BRACKETS})*$"
)
# "3 huyện (A, B, C) ven biển Sơn Khê": where they lie, said after their names.
_AFTER_BRACKETS = re.compile(r"(?<=\)) (?:ven|trên|thuộc|của|ở|phía) [^(),;:]{2,40}$")
# "Các đơn vị bảo trì đường bộ: Công ty A": what the list calls those whom it names.
_HEADED_GROUP = re.compile(
    rf"Chủ (?:rừng|hồ|đập|đầu tư)\s?: (?=[{UPPER}])|"
    rf"[Cc]ác (?:đơn vị|cơ quan|tổ chức|doanh nghiệp|chủ đầu tư|nhà thầu|chủ hồ|chủ đập)(?:,? [{LOWER}]+){{1,12}}\s?: (?=[{UPPER}])"
)
_NUMBER = r"(?:\d{1,3}|[IVX]{1,5})"
# "các quận 12, Thủ Đức": districts of a city have numbers or names.
_BY_NUMBER = ("quận", "phường")
_NUMBERED = re.compile(r"\d{1,2}(?:,| và) ")
_NUMBERED_UNITS = re.compile(rf"(?:[Cc]ác )?(?P<name>\D*?[^\W\d_]) (?P<numbers>{_NUMBER}(?:(?:, ?| và )(?:số )?{_NUMBER})+)$")
_REGIONAL_UNITS = re.compile(
    rf"(?:[Cc]ác )?(?P<name>[^:]*[^\W\d_]):? (?P<regions>miền \w+(?:(?:, | và )(?:miền \w+|(?:TP\.?|thành phố) [{UPPER}][^,;]*))+)$"
)

# Kinds of schools, which "các trường" counts up and does not name.
_ABBREVIATED = re.compile(
    r"(?:[A-Z&]{2,}|[Mm]ầm non|[Mm]ẫu giáo|[Tt]iểu học|[Tt]rung học cơ sở|[Tt]rung học phổ thông)(?= và | trên | trong | thuộc |$)"
)
# "các Tổng công ty Điện lực: miền Bắc, thành phố Hà Nội": houses are named after a city too.
_REGIONS_BEFORE = re.compile(r":\s(?:miền \w+(?:, | và ))*miền \w+$")
_CITY = re.compile(rf"(?:TP\.?|thành phố) (?=[{UPPER}])")
_PAPER = re.compile(r"(?<!\w)Báo$")
_ROW_BEFORE = re.compile(
    r"(?<!\w)(?:Tỉnh ủy|Huyện ủy|Thị ủy|[Ss]ở|[Bb]an|[Bb]ộ|[Nn]gành|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|phòng|cơ quan|đơn vị|"
    r"địa phương)$"
)
# One secretariat that serves two or three: "Văn phòng HĐND và UBND xã".
_SHARED_OFFICE = re.compile(r"Văn phòng (?:(?:Đoàn (?:ĐBQH|Đại biểu Quốc hội)|HĐND|Hội đồng nhân dân|Đảng ủy|Huyện ủy)(?:, )?)+$")
_SERVED = re.compile(r"(?:HĐND|Hội đồng nhân dân|UBND|Ủy ban nhân dân)(?!\w)")
# "các Tập đoàn, Tổng công ty nêu trên": types of bodies in a row and no proper name.
_TYPE = "(?:Tổng cục|Cục|Vụ|Viện|Trường|Học viện|Trung tâm|Bệnh viện|Tập đoàn|Tổng [Cc]ông ty|Công ty|Bộ Tư lệnh|Quân khu|Quân chủng)"
_PLURAL_BEFORE = re.compile(rf"(?<!\w)[Cc]ác {_TYPE}$")
_BARE_TYPE = re.compile(rf"{_TYPE}(?=[,;]| [{LOWER}]|$)")
_ROW_AFTER = re.compile(
    rf"(?:Thành ủy|Thị ủy|Đảng ủy(?! [{UPPER}])|ban|ngành|Ban(?=,| và | ngành| Ngành)|Ngành|phòng|đoàn thể|"
    r"thành phố|thị xã|quận|phường|thị trấn|đặc khu|đơn vị|địa phương)(?!\w)"
)


_OPENS_GROUP = ("Các ", "các ", "Lực lượng ", "lực lượng ")
# Agencies that stand without "các" in the row of those whom the Prime Minister charges.
STATE_AGENCIES = ("cơ quan thuộc Chính phủ", "cơ quan khác ở Trung ương")
_AGENCIES = (*STATE_AGENCIES, "cơ quan trung ương của ")
# "tỉnh Gia Lai và vùng núi các huyện A, B": a part of territories, for those who govern them.
_PART_OF = re.compile(rf"(?:khu vực|vùng)(?: (?!các|của)[{LOWER}]+){{0,4}} (?:của |thuộc )?các (?:{_PLACES})(?!\w)")


class ListOf(Enum):
    """What the members of a list are."""

    PLACES = "places"
    """Territories: the office before the list exists in each."""
    OFFICES = "offices"
    """Portfolios or proper names to which the list lends its type word: "các Bộ: Quốc phòng"."""
    ANYBODY = "anybody"
    """Whole names."""


@dataclass(frozen=True, slots=True)
class Part:
    """One name as written, or one office with the list that it is spelled out for."""

    whole: str
    prefix: str = ""
    """The words before the list: "Chủ tịch UBND"."""
    unit: str = ""
    """The type word of the list: "tỉnh, thành phố", "Bộ"."""
    members: tuple[str, ...] = ()
    list_of: ListOf | None = None


def parts(text: str, plain: str) -> Iterator[Part]:
    """The parts of a run of names, in order. `plain` is `text` folded."""
    at = 0
    while at < len(text):
        end, following = _until_next(plain, at)
        plural = None if _numbered(text[at:end].strip()) else _plural_before(plain, at, end)
        if plural is None:
            yield _single(text[at:end])
            at = following
            continue
        members, end, following = _members(text, plain, plural)
        if plural["colon"] and not members and plural.start() == at and is_body_head(plain, plural.end()):
            at = plural.end()
            continue
        if members and _is_list(members, plural):
            yield from _list(text, at, end, plural, members)
        else:
            end, following = _until_next(plain, max(at, plural.end()))
            yield _single(text[at:end])
        at = following


def begins_with_unit(plain: str) -> bool:
    """Whether a member brings its own type word: "các huyện: A, B và thành phố C"."""
    return bool(_OWN_UNIT.match(plain))


def _list(text: str, at: int, end: int, plural: re.Match[str], members: list[str]) -> Iterator[Part]:
    """The list; of several kinds of territories with one member and no colon, only the last kind is named: "các xã và đặc khu Hòn Mơ"."""
    kind = ListOf.PLACES if plural["places"] else ListOf.OFFICES if plural["office"] else ListOf.ANYBODY
    unit, office = plural["places"] or plural["office"] or "", text[at : plural.start()].strip()
    kinds = _LAST_KIND.match(unit)
    if kinds and kind is ListOf.PLACES and len(members) == 1 and not plural["colon"]:
        yield Part(f"{office} các {kinds['group']}".strip())
        unit = kinds["last"]
    yield Part(text[at:end], office, unit, tuple(members), kind)


def _is_list(members: list[str], plural: re.Match[str]) -> bool:
    """A colon or a second member makes a list; "các Sở Xây dựng nêu trên" and the kinds in "các trường MN, TH và THCS" are a group."""
    if not plural["colon"] and plural["office"] and all(_ABBREVIATED.match(m) for m in members):
        return False
    return bool(plural["colon"]) or len(members) > 1 or bool(plural["places"] and not re.search(rf" [{LOWER}]", members[0]))


def _single(text: str) -> Part:
    """A name as written; codes in brackets and numbers in a row are members: "các đơn vị (K02, C07)", "Quân khu 3, 4"."""
    whole = text.strip(" ,;:-")
    if headed := _HEADED_GROUP.match(fold(whole)):
        whole = whole[headed.end() :]
    if "(" in whole and (named := _named_in_brackets(whole)):
        return Part(whole, members=named, list_of=ListOf.ANYBODY)
    closed = _AFTER_BRACKETS.sub("", whole) if ") " in whole else whole
    if closed.endswith(")") and (bracketed := _IN_BRACKETS.match(closed)):
        whole = closed
        names = [m for inside in _BRACKETS.findall(whole) for m in _JOINT.split(inside[1:-1])]
        return Part(whole, bracketed["office"].strip(), bracketed["unit"], tuple(names), ListOf.PLACES)
    if numbered := _numbered(whole):
        return Part(
            whole, numbered["name"].replace(" các ", " "), members=tuple(re.findall(_NUMBER, numbered["numbers"])), list_of=ListOf.ANYBODY
        )
    if " từ " in whole and (both := _range_and_region().match(whole)):
        return Part(whole, both["office"], members=(both["range"].strip(), both["region"]), list_of=ListOf.ANYBODY)
    if "miền " in whole and (regional := _REGIONAL_UNITS.match(whole)):
        return Part(whole, regional["name"], members=tuple(_JOINT.split(regional["regions"])), list_of=ListOf.ANYBODY)
    return Part(whole)


def _named_in_brackets(whole: str) -> tuple[str, ...]:
    """The bodies of a group that are named after it, by their codes too: "các đồn biên phòng (Đồn A, Đồn B)", "các đơn vị (K02, C07)".
    What stands so after a single body explains it.
    """
    if codes := _CODES.search(whole):
        return tuple(re.findall(r"[A-Z]\d{2}", codes.group(1)))
    group, _, inside = whole.removesuffix(")").partition(" (")
    members = tuple(_JOINT.split(inside))
    is_group = whole.endswith(")") and group.startswith(_OPENS_GROUP) and "(" not in inside
    return members if is_group and len(members) > 1 and all(is_head(fold(member), 0, opens=True) for member in members) else ()


def _numbered(name: str) -> re.Match[str] | None:
    return _NUMBERED_UNITS.match(name) if name[-1:].isdigit() or name.endswith(("I", "V", "X")) else None


@cache
def _range_and_region() -> re.Pattern[str]:
    """An office that exists in the provinces of a range and in those of a region: "UBND các tỉnh từ A đến B và khu vực Tây Nguyên"."""
    row = rf"(?:{_PLACES})(?:(?:,| và|/) ?(?:{_PLACES}))*"
    regions = "|".join(map(re.escape, lexicon().regions))
    return re.compile(
        rf"(?P<office>.*?(?<!\w)[Cc]ác {row})(?P<range> [^,;:]*?từ .+? đến [^,;:]+?)"
        rf"(?:,| và|, và) (?P<region>(?:khu vực |vùng |miền )?(?:{regions})(?!\w).*)$"
    )


def _plural_before(plain: str, at: int, end: int) -> re.Match[str] | None:
    """The plural that opens a list within the name `[at, end)`: "Giám đốc các Sở: …", "các tỉnh …"."""
    limit = min(len(plain), end + 40)
    found = _PLURAL.search(plain, at, limit) if _MAY_BE_PLURAL.search(plain, at, limit) else None
    if found is None or found.start() > end or not (found["colon"] or found["places"] or found["office"]):
        return None
    first = plain[found.end() : found.end() + 1]
    if found["colon"]:
        return found if first.isupper() or first.isdigit() else None
    is_place = bool(found["places"] and _PROPER.match(plain, found.end()))
    is_name = (found["places"] in _BY_NUMBER and bool(_NUMBERED.match(plain, found.end()))) or (
        first.isupper() and not plain.startswith(lexicon().regions, found.end()) and (is_place or not is_body_head(plain, found.end()))
    )
    return found if is_name or (found["office"] and is_portfolio_at(plain, found.end())) else None


def _until_next(plain: str, at: int) -> tuple[int, int]:
    """Where the name that begins at `at` ends, and where the next one begins."""
    for separator in _SEPARATOR.finditer(_mask(plain), at + 1):
        following = separator.end()
        if separator["especially"] and (rest := _NOBODY_NEW.match(plain, following)):
            return separator.start(), rest.end()
        is_other = plain.startswith(_AGENCIES, following) or _PART_OF.match(plain, following)
        begins = is_head(plain, following) or is_other or _goes_on_with_portfolio(plain, at, separator)
        if separator["especially"] or (begins and not _is_one_office(plain, separator)):
            return separator.start(), following
    return len(plain), len(plain)


@lru_cache(maxsize=4)
def _mask(plain: str) -> str:
    """The text with what is in brackets blotted out; asked again for every name of a run."""
    return _BRACKETS.sub(lambda m: "(" + "x" * (len(m.group()) - 2) + ")", plain)


def _goes_on_with_portfolio(plain: str, at: int, separator: re.Match[str]) -> bool:
    """Whether a portfolio follows a whole ministry or department that lends it its type word: "Bộ Y tế, Tài chính"."""
    unit = _MINISTRY.match(plain, at)
    if unit is None or unit.end() + is_portfolio_at(plain, unit.end()) != separator.start():
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
    around = ((_PLURAL_BEFORE, 24, _BARE_TYPE), (_REGIONS_BEFORE, 60, _CITY), (_ROW_BEFORE, 12, _ROW_AFTER))
    return any(b.search(plain, max(0, separator.start() - n), separator.start()) and a.match(plain, separator.end()) for b, n, a in around)


def _members(text: str, plain: str, plural: re.Match[str]) -> tuple[list[str], int, int]:
    """The members of a list that a plural opens, where the list ends, and where the next name begins."""
    members: list[str] = []
    start = at = plural.end()
    while at < len(plain) and not _ends_list(plain, at, plural, has_members=bool(members)):
        end, at = _member_end(plain, at, plural)
        members.append(text[start:end].strip(" ,;:."))
        start = at
    end = len(plain[:at].rstrip(" ,;").removesuffix(" và"))
    especially = _ESPECIALLY.match(plain, at)
    return [m for m in members if m], end, especially.end() if especially else at


def _ends_list(plain: str, at: int, plural: re.Match[str], *, has_members: bool) -> bool:
    """Whether what stands at `at` is no member: a head of its own, or no proper name."""
    if plural["anybody"]:
        return has_members and plain.startswith(("các ", "Các "), at)
    if (plural["office"] and _is_whole_portfolio(plain, at)) or (plural["places"] and _OWN_UNIT.match(plain, at)):
        return False
    if plural["office"] and plural["colon"] and plain.startswith(_FIELDS, at):
        return False
    if plural["places"] and _PROPER.match(plain, at):
        return False
    if plural["colon"] and _SMALL_WORD.match(plain, at):
        return False
    return not (plain[at].isupper() or plain[at].isdigit()) or is_body_head(plain, at)


def _is_whole_portfolio(plain: str, at: int) -> bool:
    """Whether a portfolio and nothing more stands there: "Công an" is one, "Công an tỉnh" a body of its own."""
    length = is_portfolio_at(plain, at)
    return bool(length) and bool(re.match(r"\s*(?:$|[,;.:(]|và )", plain[at + length :]))


def _member_end(plain: str, at: int, plural: re.Match[str]) -> tuple[int, int]:
    """Where the member at `at` ends, and where the next one begins."""
    end = at + is_portfolio_at(plain, at)
    joint = _JOINT.match(plain, end)
    if end > at and (joint or end == len(plain)):
        return end, joint.end() if joint else end
    for joint in _JOINT.finditer(_mask(plain), at + 1):
        if _parts_members(plain, joint, plural):
            return joint.start(), joint.end()
    return len(plain), len(plain)


def _goes_on_small(plain: str, at: int) -> bool:
    """Whether a member goes on after its comma: "các Cục: Khám, chữa bệnh, Phòng bệnh"."""
    return plain[at : at + 1].islower() and not is_group(plain, at) and not _SMALL_WORD.match(plain, at)


def _parts_members(plain: str, joint: re.Match[str], plural: re.Match[str]) -> bool:
    """Whether a comma or "và" parts two members: "và" parts places, but may stand within the name of an office."""
    begins = is_head(plain, joint.end()) or bool(is_portfolio_at(plain, joint.end()))
    if plural["office"] and plural["colon"] and not begins and _goes_on_small(plain, joint.end()):
        return False
    is_and = joint.group().strip() == "và"
    return begins or not (plural["anybody"] or (is_and and not plural["places"]))
