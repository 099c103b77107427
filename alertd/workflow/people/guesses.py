"""Counts wrong passwords and says who must wait, so that nobody guesses one and no stranger locks an officer out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from alertd.errors import Busy, Forbidden
from alertd.workflow.people.enrolment import digest_of

GUESSES = 5
"""Wrong passwords in a row before a name, tried from one address, must wait."""
FROM_EVERYWHERE = 50
"""The same for a name, whoever tries it from wherever; addresses from which it has come in before go on being let try."""
WAIT = timedelta(minutes=5)
AT_ONCE = 3
"""How many passwords one address may have checked at once: each takes its time, and others wait for theirs."""
REMEMBERED = 10_000
"""Of how many names and addresses wrong passwords are counted."""


class Guesses:
    """What was tried lately, in memory: a restart forgets it, and takes longer than a guess."""

    def __init__(self) -> None:
        self._wrong: dict[str, tuple[int, datetime]] = {}
        self._known: dict[str, tuple[int, datetime]] = {}
        self._waiting: Counter[str] = Counter()

    @contextmanager
    def one_of(self, address: str) -> Iterator[None]:
        """One attempt from an address, from its arrival to its end. Raises Busy where too many of that address wait already."""
        if self._waiting[address] >= AT_ONCE:
            raise Busy("too_many_sign_ins", "Quá nhiều lần đăng nhập cùng lúc từ một địa chỉ; hãy thử lại sau.")
        self._waiting[address] += 1
        try:
            yield
        finally:
            self._waiting[address] -= 1
            if not self._waiting[address]:
                del self._waiting[address]

    def check(self, name: str, address: str, now: datetime) -> None:
        """Raises Forbidden where that name must wait, tried from there."""
        here = _key(name, address)
        if self._must_wait(here, GUESSES, now) or (here not in self._known and self._must_wait(_key(name), FROM_EVERYWHERE, now)):
            raise Forbidden("too_many_guesses", "Nhập sai quá nhiều lần. Đề nghị thử lại sau 5 phút.")

    def was_wrong(self, name: str, address: str, now: datetime) -> None:
        """One guess more."""
        for key in (_key(name, address), _key(name)):
            _keep(self._wrong, key, self._wrong.get(key, (0, now))[0] + 1, now)

    def was_right(self, name: str, address: str, now: datetime) -> None:
        """The account's own: what was tried from there counts no more, and it is known there."""
        self._wrong.pop(_key(name, address), None)
        _keep(self._known, _key(name, address), 1, now)

    def _must_wait(self, key: str, at_most: int, now: datetime) -> bool:
        count, latest = self._wrong.get(key, (0, now))
        return count >= at_most and now < latest + WAIT


def _keep(counts: dict[str, tuple[int, datetime]], key: str, count: int, now: datetime) -> None:
    """Note a count; where there are too many, the one that has been quiet for longest is forgotten."""
    counts.pop(key, None)
    if len(counts) >= REMEMBERED:
        del counts[next(iter(counts))]
    counts[key] = count, now


def _key(name: str, address: str | None = None) -> str:
    """Of the same length however long a name somebody tries; without an address: from wherever."""
    return digest_of(repr((name, address)))
