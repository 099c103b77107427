"""Understands one reply: taken apart, then put to the rules."""

from __future__ import annotations

from dataclasses import replace

from alertd.model.replies import Meaning, Understanding
from alertd.reading.answers.figures import figures, times
from alertd.reading.answers.lexicon import Lexicon
from alertd.reading.answers.lexicon_files import packaged_lexicon
from alertd.reading.answers.message import taken_apart
from alertd.reading.answers.quotes import own_words
from alertd.reading.answers.rules import decide
from alertd.reading.answers.rules.danger import is_hindered, reports_danger
from alertd.reading.answers.rules.finding import Finding
from alertd.reading.answers.tokens import one_form

LONGEST = 2000
"""Characters that are read as one reply; nobody types more in answer to an alert, and time must stay bounded."""
_PIECES = 5
"""Pieces of that length that are searched for danger in something longer."""


def understand(text: str, lexicon: Lexicon | None = None) -> Understanding:
    """What a reply says about the order that it answers, by the lexicon given, else by the packaged one. Never raises."""
    lexicon = lexicon or packaged_lexicon()
    own = own_words(one_form(text[: LONGEST * _PIECES]))
    message = taken_apart(own[:LONGEST], lexicon)
    finding = decide(message)
    if len(own) > LONGEST or len(text) > LONGEST * _PIECES:
        finding = _of_long(own, finding, lexicon)
    return Understanding(text, finding.meaning, finding.reason, finding.closes, figures(message), times(message))


def _of_long(own: str, beginning: Finding, lexicon: Lexicon) -> Finding:
    """What a text says that is too long to be read as one reply: danger anywhere counts, and nothing stops the reminders."""
    if beginning.meaning is Meaning.INCIDENT:
        return beginning
    starts = range(LONGEST, min(len(own), LONGEST * _PIECES), LONGEST)
    rest = (taken_apart(own[start : start + LONGEST], lexicon) for start in starts)
    dangers = (reports_danger(message) or is_hindered(message) for message in rest)
    return next(filter(None, dangers), replace(beginning, closes=False))
