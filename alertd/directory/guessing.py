"""Says what a name that means nothing certain may mean, each guess with its reason: for the officer, who decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from alertd.directory.index import NameIndex
from alertd.directory.placements import Likely, Placement
from alertd.directory.suggesting import Suggester
from alertd.model.bodies import Body, Group

_EVERY = frozenset({"các", "cac"})


class Guesser:
    """Guesses by look-up: another day, a slip of the pen, a group with words behind it, a group written in the singular."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._suggester = Suggester(index)
        self._singular: dict[str, list[Group]] = {}
        for key in index.group_keys():
            self._singular.setdefault(_without_every(key), []).extend(index.groups_named(key))

    def bearers(self, living: Sequence[Body], rivals: Sequence[Body], on: date) -> tuple[Likely, ...]:
        """Those who bear one name: some now, some in the past."""
        now = [Likely(body, f"mang tên này từ {_day(body.valid_from)}" if body.valid_from else "đang mang tên này") for body in living]
        return (*now, *(Likely(body, self._past(body, on)) for body in rivals))

    def of_other_day(self, written: str, keys: Iterable[str], on: date) -> Placement | None:
        """The body that bore the name last before that day, else the one that bore it first after."""
        for key in keys:
            named = self._index.bodies_named(key)
            past = [body for body in named if body.valid_to is not None and body.valid_to < on]
            last = max((body.valid_to for body in past if body.valid_to), default=None)
            chosen = [body for body in past if body.valid_to == last] or list(named)
            if chosen:
                return (
                    Placement(written, (chosen[0].id,)) if len(chosen) == 1 else Placement(written, candidates=self.bearers((), chosen, on))
                )
        return None

    def before_its_time(self, group: Group, on: date) -> tuple[Likely, ...]:
        """For a group whose members come later, the groups of exactly those whose work they will take over."""
        before = {body for member in group.members for body in self._index.in_office(member, on)}
        same = [other for other in self._index.groups() if before and set(self._index.members(other, on)) == before]
        return tuple(Likely(other, f"ngày ban hành chưa có {group.names[0]}; khi đó thuộc các đơn vị này") for other in same[:1])

    def likely(self, keys: Sequence[str], on: date) -> tuple[Likely, ...]:
        """What may be meant by a name that nobody bears on any day."""
        found = tuple(self._same(keys, on)) or self._suggester.similar(keys, on) or tuple(self._groups(keys, on))
        return tuple({guess.meant.id: guess for guess in found}.values())

    def _same(self, keys: Sequence[str], on: date) -> Iterator[Likely]:
        """Groups of exactly the name: in a document from above it may mean somebody else's."""
        for key in keys:
            for group in self._index.groups_named(key):
                if self._index.members(group, on):
                    yield Likely(group, "trùng tên nhóm của tỉnh; văn bản cấp trên có thể nói cơ quan khác")

    def _groups(self, keys: Sequence[str], on: date) -> Iterator[Likely]:
        for key in keys:
            singular = self._singular.get(_without_every(key), ())
            yield from (Likely(group, "viết như tên nhóm này") for group in singular if self._index.members(group, on))
        longest = max((start for key in keys if (start := self._leading_group(key))), key=len, default="")
        for group in self._index.groups_named(longest):
            if self._index.members(group, on):
                yield Likely(group, "phần đầu là tên nhóm này, phần sau giới hạn lại: chọn đúng đơn vị")

    def _leading_group(self, key: str) -> str:
        """The longest beginning of the key, in whole words, that is a group's."""
        words = key.split()
        beginnings = (" ".join(words[:length]) for length in range(len(words) - 1, 1, -1))
        return next((start for start in beginnings if self._index.groups_named(start)), "")

    def _past(self, body: Body, on: date) -> str:
        if body.valid_to is None or body.valid_to >= on:
            return f"mang tên này từ {_day(body.valid_from)}" if body.valid_from else "mang tên này"
        heirs = self._index.in_office(body.id, on)
        return f"mang tên này đến {_day(body.valid_to)}" + (f", nay là {len(heirs)} đơn vị" if heirs else "")


def _without_every(key: str) -> str:
    return " ".join(word for word in key.split() if word not in _EVERY)


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
