"""A heading that turns to somebody: "Đối với các địa phương ven biển:", "Về phía Bộ Y tế, …"."""

from __future__ import annotations

import re

from alertd.reading.names import names_in
from alertd.reading.rules.rule import Found, Sentence, names_then_verb
from alertd.reading.rules.speaker import is_issuer

_OPENING = re.compile(r"(?:về phía|riêng|(?:riêng )?(?:đối )?với)\s+")
# "Riêng với thị xã Vân Hồ yêu cầu các nhà thầu che chắn …": who is asked there; after a sign it is for whoever is concerned to ask.
_ASKS = re.compile(r"(?<![,:] )(?:yêu cầu|đề nghị|giao)\s+")

# "Đối với các trường học, nhiệm vụ trước mắt là kê cao bàn ghế": whose task it is, and then the order by any verb.
_WHOSE_TASK = re.compile(r",\s(?:nhiệm vụ|yêu cầu|trọng tâm|việc cần làm)(?:\s[^,.;:]{2,60})?\slà\s(?:phải\s)?")


def _whose_task(sentence: Sentence, start: int) -> tuple[tuple[str, ...] | None, int | None] | None:
    task = _WHOSE_TASK.search(sentence.source.low, start, sentence.span.end)
    return (names_in(sentence.source.text[start : task.start()]), task.end()) if task else None


def read(sentence: Sentence) -> Found | None:
    """The names after "Đối với", followed by a colon, a comma or the verb, or alone in a heading."""
    source, span = sentence.source, sentence.span
    opening = _OPENING.match(source.low, span.start, span.end)
    if not opening:
        return None
    begins = opening.end()
    names, verb = _whose_task(sentence, begins) or names_then_verb(sentence, begins)
    if verb is not None and (asks := _ASKS.match(source.low, verb, span.end)):
        charged, does = names_then_verb(sentence, asks.end())
        names, verb, begins = (charged, does, asks.end()) if charged else (names, verb, begins)
    names = tuple(
        name for name in names or () if not is_issuer(name.lower(), sentence.issuer)
    )  # who speaks: "Với các xã, UBND tỉnh nhấn mạnh"
    if not names or (verb is None and not sentence.is_heading):
        return None
    return Found(names, begins, verb, source.text[span.start : opening.end()].strip())
