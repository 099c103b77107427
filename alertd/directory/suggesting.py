"""Finds names that look like one that nobody bears, to be shown to the officer and never taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from alertd.directory.index import NameIndex
from alertd.directory.names import bare
from alertd.directory.placements import Likely
from alertd.model.bodies import Body, Group

_MOST_SLIPS = 2
_LETTERS_FOR_A_SLIP = 5
"""Spaces left out: a slip for every so many letters; more in a short name would leave too little of it ("CA tỉnh", "Sở tỉnh")."""
_MOST_SUGGESTIONS = 3


class Suggester:
    """Compares without diacritics, so that a lost or wrong mark is no slip at all."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._keys: dict[str, list[str]] = {}
        for key in index.all_keys():
            self._keys.setdefault(bare(key), []).append(key)
        self._by_length: dict[int, list[str]] = {}
        for name in self._keys:
            self._by_length.setdefault(len(name), []).append(name)

    def similar(self, keys: Sequence[str], on: date) -> tuple[Likely, ...]:
        """What bears a name that differs from one of the keys by one or two letters, the likest first: what exists on that day,
        else what existed before or will.
        """
        alike = [found for key in keys for found in self._alike(bare(key))]
        return _likest(found for found in alike if isinstance(found[1], Group) or found[1].exists_on(on)) or _likest(alike)

    def _alike(self, written: str) -> Iterator[tuple[float, Body | Group]]:
        from rapidfuzz import process  # noqa: PLC0415 - the daemon itself seldom compares; those who read files do
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

        most = min(_MOST_SLIPS, len(written.replace(" ", "")) // _LETTERS_FOR_A_SLIP)
        lengths = range(len(written) - most, len(written) + most + 1) if most else ()
        names = [name for length in lengths for name in self._by_length.get(length, ())]
        for name, slips, _ in process.extract(written, names, scorer=OSA.distance, score_cutoff=most, limit=None):
            for key in self._keys[name]:
                yield from ((slips, body) for body in self._index.bodies_named(key))
                yield from ((slips, group) for group in self._index.groups_named(key))


def _likest(alike: Iterable[tuple[float, Body | Group]]) -> tuple[Likely, ...]:
    slips: dict[str, float] = {}
    found: dict[str, Body | Group] = {}
    for differing, named in alike:
        slips[named.id] = min(differing, slips.get(named.id, differing))
        found[named.id] = named
    likest = sorted(found, key=lambda named: slips[named])[:_MOST_SUGGESTIONS]
    return tuple(Likely(found[named], _why(slips[named])) for named in likest)


def _why(slips: float) -> str:
    return f"viết khác {slips:.0f} chữ cái" if slips else "chỉ khác dấu"
