"""Compares what the provider took with what is written down: what got lost, what came twice, and what nobody can explain."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from alertd.model.lifecycles import DELIVERY
from alertd.model.notices import DeliveryState as V
from alertd.workflow.sending.attempting import REPEAT
from tools.torture.books import Books, Entry, Told
from tools.torture.telephones import Received

_TAKEN = frozenset({V.SENT, V.DELIVERED, V.READ})
_WAITING = frozenset({V.QUEUED, V.SENDING, V.UNKNOWN})
_MARK = f"{REPEAT} "


@dataclass(frozen=True, slots=True)
class Order:
    """One release, and whom it is for."""

    dispatch: int
    bodies: frozenset[str]


@dataclass
class Verdict:
    """The three figures, with a sentence for each loss and each riddle."""

    lost: list[str] = field(default_factory=list)
    duplicates: int = 0
    unexplained: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Group:
    """All deliveries of one text to one chat, and how often the provider took it, first and repeated."""

    entries: list[Entry]
    plain: int
    marked: int

    @property
    def copies(self) -> int:
        """How often it was taken."""
        return self.plain + self.marked

    @property
    def first(self) -> Entry:
        """The delivery that stands for the group in sentences."""
        return self.entries[0]


def judge(orders: Sequence[Order], received: Sequence[Received], tapped: set[str], books: Books) -> Verdict:
    """The verdict on everything that happened at one installation."""
    plain, marked = _counted(received)
    groups = _grouped(books.entries, plain, marked)
    verdict = Verdict()
    verdict.lost += [*_untold(orders, books), *_undelivered(groups), *_unheard(tapped, books.notices)]
    verdict.duplicates = sum(max(0, group.copies - len(group.entries)) for group in groups.values())
    verdict.unexplained += [*_unwritten(plain, marked, groups), *_unmarked(groups), *_unstarted(groups)]
    verdict.unexplained += [*_heard_twice(books.notices), *(s for entry in books.entries for s in _impossible(entry, books.notices))]
    return verdict


Counts = Mapping[tuple[str, str], int]


def _counted(received: Sequence[Received]) -> tuple[Counts, Counts]:
    """How often each chat got each text, as it stands and marked as a repeat."""
    plain = Counter((each.chat, each.text) for each in received if not each.text.startswith(_MARK))
    marked = Counter((each.chat, each.text.removeprefix(_MARK)) for each in received if each.text.startswith(_MARK))
    return plain, marked


def _grouped(entries: Sequence[Entry], plain: Counts, marked: Counts) -> dict[tuple[str, str], Group]:
    together: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        together[entry.chat, entry.text].append(entry)
    return {key: Group(some, plain.get(key, 0), marked.get(key, 0)) for key, some in together.items()}


def _untold(orders: Sequence[Order], books: Books) -> Iterator[str]:
    """Bodies of an order for which nothing was ever written."""
    written = {(entry.dispatch, entry.body) for entry in books.entries}
    for order in orders:
        for body in sorted(order.bodies):
            if (order.dispatch, body) not in written:
                yield f"dispatch {order.dispatch}: nothing was written for {body}"


def _undelivered(groups: Mapping[tuple[str, str], Group]) -> Iterator[str]:
    """Messages that never came, unless they ended for a reason that is told."""
    for group in groups.values():
        due = [entry for entry in group.entries if entry.state in _TAKEN]
        if group.copies < len(due):
            yield f"{_name(group.first)} is written as {group.first.state} and never came"
        for entry in group.entries:
            if entry.state in _WAITING:
                yield f"{_name(entry)} still waits at the end: {entry.state}, {entry.reason}"
            elif entry.state not in _TAKEN and not entry.reason:
                yield f"{_name(entry)} is {entry.state} without a reason"


def _unheard(tapped: set[str], notices: Mapping[int, Told]) -> Iterator[str]:
    """Buttons that were pressed without anybody noting it."""
    acknowledged = {told.code for told in notices.values() if told.acknowledged_at is not None}
    return (f"the answer to {code} was not heard" for code in sorted(tapped - acknowledged))


def _unwritten(plain: Counts, marked: Counts, groups: Mapping[tuple[str, str], Group]) -> Iterator[str]:
    """Messages that came and stand nowhere."""
    return (f"chat {chat} got what is written nowhere: {text[:60]!r}" for chat, text in (plain.keys() | marked.keys()) - groups.keys())


def _unmarked(groups: Mapping[tuple[str, str], Group]) -> Iterator[str]:
    """Repeats that do not say so, and repeats of which the books do not know."""
    for group in groups.values():
        if group.plain > len(group.entries):
            yield f"{_name(group.first)} came {group.plain} times without a mark"
        if group.marked and not any(entry.is_repeat for entry in group.entries):
            yield f"{_name(group.first)} came marked as a repeat, which it is not"


def _unstarted(groups: Mapping[tuple[str, str], Group]) -> Iterator[str]:
    """Messages that came more often than they were begun."""
    for group in groups.values():
        begun = sum(line.state is V.SENDING for entry in group.entries for line in entry.history)
        if group.copies > begun:
            yield f"{_name(group.first)} came {group.copies} times and was begun {begun} times"


def _heard_twice(notices: Mapping[int, Told]) -> Iterator[str]:
    """One press of a button that counts as several answers."""
    return (f"one answer to {told.code} was kept {told.replies} times" for told in notices.values() if told.replies > 1)


def _impossible(entry: Entry, notices: Mapping[int, Told]) -> Iterator[str]:
    """What a history must never show: moves that do not exist, an end that is not the state, a reminder begun after the answer."""
    states = [line.state for line in entry.history]
    if not states or states[0] is not V.QUEUED or states[-1] is not entry.state:
        yield f"{_name(entry)} is {entry.state}, its history is {_list(states)}"
    wrong = [f"{old} → {new}" for old, new in pairwise(states) if new not in DELIVERY[old]]
    if wrong:
        yield f"{_name(entry)} has made moves that do not exist: {', '.join(wrong)}"
    told = notices.get(entry.notice) if entry.notice is not None else None
    if entry.kind.is_followup and told is not None and told.acknowledged_at is not None:
        late = [line for line in entry.history if line.state is V.SENDING and line.at > told.acknowledged_at]
        if late:
            yield f"{_name(entry)} was begun {late[0].at - told.acknowledged_at} after the answer"


def _name(entry: Entry) -> str:
    return f"delivery {entry.id} ({entry.kind} to {entry.body})"


def _list(states: Sequence[V]) -> str:
    return ", ".join(states) or "empty"
