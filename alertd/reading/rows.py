"""Bodies that are named once for several places or numbers in a row: "Công ty Điện lực Gia Lai, Đắk Lắk", "các tổ 1, 2 phường Khe Sặt"."""

from __future__ import annotations

import re
from functools import cache

from alertd.reading.heads import is_body_head, is_brand, is_head
from alertd.reading.lexicon import lexicon
from alertd.reading.source import UPPER

PROPER_NAME = rf"[{UPPER}][\w-]*(?: (?:[{UPPER}][\w-]*|\d{{1,2}})){{0,3}}"
_WORKS_IN_A_ROW = re.compile(
    r"(?P<house>(?:.{2,60} )?"
    r"(?:hồ|đập|[Tt]hủy điện|xã|phường|huyện|quận|thị trấn|khu vực|thôn|bản|xóm|buôn|làng|ấp|khu phố|"
    r"tổ dân phố|[Đđ]ồn Biên phòng|Hạt Kiểm lâm|[Tt]hủy lợi|KTCTTL|[Đđ]iện lực|Viễn thông|"
    r"[Cc]ảng hàng không|trạm bơm)) "
    rf"(?P<names>{PROPER_NAME}(?:(?:, | và ){PROPER_NAME})+)"
)
# "Chủ tịch UBND Vân Hồ, Suối Mơ": places without the word for their kind.
_OFFICE_IN_A_ROW = re.compile(
    r"(?P<house>(?:(?:Phó )?Chủ tịch |Bí thư |Trưởng )?(?:UBND|Ủy ban nhân dân|Công an|Đảng ủy|Ban Chỉ huy Quân sự|Ban CHQS)):? "
    rf"(?P<names>{PROPER_NAME}(?:(?:, | và ){PROPER_NAME})*)"
)
# "các tổ 1, 2, 3 phường Khe Sặt": whose they are goes with each number.
_HAMLETS_BY_NUMBER = re.compile(
    r"(?:[Cc]ác )?(?P<kind>[Tt]ổ(?: dân phố)?|[Kk]hu(?: phố)?|[Tt]hôn|[Ấấ]p|[Bb]ản) (?P<numbers>\d{1,2}(?:(?:, | và )\d{1,2})+)"
    rf"(?P<of>,? (?:phường|xã|thị trấn|đặc khu) {PROPER_NAME})"
)
# "Sở Y tế hai tỉnh A, B" is each one's own, "hai huyện A và B" are each by itself.
_COUNT = re.compile(
    r"(?:(?<= )|^)(?:\d{1,2}|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu) (?=(?:tỉnh|huyện|quận|xã|phường|thị trấn|hồ|đập|trạm bơm)$)"
)
_PLURAL_HOUSE = re.compile(r"(?<!\w)(?:[Cc]ác|từ|đến|[Nn]hững)(?!\w)|[,;:(-]")
_THE_HOUSES = re.compile(r"^[Cc]ác (?=Công ty |Điện lực |Chi nhánh |Chi cục |[Cc]ảng vụ |Đài |Viễn thông |Bưu điện )")
# "các Cảng vụ hàng hải tại A, B": where they are is what they are called by.
_AT = (" tại", " ở")
_BETWEEN_PLACES = re.compile(r",? và |, |,? cùng (?:với )?")


def branches(plain: str) -> tuple[str, ...]:
    """The branches of one house in a row of provinces ("Công ty Điện lực Gia Lai, Đắk Lắk"), or works in a row ("Chủ hồ A, B")."""
    if hamlets := _HAMLETS_BY_NUMBER.fullmatch(plain):
        return tuple(f"{hamlets['kind']} {n}{hamlets['of']}" for n in _BETWEEN_PLACES.split(hamlets["numbers"]))
    if (works := _WORKS_IN_A_ROW.fullmatch(plain) or _OFFICE_IN_A_ROW.fullmatch(plain)) and not _PLURAL_HOUSE.search(works["house"]):
        own = _BETWEEN_PLACES.split(works["names"])
        if len(own) > 1 and not any(_is_named_whole(plain, plain.index(name)) for name in own):
            house = _COUNT.sub("", works["house"])
            return tuple(f"{house} {name}" for name in own)
    first, *others = _BETWEEN_PLACES.split(_THE_HOUSES.sub("", plain))
    if not others or not all(other in known_places() for other in others) or not is_head(first, 0, opens=True):
        return ()
    place = next((p for p in known_places() if first.endswith(f" {p}")), None)
    house = _COUNT.sub("", first.removesuffix(place).rstrip()) if place else ""
    house = next((house.removesuffix(at) for at in _AT if house.endswith(at)), house).removesuffix(":")
    return tuple(f"{house} {p}" for p in (place, *others)) if house and not _PLURAL_HOUSE.search(house) else ()


def _is_named_whole(plain: str, at: int) -> bool:
    return is_body_head(plain, at) or is_brand(plain, at)


def office_of_places(plain: str) -> str:
    """The office of a name that gives a place without the word for its kind: "UBND Vân Hồ"; empty for any other."""
    found = _OFFICE_IN_A_ROW.fullmatch(plain)
    return found["house"] if found and not is_head(plain, found.start("names")) else ""


def bare_provinces(plain: str) -> tuple[str, ...]:
    """The provinces of a run of nothing but their names: "Bắc Ninh, Thái Nguyên và Hà Nội" stand for their governments."""
    places = tuple(_BETWEEN_PLACES.split(plain)) if plain.startswith(known_places()) else ()
    return places if all(place in known_places() for place in places) else ()


@cache
def known_places() -> tuple[str, ...]:
    """The provinces and cities of the country, former ones too."""
    return (*lexicon().provinces, *lexicon().cities)
