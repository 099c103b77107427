"""Reads the figures of a reply as data: how many households, people or kilometres, of how many, and what was done with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time

from alertd.model.replies import Figure
from alertd.reading.answers.clauses import typed
from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.lexicon import Lexicon
from alertd.reading.answers.message import Message
from alertd.reading.answers.negation import is_negative
from alertd.reading.answers.numerals import figure, moment_at, number_at
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_LONGEST_UNIT = 3
_COUNTERS = frozenset({"cái", "chiếc", "ngôi", "con", "căn", "lượt"})
_VAGUE = frozenset({"mấy", "vài", "chưa đầy", "báo động", "bão số", "điều", "mục", "số", "ngày", "tháng", "khoản"})
_WHOLE = frozenset({"tổng", "tổng số", "tổng cộng", "trong số", "dự kiến", "cần", "phải", "sẽ", "định", "chuẩn bị", "sắp"})
_OUT_OF = frozenset({"trên", "trong", "/", "trên tổng", "trên tổng số", "trong tổng số", "trong số", "tổng", "tổng số"})
_LEFT = frozenset({"còn", "còn lại", "vẫn còn", "số còn lại", "sót"})
_REACHED = frozenset({"được", "đã"})
_DEEDS = (Kind.LABOUR, Kind.CHORE, Kind.TASK, Kind.LAUNCH, Kind.DAMAGE, Kind.BREAKING, Kind.ALARM, Kind.OBSTACLE, Kind.MOVE)


@dataclass(frozen=True, slots=True)
class _Found:
    """A number with its unit, and where it stands in its stretch of words."""

    what: str
    value: float
    whole: float | None
    start: int
    end: int


def figures(message: Message) -> tuple[Figure, ...]:
    """The figures that a reply reports, in their order; questions report none."""
    read: list[Figure] = []
    for words in _stretches(message.plain):
        if not any("?" in word.said for word in words):
            read += _read(words, list(_found(words, message.lexicon)), read[-1] if read else None, message.lexicon)
    return tuple(read)


def times(message: Message) -> tuple[time, ...]:
    """The times of day that a reply names, in their order."""
    return tuple(moment for place in range(len(message.plain)) if (moment := moment_at(message.plain, place)) is not None)


def _stretches(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """The words between stops and commas; a slash or a dash joins figures."""
    held: list[Word] = []
    for word in words:
        is_joint = word.shape is Shape.PAUSE and word.said in "/–—-|"
        held.append(word)
        if word.shape is Shape.END or (word.shape is Shape.PAUSE and not is_joint) or word.is_a(Kind.ADVERSE):
            yield tuple(held)
            held = []
    yield tuple(held)


def _found(words: Sequence[Word], lexicon: Lexicon) -> Iterator[_Found]:
    place = 0
    while place < len(words):
        found = None if place and words[place - 1].said in _VAGUE else _counted(words, place, lexicon)
        if found:
            yield found
        place = found.end if found else place + 1


def _counted(words: Sequence[Word], place: int, lexicon: Lexicon) -> _Found | None:
    """The number and unit that begin here: "20/45 hộ", "20 trên tổng số 45 hộ", "ba chục hộ", "200m3", "60%"."""
    done = _amount(words, place)
    if done is None:
        return None
    value, whole, end, unit = done
    what, end = (lexicon.units.get(unit, ""), end) if unit else _unit(words, end, lexicon)
    if whole is None and (total := _out_of(words, end)) is not None:
        of_unit, of_end = _unit(words, total[1], lexicon)
        if of_unit and (not what or of_unit == what):
            what, whole, end = of_unit, total[0], of_end
    return _Found(what, value, whole, place, end) if what and (whole is None or value <= whole) else None


def _amount(words: Sequence[Word], place: int) -> tuple[float, float | None, int, str] | None:
    """Value, whole, where the words go on, and the unit where it is written on to the number."""
    word = words[place]
    if word.shape is Shape.NUMBER:
        digits, unit = _split(word.said)
        value, _, whole = digits.partition("/")
        parts = [figure(part) for part in (value, whole) if part]
        if None not in parts and (len(parts) == 2 or unit):
            return parts[0] or 0, (100 if unit == "%" else parts[1] if whole else None), place + 1, unit
    number = number_at(words, place) if word.shape in (Shape.NUMBER, Shape.WORD) else None
    return (number.value, None, place + number.length, "") if number else None


def _split(said: str) -> tuple[str, str]:
    """Digits and the letters that follow them: "200m3" → "200", "m3"."""
    end = next((i for i, letter in enumerate(said) if not (letter.isdecimal() or letter in ".,/")), len(said))
    return said[:end], said[end:].strip()


def _unit(words: Sequence[Word], place: int, lexicon: Lexicon) -> tuple[str, int]:
    """The unit that begins here, a counter before it left out ("12 ngôi nhà"), and where the words go on."""
    if place < len(words) and words[place].said in _COUNTERS and _unit(words, place + 1, lexicon)[0]:
        return _unit(words, place + 1, lexicon)
    for length in range(min(_LONGEST_UNIT, len(words) - place), 0, -1):
        said = " ".join(word.said for word in words[place : place + length])
        if said in lexicon.units:
            return lexicon.units[said], place + length
    return "", place


def _out_of(words: Sequence[Word], place: int) -> tuple[float, int] | None:
    """The whole that follows "trên tổng số" and where the words go on."""
    end = place
    while end < len(words) and words[end].said in _OUT_OF:
        end += 1
    number = number_at(words, end) if place < end < len(words) else None
    return (number.value, end + number.length) if number else None


def _read(words: Sequence[Word], found: Sequence[_Found], before: Figure | None, lexicon: Lexicon) -> list[Figure]:
    """The figures of one stretch; one with nothing of its own around it continues the figure before."""
    read: list[Figure] = []
    for index, one in enumerate(found):
        start = found[index - 1].end if index else 0
        end = found[index + 1].start if index + 1 < len(found) else len(words)
        ahead, after = words[start : one.start], words[one.end : end]
        here = _figure(one, words, ahead, after, lexicon)
        previous = read[-1] if read else before
        has_own = any(w.is_a(*_DEEDS, Kind.ONGOING) or is_negative(w) or w.said in (*_WHOLE, *_LEFT) for w in (*ahead, *after))
        here = _continued(here, previous) if previous and not has_own and one.whole is None else here
        read.append(here if here.about or previous is None else replace(here, about=previous.about))
    return _led_up_to(read)


def _led_up_to(read: Sequence[Figure]) -> list[Figure]:
    """“45 hộ với 192 khẩu đã di dời”: the first say of what the last tells."""
    about = next((one.about for one in read if one.about), "")
    return [one if one.about else replace(one, about=about) for one in read]


def _figure(one: _Found, words: Sequence[Word], ahead: Sequence[Word], after: Sequence[Word], lexicon: Lexicon) -> Figure:
    text = typed(words[one.start : one.end])
    deed = _deed(ahead, after, lexicon)
    if one.whole is not None:
        return Figure(what=one.what, about=deed, done=one.value, of=one.whole, text=text)
    if _is_left(ahead, after):
        return Figure(what=one.what, about=deed, left=one.value, text=text)
    if _is_whole(ahead):
        return Figure(what=one.what, about=deed, of=one.value, text=text)
    return Figure(what=one.what, about=deed, done=one.value, text=text)


def _deed(ahead: Sequence[Word], after: Sequence[Word], lexicon: Lexicon) -> str:
    """What was done with them or befell them: the word nearest before the number, else the first after it."""
    words = [w for w in (*reversed(ahead), *after) if w.is_a(*_DEEDS) and w.said not in ("qua", "đến", "tới", "lên")]
    return lexicon.deeds.get(words[0].said, words[0].said) if words else ""


def _is_left(ahead: Sequence[Word], after: Sequence[Word]) -> bool:
    return any(w.said in _LEFT or is_negative(w) for w in ahead) or any(is_negative(w) or w.said == "còn lại" for w in after)


def _is_whole(ahead: Sequence[Word]) -> bool:
    """“Sẽ di dời 45 hộ", "đang di dời 45 hộ": what is to be done; "đang di dời, được 20 hộ" is done."""
    return any(w.said in _WHOLE or w.is_a(Kind.ONGOING, Kind.PROMISE) for w in ahead) and not any(w.said in _REACHED for w in ahead)


def _continued(here: Figure, before: Figure) -> Figure:
    """“Đã di dời 45 hộ, 192 khẩu”: the second number says the same of other things."""
    value = here.done if here.done is not None else here.of if here.of is not None else here.left
    continued = replace(here, about=here.about or before.about, done=None, of=None, left=None)
    if before.done is not None:
        return replace(continued, done=value)
    return replace(continued, of=value) if before.of is not None else replace(continued, left=value)
