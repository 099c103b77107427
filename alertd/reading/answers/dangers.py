"""Finds danger that is reported, and not asked about or harmless."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from alertd.reading.answers.clauses import Clause
from alertd.reading.answers.harmless import TELLING, is_harmless
from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.questions import asking
from alertd.reading.answers.syllables import syllable
from alertd.reading.answers.tagging import Word

_ROADS = frozenset(
    {
        "đường",
        "cầu phao",
        "cầu tạm",
        "ngầm",
        "ngầm tràn",
        "các ngầm",
        "các ngầm tràn",
        "quốc lộ",
        "tỉnh lộ",
        "ql",
        "lối",
        "đèo",
        "dốc",
        "tuyến",
    }
)
_AT_A_LOSS = frozenset({"làm sao", "tính sao", "có ai", "làm gì bây giờ", "làm gì đây", "xin chỉ đạo"})


def reported(clause: Clause) -> tuple[Word, ...]:
    """Words of danger that demand a person now. A lone syllable without marks may be any word: "lu"."""
    if len(clause.words) == 1 and _is_guess(clause.words[0]):
        return ()
    return _standing(clause, lambda place: clause.words[place].is_a(Kind.ALARM, Kind.DAMAGE) and not _is_road(clause, place))


def _is_guess(word: Word) -> bool:
    return word.is_a(Kind.DAMAGE) and " " not in word.typed and syllable(word.typed.lower()).is_unmarked


def hindering(clause: Clause) -> tuple[Word, ...]:
    """Words of danger that may be no more than the reason of a refusal: blocked roads, high water, no power."""
    return _standing(clause, lambda place: clause.words[place].is_a(Kind.OBSTACLE) or _is_road(clause, place))


def _standing(clause: Clause, is_danger: Callable[[int], bool]) -> tuple[Word, ...]:
    asked_from = _asked_from(clause)
    return tuple(
        w for i, w in enumerate(clause.words) if is_danger(i) and (_is_call(clause, i) or (i < asked_from and not is_harmless(clause, i)))
    )


def _is_call(clause: Clause, place: int) -> bool:
    """“Cứu với” calls for help, whatever stands around it, and so does "cho xin cứu hộ gấp"."""
    word, before = clause.words[place].said, clause.words[max(place - 1, 0) : place]
    is_begged = any(w.is_a(Kind.REQUEST) for w in before) and word.endswith(("gấp", "ngay", "khẩn cấp"))
    return word.startswith("cứu") and (word.endswith("với") or is_begged)


def _asked_from(clause: Clause) -> int:
    """From which word on the clause asks: what stands before "… rồi, làm sao" or before "có … không" is told, not asked."""
    words = asking(clause)
    if not words:
        return len(clause.words)
    first = next(i for i, w in enumerate(clause.words) if w is words[0])
    if words[0].said == "không":
        first = next((i for i, w in enumerate(clause.words) if w.said.split()[0] == "có"), 0)
    if _is_helpless(clause, first):
        return first
    if _tells_of_several(clause, words):
        return len(clause.words)
    told = [i for i, w in enumerate(clause.words[:first]) if w.said in TELLING]
    is_called = words[0].said == "à" and clause.words[first - 1].is_a(Kind.PERSON)  # "đất nứt rồi cán bộ à" tells
    is_only_tag = (words[0].is_a(Kind.ASKS_AT_END) and not is_called) or words[0].said == "chưa"
    return told[-1] if told and not is_only_tag else 0


def _tells_of_several(clause: Clause, asked: Sequence[Word]) -> bool:
    """“Mấy nhà sập rồi”: how many he does not ask who tells that it has happened."""
    ends = any(w.said in TELLING or w.said.endswith(" rồi") for w in clause.words[-2:])
    return ends and len(asked) == 1 and asked[0].said.startswith("mấy ") and not clause.is_asked


def _is_helpless(clause: Clause, first: int) -> bool:
    """“Đê vỡ xin chỉ đạo”, "nước vào nhà làm sao bây giờ": who asks what to do tells why; under a condition he asks beforehand."""
    word, after = clause.words[first], clause.words[first + 1 : first + 2]
    asks_what_now = word.said in _AT_A_LOSS or (word.said == "sao" and any(w.is_a(Kind.TIME) for w in after))
    is_supposed = any(w.is_a(Kind.CONDITION) or w.said in ("khi", "lúc") for w in clause.words[:first]) or word.said.startswith("thì")
    return (asks_what_now or word.is_a(Kind.REQUEST)) and not is_supposed


def _is_road(clause: Clause, place: int) -> bool:
    return clause.words[place].is_a(Kind.DAMAGE) and any(w.said in _ROADS for w in clause.words[:place])
