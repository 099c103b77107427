"""Sees danger in words that are harmless one by one: "cầu Bản Trại gãy", "nước lên tới giường"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.lexicon import Danger, Lexicon
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_GAP = 4
_GAP_OF_PEOPLE = 8
"""Words between the parts where people are in danger: \"một cháu trượt chân xuống suối chưa tìm thấy\"."""
_ROOM = 16
"""Words that are looked at in all, those that take no room among them: nobody puts more names between the parts of one happening."""
_PARTING = (Kind.NEGATOR, Kind.ADVERSE, Kind.CONDITION, Kind.LABOUR, Kind.CHORE, Kind.TASK, Kind.DAMAGE, Kind.ALARM)
_ROOMLESS = (Kind.BODY, Kind.PERFECT, Kind.ONGOING)
# Who moves it brings it: "chở nước đến bản" tells of no flood; who reports brings news.
_BRINGING = (Kind.LABOUR, Kind.CHORE, Kind.TASK)
_COUNTS = frozenset({"một", "hai", "ba", "mấy", "nhiều"})
_WAYS = frozenset({"đường", "ngầm", "quốc lộ", "tỉnh lộ", "ql", "đèo", "tuyến đường"})


def composed(words: Sequence[Word], lexicon: Lexicon) -> tuple[Word, ...]:
    """The words, those that tell of danger together joined into one."""
    return tuple(_composed(words, lexicon))


def _composed(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    place, present = 0, set().union(*((*word.said.split(), *word.kinds) for word in words))
    while place < len(words):
        end, kind = _told(words, place, present, lexicon)
        yield _joined(words[place:end], kind) if kind else words[place]
        place = end


def _told(words: Sequence[Word], place: int, present: Set[str], lexicon: Lexicon) -> tuple[int, Kind | None]:
    """Where the danger ends that begins here, and its kind; None where none begins. What is nowhere `present` is not looked for."""
    if _suffers(words[place : place + 4]):
        return place + 4, Kind.ALARM
    if not words[place].kinds or (place and words[place - 1].is_a(*_BRINGING) and not words[place - 1].said.startswith("báo")):
        return place + 1, None
    for danger in (danger for key in (words[place].said, *sorted(words[place].kinds)) for danger in lexicon.openings.get(key, ())):
        end = _follows(words, place, danger) if danger.needs <= present else None
        if end is not None:
            is_way = danger.kind is Kind.DAMAGE and words[place].said in _WAYS
            return end, Kind.OBSTACLE if is_way else danger.kind
    return place + 1, None


def _suffers(words: Sequence[Word]) -> bool:
    """“3 công nhân bị lấp”: people are counted to whom something is done for which the lexicon has no word."""
    if len(words) < 4:
        return False
    number, people, bears, what = words
    is_counted = number.shape is Shape.NUMBER or number.said in _COUNTS
    return is_counted and people.is_a(Kind.PEOPLE) and bears.said == "bị" and what.is_unknown and what.shape is Shape.WORD


def _follows(words: Sequence[Word], place: int, danger: Danger) -> int | None:
    """Where the parts end that begin at this word; between two of them nobody acts and nothing is denied."""
    for number, part in enumerate(danger.parts):
        gap = (_GAP_OF_PEOPLE if danger.kind is Kind.ALARM else _GAP) if number else 1
        found = next((i for i in _sight(words, place, gap) if _length(words, i, part) or _parts(words[i])), None)
        if found is None or not (length := _length(words, found, part)):
            return None
        place = found + length
    return place


def _sight(words: Sequence[Word], place: int, gap: int) -> Iterator[int]:
    """The places from here on where the next part may stand; what only names the place or the time of a happening takes no room."""
    for i in range(place, min(place + _ROOM, len(words))):
        if gap <= 0:
            return
        yield i
        gap -= not words[i].is_a(*_ROOMLESS)


def _length(words: Sequence[Word], place: int, part: Kind | str) -> int:
    """How many words play the part from here on, "được rồi" that of "được" too; "thấy đâu" is two where the lexicon has no such phrase.
    0 where they do not.
    """
    if isinstance(part, Kind):
        return int(words[place].is_a(part))
    lengths = range(1, part.count(" ") + 2)
    return next((n for n in lengths if _said(words[place : place + n]) in (part, f"{part} rồi")), 0)


def _said(words: Sequence[Word]) -> str:
    return " ".join(word.said for word in words)


def _parts(word: Word) -> bool:
    return word.is_a(*_PARTING) or word.shape in (Shape.END, Shape.PAUSE)


def _joined(words: Sequence[Word], kind: Kind) -> Word:
    typed, said = (" ".join(filter(None, (getattr(word, name) for word in words))) for name in ("typed", "said"))
    return Word(typed, said, frozenset({kind}), Shape.WORD)
