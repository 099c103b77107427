"""Looks bodies and groups up by the key of a written name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

from alertd.directory.content import Content
from alertd.directory.lineage import Lineage
from alertd.model.bodies import Body, Group


class NameIndex(Lineage):
    """Every name and alias of the directory by its keys."""

    def __init__(self, content: Content, fold: Callable[[str], str] = str) -> None:
        """`fold` is done to every key, e.g. to take its diacritics away."""
        super().__init__(content.bodies)
        self._bodies_by_key: dict[str, list[Body]] = {}
        self._groups_by_key: dict[str, list[Group]] = {}
        provinces = {province.id: province.name for province in content.provinces}
        for body in content.bodies:
            for key in set(map(fold, _keys(content, (body.name, *body.aliases), provinces[body.id.partition("/")[0]]))):
                self._bodies_by_key.setdefault(key, []).append(body)
        self._answering: dict[str, set[str]] = {}
        for body in content.bodies:
            for topic in body.topics:
                self._answering.setdefault(topic, set()).add(body.id)
        for group in content.groups:
            for key in set(map(fold, _keys(content, group.names, provinces[group.id.partition("/")[0]]))):
                self._groups_by_key.setdefault(key, []).append(group)

    def bodies_named(self, key: str) -> Sequence[Body]:
        """Every body that bears or bore the name."""
        return self._bodies_by_key.get(key, ())

    def groups_named(self, key: str) -> Sequence[Group]:
        """Every group of the name."""
        return self._groups_by_key.get(key, ())

    def answering_for(self, topic: str) -> Collection[str]:
        """Every body, past ones included, that answers for a topic."""
        return self._answering.get(topic, ())

    def groups(self) -> Iterable[Group]:
        """Every group, once."""
        return {group.id: group for groups in self._groups_by_key.values() for group in groups}.values()

    def group_keys(self) -> Iterable[str]:
        """Every key of a group."""
        return self._groups_by_key

    def all_keys(self) -> Iterable[str]:
        """Every key of a body or group."""
        return (*self._bodies_by_key, *self._groups_by_key)

    def members(self, group: Group, on: date) -> tuple[str, ...]:
        """The members that exist on that day; where none does any more the name is of another time and means those that did."""
        living = tuple(member for member in group.members if self.bodies[member].exists_on(on))
        return living or tuple(member for member in group.members if (ended := self.bodies[member].valid_to) is not None and ended < on)


def _keys(content: Content, names: Iterable[str], province: str) -> set[str]:
    return {key for name in names for key in content.wording.written_keys(name, province) if key}
