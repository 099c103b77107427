"""Acceptance: the only rule that may stop the reminders, when nothing speaks against it."""

from __future__ import annotations

from alertd.model.replies import Meaning
from alertd.reading.answers.clauses import Clause
from alertd.reading.answers.figures import figures
from alertd.reading.answers.forms import form_of, residue
from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.message import Message
from alertd.reading.answers.progress import is_foretold, is_hoped
from alertd.reading.answers.rules.finding import Finding, quoted
from alertd.reading.answers.tagging import Word

_SAID = {Meaning.ACKNOWLEDGED: "xác nhận đã nhận", Meaning.IN_PROGRESS: "báo đang thực hiện", Meaning.DONE: "báo đã xong"}


def accepts(message: Message) -> Finding | None:
    """A form of acceptance; it stops the reminders when nothing of unknown sense stands beside it."""
    ranked = sorted((rank, place) for place, clause in enumerate(message.clauses) if (rank := _rank(clause, message)))
    if not ranked:
        return None
    form, clause = message.lexicon.forms[ranked[0][0] - 1], message.clauses[ranked[0][1]]
    is_open = form.meaning is Meaning.DONE and _is_unfinished(clause, message)
    meaning, left = Meaning.IN_PROGRESS if is_open else form.meaning, _left_over(message)
    if not left:
        return Finding(meaning, f"{_SAID[meaning]}: “{clause.typed}”", closes=True)
    if message.has(Kind.ADVERSE) or (meaning is Meaning.ACKNOWLEDGED and residue([clause], message.lexicon)):
        return Finding(Meaning.AMBIGUOUS, f"có lời xác nhận nhưng kèm chữ chưa rõ nghĩa: {quoted(left)}")
    return Finding(meaning, f"{_SAID[meaning]}, kèm chữ chưa rõ nghĩa: {quoted(left)}")


def _is_unfinished(clause: Clause, message: Message) -> bool:
    """“Đã sơ tán 30 hộ, còn 15 hộ", "16 giờ sẽ xong", "xong việc 1, việc 2 còn lại", "đã đón 80 người, tiếp tục đón": by figures or by
    words it is not finished.
    """
    going_on = (Kind.PART, Kind.CONTINUE)
    if is_foretold(clause.words) or any(other.has(*going_on) and not other.has(Kind.FINISH) for other in message.clauses):
        return True
    return any(one.left or (one.done is not None and one.of is not None and one.done < one.of) for one in figures(message))


def _rank(clause: Clause, message: Message) -> int:
    """The rank of the clause's form, from 1; 0 where it has none, or only hopes."""
    found = None if is_hoped(clause.words) else form_of(clause, message.lexicon)
    return found[0] + 1 if found else 0


def _left_over(message: Message) -> tuple[Word, ...]:
    """What keeps the reply from stopping the reminders."""
    return message.all_of(Kind.ADVERSE) + residue(message.clauses, message.lexicon)
