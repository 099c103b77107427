"""Takes what a telegram is about for a part of its name: "đã nhận công điện về mưa lớn, lũ quét" tells of no flood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alertd.reading.answers.clauses import typed
from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_OFFICIAL = ("công điện", "công văn", "chỉ thị", "văn bản")
"""What is no news by itself; "thông báo", "tin" and the like only where they were received."""
_NUMBERED = frozenset({"số", "của", "ngày", "khẩn", "hỏa tốc"})
_JOINING = frozenset({"và", "với", "do", "về", "về việc", "việc", "các"})


def titled(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, every paper joined with the title that follows it."""
    found: list[Word] = []
    place = 0
    while place < len(words):
        end = _end_of_title(words, place) if _names_paper(words, place) else place + 1
        found.append(replace(words[place], typed=typed(words[place:end])))
        place = end
    return tuple(found)


def _names_paper(words: Sequence[Word], place: int) -> bool:
    """Whether a paper of the authorities is named there; a sender's own "thông báo lũ quét" is news."""
    if words[place].is_a(Kind.GOT):
        return words[place].said.startswith("nhận ")
    if not words[place].is_a(Kind.PAPER):
        return False
    begins = next((i + 1 for i in range(place - 1, -1, -1) if _is_stop(words[i])), 0)
    return words[place].said.startswith(_OFFICIAL) or any(w.is_a(Kind.RECEIVE, Kind.GOT, Kind.GRASP) for w in words[begins:place])


def _end_of_title(words: Sequence[Word], place: int) -> int:
    """Where the title ends; right after the paper where it has none that names dangers alone."""
    start = place + 1
    while start < len(words) and _is_of_number(words[start]):
        start += 1
    title = place + 1
    while (end := _end_of_row(words, start)) is not None:
        title = end if any(word.is_a(Kind.TOPIC) for word in words[start:end]) else title
        if end == len(words) or words[end].shape is not Shape.PAUSE:
            break
        start = end + 1
    return title


def _is_of_number(word: Word) -> bool:
    """“Số 05/CĐ-UBND ngày 3/9 của UBND tỉnh”."""
    return word.said in _NUMBERED or word.shape in (Shape.NUMBER, Shape.PAPER) or word.is_a(Kind.BODY, Kind.PERSON, Kind.TIME)


def _end_of_row(words: Sequence[Word], start: int) -> int | None:
    """Where a row of dangers ends that a title may name, as long as nothing else is said up to the next stop: "lũ quét", but not
    "ngập hết rồi".
    """
    end = start
    while end < len(words) and (words[end].is_a(Kind.TOPIC, Kind.GUARD) or words[end].said in _JOINING or _numbers_storm(words, end)):
        end += 1
    is_whole = end == len(words) or _is_stop(words[end]) or words[end].is_a(Kind.PARTICLE, Kind.PERSON, Kind.COURTESY)
    return end if end > start and is_whole else None


def _numbers_storm(words: Sequence[Word], place: int) -> bool:
    """“Bão số 3”."""
    return words[place].shape is Shape.NUMBER and place > 0 and words[place - 1].said == "bão số"


def _is_stop(word: Word) -> bool:
    return word.shape in (Shape.END, Shape.PAUSE)
