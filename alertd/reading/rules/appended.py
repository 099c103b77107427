"""An order that a statement ends with: "Học sinh nghỉ học ngày 27/10, giao Sở Giáo dục và Đào tạo báo cho các trường"."""

from __future__ import annotations

import re

from alertd.reading.declarations import opens_with_declaration
from alertd.reading.rules.rule import Found, Sentence, names_then_verb

_ASKS = re.compile(r"(?:,| và)\s(?:đồng thời )?(?:giao|yêu cầu|đề nghị)\s(?!thông)")
# "Công điện này thay thế Công điện số 04; yêu cầu UBND xã X …"
_ASKS_BESIDES = re.compile(r"(?:[,;]| và)\s(?:đồng thời )?(?:giao|yêu cầu|đề nghị)\s(?!thông)")


def read(sentence: Sentence) -> Found | None:
    """Who is asked after a comma or "và", after what a document declares also after a semicolon, where nothing before it orders anybody."""
    source, span = sentence.source, sentence.span
    pattern = _ASKS_BESIDES if opens_with_declaration(source, span) else _ASKS
    for asks in pattern.finditer(source.low, span.start, span.end):
        names, verb = names_then_verb(sentence, asks.end())
        if names and verb is not None:
            return Found(names, asks.end(), verb, source.text[asks.start() : asks.end()].strip(" ,"))
    return None
