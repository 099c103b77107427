"""The issuer orders somebody: "Thủ tướng Chính phủ yêu cầu các Bộ … khẩn trương …"."""

from __future__ import annotations

import re
from functools import cache

from alertd.reading.heads import is_body_head
from alertd.reading.lexicon import either, lexicon
from alertd.reading.rules.rule import Found, Sentence, names_then_verb

_ADVERBS = re.compile(r"(?:\s(?:cũng|đã|tiếp tục|đồng thời|còn|vừa|lưu ý|và|nêu rõ|chỉ đạo))+$")
_SINCE = re.compile(r"[,;:.](?:\s|$)")
_SAYS = ("công điện", "công văn", "thủ tướng", "chính phủ", "văn bản", "chỉ thị", "thông báo", "kế hoạch")
# "Để chủ động ứng phó, đề nghị các địa phương …": the issuer goes without saying.
_PURPOSES = ("để ", "nhằm ", "trước ", "thực hiện ", "triển khai ", "căn cứ ", "tiếp theo ", "tiếp tục ", "do ", "hiện ")
_LONGEST_OFFICE = 130


def read(sentence: Sentence) -> Found | None:
    """The order after "<issuer> yêu cầu", wherever in the sentence it stands."""
    source, span = sentence.source, sentence.span
    for word in _words().finditer(source.low, span.start, span.end):
        subject = _subject_start(sentence, word.start())
        if subject is None:
            continue
        start = word.end()
        while start < span.end and source.plain[start] in " :":
            start += 1
        names, verb = names_then_verb(sentence, start) if start < span.end else ((), None)
        if names is None and verb != start:
            continue
        return Found(names or (), start, verb, source.text[subject : word.end()])
    return None


@cache
def _words() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!có )(?<!theo )(?<!được )(?<!khi )(?<!ngoại )(?<!bàn )(?<!chuyển )(?<!toàn ){either(lexicon().order_words)}(?! thông)"
    )


def _subject_start(sentence: Sentence, end: int) -> int | None:
    """Where the office that orders begins, None where what stands before the word is no office."""
    source = sentence.source
    low = source.low[sentence.span.start : end].rstrip()
    low = _ADVERBS.sub("", low)
    last = max((m.end() for m in _SINCE.finditer(low)), default=0)
    subject = low[last:]
    if not subject and last and low.startswith(_PURPOSES):
        return sentence.span.start + last
    if not subject or len(subject) > _LONGEST_OFFICE:
        return None
    start = sentence.span.start + last
    if subject.startswith(_SAYS) or is_body_head(source.plain, start):
        return start
    return start if sentence.issuer and subject.endswith(sentence.issuer) else None
