"""Decides what a reply means by rules in order: danger first, refusal next, and acceptance only when nothing speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from alertd.model.replies import Meaning
from alertd.reading.answers.clauses import Clause, typed
from alertd.reading.answers.dangers import hindering, reported
from alertd.reading.answers.figures import figures
from alertd.reading.answers.forms import form_of, residue
from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.message import Message
from alertd.reading.answers.negation import trimmed
from alertd.reading.answers.progress import is_foretold
from alertd.reading.answers.questions import asking
from alertd.reading.answers.refusals import objection
from alertd.reading.answers.tagging import Word
from alertd.reading.answers.tokens import Shape


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule takes the reply to mean, and why, in Vietnamese."""

    meaning: Meaning
    reason: str
    closes: bool = False


Rule = Callable[[Message], Finding | None]
_TRADE = (Kind.LABOUR, Kind.LACK, Kind.UNREAD)
_ACTING = (Kind.RECEIVE, Kind.GOT, Kind.GRASP, Kind.AGREE, Kind.FINISH, Kind.PERFECT, Kind.ONGOING, Kind.NOD, Kind.PAPER)
_TOPICAL = (
    *_ACTING,
    *_TRADE,
    Kind.LAUNCH,
    Kind.REFUSAL,
    Kind.CHORE,
    Kind.GEAR,
    Kind.BODY,
    Kind.PLACE,
    Kind.DAMAGE,
    Kind.ALARM,
    Kind.OBSTACLE,
    Kind.WEATHER,
    Kind.LATER,
    Kind.NEGATOR,
)
_ACCEPTING = (Kind.RECEIVE, Kind.GOT, Kind.GRASP, Kind.AGREE, Kind.FINISH, Kind.LABOUR, Kind.CHORE, Kind.ONGOING, Kind.PERFECT, Kind.NOD)
_EMPTY = (Kind.PARTICLE, Kind.PERSON)


def _quoted(words: Iterable[Word]) -> str:
    return f"“{typed(tuple(words))}”"


def says_nothing(message: Message) -> Finding | None:
    """After the quoted part nothing is left."""
    if any(w.shape not in (Shape.END, Shape.PAUSE) for w in message.words):
        return None
    if message.is_asked:
        return Finding(Meaning.QUESTION, "chỉ có dấu hỏi")
    return Finding(Meaning.AMBIGUOUS, "không có lời nào của người gửi ngoài phần trích lại")


def is_one_letter(message: Message) -> Finding | None:
    """A single letter may have been hit by chance, shorthand or not."""
    words = [w for w in message.words if w.shape is Shape.WORD and not w.is_a(*_EMPTY)]
    is_alone = len(words) == 1 and len(words[0].typed) == 1 and words[0].typed.isalpha() and not message.is_asked
    has_more = any(w.shape is Shape.NUMBER for w in message.words)
    return Finding(Meaning.AMBIGUOUS, f"chỉ có một chữ cái: {_quoted(words)}") if is_alone and not has_more else None


def reports_danger(message: Message) -> Finding | None:
    """Danger that is reported, unless only slang or everyday talk borrows its words."""
    words = [word for clause in message.clauses for word in reported(clause)]
    return Finding(Meaning.INCIDENT, f"báo sự cố: {_quoted(words)}") if words else None


def is_automatic(message: Message) -> Finding | None:
    """A machine answered: missed calls, absence, advertisements, banks."""
    words = message.all_of(Kind.AUTOMATIC)
    is_machine = bool(words) and not message.has(Kind.DELEGATE)
    return Finding(Meaning.UNRELATED, f"tin tự động hoặc quảng cáo: {_quoted(words)}") if is_machine else None


def is_off_topic(message: Message) -> Finding | None:
    """Money, meals, football: the same verbs about something else."""
    words = tuple(w for w in message.words if w.is_a(Kind.OFF_TOPIC) or w.shape is Shape.LINK)
    if not words or message.has(Kind.MISDIRECTED):
        return None
    if not message.words[0].said.startswith("chúc") and (message.has(*_TRADE) or _lacks_means(message)):
        return None
    return Finding(Meaning.UNRELATED, f"nói chuyện khác: {_quoted(words)}")


def _lacks_means(message: Message) -> bool:
    """“Không có kinh phí mua vật tư”: what is bought there are the means of the trade."""
    return any(clause.has(Kind.GEAR) and objection(clause, message) is Meaning.CANNOT_COMPLY for clause in message.clauses)


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
    said = [w for w in clause.words if not (w.is_a(Kind.NEGATOR, *_EMPTY) or w.said == "đâu")]
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


def is_hindered(message: Message) -> Finding | None:
    """Blocked roads, high water or no power, and nobody said that the order cannot be followed: somebody must see it."""
    words = [word for clause in message.clauses for word in hindering(clause)]
    return Finding(Meaning.INCIDENT, f"báo tình huống nguy hiểm: {_quoted(words)}") if words else None


