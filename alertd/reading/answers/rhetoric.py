"""Hears the "no" in what only has the form of a question: "xuồng đâu mà chở", "sao mà khiêng nổi"."""

from __future__ import annotations

from itertools import pairwise

from alertd.model.replies import Meaning
from alertd.reading.answers.clauses import Clause
from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.message import Message
from alertd.reading.answers.negation import trimmed

_DEEDS = (Kind.LABOUR, Kind.CHORE, Kind.TASK, Kind.MOVE, Kind.LAUNCH, Kind.FINISH, Kind.CONTINUE, Kind.ABLE)
_NEAR = 4
_HOW = frozenset({"sao", "làm sao", "sao mà", "làm sao mà", "mà sao"})
_AT_ALL = frozenset({"nổi", "xuể", "kịp", "đặng"})


def only_asks(clause: Clause, message: Message) -> Meaning | None:
    """What a clause denies by asking; None where it denies nothing so."""
    if _asks_in_vain(clause):
        return Meaning.CANNOT_COMPLY
    if _asks_whence(clause, message):
        return Meaning.NEGATIVE if clause.has(Kind.PAPER) else Meaning.CANNOT_COMPLY
    return None


def _asks_in_vain(clause: Clause) -> bool:
    """“Sao mà khiêng nổi”, "2 người sao đắp kịp": who asks so says that nobody can."""
    for place, word in enumerate(clause.words):
        if word.is_a(Kind.REFUSAL) and word.said.startswith(("sao ", "làm sao ")):
            return True
        after = clause.words[place + 1 : place + 1 + _NEAR]
        is_deed = any(w.is_a(*_DEEDS) or w.is_unknown for w in after[:1])
        is_bare = word.said.endswith(" mà") and not trimmed(after[1:])  # "tối thế này sao mà đi"
        if word.said == "sao" and is_deed and any(w.is_a(Kind.LACK) for w in clause.words[:place]):
            return True  # "hết dầu rồi sao vào bờ được"
        if word.said in _HOW and is_deed and (is_bare or any(w.said in _AT_ALL for w in after[1:])):
            return True
    return False


def _asks_whence(clause: Clause, message: Message) -> bool:
    """“Xuồng đâu mà chở”, "công điện gì đâu mà đọc": who asks so has none."""
    named = [word for word in clause.words if word.said not in ("gì", "có")]
    is_asked = len(named) > 1 and named[-1].said == "đâu" and named[-2].is_a(Kind.GEAR, Kind.SUNDRY, Kind.PAPER)
    after = next((later for earlier, later in pairwise(message.clauses) if earlier is clause), None)
    return is_asked and not clause.is_asked and after is not None and after.is_adverse
