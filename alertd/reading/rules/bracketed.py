"""Whoever is charged stands in brackets at the end: "Cưỡng chế các hộ không di dời (giao UBND huyện X)", "Mở kho gạo (Sở Y chủ trì)"."""

from __future__ import annotations

import re

from alertd.reading.names import names_in
from alertd.reading.rules.rule import Found, Sentence

_CHARGED = re.compile(
    r"\((?:(?P<given>giao|do|phân công)\s)?(?P<names>[^()]{4,200}?)"
    r"(?P<duty>\s(?:chủ trì|thực hiện|chịu trách nhiệm|đảm nhiệm)(?: thực hiện)?)?\)"
    r"[\s.;/]*$"
)
_COMES_BEFORE = re.compile(r",? (?:chủ trì,? )?phối hợp(?: với)? ")


def read(sentence: Sentence) -> Found | None:
    """The names in the last brackets, with a word that charges before or after them; bare names there only explain."""
    source, span = sentence.source, sentence.span
    found = _CHARGED.search(source.low, span.start, span.end)
    if found is None or not (found["given"] or found["duty"]):
        return None
    leads = _COMES_BEFORE.split(source.text[found.start("names") : found.end("names")])[0]
    names = names_in(leads)
    return Found(names, span.start, span.start, found.group().strip(" .;/")) if names else None
