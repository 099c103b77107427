"""Whether an introduction orders something itself or only opens the list of orders below it."""

from __future__ import annotations

import re

from alertd.reading.lexicon import lexicon

# The end of an introduction such as "…, trong đó tập trung một số nhiệm vụ cụ thể sau:".
_OPENS_LIST = re.compile(
    r"(?:[,;]?\s?(?:trong đó|cụ thể|đồng thời)?,?\s?(?:tập trung\s|thực hiện\s|triển khai\s|làm tốt\s|ngay\s|tốt\s)*)"
    r"(?:một số|các|những|ngay|tốt)?\s?(?:nhiệm vụ|nội dung|giải pháp|công việc|biện pháp|công tác|việc)"
    r"(?:[^.;]{0,80}?(?:sau đây|như sau|dưới đây|sau))?\s*[:.]?$"
)
# "… chỉ đạo các sở, ngành, địa phương, đơn vị trực thuộc:" says no more than who is to be told.
_WHOM = re.compile(
    r"(?<!\w)(?:các )?(?:sở|ban|ngành|địa phương|đơn vị|cơ quan|chính quyền|cấp|lực lượng|đoàn thể|phòng|xã|phường|huyện|thành phố)"
    r"(?: (?:chức năng|chuyên môn|liên quan|có liên quan|trực thuộc|cơ sở|thuộc quyền|thuộc phạm vi quản lý|tỉnh|địa phương))*(?!\w)"
)
_ENOUGH_WORDS = 3


def is_substantial(low: str, start: int, end: int) -> bool:
    """Whether the words from the verb on say more than "tập trung thực hiện các nhiệm vụ sau:"."""
    words = low[start:end]
    if words.rstrip().endswith((":", "sau")) or re.search(r"sau(?: đây)?[.:]?$", words.rstrip()):
        words = _OPENS_LIST.sub("", words)
    if low[start:end].rstrip().endswith(":"):
        words = _WHOM.sub(" ", words)
    return sum(word not in lexicon().stock for word in re.findall(r"[^\W\d_]+", words)) >= _ENOUGH_WORDS


def is_whole(low: str, end: int) -> bool:
    """Whether the sentence that ends there ends as a statement: no list of orders follows it."""
    return low[max(0, end - 12) : end].rstrip("/ ").endswith(".") and not re.search(r"sau(?: đây)?[./ ]*$", low[max(0, end - 12) : end])
