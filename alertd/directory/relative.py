"""Places names that say whom they mean by others: “các huyện trừ …”, “các huyện nêu trên”, “các huyện còn lại”, a name cut short."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from alertd.directory.index import NameIndex
from alertd.directory.lists import split_list
from alertd.directory.names import squeeze
from alertd.directory.placements import Context, Placement
from alertd.model.bodies import BodyType

# Names are squeezed before these patterns see them: between two words stands one blank.
_EXCEPT = re.compile(
    r"^(?P<all>.+?)(?<![ ,(])[ ,(]+(?:(?:ngoại |ngoai )?(?:trừ|tru)|(?:không|khong) (?:bao gồm|gồm|kể|bao gom|gom|ke)) "
    r"(?P<without>[^()]+?) ?\)? ?$",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    r"^(?P<base>.+?) (?:đã |da )?(?:nêu|nói|kể|neu|noi|ke) (?:ở |o )?(?:trên|tren)$|^(?P<base_here>.+?) (?:trên đây|tren day)$",
    re.IGNORECASE,
)
# "trừ huyện A đã có chỉ đạo riêng": why it is left out is no part of its name.
_WHY_NOT = re.compile(r" (?:đã|đang|do|vì|sẽ|được|chưa|không|da|dang|duoc|khong) .*$", re.IGNORECASE)
_REST = re.compile(r"^(?P<base>.+?) (?:còn lại|con lai|khác|khac)$", re.IGNORECASE)
# Without one of these words in small letters neither of them matches, and most names hold none.
_EXCEPTING = ("trừ", "tru", "không", "khong")
_POINTING = ("trên", "tren", "trên đây", "tren day")
_LEAVING = (" còn lại", " con lai", " khác", " khac")
_GOES_ON_WITH_ANOTHER = (",", ";", "và ", "cùng ", "hoặc ")
_GOVERN_PLACES = (BodyType.DISTRICT_COMMITTEE, BodyType.COMMUNE_COMMITTEE)

Plain = Callable[[str, Context], Placement | None]


def refers_to_others(written: str) -> bool:
    """Whether whom the name means depends on whom the document named before: "các huyện nêu trên", "các huyện còn lại"."""
    name = squeeze(written)
    return _back_reference(name) is not None or name.lower().endswith(_LEAVING)


def _back_reference(written: str) -> re.Match[str] | None:
    return _NAMED_BEFORE.match(written) if written.lower().endswith(_POINTING) else None


def _exception(written: str) -> re.Match[str] | None:
    low = written.lower()
    return _EXCEPT.match(written) if any(word in low for word in _EXCEPTING) else None


class RelativeNames:
    """The rules for such names, over the rules for plain ones."""

    def __init__(self, index: NameIndex, plain: Plain) -> None:
        """`plain` places a name that points to no other."""
        self._index, self._plain = index, plain

    def place(self, written: str, context: Context) -> Placement | None:
        """What the name means, None where it points to nobody or that is not clear."""
        return self._all_except(written, context) or self._named_before(written, context) or self._rest(written, context)

    def short_form(self, written: str, context: Context) -> Placement | None:
        """What the one name of the list of recipients means that goes on where this one ends: "thành viên Ban Chỉ huy"."""
        if " " not in written:
            return None
        begins = f"{written.lower()} "
        longer = [name for name in context.listed if name.lower().startswith(begins)]
        longer = [name for name in longer if not name[len(begins) :].startswith(_GOES_ON_WITH_ANOTHER)]
        if len(longer) != 1:
            return None
        found = self.place(longer[0], context) or self._plain(longer[0], context)
        if found is None or not found.is_placed:
            return None
        return replace(found, written=written, full_name=longer[0])

    def _all_except(self, written: str, context: Context) -> Placement | None:
        if (found := _exception(written)) is None:
            return None
        everybody = self._plain(found["all"].rstrip(" ,("), context)
        excepted_names = _WHY_NOT.sub("", found["without"])
        without = tuple(split_list(excepted_names, lambda name: self._plain(name, context), lambda name: None))
        if everybody is None:
            return None
        if not all(placement.is_placed for placement in without):
            return Placement(written)  # who is left out is unclear: nobody is told until a person has looked
        excepted = {body for placement in without for body in placement.bodies}
        left = tuple(body for body in everybody.bodies if body not in excepted)
        return replace(everybody, written=written, bodies=left, is_outside=everybody.is_outside or bool(everybody.bodies and not left))

    def _named_before(self, written: str, context: Context) -> Placement | None:
        if (found := _back_reference(written)) is None:
            return None
        base = self._plain(found["base"] or found["base_here"], context)
        if base is None:
            return None
        meant = tuple(body for body in base.bodies if body in context.named_before)
        # What somebody above the provinces named before without naming ours is not ours; within the province a person must look.
        is_others = context.is_central and not meant and context.is_before_clear
        return replace(base, written=written, bodies=meant, is_outside=base.is_outside or is_others)

    def _rest(self, written: str, context: Context) -> Placement | None:
        """Those of a group whom the document has not named one by one beside it; None where that is not clear. A department that has some
        other work elsewhere is told as well: it loses a minute, an order lost may cost lives.
        """
        found = _REST.match(written) if written.lower().endswith(_LEAVING) else None
        base = self._plain(found["base"], context) if found else None
        if base is None or base.is_outside:
            return base and replace(base, written=written)
        if context.is_central:
            return self._rest_of_provinces(written, base, context)
        members = frozenset(base.bodies)
        near, far = context.apart_near & members, context.apart_far & members
        if not near or (far - near and self._are_places(members)):
            return None
        return replace(base, written=written, bodies=tuple(body for body in base.bodies if body not in near))

    def _rest_of_provinces(self, written: str, base: Placement, context: Context) -> Placement | None:
        """Ours is one of the other provinces where the list of recipients holds it and nothing before named it."""
        ours = frozenset(base.bodies)
        if ours & (context.apart_near | context.apart_far):
            return replace(base, written=written, bodies=(), is_outside=True)
        is_listed = ours <= context.named_before
        if not is_listed and not context.is_before_clear:
            return None
        return replace(base, written=written, bodies=base.bodies if is_listed else (), is_outside=not is_listed)

    def _are_places(self, bodies: Iterable[str]) -> bool:
        """Whether they govern a place each, and one may be named for other work elsewhere."""
        return any(self._index.bodies[body].type in _GOVERN_PLACES for body in bodies)
