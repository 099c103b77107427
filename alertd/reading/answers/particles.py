"""Sees words that carry a sense elsewhere but only colour the sentence where they stand: "nhận rồi mà", "có nhận được"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_SIGHT = 8
_LOOK_BACK = 48
SPEAKERS = frozenset(
    {"em", "tôi", "mình", "tao", "bọn em", "chúng tôi", "chúng em", "tụi em", "xã em", "huyện em", "thôn em", "đơn vị em", "e"}
)
"""How people name themselves."""
# "… rồi nghe": in the south the last word only asks for attention.
_KIN = ("anh", "chị", "chú", "bác", "cô", "dì")
_RANKS = ("hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "út")
_NOW = frozenset({"giờ", "bây giờ", "giờ này", "nay", "hiện", "hiện tại", "hôm nay", "lần", "phần", "cái"})
_HEARD = frozenset(
    {"nghe", "nghe sếp", "nghe em", *(f"nghe {kin}" for kin in _KIN), *(f"nghe {kin} {rank}" for kin in _KIN for rank in _RANKS)}
)


def softened(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, those that only colour the sentence taken as particles."""
    return tuple(replace(word, kinds=frozenset({Kind.PARTICLE})) if _is_colour(words, place) else word for place, word in enumerate(words))


def _is_colour(words: Sequence[Word], place: int) -> bool:
    word, before, after = words[place], words[max(place - _LOOK_BACK, 0) : place], words[place + 1 : place + _SIGHT]
    colours = _COLOURS.get(word.said) or (_asks_to_hear if word.said in _HEARD else None)
    return colours(before, after) if colours else _is_own_doing(word, before)


def _is_own_doing(word: Word, before: Sequence[Word]) -> bool:
    """“Em chuyển lại”: who names himself before the verb asks for nothing; "cho em gửi lại", "anh gửi lại" may."""
    is_verb = word.is_a(Kind.REQUEST) and word.said.endswith(" lại")
    return is_verb and bool(before) and before[-1].said in SPEAKERS and not any(map(_goes_on, before[-2:-1]))


def _is_on_duty(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """“Anh trực đã nhận”."""
    return any(w.is_a(Kind.PERSON) for w in before[-1:]) and any(w.is_a(Kind.PERFECT, Kind.RECEIVE, Kind.GOT) for w in after[:1])


def _affirms(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """“Có nhận được", "có, em nhận rồi"."""
    own = after[1:] if not before and after and after[0].said in SPEAKERS else after
    return any(w.is_a(Kind.RECEIVE, Kind.GOT) for w in own[:1]) or (not before and any(w.said == "," for w in after[:1]))


def _reports_itself(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """“Ban chỉ huy xã báo đã nhận lệnh”."""
    is_taken = len(after) > 1 and after[0].is_a(Kind.PERFECT) and after[1].is_a(Kind.RECEIVE, Kind.GOT)
    return is_taken and any(word.is_a(Kind.BODY) for word in before[-1:])


def _speaks_as_child(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """“Dạ con nhận được rồi chú”, "con là văn thư": who is spoken to as a child speaks of himself so."""
    clause = takewhile(_goes_on, reversed(before))
    is_presented = len(after) > 1 and after[0].said == "là" and after[1].is_a(Kind.PERSON)
    takes_it = bool(after) and after[0].is_a(Kind.RECEIVE, Kind.GOT, Kind.GRASP, Kind.PERFECT)
    return (is_presented or takes_it) and all(word.is_a(Kind.PARTICLE, Kind.PERSON) for word in clause)


def _marks_topic(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """“Xã em thì nhận rồi”, "lần này thì xong": of whom or of which time it is said, and no condition."""
    clause = tuple(takewhile(_goes_on, reversed(before)))
    is_topic = all(word.is_a(Kind.PERSON, Kind.BODY, Kind.PARTICLE, Kind.PAPER) or word.said in _NOW for word in clause)
    return bool(clause) and is_topic and all(map(_goes_on, after[:1]))


def _insists(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """“Nhận rồi mà”."""
    is_past = any(w.is_a(Kind.ALREADY, Kind.PERFECT) or w.said.endswith(" rồi") for w in before[-4:])
    return (is_past or any(w.said in ("nhận được", "rõ") for w in before[-1:])) and _ends(after)


def _asks_to_hear(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """“Nhận rồi nghe anh”."""
    return any(w.is_a(Kind.ALREADY) or w.said.endswith(" rồi") for w in before[-1:]) and _ends(after)


def _wonders(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """“Thế hả, nhận rồi": who only wonders at first and goes on."""
    return all(word.is_a(Kind.PARTICLE, Kind.PERSON) for word in before) and len(after) > 1 and after[0].said in (",", ".")


def _calls(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """“Nhận được tin rồi cán bộ à": who is spoken to after what has been done is called; "nhận rồi à", "gửi cho anh à" ask."""
    is_address = len(before) > 1 and before[-1].is_a(Kind.PERSON)
    return is_address and (before[-2].is_a(Kind.ALREADY) or before[-2].said.endswith(" rồi")) and _ends(after)


def _rejoices(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """“Xong hết rồi ạ 🎉": a glad picture after what was taken or done; alone it is about something else."""
    return any(word.is_a(Kind.RECEIVE, Kind.GOT, Kind.GRASP, Kind.FINISH, Kind.PERFECT, Kind.ONGOING) for word in before) and not after


def _excuses(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """“Đã nhận, ở đây sóng yếu”: a bad line is no more than an excuse, where nothing is denied or contrasted."""
    is_said = any(w.is_a(Kind.PERFECT, Kind.ALREADY, Kind.ONGOING, Kind.GOT, Kind.FINISH) for w in before)
    return is_said and not any(w.is_a(Kind.NEGATOR, Kind.ADVERSE, Kind.ASKS, Kind.UNREAD, Kind.REQUEST) for w in (*before, *after))


def _dates_report(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """“Đã nhận, sẽ báo cáo trước 10h sáng mai”: the report is for tomorrow, and not the order."""
    return any(word.is_a(Kind.PROMISED_REPORT) for word in takewhile(_goes_on, reversed(before))) and (
        _ends(after) or not any(map(_goes_on, after[:1]))
    )


_COLOURS: dict[str, Callable[[Sequence[Word], Sequence[Word]], bool]] = {
    "à": _calls, **dict.fromkeys(("thế hả", "vậy hả"), _wonders), **dict.fromkeys("🎉😄😅", _rejoices),
    "trực": _is_on_duty,  "báo": _reports_itself, "có": _affirms, "con": _speaks_as_child, "thì": _marks_topic, "mà": _insists,
    "sóng yếu": _excuses, "mạng yếu": _excuses, "mạng lag": _excuses,
    **dict.fromkeys(("mai", "ngày mai", "sáng mai", "trưa mai", "chiều mai", "tối mai"), _dates_report),
}  # fmt: skip
"""By the word, what tells from the words before and after it that it only colours them."""


def _goes_on(word: Word) -> bool:
    return word.shape not in (Shape.END, Shape.PAUSE)


def _ends(after: Sequence[Word]) -> bool:
    """Whether a plain stop or nothing follows, forms of address aside; three dots leave something unsaid."""
    rest = next((w for w in after if not w.is_a(Kind.PARTICLE, Kind.PERSON)), None)
    return rest is None or (rest.shape is Shape.END and rest.said.strip("!") in ("", ".")) or rest.said == ","
