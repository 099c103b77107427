"""Takes what a telegram is about for a part of its name: "đã nhận công điện về mưa lớn, lũ quét" tells of no flood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from alertd.reading.answers.clauses import typed
from alertd.reading.answers.harmless import TELLING
from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_OFFICIAL = ("công điện", "công văn", "chỉ thị", "văn bản")
_RECEIVED = (
    "thông báo",
    "cảnh báo",
    "bản tin",
    "chỉ đạo",
    "ý kiến",
    "lệnh",
    "mệnh lệnh",
    "nội dung",
    "các nội dung",
    "kế hoạch",
    "phương án",
)
"""What may be the sender's own, and is the authorities' only where it was received; "nhận tin lũ quét" is news."""
_MET = ("ứng phó", "đối phó", "phòng")
_NUMBERED = frozenset({"số", "của", "ngày", "khẩn", "hỏa tốc"})
_POLITE = frozenset({"ạ", "dạ", "nhé", "thưa"})
"""What may end a title; "lũ anh ơi" is a call."""
_WORK = (Kind.LABOUR, Kind.CHORE)
_WORKED_AT = (*_WORK, Kind.PEOPLE, Kind.PLACE, Kind.GEAR)
_RESCUES = ("cứu", "tìm", "giải cứu", "khắc phục")
"""Works that have somebody in danger or something broken for their object: "tìm kiếm người mất tích"."""
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
    """Whether a paper of the authorities is named there, or what the sender promises to meet: "sẽ ứng phó lũ quét, sạt lở"."""
    word = words[place]
    if word.is_a(Kind.GUARD) and word.said.startswith(_MET):
        return any(earlier.is_a(Kind.PROMISE) for earlier in words[max(place - 3, 0) : place])
    if word.is_a(Kind.GOT):
        return word.said.endswith((*_OFFICIAL, *_RECEIVED))  # "nhận được chỉ đạo"
    before = takewhile(lambda earlier: not _is_stop(earlier), reversed(words[:place]))
    is_received = word.said.startswith(_RECEIVED) and any(w.is_a(Kind.RECEIVE, Kind.GOT, Kind.GRASP) for w in before)
    return word.is_a(Kind.PAPER) and (word.said.startswith(_OFFICIAL) or is_received)


def _end_of_title(words: Sequence[Word], place: int) -> int:
    """Where the title ends; right after the paper where it has none that names dangers alone."""
    start = place + 1
    while start < len(words) and _is_of_number(words[start]):
        start += 1
    title, named = place + 1, set[str]()
    while (end := _end_of_row(words, start)) is not None:
        topics = {word.said for word in words[start:end] if word.is_a(Kind.TOPIC)}
        if topics & named:
            break  # "công điện về sạt lở, sạt lở": the second is told
        title, named = (end, named | topics) if topics or words[start].is_a(*_WORK) else (title, named)
        if end == len(words) or words[end].shape is not Shape.PAUSE:
            break
        start = end + 1
    return title


def _is_of_number(word: Word) -> bool:
    """“Số 05/CĐ-UBND ngày 3/9 của UBND tỉnh”."""
    return word.said in _NUMBERED or word.shape in (Shape.NUMBER, Shape.PAPER) or word.is_a(Kind.BODY, Kind.PERSON, Kind.TIME)


def _end_of_row(words: Sequence[Word], start: int) -> int | None:
    """Where a row of dangers or of work ordered ends that a title may name, as long as nothing else is said up to the next stop: "lũ
    quét", "sơ tán dân vùng sạt lở", but not "ngập hết rồi".
    """
    end = start
    is_work = any(word.is_a(*_WORK) for word in words[start : start + 1])
    is_rescue = is_work and words[start].said.startswith(_RESCUES)
    kinds = (Kind.TOPIC, Kind.GUARD, *(_WORKED_AT if is_work else ()), *((Kind.ALARM, Kind.DAMAGE) if is_rescue else ()))
    while end < len(words) and (words[end].is_a(*kinds) or words[end].said in _JOINING or _numbers_storm(words, end)):
        if words[end].said.split()[-1] in TELLING:
            return None  # "công điện về cứu nạn vỡ đê rồi": it has happened
        end += 1
    stop = next((place for place in range(end, len(words)) if _is_stop(words[place])), len(words))
    is_cried = stop < len(words) and "!" in words[stop].said
    is_whole = not is_cried and all(word.is_a(Kind.PERSON) or word.said in _POLITE for word in words[end:stop])
    return end if end > start and is_whole else None


def _numbers_storm(words: Sequence[Word], place: int) -> bool:
    """“Bão số 3”."""
    return words[place].shape is Shape.NUMBER and place > 0 and words[place - 1].said == "bão số"


def _is_stop(word: Word) -> bool:
    return word.shape in (Shape.END, Shape.PAUSE)
