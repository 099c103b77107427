"""Decides what a written name means on a given day: bodies, a group, somebody else's body, or nothing certain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache

from alertd.directory.content import Content
from alertd.directory.guessing import Guesser
from alertd.directory.index import NameIndex
from alertd.directory.lists import split_list
from alertd.directory.names import bare, squeeze
from alertd.directory.placements import Context, Likely, Placement
from alertd.directory.regions import Concern, ProvinceReader
from alertd.directory.relative import RelativeNames
from alertd.directory.unaccented import is_unaccented, without_diacritics
from alertd.model.bodies import Body

_ISSUERS_REMEMBERED = 256
_NAMES_REMEMBERED = 2048
"""A bulletin names the same bodies in one telegram after the other."""
_LONGEST_LIST = 3000
"""In letters. What is longer is no name nor a list of names, and would cost time."""


def _is_list(parts: Sequence[Placement]) -> bool:
    """Whether the parts of a name were names themselves. One group among unknown words proves nothing: "các sở" is no part
    of a misspelt "các sở, ban, ngành".
    """
    if any(part.group and part.is_placed for part in parts):
        return all(part.is_placed for part in parts)
    return any(part.is_placed for part in parts)


def _keys_of(content: Content, beginnings: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{content.wording.key(beginning)} " for beginning in beginnings)


class Placer:
    """Places written names. Only exact names are taken; what merely looks alike is suggested."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._rules = NameRules(content, NameIndex(content))
        self._remembered = lru_cache(maxsize=_ISSUERS_REMEMBERED)(self._is_from_above)
        self.place = lru_cache(maxsize=_NAMES_REMEMBERED)(self._place)
        """What a name means: one placement, or one for each part where a list was written as one name."""

    @property
    def index(self) -> NameIndex:
        """The names of the directory."""
        return self._rules.index

    @cached_property
    def _bare(self) -> NameRules:
        """The rules for names without diacritics. Hardly a document is written so: they are made for the first that is."""
        return NameRules(without_diacritics(self._content), NameIndex(self._content, bare))

    def _place(self, written: str, context: Context) -> tuple[Placement, ...]:
        found = self._rules.place(written, context)
        if all(part.is_placed for part in found) or not is_unaccented(written):
            return found
        again = self._bare.place(written, context)
        is_better = any(part.is_placed or part.candidates for part in again)
        return tuple(replace(part, is_unaccented=True) for part in again) if is_better else found

    def is_from_above(self, issuer: str) -> bool:
        """Whether a document's issuer is a known body outside this directory."""
        return self._remembered(issuer)

    def _is_from_above(self, issuer: str) -> bool:
        rules = self._bare if is_unaccented(issuer) else self._rules
        return rules.is_outside(issuer)


