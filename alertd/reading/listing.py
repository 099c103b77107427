"""Cuts what follows a plural into the members of its list."""

from __future__ import annotations

import re

from alertd.reading.heads import is_body_head, is_group, is_head, is_portfolio_at
from alertd.reading.joints import JOINT, masked
from alertd.reading.plurals import PROPER_PLACE, begins_with_unit
from alertd.reading.source import LOWER, UPPER

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
# A member whose own first word is small: "các Ban Quản lý dự án: 6, đường Hồ Chí Minh".
_SMALL_WORD = re.compile(rf"(?:đường|cầu|sông|hồ|đập|miền) (?=[{UPPER}])")
# "VNPT, Viettel và VNPOST": names of one word on both sides of "và".
_LAST_BRAND = re.compile(rf"[,:] [{UPPER}]\w+$")
_BRAND = re.compile(rf"[{UPPER}]\w{{0,4}}[A-Z]\w{{0,10}}(?=[,;.]|$)")
# "các nhà máy thủy điện Khe Sặt và Cao Lộc": works are named for places, every syllable of which is a capital.
_LAST_PLACE = re.compile(rf"(?<!\w)[{UPPER}][{LOWER}]*(?: [{UPPER}][{LOWER}]*){{1,2}}$")
_PLACE = re.compile(rf"[{UPPER}][{LOWER}]*(?: [{UPPER}][{LOWER}]*){{1,2}}(?=[,;.(]|$)")
_LONGEST_PLACE = 30
_ESPECIALLY = re.compile(r"(?:nhất là|đặc biệt là)\s*:?\s+")


def members_of(text: str, plain: str, plural: re.Match[str]) -> tuple[list[str], int, int]:
    """The members of a list that a plural opens, where the list ends, and where the next name begins."""
    members: list[str] = []
    start = at = plural.end()
    while at < len(plain) and not (members and _opens_another(plain, at)) and not _ends_list(plain, at, plural, has_members=bool(members)):
        end, at = _member_end(plain, at, plural)
        members.append(text[start:end].strip(" ,;:."))
        start = at
    end = len(plain[:at].rstrip(" ,;").removesuffix(" và"))
    especially = _ESPECIALLY.match(plain, at)
    return [m for m in members if m], end, especially.end() if especially else at


def _opens_another(plain: str, at: int) -> bool:
    """Whether the next list begins there: "Các Công ty: A, B; Các Ban 1, 2"."""
    return plain.startswith("Các ", at) and plain.endswith("; ", 0, at)


def _ends_list(plain: str, at: int, plural: re.Match[str], *, has_members: bool) -> bool:
    """Whether what stands at `at` is no member: a head of its own, or no proper name."""
    if plural["anybody"]:
        return has_members and plain.startswith(("các ", "Các "), at)
    if (plural["office"] and _is_whole_portfolio(plain, at)) or (plural["places"] and begins_with_unit(plain, at)):
        return False
    if plural["office"] and plural["colon"] and plain.startswith(_FIELDS, at):
        return plain.endswith("; ", 0, at) and ", " in plain[plural.end() : at]  # "các quân chủng: A, B; Cảnh sát biển"
    if plural["places"] and PROPER_PLACE.match(plain, at):
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
    joint = JOINT.match(plain, end)
    if end > at and (joint or end == len(plain)):
        return end, joint.end() if joint else end
    for joint in JOINT.finditer(masked(plain), at + 1):
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
    if is_and and not plural["anybody"] and _LAST_BRAND.search(plain, 0, joint.start()) and _BRAND.match(plain, joint.end()):
        return True
    if is_and and plural["office"] and (plural["office"][0].islower() or plural["office"] == "Sở") and _are_places(plain, joint):
        return True
    return begins or not (plural["anybody"] or (is_and and not plural["places"]))


def _are_places(plain: str, joint: re.Match[str]) -> bool:
    """Whether what stands before and after it are names of places."""
    before = _LAST_PLACE.search(plain, max(0, joint.start() - _LONGEST_PLACE), joint.start())
    return before is not None and _PLACE.match(plain, joint.end()) is not None
