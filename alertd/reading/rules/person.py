"""The issuer is named by the person who holds its office: "Trên cơ sở đó, ông Nguyễn Văn Mẫu yêu cầu các xã …"."""

from __future__ import annotations

import re
from functools import cache

from alertd.reading.lexicon import either, lexicon
from alertd.reading.rules.rule import Found, Sentence, names_then_verb
from alertd.reading.source import UPPER

_LONGEST_LEAD = 80


def read(sentence: Sentence) -> Found | None:
    """The order after "ông …" or "bà …" and the word that orders."""
    source, span = sentence.source, sentence.span
    opening = _opening().match(source.plain, span.start, span.end)
    if not opening:
        return None
    names, verb = names_then_verb(sentence, opening.end()) if opening.end() < span.end else ((), None)
    return None if not names else Found(names, opening.end(), verb, opening["person"].strip(" :"))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[^,.;:]{{2,{_LONGEST_LEAD}}}, )?(?P<person>(?:[Ôô]ng|[Bb]à)(?: [{UPPER}]\w*){{1,5}} "
        rf"(?:cũng |đã |còn |tiếp tục |đồng thời )*{either(lexicon().order_words)})\s*:?\s*"
    )
