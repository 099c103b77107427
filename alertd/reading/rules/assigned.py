"""An order without its subject: "Giao Sở Y tế …", "Đề nghị các đơn vị …", "Theo đó, yêu cầu …"."""

from __future__ import annotations

import re
from functools import cache

from alertd.reading.heads import is_body_head
from alertd.reading.lexicon import either, lexicon
from alertd.reading.names import names_in
from alertd.reading.rules.leads import COMMANDS, leads
from alertd.reading.rules.rule import Found, Sentence, names_then_verb
from alertd.reading.verbs import after_proper_name

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
    if names is None or verb is None:
        names, verb = _by_unknown_verb(sentence, start) or (names, verb)
    if names is None:
        return None
    return Found(names, start, verb, source.text[span.start : opening.end()].strip(" :"))


def _by_unknown_verb(sentence: Sentence, start: int) -> tuple[tuple[str, ...], int] | None:
    """The bodies that are charged with what no list of verbs knows, where a proper name shows its end."""
    plain, end = sentence.source.plain, sentence.span.end
    if plain.endswith(":", start, end) or not is_body_head(plain, start):
        return None
    verb = after_proper_name(plain, start, end)
    names = names_in(sentence.source.text[start:verb]) if verb is not None else None
    return (names, verb) if names and verb is not None else None


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"[“\"]?(?:{leads()}[,:\s]*)*(?:{either(lexicon().order_words)}|{COMMANDS})(?!(?<=giao) thông)\s*:?\s*")
