"""Tells whether a danger that is named is one now: not denied, prevented, put right, over, or only the name of a task or a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from alertd.reading.answers.clauses import Clause
from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.negation import negator_place
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

# Happenings that are no state of a place and nothing to be worked at; only plans and fears name them ("nguy cơ vỡ đập").
_BREAKING = re.compile(r"\b(?:vỡ|sập|trôi|chìm|lật|chết|cuốn|nước)\b")
TELLING = frozenset({"rồi", "quá", "lắm", "luôn"})
_BETWEEN = (
    Kind.DENIAL,
    Kind.PEOPLE,
    Kind.PLACE,
    Kind.BODY,
    Kind.GEAR,
    Kind.SUNDRY,
    Kind.ASKS_OR_ANY,
    Kind.ASKS,
    Kind.ALARM,
    Kind.DAMAGE,
    Kind.GUARD,
    Kind.CLEARED,
)
_PASSING = frozenset({"bị", "có", "do", "đã"})
_HANDLED = (Kind.PEOPLE, Kind.PLACE, Kind.BODY, Kind.GUARD, Kind.GEAR, Kind.SUNDRY, Kind.LABOUR, Kind.CHORE)
_ESCAPED = ("kẹt", "mắc kẹt", "bị kẹt", "bị nạn", "gặp nạn", "bị cô lập", "cô lập", "mất liên lạc", "mất tích", "bị lạc")
_CARRYING = frozenset({"đưa", "chuyển", "chở", "đón", "cõng", "dìu", "đưa được", "đưa người", "đưa dân"})
_MENDING = frozenset({"dọn", "hót", "khắc", "xử", "san", "cưa", "chặt", "thông", "vá", "bịt", "hàn", "dập", "sửa", "gia", "giải", "khôi"})
"""First syllables of the works that put damage right: "khắc phục", "hót dọn", "gia cố"."""
_CLEARING = frozenset(
    {"xúc", "dọn", "hót", "san", "gạt", "đào", "bốc", "cưa", "chặt", "kéo", "lấp", "vá", "bịt", "trám", "hàn", "xử", "khắc"}
)
_CLEARED = ("đất đá", "bùn", "cây", "đá", "hố ", "vết ", "lỗ ", "mạch ")
"""What came down is cleared away, what opened is closed: "vết nứt", "mạch sủi"."""
_FINDING = frozenset({"tìm thấy", "tìm được", "đón được"})
_AT = frozenset({"ở", "tại", "qua", "trên", "ngoài", "xuống", "gần", "cạnh", "quanh"})
_SPOTS = frozenset({"chỗ", "điểm", "đoạn"})
_HEARING = frozenset({"nghe", "báo", "tin", "nghe báo", "báo tin"})
_LASTING = frozenset(
    {"sạt lở", "sạt", "lở", "ngập", "ngập sâu", "ngập lụt", "ngập úng", "lũ quét", "tốc mái", "cô lập", "cháy", "lũ", "gãy", "gãy đổ"}
)
_NEAR = 24
"""Words before and after a danger that may make it harmless."""
_SUPPOSING = frozenset({"nếu", "nếu như", "nếu mà", "giả sử", "nhỡ", "hễ"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONG_AGO = frozenset({"năm ngoái", "năm kia", "năm trước"})


def is_harmless(clause: Clause, place: int) -> bool:
    """Whether the danger named there is denied, over, conditional, or only the name of a task or a place: what is said near it decides."""
    clause, place = _surroundings(clause, place)
    return (
        _is_exclaimed(clause, place)
        or _is_named(clause, place)
        or _is_denied(clause, place)
        or _is_handled(clause, place)
        or _is_cleared_away(clause, place)
        or _is_rescued(clause, place)
        or _is_found(clause, place)
        or _is_spillway(clause, place)
        or _is_brought_away(clause, place)
        or _is_mended(clause, place)
        or _is_reason(clause, place)
        or _is_conditional(clause, place)
        or _is_past(clause, place)
    )


def _surroundings(clause: Clause, place: int) -> tuple[Clause, int]:
    """The clause as far as it may speak of the word there, and where the word stands in it; nobody goes on for so long about one danger."""
    start = max(place - _NEAR, 0)
    return replace(clause, words=clause.words[start : place + _NEAR]), place - start


def _is_exclaimed(clause: Clause, place: int) -> bool:
    """“Chết rồi, quên mất” tells of no death: nobody is named before or counted after."""
    others = clause.words[:place] + clause.words[place + 1 :]
    return clause.words[place].said == "chết" and not any(
        w.is_a(Kind.PEOPLE, Kind.PARTY, Kind.ALARM, Kind.DAMAGE) or w.shape is Shape.NUMBER for w in others
    )


def _is_named(clause: Clause, place: int) -> bool:
    """The name of a task or a place: "vùng sạt lở"; an event is none, unless it is behind us: "đã khắc phục sạt lở rồi"."""
    before = _before_row(clause, place)
    if not before or not before[-1].is_a(Kind.GUARD, Kind.OVER) or _is_not_over(before):
        return False
    if clause.words[place].is_a(Kind.ALARM) and before[-1].is_a(Kind.PAPER):
        return False
    is_work = before[-1].is_a(Kind.LABOUR, Kind.CHORE)
    if before[-1].said == "hết" and clause.words[place].said in _LASTING:
        return not any(w.is_a(Kind.ALARM, Kind.DAMAGE) for w in before)  # "hết ngập rồi"
    if _BREAKING.search(clause.words[place].said):
        is_place = before[-1].is_a(Kind.PLACE, Kind.OVER) or before[-1].said == "chỗ"
        return not (is_work or is_place or _is_event(clause, place))
    return not _is_event(clause, place) or (is_work and clause.has(Kind.PERFECT))


def _before_row(clause: Clause, place: int) -> Sequence[Word]:
    """What stands before the danger, and before the others of which an order may be in one row with it: "ứng phó lũ quét sạt lở"."""
    before = [w for w in clause.words[:place] if w.said not in _PASSING and not w.is_a(Kind.PARTICLE, Kind.FINISH)]
    while clause.words[place].is_a(Kind.TOPIC) and before and (before[-1].is_a(Kind.TOPIC) or before[-1].said == "và"):
        before.pop()
    return before


def _is_not_over(before: Sequence[Word]) -> bool:
    """“Chưa đưa được sản phụ ra”, "chưa hết ngập": the danger lasts."""
    return before[-1].is_a(Kind.OVER) and any(w.is_a(Kind.NEGATOR) for w in before[:-1])


def _is_event(clause: Clause, place: int) -> bool:
    """“… rồi”, "… quá": it has happened; "khu vực sạt lở rồi" names no area."""
    rest = clause.words[place + 1 : place + 2]
    goes_on = " đang " in clause.words[place].said  # "chỗ kè đang tụt"
    return goes_on or clause.words[place].said.endswith(" rồi") or (bool(rest) and rest[0].said in (*TELLING, "hết"))


def _is_denied(clause: Clause, place: int) -> bool:
    """A negation stands before it and nothing between them but what it denies along with it: "không ai bị thương vỡ đê rồi" denies one
    danger and tells of another.
    """
    negator = negator_place(clause)
    if negator is None or negator > place:
        return False
    between = clause.words[negator + 1 : place]
    tells_of_another = _is_event(clause, place) and any(w.is_a(Kind.ALARM, Kind.DAMAGE) for w in between)
    return all(w.is_a(*_BETWEEN) or w.said in _HEARING for w in between) and not tells_of_another


def _is_handled(clause: Clause, place: int) -> bool:
    """Damage that lasts as the object of work: "đang sơ tán các hộ bị ngập"; "đang sơ tán dân, nước lên nhanh" is an event."""
    word, before = clause.words[place], clause.words[:place]
    if not word.said.startswith("bị ") and word.said not in _LASTING:
        return False
    if word.is_a(Kind.ALARM) or _is_event(clause, place) or any(w.said in ("thì", "rồi") for w in before):
        return False
    nouns = [w for w in before if w.said not in _PASSING]
    works = [w for w in before if w.is_a(Kind.LABOUR, Kind.CHORE, Kind.TASK) and not _brings_news(clause, w)]
    return bool(nouns) and nouns[-1].is_a(*_HANDLED) and bool(works)


def _is_cleared_away(clause: Clause, place: int) -> bool:
    """“Đang xúc đất đá tràn ra đường”, "đã lấp xong hố sụt", "đang vá chỗ đê rò": what came down or opened is what is worked at."""
    before, what = [w for w in clause.words[:place] if not w.is_a(Kind.FINISH)], clause.words[place].said
    is_spot = False
    if len(before) > 1 and before[-1].is_a(Kind.STRUCTURE) and before[-2].said in _SPOTS:
        before.pop()
    if before and before[-1].said in _SPOTS:
        before.pop()
        is_spot = not clause.words[place].is_a(Kind.ALARM)
    is_clearing = bool(before) and before[-1].is_a(Kind.LABOUR, Kind.CHORE) and before[-1].said.split()[0] in _CLEARING
    is_object = is_clearing and (is_spot or what.startswith(_CLEARED) or before[-1].said.endswith(_CLEARED))
    return is_object and any(w.is_a(Kind.ONGOING, Kind.PERFECT) for w in before[-2:]) and not _is_event(clause, place)


def _brings_news(clause: Clause, word: Word) -> bool:
    """“Báo cáo 3 hộ bị cô lập” tells of danger; "đang báo cáo các hộ bị ngập" tells of work."""
    return word.said.startswith("báo") and not clause.has(Kind.PERFECT, Kind.ONGOING, Kind.PROMISE)


def _is_rescued(clause: Clause, place: int) -> bool:
    """“Đã cứu được 3 người mắc kẹt”: their danger is over."""
    before = [w for w in clause.words[:place] if not (w.is_a(Kind.PEOPLE, Kind.PLACE) or w.shape is Shape.NUMBER)]
    is_over = bool(before) and before[-1].is_a(Kind.OVER) and before[-1].said != "hết" and not _is_not_over(before)
    return clause.words[place].said.startswith(_ESCAPED) and is_over


def _is_found(clause: Clause, place: int) -> bool:
    """“Đã tìm thấy 2 người đi lạc”: who had lost the way is there; who was missing may have been found dead."""
    verb = next((word for word in reversed(clause.words[:place]) if word.said in _FINDING), None)
    return clause.words[place].said.endswith("lạc") and verb is not None and not clause.has(Kind.NEGATOR)


def _is_spillway(clause: Clause, place: int) -> bool:
    """“Đang chốt ở đập tràn”: a place where somebody is, unless water comes or it has happened."""
    before = clause.words[place - 1] if place else None
    is_place = before is not None and (before.said in _AT or before.is_a(Kind.LABOUR, Kind.CHORE))
    return clause.words[place].said == "đập tràn" and is_place and not clause.has(Kind.WATER) and not _is_event(clause, place)


def _is_brought_away(clause: Clause, place: int) -> bool:
    """“Đã đưa sản phụ về trạm an toàn”: who was in danger is there."""
    before = [
        w for w in clause.words[:place] if not (w.is_a(Kind.PEOPLE, Kind.WHOLLY) or w.shape is Shape.NUMBER or w.said in _PASSING - {"đã"})
    ]
    is_moved = len(before) > 1 and before[-1].said in _CARRYING and any(w.is_a(Kind.PERFECT) for w in before)
    return is_moved and any(w.said == "an toàn" for w in clause.words[place + 1 :]) and not clause.has(Kind.NEGATOR)


def _is_mended(clause: Clause, place: int) -> bool:
    """“Cây đổ đã dọn xong”, "chỗ sạt đã hót rồi": damage named first and then told to be put right."""
    after = clause.words[place + 1 :]
    verb = next((i for i, w in enumerate(after) if not (w.is_a(Kind.PERFECT, Kind.PLACE, Kind.TIME) or w.said == "được")), len(after))
    is_put_right = verb < len(after) and after[verb].said.split()[0] in _MENDING and not clause.words[place].is_a(Kind.ALARM)
    is_done = any(w.is_a(Kind.FINISH, Kind.ALREADY, Kind.PART) for w in after[verb + 1 :])
    return is_put_right and is_done and not clause.has(Kind.NEGATOR, Kind.NEAR, Kind.PROMISE)


def _is_reason(clause: Clause, place: int) -> bool:
    """“Không vào được bản vì ngập”: a lasting state given as the reason of a refusal."""
    negator = negator_place(clause)
    is_given = place > 0 and clause.words[place - 1].said in ("vì", "do") and clause.words[place].said in _LASTING
    return is_given and negator is not None and negator < place


def _is_conditional(clause: Clause, place: int) -> bool:
    """“Nếu vỡ đê”; "khi có người mắc kẹt sẽ báo" tells of what may come, "khi" without a promise of what has been."""
    is_promised = any(w.is_a(Kind.PROMISE) or w.said.startswith("sẽ ") for w in clause.words[place + 1 :])
    supposing = _SUPPOSING | ({"khi có"} if is_promised else frozenset())
    return any(w.said in supposing for w in clause.words[:place])


def _is_past(clause: Clause, place: int) -> bool:
    """“Năm 2020 vỡ đê đoạn này”: of another year it is told; "năm nay", and what is told with "rồi", is now."""
    years = [i for i, w in enumerate(clause.words[:place]) if w.said.split()[-1:] == ["năm"]]
    is_dated = any(_YEAR.fullmatch(w.said) for i in years for w in clause.words[i + 1 : i + 2])
    return (is_dated or any(w.said in _LONG_AGO for w in clause.words[:place])) and not _is_event(clause, place)
