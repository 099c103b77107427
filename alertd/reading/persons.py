"""Who is named as a person, under the office that he or she holds: "các Phó Chủ tịch UBND tỉnh: đồng chí A …"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from alertd.reading.heads import is_body_head
from alertd.reading.source import LOWER, UPPER, fold, lower

_COURTESY = r"(?:(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à) )"
_SYLLABLE = rf"[{UPPER}][{LOWER}]*"
_SYLLABLE_AFTER = rf"(?: {_SYLLABLE})"
# By two syllables alone a place may be meant as well.
_SURELY = rf"(?:{_COURTESY}{_SYLLABLE}(?: {_SYLLABLE}){{1,4}}|{_SYLLABLE}(?: {_SYLLABLE}){{2,4}})"
NEXT_PERSON = re.compile(rf"; (?={_COURTESY}?{_SYLLABLE}(?: {_SYLLABLE}){{1,4}},? [{LOWER}])|, (?={_SURELY} [{LOWER}])")
"""Before the next one who is charged: after a semicolon, or after a comma by a name that is surely a person's."""
_NAMED = re.compile(rf"{_COURTESY}?(?P<person>{_SYLLABLE}(?: {_SYLLABLE}){{1,4}}):?,? (?=[{LOWER}])")
_WITH_OFFICE = re.compile(rf"{_COURTESY}{_SYLLABLE}(?: {_SYLLABLE}){{1,4}}(?:,| -) ")
_OWN_OFFICE = re.compile(
    rf"{_COURTESY}?(?P<person>Phó (?:Thủ tướng(?: Chính phủ)?|Chủ tịch UBND (?:tỉnh|thành phố|huyện|xã|phường))"
    rf"{_SYLLABLE_AFTER}{{2,4}}),? (?=(?:tại|ở|phụ trách|trực tiếp|làm) )"
)
# Offices that several hold; of the others only "các" tells so.
_OFFICE = re.compile(
    r"(?:(?:[Cc]ác )?(?:đồng chí |đ/c |ông |bà )?(?:[Cc]ác )?(?P<deputy>(?:Phó (?:Thủ tướng|Chủ tịch|Giám đốc|Bí thư|Trưởng)|Thứ trưởng)"
    r"(?!\w)[^:,;]*)|[Cc]ác (?:đồng chí )?(?P<one>(?:Chủ tịch|Bí thư|Giám đốc|Bộ trưởng|Trưởng [Bb]an|Ủy viên)(?!\w)[^:,;]*))$"
)
# No place has five syllables: the last ones are a person's. After any other small word three are ("tỉnh Lê Văn Mẫu", "Bộ Y tế Lê Văn Mẫu").
_HOLDER = re.compile(
    r"(?:Phó )?(?:Chủ tịch|Bí thư|Bộ trưởng|Thứ trưởng|Giám đốc|Cục trưởng|Tư lệnh)(?: (?!các )[\w.&-]+){0,9}? "
    rf"(?:(?:huyện|thị xã|quận|xã|phường|thị trấn|tỉnh|phố|TP\.?) {_SYLLABLE}(?: {_SYLLABLE}){{4,6}}|"
    rf"[{LOWER}]+(?<!huyện)(?<!xã)(?<!quận)(?<!phường)(?<!trấn) (?!Hồ Chí Minh){_SYLLABLE}(?: {_SYLLABLE}){{2,3}}),? "
    rf"(?=[{LOWER}])"
)
# Who is not an office: "Người dân", "các chủ tàu"; but whoever owns a dam or a forest answers for it.
_PEOPLE = re.compile(
    r"(?:các |mọi |những |toàn bộ |toàn thể |tất cả (?:các )?)?(?:người(?! đứng đầu)|nhân dân|bà con|ngư dân|hộ|gia đình|du khách|"
    r"hành khách|tài xế|chủ (?:các )?(?:tàu|thuyền|xe|phương tiện|lồng|bè|hộ|nuôi))(?!\w)"
)


def are_people(names: Iterable[str]) -> bool:
    """Whether all the names mean people as they are, and no body or office among them."""
    return all(_PEOPLE.match(lower(fold(name))) for name in names)


def holder_end(plain: str, start: int, end: int) -> int | None:
    """Where a person's name ends, with the space after it, who is named with an office: "Chủ tịch UBND tỉnh Sơn Khê Lê Văn Mẫu "."""
    found = _HOLDER.match(plain, start, end)
    return found.end() if found else None


def holds_office(plain: str, at: int) -> bool:
    """Whether a person with the office that he or she holds is named there: "bà Lê Thị Thử, Trưởng phòng …"."""
    found = _WITH_OFFICE.match(plain, at)
    return found is not None and is_body_head(plain, found.end())


def heads_persons(office: str) -> str:
    """The office that each of several holds, as one of them would be called; empty for words that are no such office."""
    found = _OFFICE.match(fold(office.strip()))
    return (found["deputy"] or found["one"]).strip() if found else ""


def officer_at(plain: str, start: int, end: int = 1 << 30) -> re.Match[str] | None:
    """The person who is named there with a deputy's office ("Phó Thủ tướng Lê Văn Mẫu tại …"), as `person_at` tells him."""
    return _OWN_OFFICE.match(plain, start, end)


def person_at(plain: str, start: int, end: int) -> re.Match[str] | None:
    """The person by whose name what begins there opens, its group `person` without courtesy; the match ends where the order begins."""
    found = _NAMED.match(plain, start, end)
    return None if found is None or is_body_head(plain, found.start("person")) else found
