"""Sees a promise in what the sender says that he does at once: "em báo các thôn luôn", "để em kêu anh em đi liền"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.particles import SPEAKERS
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

AT_ONCE = "ngay"
_AT_ONCE = frozenset({AT_ONCE, "luôn", "liền", "ngay lập tức", "ngay bây giờ", "ngay và luôn", "đi luôn", "đi ngay", "đi liền"})
_TELLS = frozenset({"bảo", "kêu", "nói"})
"""Verbs that tell what others say, unless the sender names himself before and his people after them."""
_WORK = (Kind.LABOUR, Kind.CHORE, Kind.LAUNCH)
_ACTED_ON = (Kind.BODY, Kind.PEOPLE, Kind.GEAR, Kind.PLACE)
_OWN_PEOPLE = ("anh em", "mọi người", "mấy ", "các ", "trưởng ")
_IF = frozenset({"nếu", "khi", "khi có", "hễ", "hễ có"})
_WILL_TELL = ("sẽ báo", "sẽ thông tin", "có gì", "em báo", "xã báo")
_SUPPOSED = (
    Kind.DENIAL, Kind.TOPIC, Kind.DAMAGE, Kind.ALARM, Kind.OBSTACLE, Kind.WEATHER, Kind.GEAR, Kind.PERSON, Kind.BODY, Kind.PLACE,
    Kind.PEOPLE, Kind.ASKS_OR_ANY, Kind.STRUCTURE, Kind.BREAKING, Kind.PARTICLE, Kind.WATER, Kind.TIME, Kind.SUNDRY,
)  # fmt: skip
"""What may come, and whom it may befall."""
_PLAIN_STOPS = (",", ".")
_SIGHT = 10


def promised(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, an "at once" after what the sender does taken as a promise, and a "để em" before it as his name."""
    told = _reported_then(words)
    found = [
        replace(word, kinds=frozenset({Kind.PROMISED_REPORT})) if i in told or _is_all(words, i) else word for i, word in enumerate(words)
    ]
    for place, word in enumerate(words):
        verb = _own_deed(words, place) if word.said in _AT_ONCE else None
        if verb is None:
            continue
        found[place] = replace(word, said=AT_ONCE, kinds=frozenset({Kind.PROMISE}))
        found[verb - 1] = replace(words[verb - 1], kinds=frozenset({Kind.PERSON}))
        if not words[verb].is_a(*_WORK):
            found[verb] = replace(words[verb], kinds=frozenset({Kind.CHORE}))
    return tuple(found)


def _reported_then(words: Sequence[Word]) -> frozenset[int]:
    """Where "nếu có sạt lở sẽ báo ngay" stands: a report is promised under a condition, and the order is taken all the same."""
    found: set[int] = set()
    for end, word in enumerate(words):
        if not (word.is_a(Kind.PROMISED_REPORT) and word.said.startswith(_WILL_TELL)):
            continue
        start = next((i for i in range(end - 1, max(end - _SIGHT, 0) - 1, -1) if not words[i].is_a(*_SUPPOSED)), None)
        if start is not None and words[start].said in _IF and not any(map(_goes_on, words[max(start - 1, 0) : start])):
            found.update(range(start, end))
    return frozenset(found)


def _own_deed(words: Sequence[Word], place: int) -> int | None:
    """Where the verb stands that the sender does at once, himself named right before it; None where he does nothing."""
    clause = list(takewhile(_goes_on, reversed(words[max(place - _SIGHT, 0) : place])))
    for verb in range(place - len(clause) + 1, place):
        if _names_sender(words[verb - 1]) and _is_deed(words[verb], words[verb + 1 : verb + _SIGHT]):
            return verb
    return None


def _is_all(words: Sequence[Word], place: int) -> bool:
    """“Rõ, em triển khai ạ”: after a stop the sender and his work, and nothing else."""
    before = words[max(place - 2, 0) : place]
    stands_alone = len(before) > 1 and before[0].said in _PLAIN_STOPS and before[1].said in SPEAKERS
    if not stands_alone or not words[place].is_a(*_WORK):
        return False
    end = next((word for word in words[place + 1 :] if not word.is_a(Kind.PARTICLE, Kind.PERSON)), None)
    return end is None or end.said in _PLAIN_STOPS


def _names_sender(word: Word) -> bool:
    return word.said.removeprefix("để ") in SPEAKERS or word.is_a(Kind.BODY)


def _is_deed(verb: Word, after: Sequence[Word]) -> bool:
    """Work, or an everyday verb whose object is of the trade: "em gọi anh luôn" is none."""
    objects = [word for word in takewhile(_goes_on, after) if word.is_a(*_ACTED_ON) or word.said.startswith(_OWN_PEOPLE)]
    return verb.is_a(*_WORK) or (bool(objects) and (verb.is_a(Kind.TASK) or verb.said in _TELLS))


def _goes_on(word: Word) -> bool:
    return word.shape not in (Shape.END, Shape.PAUSE) and not word.is_a(Kind.NEGATOR, Kind.ADVERSE, Kind.CONDITION, Kind.ASKS)
