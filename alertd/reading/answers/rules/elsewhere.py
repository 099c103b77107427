"""Replies that have nothing to do with the order: machines, money, meals, courtesies."""

from __future__ import annotations

from alertd.model.replies import Meaning
from alertd.reading.answers.choices import is_code
from alertd.reading.answers.kinds import EMPTY, TOPICAL, Kind
from alertd.reading.answers.message import Message
from alertd.reading.answers.refusals import objection
from alertd.reading.answers.rules.finding import Finding, quoted
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape

_TAKING = (Kind.RECEIVE, Kind.GOT, Kind.GRASP, Kind.LABOUR, Kind.CHORE)
_TRADE = (Kind.LABOUR, Kind.LACK, Kind.UNREAD)


def is_automatic(message: Message) -> Finding | None:
    """A machine answered: missed calls, absence, advertisements, banks."""
    words = message.all_of(Kind.AUTOMATIC)
    is_machine = bool(words) and not message.has(Kind.DELEGATE)
    return Finding(Meaning.UNRELATED, f"tin tự động hoặc quảng cáo: {quoted(words)}") if is_machine else None


def is_off_topic(message: Message) -> Finding | None:
    """Money, meals, football: the same verbs about something else."""
    words = tuple(w for w in message.words if (w.is_a(Kind.OFF_TOPIC) and not _only_laughs(w, message)) or w.shape is Shape.LINK)
    if not words or message.has(Kind.MISDIRECTED) or _denies_beside(message):
        return None
    if not message.words[0].said.startswith("chúc") and (message.has(*_TRADE) or _lacks_means(message)):
        return None
    return Finding(Meaning.UNRELATED, f"nói chuyện khác: {quoted(words)}")


def _only_laughs(word: Word, message: Message) -> bool:
    """“Đang chốt ở ngầm, ướt hết 😂”: a picture beside words of the order is no other topic."""
    return word.shape is Shape.SIGN and message.has(*TOPICAL)


def _denies_beside(message: Message) -> bool:
    """“Chưa làm gì cả, đang ăn cơm”: what was not received or not begun is told without a word of something else."""
    told = (clause for clause in message.clauses if clause.has(*_TAKING) and not clause.has(Kind.OFF_TOPIC))
    return any(objection(clause, message) is Meaning.NEGATIVE for clause in told)


def _lacks_means(message: Message) -> bool:
    """“Không có kinh phí mua vật tư”: what is bought there are the means of the trade."""
    return any(clause.has(Kind.GEAR) and objection(clause, message) is Meaning.CANNOT_COMPLY for clause in message.clauses)


def is_small_talk(message: Message) -> Finding | None:
    """Words of no trade: a sentence about something else, or courtesy alone."""
    if message.has(*TOPICAL):
        return None
    content = [w for w in message.words if not w.is_a(*EMPTY) and w.shape is Shape.WORD]
    strangers = [w for w in content if w.is_unknown and not is_code(w)]
    if len(strangers) > 1 or (content and all(w.is_a(Kind.COURTESY) for w in content)):
        return Finding(Meaning.UNRELATED, "không có chữ nào liên quan đến nhiệm vụ")
    return None
