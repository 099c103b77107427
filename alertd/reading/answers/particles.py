"""Sees words that carry a sense elsewhere but only colour the sentence where they stand: "nhận rồi mà", "có nhận được"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_SIGHT = 8
SPEAKERS = frozenset(
    {"em", "tôi", "mình", "tao", "bọn em", "chúng tôi", "chúng em", "tụi em", "xã em", "huyện em", "thôn em", "đơn vị em", "e"}
)
"""How people name themselves."""
# "… rồi nghe": in the south the last word only asks for attention.
_KIN = ("anh", "chị", "chú", "bác", "cô", "dì")
_RANKS = ("hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "út")
_HEARD = frozenset(
    {"nghe", "nghe sếp", "nghe em", *(f"nghe {kin}" for kin in _KIN), *(f"nghe {kin} {rank}" for kin in _KIN for rank in _RANKS)}
)


def softened(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, those that only colour the sentence taken as particles."""
    return tuple(replace(word, kinds=frozenset({Kind.PARTICLE})) if _is_colour(words, place) else word for place, word in enumerate(words))


def _is_own_doing(words: Sequence[Word], place: int) -> bool:
    """“Em chuyển lại”: who names himself before the verb asks for nothing; "cho em gửi lại", "anh gửi lại" may."""
    is_verb = words[place].is_a(Kind.REQUEST) and words[place].said.endswith(" lại")
    return is_verb and place > 0 and words[place - 1].said in SPEAKERS and (place < 2 or words[place - 2].shape in (Shape.END, Shape.PAUSE))


def _is_colour(words: Sequence[Word], place: int) -> bool:
    word, after = words[place], words[place + 1 : place + _SIGHT]
    if _is_own_doing(words, place):
        return True
    if word.said == "trực":
        return place > 0 and words[place - 1].is_a(Kind.PERSON) and bool(after) and after[0].is_a(Kind.PERFECT, Kind.RECEIVE, Kind.GOT)
    if word.said == "có":
        own = after[1:] if place == 0 and after and after[0].said in SPEAKERS else after  # "có, em nhận rồi"
        return bool(after) and ((own[:1] and own[0].is_a(Kind.RECEIVE, Kind.GOT)) or (after[0].said == "," and place == 0))
    if word.said == "con":  # who is spoken to as a child speaks of himself so: "dạ con nhận được rồi chú"
        is_first = all(w.is_a(Kind.PARTICLE, Kind.PERSON) for w in words[:place])
        return is_first and bool(after) and after[0].is_a(Kind.RECEIVE, Kind.GOT, Kind.GRASP, Kind.PERFECT)
    if word.said in _HEARD:
        return place > 0 and (words[place - 1].is_a(Kind.ALREADY) or words[place - 1].said.endswith(" rồi")) and _ends(after)
    is_past = any(w.is_a(Kind.ALREADY, Kind.PERFECT) or w.said.endswith(" rồi") for w in words[max(place - 4, 0) : place])
    is_received = place > 0 and words[place - 1].said in ("nhận được", "rõ")
    return word.said == "mà" and (is_past or is_received) and _ends(after)


def _ends(after: Sequence[Word]) -> bool:
    """Whether a plain stop or nothing follows, forms of address aside; three dots leave something unsaid."""
    rest = next((w for w in after if not w.is_a(Kind.PARTICLE, Kind.PERSON)), None)
    return rest is None or (rest.shape is Shape.END and rest.said.strip("!") in ("", ".")) or rest.said == ","
