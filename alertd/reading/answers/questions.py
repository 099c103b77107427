"""Tells a question from a statement, with and without its mark."""

from __future__ import annotations

from alertd.reading.answers.clauses import Clause
from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.negation import denied, final_tag, is_negative, negator_place, trimmed
from alertd.reading.answers.tagging import Word

_WHEN = frozenset({"khi nào", "bao giờ", "lúc nào", "chừng nào"})
_PLURAL = (Kind.PERSON, Kind.TIME)


def asking(clause: Clause) -> tuple[Word, ...]:
    """The words by which a clause asks or requests, none where it states."""
    tag, is_denied_after, negated = final_tag(clause), _is_denied_after(clause), _first_negation(clause)
    return tuple(
        word
        for i, word in enumerate(clause.words)
        if word is tag or word.is_a(Kind.REQUEST) or _asks(clause, i, is_denied=is_denied_after or i > negated)
    )


def _asks(clause: Clause, place: int, *, is_denied: bool) -> bool:
    word = clause.words[place]
    if word.is_a(Kind.ASKS_AT_END):
        return _is_last(clause, place)
    if is_denied:
        return False
    if word.is_a(Kind.ASKS):
        return not (_is_some(clause, place) or _is_condition(clause, place))
    return word.is_a(Kind.ASKS_OR_ANY) and not _is_indefinite(clause, place)


def _is_last(clause: Clause, place: int) -> bool:
    """“Thế à” only wonders; "nhận rồi à" and a lone "hả" ask."""
    before, rest = clause.words[:place], clause.words[place + 1 :]
    says_something = clause.words[place].said == "hả" or any(not w.is_a(Kind.PARTICLE, Kind.PERSON, Kind.NOD) for w in before)
    return says_something and all(w.is_a(Kind.PARTICLE, Kind.PERSON) for w in rest)


def _is_condition(clause: Clause, place: int) -> bool:
    """“Khi nào có xe thì đi” sets a condition, "khi nào thì xả" asks."""
    rest = clause.words[place + 1 :]
    return clause.words[place].said in _WHEN and any(w.said == "thì" for w in rest[1:])


def _first_negation(clause: Clause) -> int:
    """Where the first negation stands after which "gì" is "anything"; beyond the end where there is none, or a question mark."""
    tag = final_tag(clause)
    found = (i for i, word in enumerate(clause.words) if is_negative(word) and word is not tag)
    return len(clause.words) if clause.is_asked else next(found, len(clause.words))


def _is_denied_after(clause: Clause) -> bool:
    """Whether a "đâu" denies the clause from its end: "có nhận được cái gì đâu"."""
    return denied(clause) is not None and negator_place(clause) is None


def _is_some(clause: Clause, place: int) -> bool:
    """“Còn mấy nhà chưa chịu đi" tells of some that are left, "đang đón mấy hộ ven sông" of some that are fetched; without what follows,
    or with a "vậy" behind it, it asks how many.
    """
    before, rest = clause.words[:place], clause.words[place + 1 :]
    is_told = bool(before) and (before[-1].said == "còn" or any(w.is_a(Kind.ONGOING) for w in before))
    if not clause.words[place].said.startswith("mấy ") or not is_told:
        return False
    said = [w for w in rest if not w.is_a(Kind.PARTICLE, Kind.PERSON, Kind.ALREADY) and w.said != "nữa"]
    is_tagged = clause.is_asked or any(w.said in ("vậy", "thế", "nhỉ", "ạ", "hả") or w.said.startswith("vậy ") for w in rest[-2:])
    return bool(said) and not is_tagged


def _is_worked_at(clause: Clause, place: int) -> bool:
    """“Đang gia cố mấy đoạn kè”: work that goes on is told of some; "đang gia cố mấy đoạn" asks how many."""
    before, rest = clause.words[:place], trimmed(clause.words[place + 1 :])
    is_work = any(w.is_a(Kind.ONGOING) for w in before) and before[-1].is_a(Kind.LABOUR, Kind.CHORE, Kind.MANNER)
    return is_work and len(rest) > 1 and not clause.is_asked


def _ends_unknown(rest: tuple[Word, ...]) -> bool:
    """“Nói gì không hiểu” says that it was not understood."""
    words = [word for word in trimmed(rest) if not word.is_a(Kind.PERSON)]
    return len(words) == 2 and words[0].is_a(Kind.NEGATOR) and words[1].is_a(Kind.KNOW, Kind.GRASP)


def _is_indefinite(clause: Clause, place: int) -> bool:
    """“Mấy anh em” is a plural; "ai cũng" is everybody; "nói gì không hiểu" was not understood."""
    word, rest = clause.words[place], clause.words[place + 1 :]
    if word.said == "gì" and place and clause.words[place - 1].said != "có" and _ends_unknown(rest):
        return True
    if word.said == "mấy" and _is_worked_at(clause, place):
        return True
    if word.said == "mấy":
        return bool(rest) and rest[0].is_a(*_PLURAL)
    if word.said == "nào":
        return place == 0
    return word.said == "ai" and bool(rest) and rest[0].said in ("cũng", "nấy", "đều")
