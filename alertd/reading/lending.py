"""What names in a run lend one another: a bare office the territory of a later one, a type word or a title the names after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from alertd.reading.asides import without_courtesy
from alertd.reading.heads import is_portfolio_at
from alertd.reading.joints import STATE_AGENCIES
from alertd.reading.lexicon import lexicon
from alertd.reading.members import members
from alertd.reading.name_parts import ListOf, Part
from alertd.reading.rows import branches, known_places, office_of_places
from alertd.reading.source import UPPER, fold

_TERRITORY = re.compile(
    r"(?<!\w)(?:(?:của |thuộc )?(?:các |những |\d+ )?(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|địa phương|cấp)(?!\w).*)$"
)
# "Sở Y tế các tỉnh miền núi và các tỉnh ven biển": the office goes on to the second territory.
_OTHER_TERRITORY = re.compile(
    r"(?:các|những) (?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường)(?:, (?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường))*"
    r"(?! nêu| nói|,)\s+\w|(?:các|những) (?:đặc khu|thị trấn|phường|thị xã)$|"
    rf"(?:đặc khu|thị trấn|phường|xã|thị xã|TP\.?|thành phố) (?=[{UPPER}])"
)
_PLURAL_BODIES = re.compile(
    r"(?<!\w)các (?:sở|Sở|Bộ, ngành|bộ, ngành|ban|ngành|đơn vị|cơ quan|tổ chức tín dụng|ngân hàng|"
    r"[Cc]ông ty|[Tt]ập đoàn|[Tt]ổng [Cc]ông ty|[Dd]oanh nghiệp).*$"
)
_HEADED_HOUSES = re.compile(
    r"(?:Tổng [Gg]iám đốc|Giám đốc)(?: \(Giám đốc\))? các "
    r"(?:tổ chức tín dụng|ngân hàng|[Cc]ông ty|[Tt]ập đoàn|[Tt]ổng [Cc]ông ty|[Dd]oanh nghiệp)"
)
# "Chủ tịch Hội đồng thành viên, Tổng Giám đốc Tập đoàn A": one house has both.
_HEADED_HOUSE = re.compile(rf"(?:Tổng [Gg]iám đốc|Giám đốc) (?P<house>(?:Tập đoàn|Tổng [Cc]ông ty|Công ty|Ngân hàng) [{UPPER}\d].*)")
# Ministers head ministries: the agencies of a ministry's rank are headed by those whom the title after them names.
_OF_MINISTERS = re.compile(r"Bộ trưởng .{0,200}cơ quan (?:ngang|thuộc)")
_COMMAND = re.compile(r"(?:Trưởng |Phó Trưởng )?[Bb]an [Cc]hỉ huy [^,;]{0,60}")
# The border guard has commands in provinces and none below them.
_OF_PROVINCES = re.compile(r"(?:Bộ|Ban) chỉ huy (?:bộ đội )?biên phòng", re.IGNORECASE)
_IN_PROVINCES = re.compile(r"(?<!\w)(?:tỉnh|thành phố|TP)(?!\w)")
_ALL_PROVINCES = re.compile(r"các tỉnh, thành phố(?: trực thuộc Trung ương)?$")
_ONE_UNIT = r"(?:tỉnh|thành phố|TP\.?|huyện(?: đảo)?|thị xã|quận|xã(?: đảo)?|phường|thị trấn|đặc khu)"
_BARE_TERRITORY = re.compile(rf"{_ONE_UNIT} (?=[{UPPER}])")
# Houses are named after a place; only what governs or serves a territory exists in the next one too.
_OF_ONE_TERRITORY = re.compile(
    rf"(?P<office>(?!.*(?:Trường|Công ty|Bệnh viện|Nhà máy|Tổng công ty|Cảng))[{UPPER}].*?) {_ONE_UNIT} (?=[{UPPER}])"
)
# "UBND thành phố Khe Sặt, các quận, huyện": what governs one territory governs those of the row too.
_ROW_OF_TERRITORIES = re.compile(r"các (?:quận|huyện|thị xã|xã|phường|thị trấn|đặc khu)(?!\w)")
_SERVICES = ("Hải quân", "Phòng không - Không quân", "PK-KQ")
_SERVICE = re.compile(r"(.*Quân chủng) ")
_PORTFOLIO_OF = re.compile(r"((?:Bộ trưởng |Giám đốc |[Ll]ãnh đạo |Thứ trưởng )?(?:Bộ|Sở)|Bộ trưởng) (?!Bộ |trưởng )")
# "Giám đốc các Sở Y tế, Sở Xây dựng": the office goes on to every next one of the kind.
_HEADS_OF_KIND = re.compile(
    r"(?P<title>(?:(?:Phó |Tổng )?Giám đốc|Bộ trưởng|Thủ trưởng|Lãnh đạo|Người đứng đầu|Tổng giám đốc|Cục trưởng|Vụ trưởng|Chi cục trưởng|"
    r"Viện trưởng|Hiệu trưởng|Tư lệnh|Chủ tịch|Hạt trưởng)) các (?P<kind>[Ss]ở|[Bb]ộ|Cục|Vụ|Chi cục|Viện|Trường|Công ty|Tổng công ty|"
    rf"Tập đoàn|Bệnh viện|Trung tâm|Ban|Quân khu|Hạt Kiểm lâm) (?=[{UPPER}\d])"
)
_HEADS_OF_HOUSES = ("Chủ tịch", "Chủ tịch Hội đồng thành viên", "Chủ tịch HĐTV", "Chủ tịch Hội đồng quản trị", "Chủ tịch HĐQT")


def is_bare_territory(plain: str, at: int) -> bool:
    """Whether a territory by its type and name stands there, without an office: "xã Vân Hồ"."""
    return _BARE_TERRITORY.match(plain, at) is not None


def spread(run: Sequence[Part]) -> Iterator[str]:
    """The entries of all parts, each bare office with the territory that a later part names, each bare list with the offices before."""
    run = tuple(_with_titles(run)) if any(" các " in part.whole for part in run) else run
    offices: list[str] = []
    for index, part in enumerate(run):
        if part.list_of is ListOf.PLACES and not part.prefix and offices:
            for office in offices:
                yield from members(office, part)
        elif part.members:
            yield from members(part.prefix, part)
            if part.list_of is ListOf.PLACES and part.prefix and part.prefix not in offices:
                offices.append(part.prefix)
        else:
            name = _with_sibling_prefix(run, index)
            if own := _own_entries(run, index, name):
                yield from own
                continue
            if offices and " các " in run[index - 1].whole and _OTHER_TERRITORY.match(fold(name)):
                yield f"{offices[-1]} {name}"
                continue
            following = run[index + 1 :]
            if not following:
                yield name
                return
            lender = _house(name, following) or _lender(name, following)
            yield from _lent(name, lender)
            office = _TERRITORY.sub("", name).strip()
            if office and (office != name or lender):
                offices.append(office)


def _own_entries(run: Sequence[Part], index: int, name: str) -> tuple[str, ...]:
    """What a name means that no later part completes: houses or places in a row, or a territory of the office before it."""
    office = _office_beside(run, index)
    return (f"{office} {name}",) if office else branches(fold(name))


def _office_beside(run: Sequence[Part], index: int) -> str:
    """The office that a bare territory shares with the one before it: "Công an xã Vân Hồ, xã Suối Mơ"; empty for none."""
    plain = fold(run[index].whole)
    if not (_BARE_TERRITORY.match(plain) or _ROW_OF_TERRITORIES.match(plain)):
        return ""
    before = next((part for part in reversed(run[:index]) if not _BARE_TERRITORY.match(fold(part.whole))), None)
    if before is None or before.members:
        return ""
    held = _OF_ONE_TERRITORY.match(fold(before.whole))
    return before.whole[: held.end("office")] if held else office_of_places(fold(before.whole))


def _lent(name: str, lender: Part | None) -> Iterator[str]:
    """A name with the territory that a later part lends it; the secretaries of all committees need none to be all of them."""
    if lender is None or (name.endswith("Tỉnh ủy, Thành ủy") and _ALL_PROVINCES.search(fold(lender.whole))):
        yield name
    elif lender.members:
        yield from members(name, lender)
    else:
        heads_house = _capitalised(name) in _HEADS_OF_HOUSES
        is_title = heads_house or _capitalised(name) in lexicon().titles
        house = _HEADED_HOUSE.match(_capitalised(lender.whole)) if heads_house else None
        found = _PLURAL_BODIES.search(lender.whole) if is_title else None
        tail = found or _TERRITORY.search(lender.whole)
        yield f"{name} {lender.whole[house.start('house') :]}" if house else f"{name} {tail.group()}" if tail else name


def _house(name: str, following: Sequence[Part]) -> Part | None:
    """The houses of which a chairman and whoever is named with him are the heads: "Chủ tịch, Tổng Giám đốc các Tập đoàn: A, B"."""
    houses = following[0] if _capitalised(name) in _HEADS_OF_HOUSES else None
    whole = _capitalised(houses.whole) if houses else ""
    if houses and not houses.members and (_HEADED_HOUSES.match(whole) or _HEADED_HOUSE.match(whole)):
        return houses
    return houses if houses and houses.list_of is ListOf.OFFICES and houses.prefix in lexicon().titles else None


def _lender(name: str, following: Sequence[Part]) -> Part | None:
    """The part that names the territory of a bare office such as "Chủ tịch UBND", or the bodies of a bare title such as "Giám đốc"."""
    if _capitalised(name) in lexicon().titles:
        return next((p for p in following[:1] if _PLURAL_BODIES.search(p.whole) and not _OF_MINISTERS.search(f"{name} {p.whole}")), None)
    if _is_department(name):
        return next((p for p in following[:4] if _is_department(p.whole.split(" các tỉnh")[0]) and " các tỉnh" in p.whole), None)
    if not _is_bare_office(name):
        return None
    if _OF_PROVINCES.fullmatch(fold(name)):
        following = [part for part in following if _IN_PROVINCES.search(fold(part.whole))]
    for part in following:
        if part.list_of is ListOf.PLACES or (not part.members and _TERRITORY.search(fold(part.whole)) and not _is_bare_office(part.whole)):
            return part
        if not _is_bare_office(part.whole):
            return None
    return None


def _is_department(name: str) -> bool:
    """Whether the name is a provincial department's without a territory: "Sở Y tế", "Giám đốc Sở Y tế"."""
    plain = fold(name).removeprefix("Giám đốc ")
    return plain.startswith("Sở ") and is_portfolio_at(plain, 3) == len(plain) - 3


