"""An order that names nobody: its verb opens the sentence, and whoever was named before must act."""

from __future__ import annotations

import re
from functools import cache

from alertd.reading.introduction import is_substantial
from alertd.reading.paragraphs import is_caps
from alertd.reading.rules.leads import leads
from alertd.reading.rules.rule import Found, Sentence
from alertd.reading.verbs import is_verb_at

# "Khi xảy ra cháy rừng phải báo cáo ngay …": the condition names nobody.
_CONDITION = re.compile(
    r"(?:(?:ngay |sau |trước )*khi|nếu|(?:trong )?(?:trường hợp|quá trình|thời gian|tình huống)) [^.;:,]{3,80}?(?:,? (?=(?:phải|cần) )|, )|"
    r"về [^.;:]{3,160}?, (?=(?:phải|cần) )"
)

# "Trong quá trình vận hành, nếu nước về hồ trên 900 m3/s thì mở thêm cửa": of a long one "thì" shows the end.
_IF = re.compile(r"(?:trong (?:quá trình|thời gian) [^,.;:]{2,80}, )?(?:nếu|khi|(?:trong )?trường hợp) ")
_THEN = re.compile(r" thì (?:(?:phải|cần) )?")
_STOCK_HEADING = re.compile(r"(?:tổ chức|triển khai) thực hiện")

# "Việc di dời dân phải hoàn thành trước 18 giờ": what must be done by whoever was named before.
_MATTER = re.compile(
    r"(?:tuy nhiên, )?(?:công tác|việc|công việc) [^.;:]{4,220}? (?:phải|cần|bắt buộc)(?: phải)?(?: được)? "
    r"(?:hoàn thành|thực hiện|tiến hành|kết thúc|làm xong|bảo đảm|đảm bảo|tuân thủ|tuân theo)(?!\w)"
)


def read(sentence: Sentence) -> Found | None:
    """The verb of command at the head of the sentence, or the matter that must be done."""
    source, span = sentence.source, sentence.span
    is_open = sentence.fills_paragraph and source.plain[span.end - 1] not in ".;:"
    if is_open and (is_caps(source.slice(span)) or _STOCK_HEADING.fullmatch(source.low, span.start, span.end)):
        return None  # "IV. TỔ CHỨC THỰC HIỆN" is a heading
    lead = _leads().match(source.low, span.start, span.end)
    at = lead.end() if lead else span.start
    at = _after_condition(sentence, at)
    is_matter = _MATTER.match(source.low, at, span.end) is not None
    if at >= span.end or not (is_matter or is_verb_at(source.plain, at, span.end)):
        return None
    words = source.text[at : at + 40].split(",")[0]
    only_opens = source.plain.endswith(":", at, span.end) and not is_substantial(source.low, at, span.end)
    return Found(None, span.start, None if only_opens else at, words)


def _after_condition(sentence: Sentence, at: int) -> int:
    """Where what must be done begins after its condition; `at` without one."""
    source, end = sentence.source, sentence.span.end
    thens = _THEN.finditer(source.low, at, end) if _IF.match(source.low, at, end) else iter(())
    if (begins := next((then.end() for then in thens if is_verb_at(source.plain, then.end(), end)), None)) is not None:
        return begins
    condition = _CONDITION.match(source.low, at, end)
    return condition.end() if condition else at


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"(?:[“\"]|tập trung:\s*|\(\d+\)\s*|{leads()}(?: là)?[,:\s]+(?:nhấn mạnh[,:\s]+)?)+")
