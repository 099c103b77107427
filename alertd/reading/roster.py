"""Parts a run of names where one name ends and the next begins, and finds the members of the lists within it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alertd.reading.heads import is_body_head
from alertd.reading.joints import until_next
from alertd.reading.listing import members_of
from alertd.reading.name_parts import ListOf, Part
from alertd.reading.plurals import plural_before
from alertd.reading.singles import numbered_units, single
from alertd.reading.source import LOWER, UPPER

_LIES_ALONG = re.compile(r"\s(?:trên|dọc|ven|thuộc|lưu vực|hạ du) (?:\w+ )?(?:sông|suối|quốc lộ|tuyến|đường)$")
# "các tỉnh: A, B và từ C đến D": the last of them are told by where they lie.
_RANGE = re.compile(rf"từ [{UPPER}][^,;:]*? đến [{UPPER}][^,;:]*$")
# A province has so few cities and towns that two by name stand beside all its districts: "các huyện, TP A và B".
_CITIES = ("TP", "TP.", "TX", "TX.", "thành phố", "thị xã")
_LAST_KIND = re.compile(r"(?P<group>.+)(?: và|,) (?P<last>[^,]+)$")
# Kinds of schools, which "các trường" counts up and does not name.
_ABBREVIATED = re.compile(
    r"(?:[A-Z&]{2,}|[Mm]ầm non|[Mm]ẫu giáo|[Tt]iểu học|[Tt]rung học cơ sở|[Tt]rung học phổ thông)(?= và | trên | trong | thuộc |$)"
)


def parts(text: str, plain: str) -> Iterator[Part]:
    """The parts of a run of names, in order. `plain` is `text` folded."""
    at, unit = 0, ""
    while at < len(text):
        end, following = until_next(plain, at)
        if unit and _RANGE.match(plain, at, end):
            yield Part(f"các {unit} {text[at:end]}")
            at = following
            continue
        plural = None if numbered_units(text[at:end].strip()) else plural_before(plain, at, end)
        if plural is None:
            yield single(text[at:end])
            at = following
            continue
        members, end, following = members_of(text, plain, plural)
        if plural["colon"] and not members and plural.start() == at and is_body_head(plain, plural.end()):
            at = plural.end()
            continue
        if members and _is_list(members, plural):
            unit = plural["places"] or ""
            yield from _list(text, at, end, plural, members)
        else:
            end, following = until_next(plain, max(at, plural.end()))
            yield single(text[at:end])
        at = following


def _list(text: str, at: int, end: int, plural: re.Match[str], members: list[str]) -> Iterator[Part]:
    """The list; of several kinds of territories with one member and no colon, or two cities, only the last kind is named: "các xã và đặc
    khu Hòn Mơ".
    """
    kind = ListOf.PLACES if plural["places"] else ListOf.OFFICES if plural["office"] else ListOf.ANYBODY
    unit, office = plural["places"] or plural["office"] or "", text[at : plural.start()].strip()
    kinds = _LAST_KIND.match(unit)
    most = 2 if kinds and kinds["last"] in _CITIES and kinds["group"] != "tỉnh" else 1
    if kinds and kind is ListOf.PLACES and len(members) <= most and not plural["colon"]:
        yield Part(f"{office} các {kinds['group']}".strip())
        unit = kinds["last"]
    yield Part(text[at:end], office, unit, tuple(members), kind)


def _is_list(members: list[str], plural: re.Match[str]) -> bool:
    """A colon or a second member makes a list; "các Sở Xây dựng nêu trên", the kinds in "các trường MN, TH và THCS" and the rivers of "các
    nhà máy trên sông A, B" are a group.
    """
    office = plural["office"] or ""
    if not plural["colon"] and office and (_LIES_ALONG.search(office) or all(_ABBREVIATED.match(m) for m in members)):
        return False
    return bool(plural["colon"]) or len(members) > 1 or bool(plural["places"] and not re.search(rf" [{LOWER}]", members[0]))
