"""What the issuer itself forbids or stops, naming nobody: "Theo đó, Ban Chỉ huy thông báo cấm tàu thuyền ra khơi từ 17 giờ"."""

from __future__ import annotations

import re
from functools import cache

from alertd.reading.rules.leads import leads
from alertd.reading.rules.rule import Found, Sentence
from alertd.reading.rules.speaker import is_issuer

_FORBIDS = re.compile(r"\s(?:thông báo|quyết định|ra lệnh)\s(?=(?:nghiêm )?cấm\s|(?:tạm )?(?:dừng|ngừng)\s)")
_LONGEST_SUBJECT = 140


def read(sentence: Sentence) -> Found | None:
    """The prohibition behind the issuer's name; it holds for whoever the document goes to."""
    source, span = sentence.source, sentence.span
    lead = _leads().match(source.low, span.start, span.end)
    if lead is None:
        return None  # the sentence that presents a notice only says what it is about
    start = lead.end()
    forbids = _FORBIDS.search(source.low, start, min(span.end, start + _LONGEST_SUBJECT))
    if forbids is None or not is_issuer(source.low[start : forbids.start()], sentence.issuer):
        return None
    return Found((), forbids.end(), forbids.end(), source.text[start : forbids.end()].strip())


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"(?:{leads()}[,:\s]+)+")