class NameRules:
    """The rules by which names are placed, for names with diacritics or, over a folded index, without."""

    def __init__(self, content: Content, index: NameIndex) -> None:
        self.index = index
        self._wording = content.wording
        self._readers = [ProvinceReader(province, content.wording) for province in content.provinces]
        self._outside = {content.wording.key(name) for province in content.provinces for name in province.outside_names}
        self._outside_from_above = {
            content.wording.key(name) for province in content.provinces for name in province.outside_names_from_above
        }
        self._beginnings = _keys_of(content, (b for province in content.provinces for b in province.outside_beginnings))
        self._beginnings_from_above = _keys_of(
            content, (b for province in content.provinces for b in province.outside_beginnings_from_above)
        )
        self._guesser = Guesser(index)
        self._relative = RelativeNames(index, self._plain)

    def place(self, written: str, context: Context) -> tuple[Placement, ...]:
        """What the name, or each part of a list, means."""
        written = squeeze(written)
        if len(written) > _LONGEST_LIST:
            return (Placement(written),)
        whole = self._place_whole(written, context) or self._relative.short_form(written, context) or self._of_other_day(written, context)
        if whole is not None:
            return (whole,)
        parts = tuple(self._part(part, context) for part in self._split(written, context))
        return parts if _is_list(parts) else (self._last_resort(written, context),)

    def is_outside(self, issuer: str) -> bool:
        """Whether the name is that of a known body outside this directory, seen from above."""
        return self._outside_name(issuer, Context(date.max, is_central=True)) is not None

    def _split(self, written: str, context: Context) -> Iterator[Placement]:
        return split_list(written, lambda name: self._place_whole(name, context), lambda name: self._of_other_day(name, context))

    def _part(self, part: Placement, context: Context) -> Placement:
        return part if part.is_placed or part.candidates else self._last_resort(part.written, context)

    def _place_whole(self, written: str, context: Context) -> Placement | None:
        return self._relative.place(written, context) or self._plain(written, context)

    def _plain(self, written: str, context: Context) -> Placement | None:
        return self._by_name(written, context) or self._outside_name(written, context)

    def _by_name(self, written: str, context: Context) -> Placement | None:
        above = (self._several_provinces, self._others_name, self._own_name)
        ways = above if context.is_central else (self._own_name, self._several_provinces)
        return next((found for way in ways if (found := way(written, context)) is not None), None)

    def _own_name(self, written: str, context: Context) -> Placement | None:
        """The body or group that bears exactly this name, with or without titles before it."""
        for key in self._wording.keys(written):
            if (body := self._body(written, key, context.on)) is not None:
                return body
            groups = () if context.is_central else self.index.groups_named(key)
            if len(groups) == 1:
                members = self.index.members(groups[0], context.on)
                return Placement(
                    written, members, groups[0], candidates=() if members else self._guesser.before_its_time(groups[0], context.on)
                )
        return None

    def _body(self, written: str, key: str, on: date) -> Placement | None:
        living, rivals = self._bearers(key, on)
        if not living:
            return None
        if len(living) == 1 and not rivals:
            return Placement(written, (living[0].id,))
        return Placement(written, candidates=self._guesser.bearers(living, rivals, on))

    def _bearers(self, key: str, on: date) -> tuple[list[Body], list[Body]]:
        """The bodies that bear the name on that day, and bodies of the past that bore it and live on in others than those:
        the name of a dissolved district may mean all its land, though one commune bears it now.
        """
        living = [body for body in self.index.bodies_named(key) if body.exists_on(on)]
        heirs = {body.id for body in living}
        past = [body for body in self.index.bodies_named(key) if body.valid_to is not None and body.valid_to < on]
        return living, [body for body in past if not heirs.issuperset(self.index.in_office(body.id, on))]

    def _several_provinces(self, written: str, context: Context) -> Placement | None:
        read = [(reader, reader.read(written, is_central=context.is_central)) for reader in self._readers]
        found = [(reader, *said) for reader, said in read if said is not None]
        ours = [body for reader, office, concern in found if concern is Concern.OURS for body in self._office(reader, office, context)]
        if ours:
            return Placement(written, tuple(dict.fromkeys(ours)))
        if found and all(concern is Concern.OTHERS for _, _, concern in found):
            return Placement(written, is_outside=True)
        if not context.is_central:
            return None
        if any(concern is Concern.UNKNOWN for _, _, concern in found):
            return Placement(written, candidates=tuple(self._perhaps_ours(found, context)))
        committees = tuple(reader.province.committee for reader in self._readers if reader.is_own_name(written))
        return Placement(written, committees) if committees else None

    def _perhaps_ours(self, found: Sequence[tuple[ProvinceReader, str, Concern]], context: Context) -> Iterator[Likely]:
        for reader, office, _ in found:
            for body in self._office(reader, office, context):
                yield Likely(self.index.bodies[body], "nếu tỉnh ta thuộc phạm vi được nêu")

    def _office(self, reader: ProvinceReader, office: str, context: Context) -> tuple[str, ...]:
        """The body that holds an office in the province: "chủ tịch ubnd" (các tỉnh …) → UBND tỉnh."""
        if not office.strip():
            return (reader.province.committee,)
        name = f"{office} {self._wording.of_province} {reader.province.name}"
        found = next((found for key in self._wording.keys(name) if (found := self._body(office, key, context.on))), None)
        found = found or self._of_other_day(name, context)
        return found.bodies if found else ()

    def _others_name(self, written: str, context: Context) -> Placement | None:
        """What is another province's or, in a document from above, the whole country's, though a body of ours has a like name."""
        is_theirs = context.is_central and not self._outside_from_above.isdisjoint(self._wording.keys(written))
        if is_theirs or any(self._is_others(reader.office_in_other(written), context) for reader in self._readers):
            return Placement(written, is_outside=True)
        return None

    def _outside_name(self, written: str, context: Context) -> Placement | None:
        keys = self._wording.keys(written)
        is_known = not self._outside.isdisjoint(keys) or self._begins_outside(written, keys, context)
        return Placement(written, is_outside=True) if is_known else self._others_name(written, context)

    def _begins_outside(self, written: str, keys: tuple[str, ...], context: Context) -> bool:
        beginnings = (*self._beginnings, *self._beginnings_from_above) if context.is_central else self._beginnings
        return not self._wording.has_tail(written) and any(f"{key} ".startswith(beginnings) for key in keys)

    def _is_others(self, office: str | None, context: Context) -> bool:
        """Whether the office is that of another province. A firm "… Hà Nội" may have its work here, so only an office that
        this province has as well is certain.
        """
        if not office or context.is_central:
            return office is not None
        keys = self._wording.keys(f"{office} {self._wording.of_province}")
        return any(self.index.bodies_named(key) or self.index.groups_named(key) for key in keys)

    def _of_other_day(self, written: str, context: Context) -> Placement | None:
        return self._guesser.of_other_day(written, self._wording.keys(written), context.on)

    def _last_resort(self, written: str, context: Context) -> Placement:
        keys = self._wording.keys(written)
        return self._of_other_day(written, context) or Placement(written, candidates=self._guesser.likely(keys, context.on))
