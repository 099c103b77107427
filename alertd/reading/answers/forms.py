"""Compares clauses with the forms that may stop the reminders, and finds what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alertd.model.replies import Meaning
from alertd.reading.answers.choices import is_code
from alertd.reading.answers.clauses import Clause
from alertd.reading.answers.harmless import is_harmless
from alertd.reading.answers.kinds import ACCEPTING, BLOCKING, OBJECTS, SURROUNDING, TRADE, WORKING, Kind
from alertd.reading.answers.lexicon import Form, Lexicon
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_STATING = (
    Kind.RECEIVE,
    Kind.GOT,
    Kind.DELEGATE,
    Kind.GRASP,
    Kind.AGREE,
    Kind.PROMISE,
    Kind.PERFECT,
    Kind.ONGOING,
    Kind.NEGATOR,
    Kind.LABOUR,
    Kind.CHORE,
    Kind.TASK,
    Kind.LAUNCH,
)
_DENYING = (
    Kind.NEGATOR,
    Kind.DENIAL,
    Kind.ASKS_OR_ANY,
    Kind.ASKS,
    Kind.PEOPLE,
    Kind.PLACE,
    Kind.BODY,
    Kind.PARTICLE,
    Kind.PERSON,
    Kind.TIME,
)
_GAP = 12
_NAMEABLE = frozenset({Kind.DAMAGE, Kind.OBSTACLE, Kind.WEATHER})
_TOPICS = (Kind.GEAR, Kind.PLACE, Kind.LABOUR, Kind.GUARD)
_NUMBERED = (Kind.PAPER, Kind.TIME, Kind.BODY, Kind.MANNER)
_NUMERALS = frozenset({"một", "hai", "ba", "bốn", "năm", "lăm", "sáu", "bảy", "tám", "chín", "mười", "mươi", "mốt", "rưỡi"})
_JOINING = frozenset({"của", "từ", "và", "cùng", "số"})
_PLACING = frozenset({"ở", "tại", "xuống", "vào", "đến", "tới", "lên", "từ", "ra", "sang", "về", "km", "dọc", "trên"})


def form_of(clause: Clause, lexicon: Lexicon) -> tuple[int, Form] | None:
    """The first form that the clause has, with its rank, None where it has none."""
    present = {word.said for word in clause.words}.union(*(word.kinds for word in clause.words))
    return next(((rank, form) for rank, form in enumerate(lexicon.forms) if form.needs <= present and _has_form(clause, form)), None)


def _has_form(clause: Clause, form: Form) -> bool:
    if form.is_whole:
        words = [word for word in clause.words if not word.is_a(Kind.PARTICLE, Kind.PERSON, Kind.BODY)]
        return len(words) == len(form.parts) and all(map(_plays, words, form.parts))
    return any(
        _plays(word, form.parts[0]) and _follow(clause.words[place + 1 :], form.parts[1:]) for place, word in enumerate(clause.words)
    )


def _follow(words: Sequence[Word], parts: Sequence[Kind | str]) -> bool:
    """Whether the parts follow, with nothing between them that begins another statement."""
    if not parts:
        return True
    for place, word in enumerate(words[:_GAP]):
        if _plays(word, parts[0]) and _follow(words[place + 1 :], parts[1:]):
            return True
        if word.is_a(*_STATING) and not word.is_a(Kind.LINK):
            return False
    return False


def _plays(word: Word, part: Kind | str) -> bool:
    return word.is_a(part) if isinstance(part, Kind) else word.said == part


def residue(clauses: Sequence[Clause], lexicon: Lexicon) -> tuple[Word, ...]:
    """The words that keep the clauses from stopping the reminders: those that may not stand beside their forms."""
    forms = [form_of(clause, lexicon) for clause in clauses]
    is_work = any(found is not None and found[1].meaning is not Meaning.ACKNOWLEDGED for found in forms)
    working = WORKING | (OBJECTS if any(clause.has(*TRADE) for clause in clauses) else frozenset())
    return tuple(
        word
        for clause, found in zip(clauses, forms, strict=True)
        if not _is_good_news(clause)
        for word in _residue(clause, SURROUNDING | ACCEPTING | (working if _is_work(clause, found, follows_work=is_work) else frozenset()))
    )


def _is_good_news(clause: Clause) -> bool:
    """“Không có ai bị thương”: danger denied, and nothing else said."""
    dangers = [place for place, word in enumerate(clause.words) if word.is_a(Kind.ALARM, Kind.DAMAGE)]
    others = [word for place, word in enumerate(clause.words) if place not in dangers]
    says_no_more = all(w.is_a(*_DENYING) or not (w.kinds or w.is_unknown) for w in others)
    asks_after = dangers and any(w.is_a(Kind.ASKS) for w in clause.words[dangers[-1] :])
    return (
        bool(dangers)
        and says_no_more
        and not asks_after
        and clause.has(Kind.NEGATOR)
        and all(is_harmless(clause, place) for place in dangers)
    )


def _is_work(clause: Clause, found: tuple[int, Form] | None, *, follows_work: bool) -> bool:
    """Whether the clause reports or promises work, or continues a report."""
    if found is None:
        return follows_work
    return found[1].meaning is not Meaning.ACKNOWLEDGED or clause.has(Kind.PROMISE, Kind.DELEGATE)


def _residue(clause: Clause, allowed: frozenset[Kind]) -> Iterator[Word]:
    names, objects, may_be_name = 0, 0, False
    for place, word in enumerate(clause.words):
        if word.is_unknown:
            is_left = max(names, objects) <= 0 and not is_code(word) and not (may_be_name and word.typed[:1].isupper())
        elif word.shape is Shape.NUMBER and not word.kinds:
            is_left = Kind.CHORE not in allowed and not _is_numbering(clause, place)
        else:
            is_left = not ((names > 0 and word.said in _NUMERALS) or _is_fitting(clause, place, allowed))
        if is_left:
            yield word
        objects = max(objects - 1, _objects_after(word, allowed))
        names = _names_after(word) or (names - 1 if word.is_unknown or word.is_a(Kind.PERSON) or word.said in _JOINING else 0)
        may_be_name = word.said in _PLACING or (may_be_name and word.is_unknown)


def _is_numbering(clause: Clause, place: int) -> bool:
    """“Công điện 05”, "số 12", "2 văn bản", "việc 2", "trưởng ấp 5": the number belongs to a paper, a time, a body, an office or a task."""
    before, after = clause.words[:place][-1:], clause.words[place + 1 : place + 2]
    return any(w.is_a(*_NUMBERED) or w.said in ("số", "việc") or w.said.startswith("trưởng ") for w in before) or any(
        w.is_a(Kind.PAPER, Kind.BODY) for w in after
    )


def _is_fitting(clause: Clause, place: int, allowed: frozenset[Kind]) -> bool:
    """Whether a known word may stand there: the name of a danger only as the object of work, work itself also in the name of a body."""
    word = clause.words[place]
    if word.kinds == {Kind.BREAKING}:
        return Kind.LINK in allowed and place > 0 and clause.words[place - 1].is_a(Kind.STRUCTURE, Kind.LABOUR, Kind.CHORE)
    if word.said.startswith("mấy") and word.is_a(Kind.ASKS, Kind.ASKS_OR_ANY):
        return Kind.LINK in allowed  # whoever asked how many has been answered before: these are some
    if word.is_a(*BLOCKING):
        return word.kinds & BLOCKING <= _NAMEABLE and is_harmless(clause, place) and (Kind.LINK in allowed or _is_of_paper(clause, place))
    if _counts(clause, place):
        return True
    if not word.kinds or word.kinds & allowed or word.said in _JOINING or (word.is_a(*_TOPICS) and _is_of_paper(clause, place)):
        return True
    return word.is_a(Kind.LABOUR, Kind.CHORE) and place > 0 and clause.words[place - 1].is_a(Kind.BODY)


def _counts(clause: Clause, place: int) -> bool:
    """“Việc 2”, "ba việc", "hai công điện", "mười bảy giờ ba mươi": how many tasks, papers or hours, and which."""
    words, after = clause.words[place : place + 2], clause.words[place + 1 : place + 2]
    if words[0].said == "việc":
        before = clause.words[:place][-1:]
        is_counted = any(w.shape is Shape.NUMBER or w.said.removeprefix("cả ") in _NUMERALS for w in before)
        return is_counted or any(w.shape is Shape.NUMBER for w in after)
    if not _NUMERALS.issuperset(words[0].said.split()):
        return False
    is_time = place > 0 and clause.words[place - 1].said == "giờ"
    return is_time or any(w.is_a(Kind.PAPER) or w.said in ("việc", "giờ", "phút") for w in after)


def _is_of_paper(clause: Clause, place: int) -> bool:
    """“Đã nhận cảnh báo lũ quét”, "công điện về bão số 12": what the paper is about."""
    return place > 0 and clause.words[place - 1].is_a(Kind.PAPER) and clause.words[place - 1].is_a(Kind.GUARD)


def _objects_after(word: Word, allowed: frozenset[Kind]) -> int:
    """How many unknown words may name what work of the trade is done to."""
    return 16 if word.is_a(Kind.LABOUR, Kind.LAUNCH) and Kind.LABOUR in allowed else 0


def _names_after(word: Word) -> int:
    """How many unknown words may follow at once: the names of bodies and places, the rest of a paper's number."""
    if word.is_a(Kind.BODY, Kind.PLACE):
        return 4
    return 1 if word.shape is Shape.PAPER else 0
