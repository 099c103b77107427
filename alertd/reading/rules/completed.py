"""A point that completes its heading: "Bộ trưởng các Bộ: a) Công Thương chỉ đạo …", "Các Phó Chủ tịch: - Lê Văn Mẫu phụ trách …"."""

from __future__ import annotations

import re

from alertd.reading.heads import is_portfolio_at
from alertd.reading.persons import heads_persons, officer_at, person_at
from alertd.reading.rules.rule import Found, Sentence
from alertd.reading.source import fold
from alertd.reading.verbs import is_verb_at

_HEADING = re.compile(r"(?P<office>(?:Bộ trưởng|Giám đốc|Lãnh đạo) )?[Cc]ác (?P<unit>[Bb]ộ|[Ss]ở)$")


def read(sentence: Sentence) -> Found | None:
    """The portfolio at the head of a point under "các Bộ:" before a verb of command, or the person under an office."""
    return (_portfolio(sentence) or _person(sentence)) if sentence.under else None


def _portfolio(sentence: Sentence) -> Found | None:
    source, start = sentence.source, sentence.span.start
    length = is_portfolio_at(source.plain, start)
    heading = _HEADING.match(fold(sentence.under)) if length else None
    verb = start + length + 1
    if heading is None or not is_verb_at(source.plain, verb, sentence.span.end):
        return None
    name = f"{heading['office'] or ''}{heading['unit'].capitalize()} {source.text[start : start + length]}"
    return Found((name,), start, verb, source.text[start : start + length])


def _person(sentence: Sentence) -> Found | None:
    source, span = sentence.source, sentence.span
    if officer := officer_at(source.plain, span.start, span.end):
        return Found((source.text[officer.start("person") : officer.end("person")],), span.start, officer.end(), officer.group().strip())
    named = person_at(source.plain, span.start, span.end)
    office = heads_persons(sentence.under) if named else ""
    if named is None or not office:
        return None
    return Found((f"{office} {source.text[named.start('person') : named.end('person')]}",), span.start, named.end(), named.group().strip())