def is_unsure(message: Message) -> Finding | None:
    """The sender does not know either."""
    words = message.all_of(Kind.UNSURE)
    return Finding(Meaning.AMBIGUOUS, f"người trả lời không chắc: {_quoted(words)}") if words else None


def asks(message: Message) -> Finding | None:
    """A question or a request in any clause; a bare acceptance with a question mark is neither."""
    words = [word for clause in message.clauses for word in asking(clause)]
    strangers = [w for w in message.words if w.is_unknown]
    if words and len(strangers) > 1 and not message.has(*_TOPICAL, Kind.PEOPLE, Kind.GEAR, Kind.SUNDRY, Kind.REQUEST, Kind.TASK):
        return Finding(Meaning.UNRELATED, f"câu hỏi không liên quan đến nhiệm vụ: {_quoted(strangers)}")
    if words:
        return Finding(Meaning.QUESTION, f"hỏi hoặc đề nghị: {_quoted(words)}")
    clause = next((c for c in message.clauses if c.is_asked and not _is_thin(c) and not c.has(*_ACCEPTING)), None)
    return Finding(Meaning.QUESTION, f"câu có dấu hỏi: “{clause.typed}”") if clause else None


def is_doubtful(message: Message) -> Finding | None:
    """Conditions, delays, guesses, hearsay and slang."""
    words = message.all_of(Kind.CONDITION, Kind.LATER, Kind.HEDGE, Kind.HEARSAY, Kind.SLANG) or _put_first(message) or _given_in(message)
    return Finding(Meaning.AMBIGUOUS, f"có điều kiện, hẹn lại hoặc không chắc chắn: {_quoted(words)}") if words else None


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
        return Finding(Meaning.AMBIGUOUS, f"có lời xác nhận nhưng kèm chữ chưa rõ nghĩa: {_quoted(left)}")
    return Finding(meaning, f"{_SAID[meaning]}, kèm chữ chưa rõ nghĩa: {_quoted(left)}")


def _is_unfinished(clause: Clause, message: Message) -> bool:
    """“Đã sơ tán 30 hộ, còn 15 hộ”, "16 giờ sẽ xong", "xong việc 1, việc 2 còn lại": by figures or by words it is not finished."""
    if is_foretold(clause.words) or any(other.has(Kind.PART) and not other.has(Kind.FINISH) for other in message.clauses):
        return True
    return any(one.left or (one.done is not None and one.of is not None and one.done < one.of) for one in figures(message))


def _rank(clause: Clause, message: Message) -> int:
    """The rank of the clause's form, from 1; 0 where it has none."""
    found = form_of(clause, message.lexicon)
    return found[0] + 1 if found else 0


def _left_over(message: Message) -> tuple[Word, ...]:
    """What keeps the reply from stopping the reminders."""
    return message.all_of(Kind.ADVERSE) + residue(message.clauses, message.lexicon)


def _is_thin(clause: Clause) -> bool:
    return all(word.is_a(*_EMPTY) for word in clause.words)


def _is_in_doubt(message: Message) -> bool:
    """Whether a rule between refusal and acceptance objects: what closes early must pass them too."""
    return any(rule(message) is not None for rule in (is_hindered, is_unsure, asks, is_doubtful, is_asked_back))


def is_small_talk(message: Message) -> Finding | None:
    """Words of no trade: a sentence about something else, or courtesy alone."""
    if message.has(*_TOPICAL):
        return None
    content = [w for w in message.words if not w.is_a(*_EMPTY) and w.shape is Shape.WORD]
    strangers = [w for w in content if w.is_unknown]
    if len(strangers) > 1 or (content and all(w.is_a(Kind.COURTESY) for w in content)):
        return Finding(Meaning.UNRELATED, "không có chữ nào liên quan đến nhiệm vụ")
    return None


def is_unclear(message: Message) -> Finding:
    """What no rule understands is put to a person."""
    return Finding(Meaning.AMBIGUOUS, f"không đủ rõ để hiểu: {_quoted(message.words)}")


RULES: tuple[Rule, ...] = (
    says_nothing,
    is_one_letter,
    reports_danger,
    is_automatic,
    is_off_topic,
    cannot_comply,
    is_negative,
    is_hindered,
    is_unsure,
    asks,
    is_doubtful,
    is_asked_back,
    accepts,
    is_small_talk,
)
_SAID = {Meaning.ACKNOWLEDGED: "xác nhận đã nhận", Meaning.IN_PROGRESS: "báo đang thực hiện", Meaning.DONE: "báo đã xong"}


def decide(message: Message) -> Finding:
    """The finding of the first rule that has one."""
    return next((found for rule in RULES if (found := rule(message)) is not None), is_unclear(message))
