"""Understands what people answer from a phone in the rain, by ordered rules over a lexicon that an operator extends."""

from __future__ import annotations

from alertd.reading.answers.lexicon import Lexicon
from alertd.reading.answers.lexicon_files import load_lexicon, packaged_lexicon
from alertd.reading.answers.understanding import understand

__all__ = ["Lexicon", "load_lexicon", "packaged_lexicon", "understand"]
