"""Reads a name that opens no list: what stands in brackets after it, numbers or regions in a row may name several."""

from __future__ import annotations

import re
from functools import cache

from alertd.reading.heads import is_head
from alertd.reading.joints import BRACKETS, JOINT
from alertd.reading.lexicon import lexicon
from alertd.reading.name_parts import ListOf, Part
from alertd.reading.plurals import PLACES
from alertd.reading.source import LOWER, UPPER, fold

_CODES = re.compile(r"\(((?:[A-Z]\d{2}(?:,\s*|\s+và\s+)?){2,})\)")
# Territories of a region with their names in brackets: "UBND các tỉnh Tây Nguyên (A, B) và Đông Nam Bộ (C, D)".
_ROW_IN_BRACKETS = rf"\([{UPPER}][{UPPER}{LOWER} -]+(?:(?:, | và )[{UPPER}][{UPPER}{LOWER} -]+)+\)"
_IN_BRACKETS = re.compile(
    rf"(?P<office>[^():;]*?)(?:^|\s|(?<=^))(?:[Cc]ác|\d{{1,2}}) (?P<unit>(?:{PLACES})(?:(?:,| và|/) ?(?:{PLACES}))*)"
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
_NUMBERED_UNITS = re.compile(rf"(?:[Cc]ác )?(?P<name>\D*?[^\W\d_]) (?P<numbers>{_NUMBER}(?:(?:, ?| và )(?:số )?{_NUMBER})+)$")
_REGIONAL_UNITS = re.compile(
    rf"(?:[Cc]ác )?(?P<name>[^:]*[^\W\d_]):? (?P<regions>miền \w+(?:(?:, | và )(?:miền \w+|(?:TP\.?|thành phố) [{UPPER}][^,;]*))+)$"
)
_OPENS_GROUP = ("Các ", "các ", "Lực lượng ", "lực lượng ")


def single(text: str) -> Part:
    """A name as written; codes in brackets and numbers in a row are members: "các đơn vị (K02, C07)", "Quân khu 3, 4"."""
    whole = text.strip(" ,;:-")
    if headed := _HEADED_GROUP.match(fold(whole)):
        whole = whole[headed.end() :]
    if "(" in whole and (named := _named_in_brackets(whole)):
        return Part(whole, members=named, list_of=ListOf.ANYBODY)
    closed = _AFTER_BRACKETS.sub("", whole) if ") " in whole else whole
    if closed.endswith(")") and (bracketed := _IN_BRACKETS.match(closed)):
        whole = closed
        names = [m for inside in BRACKETS.findall(whole) for m in JOINT.split(inside[1:-1])]
        return Part(whole, bracketed["office"].strip(), bracketed["unit"], tuple(names), ListOf.PLACES)
    if numbered := numbered_units(whole):
        return Part(
            whole, numbered["name"].replace(" các ", " "), members=tuple(re.findall(_NUMBER, numbered["numbers"])), list_of=ListOf.ANYBODY
        )
    if " từ " in whole and (both := _range_and_region().match(whole)):
        return Part(whole, both["office"], members=(both["range"].strip(), both["region"]), list_of=ListOf.ANYBODY)
    if "miền " in whole and (regional := _REGIONAL_UNITS.match(whole)):
        return Part(whole, regional["name"], members=tuple(JOINT.split(regional["regions"])), list_of=ListOf.ANYBODY)
    return Part(whole)


def _named_in_brackets(whole: str) -> tuple[str, ...]:
    """The bodies of a group that are named after it, by their codes too: "các đồn biên phòng (Đồn A, Đồn B)", "các đơn vị (K02, C07)".
    What stands so after a single body explains it.
    """
    if codes := _CODES.search(whole):
        return tuple(re.findall(r"[A-Z]\d{2}", codes.group(1)))
    group, _, inside = whole.removesuffix(")").partition(" (")
    members = tuple(JOINT.split(inside))
    is_group = whole.endswith(")") and group.startswith(_OPENS_GROUP) and "(" not in inside
    return members if is_group and len(members) > 1 and all(is_head(fold(member), 0, opens=True) for member in members) else ()


def numbered_units(name: str) -> re.Match[str] | None:
    """The kind of unit and the numbers in a row that a name consists of: "Quân khu 3, 4"."""
    return _NUMBERED_UNITS.match(name) if name[-1:].isdigit() or name.endswith(("I", "V", "X")) else None


@cache
def _range_and_region() -> re.Pattern[str]:
    """An office that exists in the provinces of a range and in those of a region: "UBND các tỉnh từ A đến B và khu vực Tây Nguyên"."""
    row = rf"(?:{PLACES})(?:(?:,| và|/) ?(?:{PLACES}))*"
    regions = "|".join(map(re.escape, lexicon().regions))
    return re.compile(
        rf"(?P<office>.*?(?<!\w)[Cc]ác {row})(?P<range> [^,;:]*?từ .+? đến [^,;:]+?)"
        rf"(?:,| và|, và) (?P<region>(?:khu vực |vùng |miền )?(?:{regions})(?!\w).*)$"
    )
