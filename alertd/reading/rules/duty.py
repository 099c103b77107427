"""Whose duty something is, told of the duty rather than of the body: "Nhiệm vụ của Sở Y tế là …", "Việc … được giao cho Sở Y tế"."""

from __future__ import annotations

import re

from alertd.reading.names import names_in
from alertd.reading.rules.rule import Found, Sentence
from alertd.reading.source import holds_any

_DUTY = r"(?:nhiệm vụ|trách nhiệm|phần việc)"
_LEAD = r"(?:[^,.;:]{2,40}, )?(?:[^,.;:]{2,40} (?:nêu rõ|nhấn mạnh|chỉ rõ) )?"
_OPENS = re.compile(
    rf"{_LEAD}{_DUTY}(?: (?:trước mắt|trọng tâm|chính))? (?:của|đặt ra cho) (?P<who>[^.;:]{{3,160}}?) "
    r"(?:(?:lúc này |hiện nay )?là(?: phải)?|trong việc|trong công tác) (?=\w)"
)
_ENDS = re.compile(
    rf"(?P<what>[^.;:]{{8,220}}?) (?:(?:cũng |đã )?được (?:giao|phân công) cho|(?:là|thuộc) {_DUTY} của) (?P<who>[^.;:]{{3,160}})[.;]?$"
)


def read(sentence: Sentence) -> Found | None:
    """Those named as whose duty it is, and where the duty is told, before or after them."""
    source, span = sentence.source, sentence.span
    if not holds_any(source.low, ("nhiệm vụ", "trách nhiệm", "phần việc", "được giao cho", "được phân công cho"), span.start, span.end):
        return None
    for form in (_OPENS, _ENDS):
        found = form.match(source.low, span.start, span.end)
        names = names_in(source.text[found.start("who") : found.end("who")]) if found else None
        if found and names:
            verb = found.end() if form is _OPENS else span.start
            return Found(names, span.start if form is _ENDS else found.start("who"), verb, source.slice(span)[:60])
    return None
