"""A sentence that charges somebody before it opens the list of orders: "…, phân công Sở X đến hiện trường, đồng thời yêu cầu:"."""

from __future__ import annotations

import re
from dataclasses import replace

from alertd.model.documents import Span
from alertd.reading.rules import Found, Sentence
from alertd.reading.rules.rule import names_then_verb

_OPENS_LIST = re.compile(r"[,;]? (?:đồng thời|và) (?P<asks>(?:yêu cầu|đề nghị|chỉ đạo)(?: như sau)?\s?:)$")
_CHARGES = re.compile(r"(?<!\w)(?:phân công|giao|cử|yêu cầu|đề nghị) ")
_LONGEST_OPENING = 40


def parted(sentence: Sentence) -> tuple[Sentence, Found, Sentence] | None:
    """What the sentence orders before "đồng thời yêu cầu:", who is charged there, and the rest; None where it does not both."""
    source, span = sentence.source, sentence.span
    if source.plain[span.end - 1 : span.end] != ":":
        return None
    opens = _OPENS_LIST.search(source.low, max(span.start, span.end - _LONGEST_OPENING), span.end)
    if opens is None:
        return None
    first = replace(sentence, span=Span(span.start, opens.start()), fills_paragraph=False)
    for word in _CHARGES.finditer(source.low, first.span.start, first.span.end):
        names, verb = names_then_verb(first, word.end())
        if names and verb is not None:
            return first, Found(names, word.end(), verb, word.group().strip()), replace(sentence, span=Span(opens.start("asks"), span.end))
    return None
