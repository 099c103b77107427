"""A heading that turns to somebody: "Đối với các địa phương ven biển:", "Về phía Bộ Y tế, …"."""

from __future__ import annotations

import re

from alertd.reading.rules.rule import Found, Sentence, names_then_verb

_OPENING = re.compile(r"(?:đối với|về phía|riêng(?: đối với)?|với)\s+")


def read(sentence: Sentence) -> Found | None:
    """The names after "Đối với", followed by a colon, a comma or the verb."""
    source, span = sentence.source, sentence.span
    opening = _OPENING.match(source.low, span.start, span.end)
    if not opening:
        return None
    names, verb = names_then_verb(sentence, opening.end())
    if not names or (verb is None and not source.plain.endswith(":", span.start, span.end)):
        return None
    return Found(names, opening.end(), verb, source.text[span.start : opening.end()].strip())
