"""The members of a list, each with the office and the type word that the list lends it: "Bộ trưởng các Bộ: Quốc phòng, Công an"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from alertd.reading.heads import is_body_head, is_portfolio_at
from alertd.reading.lexicon import lexicon
from alertd.reading.name_parts import ListOf, Part
from alertd.reading.plurals import ROOMS, begins_with_unit
from alertd.reading.rows import PROPER_NAME
from alertd.reading.source import fold, lower

_PLACE = rf"{PROPER_NAME}(?: [-–] {PROPER_NAME})?"
_PROPER = re.compile(_PLACE)
_HOUSE = re.compile(
    r"(?P<house>(?:(?:TNHH|Cổ phần|CP|MTV|[Mm]ột thành viên|[Kk]hai thác công trình) )*"
    r"(?:[Tt]hủy lợi|[Tt]hủy điện|[Đđ]iện lực|[Cc]ấp nước|[Vv]iễn thông)) \S"
)
_OF_PLACE = re.compile(rf" {_PLACE}$")
# "các Sở NN-PTNT Bắc Khê, Nam Khê": newspapers join the letters of a field as they like.
_LETTERS = re.compile(r"(?!T[PX] )[A-ZĐ]{2,5}(?:[&-][A-ZĐ]{2,5})?(?= )")
# "các Ban của Tổng công ty: Kỹ thuật, An toàn": whose and where they are is said once, before their names.
_OF_WHOM = re.compile(r",? (?:của|thuộc|trực thuộc|trên|tại|ở|trong|ven|(?:bao )?gồm)(?=\s|$).*$")
_DEPARTMENTS = re.compile(r"(?<!\w)sở(?!\w)")
_HAMLETS = frozenset({"thôn", "bản", "ấp", "khu phố", "tổ dân phố"})
_COMMITTEES = {"huyện": "Huyện ủy", "xã": "Đảng ủy xã", "phường": "Đảng ủy phường", "đặc khu": "Đảng ủy đặc khu"}
_OWN_COMMITTEES = {"thành phố": "Thành ủy", "thị xã": "Thị ủy", "huyện": "Huyện ủy"}
_OWN_COMMITTEE = re.compile(r"(?P<unit>thành phố|thị xã|huyện) ")
_COMMON_NOUNS = ("doanh nghiệp", "hãng", "nhà mạng", "ngân hàng", "nhà thầu", "cơ quan")
"""What a list calls its members and no part of their names."""


def members(prefix: str, part: Part) -> Iterator[str]:
    """Each member of a list with the office `prefix` and the type word of the list before it."""
    own = _with_house(part.members) if part.list_of is ListOf.OFFICES else part.members
    for member in own:
        if seat := _secretary_of(prefix, member):
            yield seat
            continue
        yield " ".join(f"{_office_for(prefix, part, member)} {_unit_for(prefix, part, member)} {member}".split())


def _secretary_of(prefix: str, member: str) -> str:
    """The secretary of a member that brings its own type word: "Bí thư các huyện: A và thành phố B"; empty for any other."""
    own = _OWN_COMMITTEE.match(fold(member)) if fold(prefix) == "Bí thư" else None
    return f"Bí thư {_OWN_COMMITTEES[own['unit']]} {member[own.end() :]}" if own else ""


def _with_house(members: Sequence[str]) -> Iterator[str]:
    """The companies and departments of a list, a bare proper name with what its neighbour before it shares: "TNHH Thủy lợi Bắc Khê, Nam
    Khê", "Xây dựng Bắc Khê, Nam Khê".
    """
    house = ""
    for member in members:
        own = _own_house(fold(member))
        house = member[:own] if own else house
        is_bare = not own and _PROPER.fullmatch(member) and not is_portfolio_at(fold(member), 0) and not is_body_head(fold(member), 0)
        yield f"{house} {member}" if house and is_bare else member


def _own_house(plain: str) -> int:
    """How many characters of a member say what it deals with, before the place for which it does."""
    if own := _HOUSE.match(plain):
        return own.end("house")
    letters = _LETTERS.match(plain)
    length = is_portfolio_at(plain, 0) or (letters.end() if letters else 0)
    return length if length and _OF_PLACE.match(plain, length) else 0


def _office_for(prefix: str, part: Part, member: str) -> str:
    """The office before a member; a secretary alone is that of the committee which the Party has in such a territory."""
    if fold(prefix) == "Bí thư Tỉnh ủy, Thành ủy":
        return "Bí thư Thành ủy" if is_city(member) else "Bí thư Tỉnh ủy"
    if fold(prefix) != "Bí thư" or part.unit in _HAMLETS:
        return prefix
    return f"Bí thư {_COMMITTEES.get(part.unit, 'Thành ủy' if is_city(member) else 'Tỉnh ủy')}"


def _unit_for(prefix: str, part: Part, member: str) -> str:
    """The type word before a member: known for provinces and cities, left out where a mixed list does not tell."""
    plain = fold(member)
    if part.list_of is ListOf.ANYBODY:
        is_department = bool(_DEPARTMENTS.search(lower(part.whole).split(":")[0])) or "Sở" in prefix
        return "Sở" if is_department and plain != "Công an" and is_portfolio_at(plain, 0) == len(plain) else ""
    if part.unit.lower().startswith((*_COMMON_NOUNS, ROOMS)):
        return "Phòng" if part.unit == ROOMS and not is_body_head(plain, 0) else ""
    if part.list_of is ListOf.OFFICES:
        unit = "Bộ trưởng Bộ" if part.unit == "Bộ trưởng" else _OF_WHOM.sub("", part.unit[:1].upper() + part.unit[1:])
        return "" if plain.startswith(unit + " ") else unit
    is_secretary = fold(prefix).endswith(("Tỉnh ủy", "Thành ủy", "Bí thư")) and part.unit not in _HAMLETS
    if is_secretary or begins_with_unit(plain):
        return ""
    units = re.split(r", | và | hoặc |/|(?<=tỉnh) (?=thành)", part.unit)
    if "tỉnh" in units and len(units) > 1:
        return "thành phố" if is_city(member) else "tỉnh"
    return units[0] if set(units) <= _HAMLETS or (len(units) == 1 and units[0] != "địa phương") else ""


@cache
def _named_cities() -> frozenset[str]:
    return frozenset(f"thành phố {city}" for city in lexicon().cities)


def is_city(member: str) -> bool:
    """Whether the place is a city of its own, which stands beside the provinces."""
    plain = fold(member)
    return plain[:1].lower() + plain[1:] in _named_cities() or plain in lexicon().cities
