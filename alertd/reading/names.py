"""Takes a run of names apart: one entry for each body, with the words that its neighbours lend it.

"Bộ trưởng các Bộ: Quốc phòng, Công an" names two bodies, "Chủ tịch UBND, Trưởng Ban Chỉ huy các huyện" two offices in
the same districts, "các Bộ, ngành liên quan" one group that stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from alertd.reading.asides import LONGEST_RUN, without_asides
from alertd.reading.heads import is_body_head, is_head, is_portfolio_at
from alertd.reading.lexicon import alternatives, lexicon
from alertd.reading.roster import STATE_AGENCIES, ListOf, Part, begins_with_unit, parts
from alertd.reading.source import LOWER, UPPER, fold, lower

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
    r"(?<!\w)các (?:sở|Sở|Bộ, ngành|bộ, ngành|ban|ngành|đơn vị|cơ quan|[Cc]ông ty|[Tt]ập đoàn|[Tt]ổng [Cc]ông ty|[Dd]oanh nghiệp).*$"
)
_HEADED_HOUSES = re.compile(r"(?:Tổng [Gg]iám đốc|Giám đốc) các (?:[Cc]ông ty|[Tt]ập đoàn|[Tt]ổng [Cc]ông ty|[Dd]oanh nghiệp)")
# Ministers head ministries: the agencies of a ministry's rank are headed by those whom the title after them names.
_OF_MINISTERS = re.compile(r"Bộ trưởng .{0,200}cơ quan (?:ngang|thuộc)")
_COMMAND = re.compile(r"(?:Trưởng |Phó Trưởng )?[Bb]an [Cc]hỉ huy [^,;]{0,60}")
_TITLE_OF_LIST = re.compile(
    r"(?:(?<=^)|(?<=; )|(?<=, ))(?P<title>(?:Phó )?Tổng [Gg]iám đốc|Giám đốc|Thủ trưởng|Tư lệnh|Cục trưởng|Chỉ huy trưởng|"
    r"Chính ủy|Chi cục trưởng|Hạt trưởng|Hiệu trưởng|Viện trưởng|Ban [Cc]hỉ huy (?:(?! các )[^:;,]){2,40})"
    r"(?: \([^()]{2,30}\))?\s?:\s?(?P<members>[^;:]+)"
)
# "các huyện đã có dịch": what tells which of them are meant is part of a name, not news.
_ASIDES = re.compile(
    r"\([^()]*\)|(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|địa phương) (?:đã|đang) "
    r"(?=(?:có|xảy ra|xuất hiện|phát sinh|bị) (?:ổ )?(?:dịch|bệnh|lũ|mưa|ngập|sạt|cháy))|"
    r"(?<=[Cc]hủ rừng )là|T(?<!\wT)(?:P|X|T|p)\.|nhất là|đặc biệt là|trọng tâm là"
)
# "Chủ tịch UBND TP A, B và C": the office is held in each of the places.
_HELD_IN = re.compile(
    r"(?P<office>(?:(?:Chủ tịch |Bí thư |Giám đốc )?(?:UBND|Ủy ban nhân dân|Công an|Sở [^,;:]{2,40}?) )?)"
    r"(?:(?:tỉnh|TP\.?|thành phố) )?"
)
_PROPER_NAME = rf"[{UPPER}][\w-]*(?: (?:[{UPPER}][\w-]*|\d{{1,2}})){{0,3}}"
_WORKS_IN_A_ROW = re.compile(
    r"(?P<house>(?:.{2,60} )?"
    r"(?:hồ|đập|[Tt]hủy điện|xã|phường|huyện|quận|thị trấn|[Đđ]ồn Biên phòng|Hạt Kiểm lâm|[Cc]ảng hàng không|trạm bơm)) "
    rf"(?P<names>{_PROPER_NAME}(?:(?:, | và ){_PROPER_NAME})+)"
)
_PROPER = re.compile(_PROPER_NAME)
# "các tổ 1, 2, 3 phường Khe Sặt": whose they are goes with each number.
_HAMLETS_BY_NUMBER = re.compile(
    r"(?:[Cc]ác )?(?P<kind>[Tt]ổ(?: dân phố)?|[Kk]hu(?: phố)?|[Tt]hôn|[Ấấ]p|[Bb]ản) (?P<numbers>\d{1,2}(?:(?:, | và )\d{1,2})+)"
    rf"(?P<of>,? (?:phường|xã|thị trấn|đặc khu) {_PROPER_NAME})"
)
_HOUSE = re.compile(
    r"(?P<house>(?:(?:TNHH|Cổ phần|CP|MTV|[Mm]ột thành viên|[Kk]hai thác công trình) )*"
    r"(?:[Tt]hủy lợi|[Tt]hủy điện|[Đđ]iện lực|[Cc]ấp nước|[Vv]iễn thông)) \S"
)
_AND_CITY = re.compile(
    rf"(?P<first>(?:.* )?(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường) [{UPPER}]\w*(?: [{UPPER}]\w*){{0,3}}) "
    rf"và (?P<city>T[PX]\.? ?[{UPPER}].*)"
)
# "Sở Y tế hai tỉnh A, B" is each one's own.
_COUNT = re.compile(r"(?<= )(?:\d{1,2}|hai|ba|bốn|năm|sáu) (?=tỉnh$)")
_PLURAL_HOUSE = re.compile(r"(?<!\w)(?:[Cc]ác|từ|đến|[Nn]hững)(?!\w)|[,;:(-]")
_COMRADE = re.compile(
    rf"(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à) (?P<person>[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,4}}(?:,| [-–]) (?P<office>[^,;:]+))"
)
_ALL_PROVINCES = re.compile(r"các tỉnh, thành phố(?: trực thuộc Trung ương)?$")
# "các Ban của Tổng công ty: Kỹ thuật, An toàn": whose they are is said once, before their names.
_OF_WHOM = re.compile(r" (?:của|thuộc|trực thuộc) .*$")
_THE_HOUSES = re.compile(r"^[Cc]ác (?=Công ty |Điện lực |Chi nhánh |Chi cục )")
_ONE_UNIT = r"(?:tỉnh|thành phố|TP\.?|huyện(?: đảo)?|thị xã|quận|xã(?: đảo)?|phường|thị trấn|đặc khu)"
_BARE_TERRITORY = re.compile(rf"{_ONE_UNIT} (?=[{UPPER}])")
# Houses are named after a place; only what governs or serves a territory exists in the next one too.
_OF_ONE_TERRITORY = re.compile(
    rf"(?P<office>(?!.*(?:Trường|Công ty|Bệnh viện|Nhà máy|Tổng công ty|Cảng))[{UPPER}].*?) {_ONE_UNIT} (?=[{UPPER}])"
)
_BETWEEN_PLACES = re.compile(r",? và |, |,? cùng (?:với )?")
_EVERYBODY = re.compile(
    r"(?:(?:tất cả|toàn thể|các|những|bộ|sở|ban|ngành|cấp|địa phương|đơn vị|cơ quan|tỉnh|thành phố|lực lượng|trực thuộc|liên quan|"
    r"chức năng|có|và|trong|trung ương|tổ chức|"
    r"chính trị|xã hội|doanh nghiệp|vũ trang|đóng|trên|địa bàn|[,-])\s?)+"
)
_DEPARTMENTS = re.compile(r"(?<!\w)sở(?!\w)")
_HAMLETS = frozenset({"thôn", "bản", "ấp", "khu phố", "tổ dân phố"})
_COMMITTEES = {"huyện": "Huyện ủy", "xã": "Đảng ủy xã", "phường": "Đảng ủy phường", "đặc khu": "Đảng ủy đặc khu"}
_SERVICES = ("Hải quân", "Phòng không - Không quân", "PK-KQ")
_SERVICE = re.compile(r"(.*Quân chủng) ")
_PORTFOLIO_OF = re.compile(r"((?:Bộ trưởng |Giám đốc )?(?:Bộ|Sở)|Bộ trưởng) (?!Bộ |trưởng )")
_COMMON_NOUNS = ("doanh nghiệp", "hãng", "nhà mạng", "ngân hàng", "nhà thầu", "cơ quan")
"""What a list calls its members and no part of their names."""
_HEADS_OF_HOUSES = ("Chủ tịch", "Chủ tịch Hội đồng thành viên", "Chủ tịch HĐTV", "Chủ tịch Hội đồng quản trị", "Chủ tịch HĐQT")
_LONGEST_NAME = 28
"""Words; a longer one is a sentence."""
_RUNS_REMEMBERED = 4
"""One rule after the other asks for the names of the same sentence."""


def names_in(text: str) -> tuple[str, ...] | None:
    """The entries that a run of names means, None where the words are no run of names."""
    return _names_in(text.strip())


@lru_cache(maxsize=_RUNS_REMEMBERED)
def _names_in(text: str) -> tuple[str, ...] | None:
    if ":" in text and (titled := _TITLE_OF_LIST.search(fold(text[:LONGEST_RUN]))) and (spread := _titled(text, titled)):
        return spread
    run = without_asides(text)
    text = _without_courtesy(run)
    plain = fold(text)
    if held := _HELD_IN.match(plain):
        places = _bare_provinces(plain[held.end() :])
        if len(places) > 1 or (places and not held["office"]):
            return tuple(f"{text[: held.end('office')]}{'thành phố' if _is_city(place) else 'tỉnh'} {place}" for place in places)
    if own := _person(run) or _branches(plain):
        return own
    if ";" in plain and any(_branches(piece.strip()) for piece in plain.split(";")):
        named = [names_in(piece) for piece in text.split(";") if piece.strip()]
        return None if None in named else tuple(dict.fromkeys(name for names in named for name in names or ()))
    if not text or len(text) > LONGEST_RUN or not is_head(plain, 0, opens=True) or _is_sentence(plain):
        return None
    cut = tuple(own for part in parts(text, plain) for own in _two_places(part))
    entries = tuple(dict.fromkeys(entry for entry in _spread(cut) if entry))
    return None if any(";" in entry or len(entry.split()) > _LONGEST_NAME for entry in entries) else entries or None


def _two_places(part: Part) -> Iterator[Part]:
    """A part, cut where a city or a town by the abbreviation of its type follows another place: "thị xã Vân Hồ và TP Khe Sặt"."""
    found = None if part.members else _AND_CITY.fullmatch(fold(part.whole))
    if found is None:
        yield part
        return
    yield replace(part, whole=part.whole[: found.end("first")])
    yield replace(part, whole=part.whole[found.start("city") :])


def is_bare_territory(plain: str, at: int) -> bool:
    """Whether a territory by its type and name stands there, without an office: "xã Vân Hồ"."""
    return _BARE_TERRITORY.match(plain, at) is not None


def is_everybody(name: str) -> bool:
    """Whether the name means whoever a telegram goes to, and nobody in particular: "các bộ, ngành và địa phương"."""
    return bool(_EVERYBODY.fullmatch(lower(fold(name))))


def _bare_provinces(plain: str) -> tuple[str, ...]:
    """The provinces of a run of nothing but their names: "Bắc Ninh, Thái Nguyên và Hà Nội" stand for their governments."""
    places = tuple(_BETWEEN_PLACES.split(plain)) if plain.startswith(_places()) else ()
    return places if all(place in _places() for place in places) else ()


def _branches(plain: str) -> tuple[str, ...]:
    """The branches of one house in a row of provinces ("Công ty Điện lực Gia Lai, Đắk Lắk"), or works in a row ("Chủ hồ A, B")."""
    if hamlets := _HAMLETS_BY_NUMBER.fullmatch(plain):
        return tuple(f"{hamlets['kind']} {n}{hamlets['of']}" for n in _BETWEEN_PLACES.split(hamlets["numbers"]))
    if (works := _WORKS_IN_A_ROW.fullmatch(plain)) and not _PLURAL_HOUSE.search(works["house"]):
        own = _BETWEEN_PLACES.split(works["names"])
        if not any(is_head(plain, plain.index(name)) for name in own[1:]):
            return tuple(f"{works['house']} {name}" for name in own)
    first, *others = _BETWEEN_PLACES.split(_THE_HOUSES.sub("", plain))
    if not others or not all(other in _places() for other in others) or not is_head(first, 0, opens=True):
        return ()
    place = next((p for p in _places() if first.endswith(f" {p}")), None)
    house = _COUNT.sub("", first.removesuffix(place).rstrip()) if place else ""
    return tuple(f"{house} {p}" for p in (place, *others)) if house and not _PLURAL_HOUSE.search(house) else ()


@cache
def _places() -> tuple[str, ...]:
    return (*lexicon().provinces, *lexicon().cities)


def _titled(text: str, titled: re.Match[str]) -> tuple[str, ...] | None:
    """The names of a run in which a title with a colon goes with each name up to the semicolon: "Tổng Giám đốc: Đài A, Đài B; …"."""
    before, after = text[: titled.start()].strip(" ;,"), text[titled.end("members") :].strip(" ;,")
    members = names_in(text[titled.start("members") : titled.end("members")])
    around = [names_in(part) if part else () for part in (before, after)]
    if members is None or around[0] is None or around[1] is None:
        return None
    title = titled["title"]
    return (*around[0], *(m if m.startswith(title) else f"{title} {m}" for m in members), *around[1])


def _is_sentence(plain: str) -> bool:
    return bool(_never_within().search(lower(_ASIDES.sub("", plain))))


@cache
def _never_within() -> re.Pattern[str]:
    """The words and signs that no name holds."""
    return re.compile(rf"{alternatives(lexicon().never_within)}|\.(?!\w)|\?(?!\w)|!(?!\w)|…(?!\w)|\"|“|”")


def _person(text: str) -> tuple[str, ...]:
    """The person whom a run names with an office: "đồng chí Lê Văn Mẫu - Phó Chủ tịch UBND tỉnh"; empty where it names none, or more."""
    found = _COMRADE.fullmatch(text)
    return (found["person"],) if found and is_body_head(fold(found["office"]), 0) and not _is_sentence(fold(text)) else ()


def _without_courtesy(text: str) -> str:
    """The run without "Đồng chí" before it."""
    low = lower(fold(text[:16]))
    for courtesy in lexicon().courtesies if low.startswith(lexicon().courtesies) else ():
        if low.startswith((f"{courtesy} ", f"{courtesy}:")) and (rest := text[len(courtesy) :].lstrip(" :"))[:1].isupper():
            return rest
    return text


def _spread(run: Sequence[Part]) -> Iterator[str]:
    """The entries of all parts, each bare office with the territory that a later part names, each bare list with the offices before."""
    offices: list[str] = []
    for index, part in enumerate(run):
        if part.list_of is ListOf.PLACES and not part.prefix and offices:
            for office in offices:
                yield from _members(office, part)
        elif part.members:
            yield from _members(part.prefix, part)
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
            if (office := _TERRITORY.sub("", name).strip()) != name or lender:
                offices.append(office or name)


def _own_entries(run: Sequence[Part], index: int, name: str) -> tuple[str, ...]:
    """What a name means that no later part completes: houses or places in a row, or a territory of the office before it."""
    office = _office_beside(run, index)
    return (f"{office} {name}",) if office else _branches(fold(name))


def _office_beside(run: Sequence[Part], index: int) -> str:
    """The office that a bare territory shares with the one before it: "Công an xã Vân Hồ, xã Suối Mơ"; empty for none."""
    if not _BARE_TERRITORY.match(fold(run[index].whole)):
        return ""
    before = next((part for part in reversed(run[:index]) if not _BARE_TERRITORY.match(fold(part.whole))), None)
    held = _OF_ONE_TERRITORY.match(fold(before.whole)) if before and not before.members else None
    return before.whole[: held.end("office")] if before and held else ""


def _lent(name: str, lender: Part | None) -> Iterator[str]:
    """A name with the territory that a later part lends it; the secretaries of all committees need none to be all of them."""
    if lender is None or (name.endswith("Tỉnh ủy, Thành ủy") and _ALL_PROVINCES.search(fold(lender.whole))):
        yield name
    elif lender.members:
        yield from _members(name, lender)
    else:
        is_title = name in _HEADS_OF_HOUSES or _capitalised(name) in lexicon().titles
        found = _PLURAL_BODIES.search(lender.whole) if is_title else None
        tail = found or _TERRITORY.search(lender.whole)
        yield f"{name} {tail.group()}" if tail else name


def _house(name: str, following: Sequence[Part]) -> Part | None:
    """The houses of which a chairman and whoever is named with him are the heads: "Chủ tịch, Tổng Giám đốc các Tập đoàn: A, B"."""
    houses = following[0] if name in _HEADS_OF_HOUSES else None
    if houses and not houses.members and _HEADED_HOUSES.match(fold(houses.whole)):
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
    is_command = _COMMAND.fullmatch(plain) and not _TERRITORY.search(plain) and not plain.endswith(_places())
    return plain in lexicon().territorial or bool(is_command)


def _capitalised(name: str) -> str:
    """Folded, with a capital: articles write titles in small letters ("giám đốc, thủ trưởng các sở")."""
    return fold(name[:1].upper() + name[1:])


def _with_sibling_prefix(run: Sequence[Part], index: int) -> str:
    """The name with what the one before lends it: "Bộ Quốc phòng, Công an", "Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ"."""
    name = _without_courtesy(run[index].whole)
    if not index:
        return name
    plain, before = fold(name), fold(run[index - 1].whole)
    if plain.startswith(STATE_AGENCIES) and any("Thủ trưởng" in fold(part.whole) for part in run[:index]):
        return f"Thủ trưởng {name}"
    if plain in _SERVICES and (service := _SERVICE.match(before)):
        return f"{service.group(1)} {name}"
    head = _PORTFOLIO_OF.match(before)
    if head and is_portfolio_at(plain, 0) == len(plain) and is_portfolio_at(before, head.end()):
        return f"{head.group(1)} {name}"
    return name


def _members(prefix: str, part: Part) -> Iterator[str]:
    members = _with_house(part.members) if part.list_of is ListOf.OFFICES else part.members
    for member in members:
        yield " ".join(f"{_office_for(prefix, part, member)} {_unit_for(prefix, part, member)} {member}".split())


def _with_house(members: Sequence[str]) -> Iterator[str]:
    """The companies of a list, a bare proper name with what its neighbour before it shares: "TNHH Thủy lợi Bắc Khê, Nam Khê"."""
    house = ""
    for member in members:
        own = _HOUSE.match(fold(member))
        house = member[: own.end("house")] if own else house
        yield f"{house} {member}" if house and not own and _PROPER.fullmatch(member) else member


def _office_for(prefix: str, part: Part, member: str) -> str:
    """The office before a member; a secretary alone is that of the committee which the Party has in such a territory."""
    if fold(prefix) == "Bí thư Tỉnh ủy, Thành ủy":
        return "Bí thư Thành ủy" if _is_city(member) else "Bí thư Tỉnh ủy"
    if fold(prefix) != "Bí thư" or part.unit in _HAMLETS:
        return prefix
    return f"Bí thư {_COMMITTEES.get(part.unit, 'Tỉnh ủy')}"


def _unit_for(prefix: str, part: Part, member: str) -> str:
    """The type word before a member: known for provinces and cities, left out where a mixed list does not tell."""
    plain = fold(member)
    if part.list_of is ListOf.ANYBODY:
        is_department = bool(_DEPARTMENTS.search(lower(part.whole).split(":")[0])) or "Sở" in prefix
        return "Sở" if is_department and plain != "Công an" and is_portfolio_at(plain, 0) == len(plain) else ""
    if part.unit.lower().startswith(_COMMON_NOUNS):
        return ""
    if part.list_of is ListOf.OFFICES:
        unit = "Bộ trưởng Bộ" if part.unit == "Bộ trưởng" else _OF_WHOM.sub("", part.unit[:1].upper() + part.unit[1:])
        return "" if plain.startswith(unit + " ") else unit
    is_secretary = fold(prefix).endswith(("Tỉnh ủy", "Thành ủy", "Bí thư")) and part.unit not in _HAMLETS
    if is_secretary or begins_with_unit(plain):
        return ""
    units = re.split(r", | và | hoặc |/|(?<=tỉnh) (?=thành)", part.unit)
    if "tỉnh" in units and len(units) > 1:
        return "thành phố" if _is_city(member) else "tỉnh"
    return units[0] if set(units) <= _HAMLETS or (len(units) == 1 and units[0] != "địa phương") else ""


def _is_city(member: str) -> bool:
    return fold(member) in lexicon().cities
