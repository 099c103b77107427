"""What a rule finds: a meaning, and why, in the words of the reply."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from alertd.model.replies import Meaning
from alertd.reading.answers.clauses import typed
from alertd.reading.answers.message import Message
from alertd.reading.answers.tagging import Word


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule takes the reply to mean, and why, in Vietnamese."""

    meaning: Meaning
    reason: str
    closes: bool = False


Rule = Callable[[Message], Finding | None]


def quoted(words: Iterable[Word]) -> str:
    """Words as they were typed, in quotation marks."""
    return f"“{typed(tuple(words))}”"
