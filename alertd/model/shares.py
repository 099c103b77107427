"""Which process keeps which sender, and which process gives no sign of life any more: pure arithmetic, the same in every process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

TIMETABLE = "timetable"
"""The post of whoever wakes the steps of the timetable; every other post is a sender's name."""


def shared_out(posts: Collection[str], holders: Mapping[str, str | None], workers: Collection[str]) -> dict[str, str]:
    """Who is to keep each post. Whoever works keeps what it has up to a fair share; the rest goes to whoever has least.

    Senders are shared out first and the timetable after them: it is light work, and must not make one process carry two senders
    while another has none. Every process that sees the same comes to the same answer, and a post moves only where one would
    otherwise have too many.
    """
    kept: dict[str, str] = {}
    for some in (sorted(set(posts) - {TIMETABLE}), sorted({TIMETABLE} & set(posts))):
        kept |= _shared(some, kept, holders, workers)
    return kept


def _shared(posts: Sequence[str], kept: Mapping[str, str], holders: Mapping[str, str | None], workers: Collection[str]) -> dict[str, str]:
    """The same for some posts, when others are `kept` already."""
    if not workers:
        return {}
    load = Counter(kept.values())
    most = -(-(len(posts) + len(kept)) // len(workers))
    shared: dict[str, str] = {}
    for post in posts:
        holder = holders.get(post)
        if holder in workers and holder is not None and load[holder] < most:
            shared[post] = holder
            load[holder] += 1
    for post in posts:
        if post not in shared:
            shared[post] = min(sorted(workers), key=lambda worker: load[worker])
            load[shared[post]] += 1
    return shared


class Watch:
    """Notices which workers' beats stand still. Not frozen: it remembers what it saw, and when by its own ticks.

    Only this process's ticks count, never a time that another process wrote: clocks of two hosts differ, and clocks are set.
    """

    def __init__(self, dead_after: float) -> None:
        """`dead_after`: for how many seconds a beat may stand still."""
        self._dead_after = dead_after
        self._seen: dict[str, tuple[int, float]] = {}

    def silent(self, beats: Mapping[str, int], ticks: float) -> frozenset[str]:
        """Look at the beats as they stand now; those that have stood still for too long."""
        fresh = {name: (beat, ticks) for name, beat in beats.items() if self._seen.get(name, (None, 0))[0] != beat}
        self._seen = {name: fresh.get(name) or self._seen[name] for name in beats}
        return frozenset(name for name, (_, since) in self._seen.items() if ticks - since >= self._dead_after)
