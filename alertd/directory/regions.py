"""Tells whether a telegram to several provinces ("các tỉnh từ … đến …", "các tỉnh Bắc Bộ") concerns a province of this directory."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from alertd.directory.content import Province
from alertd.directory.names import Wording, tidy

# Every pattern reads names with and without diacritics.
# Names come here squeezed: between two words stands one blank.
_BETWEEN_PARTS = re.compile(r" ?[,;:] ?| (?:và|va) | (?:và|va)$")
_RANGE = re.compile(
    r"\b(?:từ|tu) (?:tỉnh |tinh |thành phố |thanh pho )?(?P<first>.+?) (?:đến|den) (?:tỉnh |tinh |thành phố |thanh pho )?(?P<last>.+)$"
)
# The last word of "xã", "thị trấn" and the like: what follows is no province even where it has a province's name.
_SMALLER_PLACES = frozenset(("xã", "phường", "trấn", "xóm", "huyện", "quận", "thôn", "bản", "xa", "phuong", "tran", "xom", "huyen", "quan"))
_CITIES = (("thành", "phố"), ("thanh", "pho"))
_KINDS = (*_CITIES, ("tỉnh",), ("tinh",))
# "Sở Y tế và các địa phương" are two names, not an office of the provinces.
_ENDS_A_NAME = re.compile(r"(?:[,;:]|(?:^|\s)(?:và|cùng|với|va|cung|voi))$")


class Concern(Enum):
    """Whether named provinces hold the directory's own."""

    OURS = "ours"
    OTHERS = "others"
    UNKNOWN = "unknown"


class ProvinceReader:
    """Reads names of provinces, of regions and of ranges, seen from one province."""

    def __init__(self, province: Province, wording: Wording) -> None:
        self.province = province
        self._wording = wording
        self._own = wording.words(province.name)
        self._others = {wording.words(name) for name in province.other_provinces}
        self._regions = {wording.words(name): region for region in province.regions for name in region.names}
        self._orders = [[wording.words(name) for name in region.provinces] for region in province.regions if region.is_in_order]
        collectives = [self._wording.spelled_out(words) for words in province.collectives]
        from_above = [*collectives, *(self._wording.spelled_out(words) for words in province.collectives_from_above)]
        self._collective = {False: _several(collectives), True: _several(from_above)}
        self._filler = re.compile(rf"^(?:(?:{_any_of(province.fillers)})\b\s*)+")

    def read(self, written: str, *, is_central: bool) -> tuple[str, Concern] | None:
        """The office that is ordered ("chủ tịch ubnd", may be empty) and whether its provinces hold ours.

        `is_central`: written by somebody above the provinces. None where the name is not that of several provinces.
        """
        found = self._collective[is_central].match(self._wording.spelled_out(written))
        if found is None or _ENDS_A_NAME.search(found["office"]):
            return None
        return found["office"], self._concern(found["which"])

    def is_own_name(self, written: str) -> bool:
        """Whether the name is just the province's: "Lạng Sơn", "tỉnh Lạng Sơn"."""
        return self._wording.words(self._without_fillers(tidy(written))) == self._own

    def office_in_other(self, written: str) -> str | None:
        """What stands before another province's name: "sở xây dựng" of "Sở Xây dựng tỉnh Cao Bằng", "" of "Cao Bằng".

        None where the name does not end in one; "xã Hòa Bình" is a place of ours, and a list that names ours as well is
        no office of the other.
        """
        words = self._wording.words(written)
        length = next((length for length in (4, 3, 2, 1) if words[-length:] in self._others), 0)
        if not length or _SMALLER_PLACES.intersection(words[-length - 1 : -length]):
            return None
        office = words[:-length]
        if any(office[at : at + len(self._own)] == self._own for at in range(len(office))):
            return None
        kind = next((kind for kind in _KINDS if office[-len(kind) :] == kind), ())
        return " ".join(office[: len(office) - len(kind)])

    def _concern(self, which: str) -> Concern:
        parts = [part for part in _BETWEEN_PARTS.split(which.strip()) if part]
        concerns = {self._concern_of_part(part) for part in parts} or {Concern.OURS}
        if Concern.OURS in concerns:
            return Concern.OURS
        return Concern.OTHERS if concerns == {Concern.OTHERS} else Concern.UNKNOWN

    def _concern_of_part(self, part: str) -> Concern:
        if found := _RANGE.search(part):
            return self._concern_of_range(self._wording.words(found["first"]), self._wording.words(found["last"]))
        name = self._wording.words(self._without_fillers(part))
        name = name[2:] if name[:2] in _CITIES else name
        if not name or name == self._own:
            return Concern.OURS
        if name in self._others:
            return Concern.OTHERS
        region = self._regions.get(name)
        if region is None:
            return Concern.UNKNOWN
        return self._ours_among(self._wording.words(province) for province in region.provinces)

    def _concern_of_range(self, first: tuple[str, ...], last: tuple[str, ...]) -> Concern:
        if self._own in (first, last):
            return Concern.OURS
        for order in self._orders:
            if first in order and last in order:
                start, end = sorted((order.index(first), order.index(last)))
                return self._ours_among(order[start : end + 1])
        return Concern.UNKNOWN

    def _ours_among(self, provinces: Iterable[tuple[str, ...]]) -> Concern:
        return Concern.OURS if self._own in set(provinces) else Concern.OTHERS

    def _without_fillers(self, text: str) -> str:
        return self._filler.sub("", text.strip())


def _several(collectives: Iterable[str]) -> re.Pattern[str]:
    """Any of the words for several provinces with what stands around it; "các Tỉnh ủy" are committees of the party."""
    return re.compile(rf"^(?P<office>.*?)\s*\b(?:{_any_of(collectives)})\b(?! (?:ủy|uy)\b)(?P<which>.*)$")


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first."""
    return "|".join(re.escape(tidy(phrase)) for phrase in sorted(phrases, key=len, reverse=True))
