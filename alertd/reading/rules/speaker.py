"""Says whether whoever a sentence speaks of is the document's issuer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from alertd.reading.rules.rule import Sentence

# Whoever leads a province speaks as it does.
_LEADS = re.compile(r"^(?:lãnh đạo|chính quyền) (?=(?:tỉnh|thành phố|huyện|bộ|sở)(?!\w))")
_BY_PERSON = re.compile(r"(?:ông|bà|đồng chí) (?=\w)")
_HOLDER = re.compile(r"^(?:phó )?(?:bộ trưởng|thứ trưởng|chủ tịch|giám đốc|trưởng) (?=bộ |sở |ban |ubnd |ủy ban )")
# Newspapers shorten a minister's title: "Bộ trưởng Công an".
_MINISTER = re.compile(r"^(bộ trưởng|thứ trưởng) (?=\w)(?!bộ )")
_CHIEF_OF_STAFF = re.compile(r"^(?:phó )?tổng tham mưu trưởng")
_TITLED = ("chủ tịch", "phó chủ tịch", "giám đốc", "bộ trưởng", "trưởng ban", "ban chỉ", "cục trưởng", "tư lệnh", "ủy ban", "văn phòng")
_TYPES = (
    "tổng công ty",
    "tập đoàn",
    "công ty",
    "cục",
    "sở",
    "bộ",
    "quân khu",
    "thành phố",
    "tỉnh",
    "huyện",
    "đặc khu",
    "thị xã",
    "xã",
    "phường",
)
_OF_GOVERNMENT = ("thủ tướng", "phó thủ tướng", "lãnh đạo chính phủ", "người đứng đầu chính phủ")
_DEPUTY = "phó thủ tướng "
# An office passes on what those say whom it serves: "Văn phòng Tỉnh ủy" for "Thường trực Tỉnh ủy".
_OFFICE_OF = "văn phòng "
_SERVED = {
    "trung ương đảng": ("thường trực ban bí thư", "ban bí thư", "bộ chính trị", "tổng bí thư"),
    "chính phủ": _OF_GOVERNMENT,
}
LONGEST_OFFICE = 220


def is_issuer(subject: str, issuer: str) -> bool:
    """Whether the subject is the issuer: in full, by its first words, with the name of the person, as the holder of its office
    ("Bộ trưởng Bộ Y tế" for "Bộ Y tế"), or the Prime Minister's deputy.
    """
    if not subject:
        return False
    if (named := _BY_PERSON.match(subject)) and issuer and issuer.endswith(f" {subject[named.end() :]}"):
        return True  # "Ông Lê Văn Mẫu cũng chỉ đạo …" for "Chủ tịch UBND tỉnh Lê Văn Mẫu"
    subject = _LEADS.sub("", subject)
    issuer = _CHIEF_OF_STAFF.sub("bộ tổng tham mưu", issuer)
    subject, issuer = (_MINISTER.sub(r"\1 bộ ", name) for name in (subject, issuer))
    subject, issuer = (name.replace("ubnd", "ủy ban nhân dân").replace("tp ", "thành phố ") for name in (subject, issuer))
    if subject in _TYPES:
        # "Tổng công ty chỉ đạo …" for its own command committee; where nothing tells who speaks, nobody is charged by so bare a word
        return not issuer or f" {subject} " in f" {issuer} "
    if not issuer:
        return False
    if _serves(issuer, subject):
        return True
    same = ((subject, issuer), (_HOLDER.sub("", subject), _HOLDER.sub("", issuer)))
    is_same = any(f"{b} ".startswith((f"{a} ", f"{a}, ")) or f"{a} ".startswith((f"{b} ", f"{b}, ")) for a, b in same)
    return is_same or (issuer.startswith("thủ tướng") and subject.startswith(_OF_GOVERNMENT))


def _serves(issuer: str, subject: str) -> bool:
    """Whether the issuer is the office of those of whom the sentence speaks."""
    if not issuer.startswith(_OFFICE_OF):
        return False
    house = issuer.removeprefix(_OFFICE_OF)
    return subject.startswith(_SERVED.get(house, ("thường trực ", "ban thường vụ ", "chủ tịch "))) and (
        house in _SERVED or subject.endswith(f" {house}")
    )


def opens_with(low: str, issuer: str) -> bool:
    """Whether the issuer is the subject of what stands before: "Thủ tướng gửi lời thăm hỏi …; yêu cầu …"."""
    if low.startswith(("thủ tướng ", "phó thủ tướng ", "công điện ")):
        return True
    low, issuer = (name.replace("ubnd", "ủy ban nhân dân") for name in (low[:LONGEST_OFFICE], issuer))
    # A title alone names many: "Chủ tịch UBND các huyện cấm đường; yêu cầu …" is no telegram's issuer who is "Chủ tịch UBND tỉnh".
    words = issuer.split()[: 7 if issuer.startswith(_TITLED) else 2]
    return len(words) > 1 and low.startswith(f"{' '.join(words)} ")


def charged_in_point(sentence: Sentence) -> Sentence:
    """The sentence of a numbered point, without its issuer where one who could speak for it is charged: "5. Phó Thủ tướng A chỉ đạo …"."""
    is_charged = sentence.is_point and sentence.source.low.startswith(_DEPUTY, sentence.span.start)
    return replace(sentence, issuer="") if is_charged else sentence


def charged_beside(sentence: Sentence, names: Sequence[str]) -> Sentence:
    """A clause after the one that charges `names`, without its issuer where one of them could speak for it; so the next is charged too:
    "Giao Phó Thủ tướng A …; Phó Thủ tướng B chỉ đạo …".
    """
    is_charged = any(is_issuer(name.lower(), sentence.issuer) for name in names)
    return replace(sentence, issuer="") if is_charged else sentence
