"""Orders that were not received, not understood, not begun, or that cannot be followed."""

from __future__ import annotations

from alertd.model.replies import Meaning
from alertd.reading.answers.clauses import Clause
from alertd.reading.answers.figures import figures
from alertd.reading.answers.forms import form_of, residue
from alertd.reading.answers.kinds import EMPTY, Kind
from alertd.reading.answers.message import Message
from alertd.reading.answers.negation import trimmed
from alertd.reading.answers.refusals import objection
from alertd.reading.answers.rules.danger import is_hindered
from alertd.reading.answers.rules.doubting import DOUBTS
from alertd.reading.answers.rules.finding import Finding
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape


def cannot_comply(message: Message) -> Finding | None:
    """A refusal, a lack or an inability in any clause."""
    return _objecting(message, Meaning.CANNOT_COMPLY, "báo không thực hiện được")


def is_negative(message: Message) -> Finding | None:
    """Not received, not understood, not begun, or not the person."""
    found = _objecting(message, Meaning.NEGATIVE, "báo chưa nhận, chưa rõ hoặc chưa làm") or _has_come_to_nothing(message)
    at_work = [c for c in message.clauses if _is_begun(c, message) and not objection(c, message)]
    if found and at_work and (message.has(Kind.FINISH) or any(_is_left_to_do(c) or _is_bare_denial(c) for c in message.clauses)):
        return Finding(
            Meaning.IN_PROGRESS,
            f"chưa xong nhưng đang làm: “{at_work[0].typed}”",
            closes=not (_left_over_work(message) or _is_in_doubt(message)),
        )
    return found


def _left_over_work(message: Message) -> tuple[Word, ...]:
    """What keeps "đang làm, chưa xong" from stopping the reminders: anything beside the work, the bare "chưa xong" and what is left."""
    rest = [clause for clause in message.clauses if not (_is_bare_denial(clause) or _is_left_to_do(clause))]
    contrasts = () if all(_is_begun(clause, message) for clause in rest) else message.all_of(Kind.ADVERSE)
    return contrasts + residue(rest, message.lexicon)


def _is_bare_denial(clause: Clause) -> bool:
    """“Chưa xong”, in the centre "chưa xong mô", or "chưa tới nơi"."""
    said = [w for w in clause.words if not (w.is_a(Kind.NEGATOR, *EMPTY) or w.said == "đâu")]
    return clause.has(Kind.NEGATOR) and bool(said) and all(w.is_a(Kind.FINISH) or w.said in ("tới nơi", "đến nơi") for w in said)


def _is_left_to_do(clause: Clause) -> bool:
    """“Còn một hồ chưa tới”, "còn 5 hộ chưa đi": so much of work that goes on is still to come, and nothing keeps it."""
    words = trimmed(clause.words)
    place = next((i for i, word in enumerate(words) if word.said == "chưa"), None)
    if place is None or words[0].said != "còn" or not any(w.shape is Shape.NUMBER or w.is_a(Kind.LINK) for w in words[1:2]):
        return False
    is_work = place < len(words) - 1 and all(w.is_a(Kind.MOVE, Kind.FINISH, Kind.LABOUR, Kind.CHORE) for w in words[place + 1 :])
    return is_work and words[-1].said != "về"  # who has not come back may be in danger


def _is_begun(clause: Clause, message: Message) -> bool:
    """“Đang làm”, "triển khai rồi": work that goes on, or has gone some way."""
    found = form_of(clause, message.lexicon)
    return found is not None and (
        clause.has(Kind.ONGOING) or (found[1].meaning is not Meaning.ACKNOWLEDGED and not clause.has(Kind.FINISH))
    )


def _has_come_to_nothing(message: Message) -> Finding | None:
    """“Di dời được 0 hộ”; no households flooded are good news."""
    harms = {Kind.ALARM, Kind.DAMAGE, Kind.OBSTACLE}
    nothing = next((one for one in figures(message) if one.done == 0 and not message.lexicon.kinds_of(one.about) & harms), None)
    return Finding(Meaning.NEGATIVE, f"chưa làm được gì: “{nothing.text}”") if nothing else None


def _objecting(message: Message, meaning: Meaning, why: str) -> Finding | None:
    clause = next((c for c in message.clauses if objection(c, message) is meaning), None)
    return Finding(meaning, f"{why}: “{clause.typed}”") if clause else None


def _is_in_doubt(message: Message) -> bool:
    """Whether a rule between refusal and acceptance objects: what closes early must pass them too."""
    return any(rule(message) is not None for rule in (is_hindered, *DOUBTS))
