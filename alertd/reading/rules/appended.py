"""An order that a statement ends with: "Học sinh nghỉ học ngày 27/10, giao Sở Giáo dục và Đào tạo báo cho các trường"."""

from __future__ import annotations

import re

from alertd.reading.rules.rule import Found, Sentence, names_then_verb

_ASKS = re.compile(r"(?:,| và)\s(?:giao|yêu cầu|đề nghị)\s(?!thông)")


def read(sentence: Sentence) -> Found | None:
    """Who is asked after a comma or "và", where nothing before it orders anybody."""
    source, span = sentence.source, sentence.span
    for asks in _ASKS.finditer(source.low, span.start, span.end):
        names, verb = names_then_verb(sentence, asks.end())
        if names and verb is not None:
            return Found(names, asks.end(), verb, source.text[asks.start() : asks.end()].strip(" ,"))
    return None
