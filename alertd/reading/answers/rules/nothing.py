"""Replies that say nothing, or nothing that any rule understands."""

from __future__ import annotations

from alertd.model.replies import Meaning
from alertd.reading.answers.kinds import EMPTY
from alertd.reading.answers.message import Message
from alertd.reading.answers.rules.finding import Finding, quoted
from alertd.reading.answers.tokens import Shape


def says_nothing(message: Message) -> Finding | None:
    """After the quoted part nothing is left."""
    if any(w.shape not in (Shape.END, Shape.PAUSE) for w in message.words):
        return None
    if message.is_asked:
        return Finding(Meaning.QUESTION, "chỉ có dấu hỏi")
    return Finding(Meaning.AMBIGUOUS, "không có lời nào của người gửi ngoài phần trích lại")


def is_one_letter(message: Message) -> Finding | None:
    """A single letter may have been hit by chance, shorthand or not."""
    words = [w for w in message.words if w.shape is Shape.WORD and not w.is_a(*EMPTY)]
    is_alone = len(words) == 1 and len(words[0].typed) == 1 and words[0].typed.isalpha() and not message.is_asked
    has_more = any(w.shape is Shape.NUMBER for w in message.words)
    return Finding(Meaning.AMBIGUOUS, f"chỉ có một chữ cái: {quoted(words)}") if is_alone and not has_more else None


def is_unclear(message: Message) -> Finding:
    """What no rule understands is put to a person."""
    return Finding(Meaning.AMBIGUOUS, f"không đủ rõ để hiểu: {quoted(message.words)}")
