"""Tells "we cannot" from "not yet" and "not received"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from alertd.model.replies import Meaning
from alertd.reading.answers.clauses import Clause
from alertd.reading.answers.dangers import hindering
from alertd.reading.answers.harmless import is_harmless
from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.message import Message
from alertd.reading.answers.negation import denied, negator_place, trimmed
from alertd.reading.answers.questions import asking
from alertd.reading.answers.rhetoric import only_asks
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_PERCEIVING = (Kind.RECEIVE, Kind.GOT, Kind.GRASP, Kind.KNOW, Kind.DELEGATE, Kind.UNREAD)
_HAVING = frozenset({"có", "còn", "đủ", "không còn", "chẳng có", "làm gì có"})
_WORK = (Kind.LABOUR, Kind.CHORE, Kind.TASK, Kind.MOVE, Kind.LAUNCH, Kind.FINISH, Kind.CONTINUE, Kind.ABLE)
_SUPPOSING = frozenset({"nếu", "nếu như", "nếu mà", "giả sử", "hễ", "trừ khi", "trừ phi", "miễn", "miễn là"})
_NEAR = 4
_REASONS = frozenset({"vì", "do", "tại", "bởi"})


def objection(clause: Clause, message: Message) -> Meaning | None:
    """Whether a clause says that the order cannot be followed or was not received; None where it says neither."""
    if (denied_by_asking := only_asks(clause, message)) is not None:
        return denied_by_asking
    if asked := asking(clause):
        return _before_request(clause, asked, message)
    if _is_supposed(clause):
        clause = _consequence(clause)
    if clause.has(Kind.REFUSAL, Kind.LACK) or _is_used_up(clause) or _is_missing(clause) or _needs_means(clause) or _passes_on(clause):
        return Meaning.CANNOT_COMPLY
    if clause.has(Kind.UNREAD, Kind.MISDIRECTED) or _is_ignorant(clause):
        return Meaning.NEGATIVE
    if clause.is_adverse and clause.has(Kind.CONDITION, Kind.LATER) and len(trimmed(clause.words)) > 1:
        return Meaning.CANNOT_COMPLY
    objects = denied(clause)
    return None if objects is None else _denial(clause, objects, message)


def _before_request(clause: Clause, asked: Sequence[Word], message: Message) -> Meaning | None:
    """“Chưa thấy công điện đâu anh gửi lại đi”: what was not received and is then asked for, in one breath."""
    place = next(i for i, word in enumerate(clause.words) if word is asked[0])
    is_request = all(word.is_a(Kind.REQUEST) for word in asked) and place > 0
    told = replace(clause, words=trimmed(clause.words[:place])) if is_request else None
    return Meaning.NEGATIVE if told and told.words and objection(told, message) is Meaning.NEGATIVE else None


def _consequence(clause: Clause) -> Clause:
    """What follows "thì" in "nếu không có xe thì chịu"; the condition itself says nothing that is."""
    place = next((i for i, word in enumerate(clause.words) if word.said == "thì"), len(clause.words))
    return replace(clause, words=clause.words[place + 1 :])


def _passes_on(clause: Clause) -> bool:
    """“Chuyển Sở Xây dựng xử lý”: who tells us to turn to another body does not take the order."""
    words = [w for w in clause.words if not w.is_a(Kind.PARTICLE, Kind.PERSON)]
    return len(words) > 1 and words[0].said in ("chuyển", "gửi") and words[1].is_a(Kind.BODY) and not clause.has(Kind.ALREADY, Kind.FINISH)


def _is_ignorant(clause: Clause) -> bool:
    """“Em không biết”, with nothing after it, has not received or not understood."""
    words = trimmed(clause.words)
    return bool(words) and words[-1].said in ("không biết", "chưa biết")


def _is_supposed(clause: Clause) -> bool:
    """“Nếu không mưa thì …” denies nothing that is."""
    return clause.words[0].said in _SUPPOSING


def _denial(clause: Clause, objects: tuple[Word, ...], message: Message) -> Meaning | None:
    place = negator_place(clause)
    negator = clause.words[place].said if place is not None else "đâu"
    if _has_only_harmless_danger(clause):
        return None
    if any(w.is_a(*_PERCEIVING) or w.said in ("thấy", "thông báo") for w in objects):
        return Meaning.NEGATIVE
    if place is None and _names_means(objects):
        return Meaning.CANNOT_COMPLY
    if _lacks(negator, objects):
        return _lack(objects, is_not_yet="chưa" in negator)
    if "chưa" in negator:
        return Meaning.CANNOT_COMPLY if _is_hindered(objects, clause, message) else Meaning.NEGATIVE
    is_untrue = negator.startswith("không phải") and (any(w.is_a(Kind.FINISH, Kind.PERFECT) for w in objects) or _is_another(objects))
    return Meaning.NEGATIVE if is_untrue else _flat_denial(objects, is_postposed=place is None)


def _names_means(objects: tuple[Word, ...]) -> bool:
    """“Có xe đâu”: the means themselves are denied."""
    return any(
        word.said == "có"
        and after.is_a(Kind.GEAR, Kind.SUNDRY)
        and not after.is_a(Kind.PAPER, Kind.PEOPLE, Kind.PLACE, Kind.BODY, Kind.DENIAL, Kind.GUARD)
        for word, after in pairwise(objects)
    )


def _is_another(objects: tuple[Word, ...]) -> bool:
    """“Tôi không phải Hùng”: nothing but a name is denied."""
    return bool(objects) and objects[0].is_unknown and all(w.is_unknown or w.is_a(Kind.PARTICLE, Kind.PERSON, Kind.BODY) for w in objects)


def _flat_denial(objects: tuple[Word, ...], *, is_postposed: bool) -> Meaning | None:
    """“Không làm” refuses, "làm gì đâu" has not begun, a lone "không" or "không công điện" has not received."""
    if is_postposed and not any(w.is_a(Kind.ABLE) for w in objects):
        return Meaning.NEGATIVE
    if any(w.is_a(*_WORK) for w in objects):
        return Meaning.CANNOT_COMPLY
    return Meaning.NEGATIVE if all(w.is_a(Kind.PARTICLE, Kind.PERSON, Kind.PAPER) for w in objects) else None


def _has_only_harmless_danger(clause: Clause) -> bool:
    """“Không có ai bị thương”: what is denied is the danger."""
    dangers = [i for i, w in enumerate(clause.words) if w.is_a(Kind.ALARM, Kind.DAMAGE)]
    return bool(dangers) and all(is_harmless(clause, i) for i in dangers)


def _is_used_up(clause: Clause) -> bool:
    """“Hết xăng”, "hết người rồi": the end of the means, where "hết" does not complete a verb ("cấp hết áo phao")."""
    return any(
        word.said == "hết"
        and after.is_a(Kind.GEAR, Kind.SUNDRY, Kind.PEOPLE)
        and not (place and clause.words[place - 1].is_a(*_WORK, *_PERCEIVING))
        for place, (word, after) in enumerate(pairwise(clause.words))
    ) or _has_run_out(clause)


def _has_run_out(clause: Clause) -> bool:
    """“Bao cát hết rồi”: the means themselves, and no work, come to their end."""
    return any(
        after.said == "hết"
        and word.is_a(Kind.GEAR, Kind.SUNDRY)
        and not word.is_a(Kind.PEOPLE, Kind.BODY, Kind.PLACE, Kind.LABOUR, Kind.CHORE)
        for word, after in pairwise(clause.words)
    ) and not clause.has(*_WORK, Kind.PERFECT)


def _is_missing(clause: Clause) -> bool:
    """“Máy xúc không có”: means named first and then denied."""
    words = trimmed(clause.words)
    before = words[:-2]
    is_denied = len(words) > 2 and words[-1].said in _HAVING and words[-2].said in ("không", "chưa", "chẳng")
    return is_denied and before[-1].is_a(Kind.GEAR, Kind.SUNDRY) and not before[-1].is_a(Kind.PAPER, Kind.BODY, Kind.PEOPLE)


def _needs_means(clause: Clause) -> bool:
    """“Xã cần 2 máy xúc”: who asks for means cannot yet do without them."""
    if clause.has(Kind.ONGOING, Kind.PERFECT):
        return False
    for place, word in enumerate(clause.words):
        if word.said not in ("cần", "xin"):
            continue
        needed = next((w for w in clause.words[place + 1 : place + _NEAR] if w.shape is not Shape.NUMBER), None)
        if needed is not None and needed.is_a(Kind.GEAR, Kind.SUNDRY):
            return True
    return False


def _lacks(negator: str, objects: tuple[Word, ...]) -> bool:
    return negator in _HAVING or (bool(objects) and objects[0].said in _HAVING)


def _lack(objects: tuple[Word, ...], *, is_not_yet: bool) -> Meaning | None:
    """What is not there: papers were not received, means to act are lacking; "not a single one yet" is not begun."""
    if any(w.is_a(Kind.PAPER) for w in objects):
        return Meaning.NEGATIVE
    if is_not_yet and any(w.is_a(Kind.ASKS_OR_ANY, Kind.ASKS) for w in objects):
        return Meaning.NEGATIVE
    if not objects:
        return Meaning.CANNOT_COMPLY
    content = [w for w in objects if w.said not in _HAVING and not w.is_a(Kind.PARTICLE)]
    return Meaning.CANNOT_COMPLY if content else Meaning.NEGATIVE


def _is_hindered(objects: tuple[Word, ...], clause: Clause, message: Message) -> bool:
    """“Chưa làm được” is a refusal where a reason stands beside it or an acceptance before it."""
    if not any(w.is_a(Kind.ABLE) for w in objects):
        return False
    has_reason = any(w.said in _REASONS for w in message.words) or message.has(Kind.OBSTACLE, Kind.WEATHER, Kind.LACK)
    return clause.is_adverse or has_reason or any(hindering(c) for c in message.clauses)
