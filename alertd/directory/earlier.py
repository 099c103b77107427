"""What a document named before one of its directives: whom “nêu trên” points to, and whom “còn lại” leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from alertd.directory.placements import Context, Placement
from alertd.model.documents import Directive, Reading

Place = Callable[[str, Context], Sequence[Placement]]


def with_earlier(plain: Context, directive: Directive, reading: Reading, place: Place) -> Context:
    """The context with what the names before the directive mean."""
    earlier = [other for other in reading.directives if other.span < directive.span]
    names = (*reading.addressees_to_act, *(name for other in earlier for name in other.addressees))
    before = [found for name in names for found in place(name, plain)]
    near = _near(directive, earlier)
    return replace(
        plain,
        named_before=frozenset(body for found in before if not (found.group and found.group.by_topic) for body in found.bodies),
        is_before_clear=all(found.is_placed for found in before),
        apart_near=frozenset(_one_by_one(near, plain, place)),
        apart_far=frozenset(_one_by_one((other for other in earlier if other not in near), plain, place)),
    )


def _near(directive: Directive, earlier: Sequence[Directive]) -> Sequence[Directive]:
    """The directives before it of the same item, else of the items beside it."""
    same = [other for other in earlier if other.section == directive.section and other.addressees]
    return same or [other for other in earlier if _parent(other.section) == _parent(directive.section)]


def _parent(section: str) -> str:
    return section.rpartition(".")[0]


def _one_by_one(directives: Iterable[Directive], plain: Context, place: Place) -> Iterator[str]:
    """The bodies that those directives name by names of their own, and not by a group's."""
    for directive in directives:
        for name in directive.addressees:
            yield from (body for found in place(name, plain) if found.group is None for body in found.bodies)