def _is_bare_office(name: str) -> bool:
    plain = _capitalised(name)
    is_command = _COMMAND.fullmatch(plain) and not _TERRITORY.search(plain) and not plain.endswith(known_places())
    return plain in lexicon().territorial or bool(is_command)


def _capitalised(name: str) -> str:
    """Folded, with a capital: articles write titles in small letters ("giám đốc, thủ trưởng các sở")."""
    return fold(name[:1].upper() + name[1:])


def _with_sibling_prefix(run: Sequence[Part], index: int) -> str:
    """The name with what the one before lends it: "Bộ Quốc phòng, Công an", "Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ"."""
    name = without_courtesy(run[index].whole)
    if not index:
        return name
    plain, before = fold(name), fold(run[index - 1].whole)
    if plain.startswith(STATE_AGENCIES) and any("Thủ trưởng" in fold(part.whole) for part in run[:index]):
        return f"Thủ trưởng {name}"
    if plain in _SERVICES and (service := _SERVICE.match(before)):
        return f"{service.group(1)} {name}"
    if is_portfolio_at(plain, 0) != len(plain):
        return name
    wholes = (fold(part.whole) for part in reversed(run[:index]))
    before = next((whole for whole in wholes if is_portfolio_at(whole, 0) != len(whole)), before)
    if (head := _PORTFOLIO_OF.match(before)) and is_portfolio_at(before, head.end()):
        return f"{head.group(1)} {name}"
    return name


def _with_titles(run: Sequence[Part]) -> Iterator[Part]:
    """The parts, each body with the office that the first of several of its kind lends to all: "Giám đốc các Sở Y tế, Sở Xây dựng"."""
    office: re.Match[str] | None = None
    for part, following in zip(run, (*run[1:], None), strict=True):
        found = None if part.members or following is None else _HEADS_OF_KIND.match(fold(part.whole))
        if found and following and _is_of_kind(following, found["kind"]):
            office = found
            yield replace(part, whole=f"{found['title']} {part.whole[found.start('kind') :]}")
        elif office and not part.members and _is_of_kind(part, office["kind"]):
            yield replace(part, whole=f"{office['title']} {part.whole}")
        else:
            office = None
            yield part


def _is_of_kind(part: Part, kind: str) -> bool:
    return part.whole[: len(kind) + 1].lower() == f"{kind.lower()} "
