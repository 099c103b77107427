"""Decides what a written name means on a given day: bodies, a group, somebody else's body, or nothing certain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from alertd.directory.content import Content
from alertd.directory.index import NameIndex
from alertd.directory.lists import split_list
from alertd.directory.names import squeeze
from alertd.directory.placements import Context, Placement
from alertd.directory.regions import Concern, ProvinceReader
from alertd.directory.suggesting import Suggester
from alertd.model.bodies import Body

_EXCEPT = re.compile(r"^(?P<all>.+?)[\s,(]+trừ\s+(?P<without>[^()]+?)\s*\)?\s*$", re.IGNORECASE)
_NAMED_BEFORE = re.compile(r"^(?P<base>.+?)\s+(?:đã )?(?:nêu|nói|kể) (?:ở )?trên$", re.IGNORECASE)
_LONGEST_LIST = 3000
"""In letters. What is longer is no name nor a list of names, and would cost time."""


def refers_back(written: str) -> bool:
    """Whether the name points to what the document named before: "các huyện nêu trên"."""
    return _NAMED_BEFORE.match(squeeze(written)) is not None


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
        self._wording = content.wording
        self._index = NameIndex(content)
        self._readers = [ProvinceReader(province, content.wording) for province in content.provinces]
        self._outside = {content.wording.key(name) for province in content.provinces for name in province.outside_names}
        self._beginnings = _keys_of(content, (b for province in content.provinces for b in province.outside_beginnings))
        self._beginnings_from_above = _keys_of(
            content, (b for province in content.provinces for b in province.outside_beginnings_from_above)
        )
        self._suggester = Suggester(self._index)

    @property
    def index(self) -> NameIndex:
        """The names of the directory."""
        return self._index

    def place(self, written: str, context: Context) -> tuple[Placement, ...]:
        """What the name means: one placement, or one for each part where a list was written as one name."""
        written = squeeze(written)
        if len(written) > _LONGEST_LIST:
            return (Placement(written),)
        whole = self._place_whole(written, context)
        if whole is not None:
            return (whole,)
        parts = tuple(split_list(written, lambda name: self._place_whole(name, context)))
        if _is_list(parts):
            return tuple(part if part.is_placed or part.candidates else self._last_resort(part.written, context) for part in parts)
        return (self._last_resort(written, context),)

    def is_from_above(self, issuer: str) -> bool:
        """Whether a document's issuer is a known body outside this directory."""
        return self._outside_name(issuer, is_central=True) is not None

    def _place_whole(self, written: str, context: Context) -> Placement | None:
        return (
            self._all_except(written, context)
            or self._named_before(written, context)
            or self._by_name(written, context)
            or self._outside_name(written, is_central=context.is_central)
        )

    def _all_except(self, written: str, context: Context) -> Placement | None:
        if (found := _EXCEPT.match(written)) is None:
            return None
        everybody = self._by_name(found["all"].rstrip(" ,("), context)
        without = tuple(split_list(found["without"], lambda name: self._by_name(name, context)))
        if everybody is None or not all(placement.bodies for placement in without):
            return None
        excepted = {body for placement in without for body in placement.bodies}
        return replace(everybody, written=written, bodies=tuple(body for body in everybody.bodies if body not in excepted))

    def _named_before(self, written: str, context: Context) -> Placement | None:
        if (found := _NAMED_BEFORE.match(written)) is None:
            return None
        base = self._by_name(found["base"], context) or self._outside_name(found["base"], is_central=context.is_central)
        if base is None:
            return None
        meant = tuple(body for body in base.bodies if body in context.named_before)
        # What somebody above the provinces named before without naming ours is not ours; within the province a person must look.
        return replace(base, written=written, bodies=meant, is_outside=base.is_outside or (context.is_central and not meant))

    def _by_name(self, written: str, context: Context) -> Placement | None:
        ways = (self._several_provinces, self._own_name) if context.is_central else (self._own_name, self._several_provinces)
        return next((found for way in ways if (found := way(written, context)) is not None), None)

    def _own_name(self, written: str, context: Context) -> Placement | None:
        """The body or group that bears exactly this name, with or without titles before it."""
        for key in self._wording.keys(written):
            if (body := self._body(written, key, context.on)) is not None:
                return body
            groups = () if context.is_central else self._index.groups_named(key)
            if len(groups) == 1:
                return Placement(written, self._index.members(groups[0], context.on), groups[0])
        return None

    def _body(self, written: str, key: str, on: date) -> Placement | None:
        living, rivals = self._bearers(key, on)
        if not living:
            return None
        if len(living) == 1 and not rivals:
            return Placement(written, (living[0].id,))
        return Placement(written, candidates=(*living, *rivals))

    def _bearers(self, key: str, on: date) -> tuple[list[Body], list[Body]]:
        """The bodies that bear the name on that day, and bodies of the past that bore it and live on in others than those:
        the name of a dissolved district may mean all its land, though one commune bears it now.
        """
        living = [body for body in self._index.bodies_named(key) if body.exists_on(on)]
        heirs = {body.id for body in living}
        past = [body for body in self._index.bodies_named(key) if body.valid_to is not None and body.valid_to < on]
        return living, [body for body in past if not heirs.issuperset(self._index.in_office(body.id, on))]

    def _several_provinces(self, written: str, context: Context) -> Placement | None:
        found = [(reader, *read) for reader in self._readers if (read := reader.read(written)) is not None]
        ours = [body for reader, office, concern in found if concern is Concern.OURS for body in self._office(reader, office, context.on)]
        if ours:
            return Placement(written, tuple(dict.fromkeys(ours)))
        if found and all(concern is Concern.OTHERS for _, _, concern in found):
            return Placement(written, is_outside=True)
        if any(concern is Concern.UNKNOWN for _, _, concern in found):
            return Placement(written)
        if context.is_central:
            committees = tuple(reader.province.committee for reader in self._readers if reader.is_own_name(written))
            return Placement(written, committees) if committees else None
        return None

    def _office(self, reader: ProvinceReader, office: str, on: date) -> Iterator[str]:
        """The body that holds an office in the province: "chủ tịch ubnd" (các tỉnh …) → UBND tỉnh."""
        if not office.strip():
            yield reader.province.committee
            return
        for key in self._wording.keys(f"{office} tỉnh {reader.province.name}"):
            if (found := self._body(office, key, on)) is not None:
                yield from found.bodies
                return

    def _outside_name(self, written: str, *, is_central: bool) -> Placement | None:
        keys = self._wording.keys(written)
        is_known = not self._outside.isdisjoint(keys) or self._begins_outside(written, keys, is_central=is_central)
        if is_known or any(self._is_others(reader.office_in_other(written), is_central=is_central) for reader in self._readers):
            return Placement(written, is_outside=True)
        return None

    def _begins_outside(self, written: str, keys: tuple[str, ...], *, is_central: bool) -> bool:
        beginnings = (*self._beginnings, *self._beginnings_from_above) if is_central else self._beginnings
        return not self._wording.has_tail(written) and any(f"{key} ".startswith(beginnings) for key in keys)

    def _is_others(self, office: str | None, *, is_central: bool) -> bool:
        """Whether the office is that of another province. A firm "… Hà Nội" may have its work here, so only an office that
        this province has as well is certain.
        """
        if not office or is_central:
            return office is not None
        return any(self._index.bodies_named(key) or self._index.groups_named(key) for key in self._wording.keys(f"{office} tỉnh"))

    def _last_resort(self, written: str, context: Context) -> Placement:
        return self._of_other_day(written, context) or Placement(
            written, candidates=self._suggester.similar(self._wording.keys(written), context.on)
        )

    def _of_other_day(self, written: str, context: Context) -> Placement | None:
        """The body that bore the name last before that day, else the one that bore it first after."""
        for key in self._wording.keys(written):
            named = self._index.bodies_named(key)
            past = [body for body in named if body.valid_to is not None and body.valid_to < context.on]
            last = max((body.valid_to for body in past if body.valid_to), default=None)
            chosen = [body for body in past if body.valid_to == last] or list(named)
            if chosen:
                return Placement(written, (chosen[0].id,)) if len(chosen) == 1 else Placement(written, candidates=tuple(chosen))
        return None
