"""Takes a run of names apart: one entry for each body, with the words that its neighbours lend it.

"Bộ trưởng các Bộ: Quốc phòng, Công an" names two bodies, "Chủ tịch UBND, Trưởng Ban Chỉ huy các huyện" two offices in
the same districts, "các Bộ, ngành liên quan" one group that stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from alertd.reading.asides import LONGEST_RUN, without_asides, without_courtesy
from alertd.reading.heads import is_body_head, is_head
from alertd.reading.lending import spread
from alertd.reading.lexicon import alternatives, lexicon
from alertd.reading.members import is_city
from alertd.reading.name_parts import Part
from alertd.reading.roster import parts
from alertd.reading.rows import bare_provinces, branches
from alertd.reading.source import LOWER, UPPER, fold, lower

_TITLE_OF_LIST = re.compile(
    r"(?:(?<=^)|(?<=; )|(?<=, ))(?P<title>(?:Phó )?Tổng [Gg]iám đốc|Giám đốc|Thủ trưởng|Tư lệnh|Cục trưởng|Chỉ huy trưởng|"
    r"Chính ủy|Chi cục trưởng|Hạt trưởng|Hiệu trưởng|Viện trưởng|Ban [Cc]hỉ huy (?:(?! các )[^:;,]){2,40})"
    r"(?: \([^()]{2,30}\))?\s?:\s?(?P<members>[^;:]+)"
)
# "các huyện đã có dịch": what tells which of them are meant is part of a name, not news.
_ASIDES = re.compile(
    r"\([^()]*\)|(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|địa phương) (?:đã|đang) "
    r"(?=(?:có|xảy ra|xuất hiện|phát sinh|bị) (?:ổ )?(?:dịch|bệnh|lũ|mưa|ngập|sạt|cháy))|"
    r"(?:dự án|công trình|phương tiện|tàu|thuyền|tàu cá|nhà thầu|cơ sở|người|thuyền viên) (?:đã|đang) "
    r"(?=(?:thi công|hoạt động|khai thác|neo đậu|vận hành|nuôi trồng|ở|trên)(?!\w))|"
    r"(?<=[Cc]hủ rừng )là|T(?<!\wT)(?:P|X|T|p)\.|nhất là|đặc biệt là|trọng tâm là"
)
# "Chủ tịch UBND TP A, B và C": the office is held in each of the places.
_HELD_IN = re.compile(
    r"(?P<office>(?:(?:Chủ tịch |Bí thư |Giám đốc )?(?:UBND|Ủy ban nhân dân|Công an|Sở [^,;:]{2,40}?) )?)"
    r"(?:(?:tỉnh|TP\.?|thành phố) )?"
)
_AND_CITY = re.compile(
    rf"(?P<first>(?:.* )?(?:(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường) [{UPPER}]\w*(?: [{UPPER}]\w*){{0,3}}|"
    rf"[Cc]ác (?:huyện|quận|thị xã)(?:, (?:huyện|quận|thị xã))*|[Cc]ác (?:đơn vị|lực lượng)(?: [{LOWER}]+){{0,4}})) "
    rf"và (?P<city>T[PX]\.? ?[{UPPER}].*)"
)
_COMRADE = re.compile(
    rf"(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à) (?P<person>[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]*){{1,4}}(?:,| [-–]) (?P<office>[^,;:]+))"
)
_EVERYBODY = re.compile(
    r"(?:(?:tất cả|toàn thể|các|những|bộ|sở|ban|ngành|cấp|địa phương|đơn vị|cơ quan|tỉnh|thành phố|lực lượng|trực thuộc|liên quan|"
    r"chức năng|có|và|trong|trung ương|tổ chức|"
    r"chính trị|xã hội|doanh nghiệp|vũ trang|đóng|trên|địa bàn|[,-])\s?)+"
)
# "Hai Công ty thủy lợi A, B", "02 Sở: Y tế, Xây dựng": how many they are is no part of their names.
_HOW_MANY = re.compile(rf"(?:\d{{1,2}}|[Hh]ai|[Bb]a|[Bb]ốn) (?=[{UPPER}][^,;]*(?:[,;:]| và ))")
_PLUS = re.compile(r"\s\+\s")
_LONGEST_NAME = 28
"""Words; a longer one is a sentence."""
_RUNS_REMEMBERED = 2048
"""One rule after the other asks for the names of the same sentence, and one telegram after the other names the same bodies."""


def names_in(text: str) -> tuple[str, ...] | None:
    """The entries that a run of names means, None where the words are no run of names."""
    return _names_in(text.strip())


@lru_cache(maxsize=_RUNS_REMEMBERED)
def _names_in(text: str) -> tuple[str, ...] | None:
    if ":" in text and (titled := _TITLE_OF_LIST.search(fold(text[:LONGEST_RUN]))) and (named := _titled(text, titled)):
        return named
    run = without_asides(_PLUS.sub(", ", text))
    text = without_courtesy(run)
    plain = fold(text)
    if (number := _HOW_MANY.match(plain)) and is_body_head(plain, number.end()):
        text, plain = text[number.end() :], plain[number.end() :]
    if held := _HELD_IN.match(plain):
        places = bare_provinces(plain[held.end() :])
        if len(places) > 1 or (places and not held["office"]):
            return tuple(f"{text[: held.end('office')]}{'thành phố' if is_city(place) else 'tỉnh'} {place}" for place in places)
    if own := _person(run) or branches(plain):
        return own
    if ";" in plain and any(branches(piece.strip()) for piece in plain.split(";")):
        pieces = [names_in(piece) for piece in text.split(";") if piece.strip()]
        return None if None in pieces else tuple(dict.fromkeys(name for names in pieces for name in names or ()))
    if not text or len(text) > LONGEST_RUN or not is_head(plain, 0, opens=True) or _is_sentence(plain):
        return None
    cut = tuple(own for part in parts(text, plain) for own in _two_places(part))
    entries = tuple(dict.fromkeys(entry for entry in spread(cut) if entry))
    return None if any(";" in entry or len(entry.split()) > _LONGEST_NAME for entry in entries) else entries or None


def _two_places(part: Part) -> Iterator[Part]:
    """A part, cut where a city or a town by the abbreviation of its type follows another place: "thị xã Vân Hồ và TP Khe Sặt"."""
    found = None if part.members else _AND_CITY.fullmatch(fold(part.whole))
    if found is None:
        yield part
        return
    yield replace(part, whole=part.whole[: found.end("first")])
    yield replace(part, whole=part.whole[found.start("city") :])


def is_everybody(name: str) -> bool:
    """Whether the name means whoever a telegram goes to, and nobody in particular: "các bộ, ngành và địa phương"."""
    return bool(_EVERYBODY.fullmatch(lower(fold(name))))


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
