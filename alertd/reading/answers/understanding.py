"""Understands one reply: taken apart, then put to the rules."""

from __future__ import annotations

from alertd.model.replies import Understanding
from alertd.reading.answers.figures import figures, times
from alertd.reading.answers.lexicon import Lexicon
from alertd.reading.answers.lexicon_files import packaged_lexicon
from alertd.reading.answers.message import taken_apart
from alertd.reading.answers.rules import decide

LONGEST = 2000
"""Characters of a reply that are read; nobody types more in answer to an alert, and time must stay bounded."""


def understand(text: str, lexicon: Lexicon | None = None) -> Understanding:
    """What a reply says about the order that it answers, by the lexicon given, else by the packaged one. Never raises."""
    message = taken_apart(text[:LONGEST], lexicon or packaged_lexicon())
    finding = decide(message)
    return Understanding(text, finding.meaning, finding.reason, finding.closes, figures(message), times(message))
