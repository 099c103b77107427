"""A heading that turns to somebody: "Đối với các địa phương ven biển:", "Về phía Bộ Y tế, …"."""

from __future__ import annotations

import re

from alertd.reading.names import names_in
from alertd.reading.rules.rule import Found, Sentence, names_then_verb
from alertd.reading.rules.speaker import is_issuer

_OPENING = re.compile(r"(?:đối với|về phía|riêng(?: đối với)?|với)\s+")

# "Đối với các trường học, nhiệm vụ trước mắt là kê cao bàn ghế": whose task it is, and then the order by any verb.
_WHOSE_TASK = re.compile(r",\s(?:nhiệm vụ|yêu cầu|trọng tâm|việc cần làm)(?:\s[^,.;:]{2,60})?\slà\s(?:phải\s)?")


def _whose_task(sentence: Sentence, start: int) -> tuple[tuple[str, ...] | None, int | None] | None:
    task = _WHOSE_TASK.search(sentence.source.low, start, sentence.span.end)
    return (names_in(sentence.source.text[start : task.start()]), task.end()) if task else None


def read(sentence: Sentence) -> Found | None:
    """The names after "Đối với", followed by a colon, a comma or the verb."""
    source, span = sentence.source, sentence.span
    opening = _OPENING.match(source.low, span.start, span.end)
    if not opening:
        return None
    names, verb = _whose_task(sentence, opening.end()) or names_then_verb(sentence, opening.end())
    names = tuple(
        name for name in names or () if not is_issuer(name.lower(), sentence.issuer)
    )  # who speaks: "Với các xã, UBND tỉnh nhấn mạnh"
    if not names or (verb is None and not source.plain.endswith(":", span.start, span.end)):
        return None
    return Found(names, opening.end(), verb, source.text[span.start : opening.end()].strip())
