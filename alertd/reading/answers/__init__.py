"""Understands what people answer from a phone in the rain, by ordered rules over a lexicon that an operator extends."""

from __future__ import annotations

from alertd.model.replies import Understanding
from alertd.reading.answers.lexicon import Lexicon
from alertd.reading.answers.lexicon_files import load_lexicon, packaged_lexicon

__all__ = ["Lexicon", "load_lexicon", "packaged_lexicon", "understand"]


def understand(text: str, lexicon: Lexicon | None = None) -> Understanding:
    """What a reply says about the order that it answers, by the lexicon given, else by the packaged one. Never raises."""
    from alertd.reading.answers import understanding  # noqa: PLC0415 - its rules are not needed before the first reply

    return understanding.understand(text, lexicon)
