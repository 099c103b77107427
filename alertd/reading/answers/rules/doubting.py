"""Questions and doubts, each of which keeps the reminders going."""

from __future__ import annotations

from alertd.model.replies import Meaning
from alertd.reading.answers.clauses import Clause
from alertd.reading.answers.kinds import EMPTY, TOPICAL, Kind
from alertd.reading.answers.message import Message
from alertd.reading.answers.negation import trimmed
from alertd.reading.answers.questions import asking
from alertd.reading.answers.rules.finding import Finding, Rule, quoted
from alertd.reading.answers.tagging import Word

_ACCEPTING = (Kind.RECEIVE, Kind.GOT, Kind.GRASP, Kind.AGREE, Kind.FINISH, Kind.LABOUR, Kind.CHORE, Kind.ONGOING, Kind.PERFECT, Kind.NOD)


def is_unsure(message: Message) -> Finding | None:
    """The sender does not know either."""
    words = message.all_of(Kind.UNSURE)
    return Finding(Meaning.AMBIGUOUS, f"người trả lời không chắc: {quoted(words)}") if words else None


def asks(message: Message) -> Finding | None:
    """A question or a request in any clause; a bare acceptance with a question mark is neither."""
    words = [word for clause in message.clauses for word in asking(clause)]
    strangers = [w for w in message.words if w.is_unknown]
    if words and len(strangers) > 1 and not message.has(*TOPICAL, Kind.PEOPLE, Kind.GEAR, Kind.SUNDRY, Kind.REQUEST, Kind.TASK):
        return Finding(Meaning.UNRELATED, f"câu hỏi không liên quan đến nhiệm vụ: {quoted(strangers)}")
    if words:
        return Finding(Meaning.QUESTION, f"hỏi hoặc đề nghị: {quoted(words)}")
    clause = next((c for c in message.clauses if c.is_asked and not _is_thin(c) and not c.has(*_ACCEPTING)), None)
    return Finding(Meaning.QUESTION, f"câu có dấu hỏi: “{clause.typed}”") if clause else None


def is_doubtful(message: Message) -> Finding | None:
    """Conditions, delays, guesses, hearsay and slang."""
    words = message.all_of(Kind.CONDITION, Kind.LATER, Kind.HEDGE, Kind.HEARSAY, Kind.SLANG) or _put_first(message) or _given_in(message)
    return Finding(Meaning.AMBIGUOUS, f"có điều kiện, hẹn lại hoặc không chắc chắn: {quoted(words)}") if words else None


def _put_first(message: Message) -> tuple[Word, ...]:
    """A “đã” at the end of a clause puts something else first: "xong việc này đã"."""
    endings = [trimmed(clause.words)[-2:] for clause in message.clauses]
    return next((words for words in endings if len(words) == 2 and words[-1].said == "đã"), ())


def _given_in(message: Message) -> tuple[Word, ...]:
    """“Thôi được rồi”: a "thôi" before the yes gives in to the one who asks, not to the order."""
    openings = [next((w for w in clause.words if not w.is_a(Kind.PERSON) and w.said != "dạ"), None) for clause in message.clauses]
    return tuple(word for word in openings if word is not None and word.said == "thôi")


def is_asked_back(message: Message) -> Finding | None:
    """“Đã nhận?” may be an answer or a question."""
    return Finding(Meaning.AMBIGUOUS, "có dấu hỏi sau lời xác nhận") if message.is_asked else None


def _is_thin(clause: Clause) -> bool:
    return all(word.is_a(*EMPTY) for word in clause.words)


DOUBTS: tuple[Rule, ...] = (is_unsure, asks, is_doubtful, is_asked_back)
"""In order."""
