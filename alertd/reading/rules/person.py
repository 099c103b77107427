"""The issuer is named by the person who holds its office: "Trên cơ sở đó, ông Nguyễn Văn Mẫu yêu cầu các xã …"."""

from __future__ import annotations

import re
from functools import cache

from alertd.reading.lexicon import either, lexicon
from alertd.reading.persons import holder_end
from alertd.reading.rules.rule import Found, Sentence, names_then_verb
from alertd.reading.source import UPPER

_LONGEST_LEAD = 80
_LONGEST_OFFICE = 120
_RANK = r"[Đđ]ồng chí|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá)"
_ADVERBS = r"(?:cũng |đã |còn |vừa |tiếp tục |đồng thời |trực tiếp )*"
# Newspapers name a holder of an office with the person's name only where he speaks: whom he leads is ordered, not he.
_DIRECTS = re.compile(rf"{_ADVERBS}chỉ đạo\s*:?\s*")


def read(sentence: Sentence) -> Found | None:
    """The order after "ông …" or "bà …", the office between commas, and the word that orders, or after an office with a person's name
    and "chỉ đạo".
    """
    source, span = sentence.source, sentence.span
    opening = _opening().match(source.plain, span.start, span.end)
    named = None if opening else holder_end(source.plain, span.start, span.end)
    opening = opening or (_DIRECTS.match(source.plain, named, span.end) if named else None)
    if not opening:
        return None
    names, verb = names_then_verb(sentence, opening.end()) if opening.end() < span.end else ((), None)
    return None if not names else Found(names, opening.end(), verb, source.text[span.start : opening.end()].strip(" :"))


@cache
def _opening() -> re.Pattern[str]:
    named = rf"(?:[Ôô]ng|[Bb]à|{_RANK})(?: [{UPPER}]\w*){{1,5}}"
    return re.compile(
        rf"(?:[^,.;:]{{2,{_LONGEST_LEAD}}}, )?(?P<person>{named} {_ADVERBS}{either(lexicon().order_words)}|"
        rf"{named}(?:,| [-–]) (?=[{UPPER}])[^.;:]{{4,{_LONGEST_OFFICE}}}?[ ,]+{_ADVERBS}"
        rf"(?:{either(lexicon().order_words)}|chỉ đạo))\s*:?\s*"
    )
