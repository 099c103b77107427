"""A correction's point is for all who got the paper that it corrects, from its first word on: "Tại mục 2, đã in “…”, nay sửa là “…”"."""

from __future__ import annotations

from alertd.reading.rewording import rewords
from alertd.reading.rules.rule import Found, Sentence


def read(sentence: Sentence) -> Found | None:
    """The whole sentence, where it changes the words of another paper."""
    source, span = sentence.source, sentence.span
    return Found(None, span.start, span.start, source.slice(span)) if rewords(source, span) else None
