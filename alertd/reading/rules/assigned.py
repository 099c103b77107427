"""An order without its subject: "Giao Sở Y tế …", "Đề nghị các đơn vị …", "Theo đó, yêu cầu …"."""

from __future__ import annotations

import re
from functools import cache

from alertd.reading.lexicon import either, lexicon
from alertd.reading.rules.leads import COMMANDS, NO_CHARGE, leads
from alertd.reading.rules.rule import Found, Sentence, names_then_verb

# "Phân công cán bộ trực 24/24 giờ": whoever was named before assigns his people.
_STAFF = re.compile(
    r"phân công\s+(?:cán bộ|lực lượng|nhân viên|nhân lực|người|bảo vệ|đội ngũ|"
    r"(?:đồng chí )?lãnh đạo(?= (?:\w+ )?(?:trực|phụ trách|theo dõi)))(?!\w)"
)


def read(sentence: Sentence) -> Found | None:
    """The order at the head of the sentence that an ordering word opens."""
    source, span = sentence.source, sentence.span
    opening = _opening().match(source.low, span.start, span.end)
    if not opening:
        return None
    start = opening.end()
    if _STAFF.match(source.low, span.start, span.end):
        return None
    names, verb = names_then_verb(sentence, start) if start < span.end else ((), None)
    if names is None:
        return None
    return Found(names, start, verb, source.text[span.start : opening.end()].strip(" :"))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"[“\"]?(?:{leads()}[,:\s]*)*(?:{either(lexicon().order_words)}|{COMMANDS}){NO_CHARGE}\s*:?\s*")
