"""Tells the sentence with which telegrams close: "Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện Công điện này"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from alertd.directory.names import squeeze
from alertd.model.documents import Directive

_ANYBODY = re.compile(
    r"(?:(?:các|những|mọi|tất cả|toàn thể|cơ quan|đơn vị|địa phương|tổ chức|cá nhân|sở|ban|ngành|cấp|thủ trưởng|người đứng đầu|lãnh đạo|"
    r"liên quan|có|và)(?:[ ,-]+|$)){1,24}"
)
_CARRIES_OUT = re.compile(
    r"(?:(?:nghiêm túc|nghiêm|khẩn trương|quyết liệt|tích cực|ngay|tổ chức|triển khai|quán triệt|phối hợp|"
    r"thực hiện|chấp hành|tốt|đầy đủ|hiệu quả|"
    r"có|các|những|nội dung|nhiệm vụ|yêu cầu|chỉ đạo|tại|trong|của|theo|và)(?:[ ,]+|$)){1,24}"
    r"(?:(?:công điện|công văn|chỉ thị|văn bản|thông báo) này)?"
)
_CLOSES = " ./;"


def is_closing(directive: Directive) -> bool:
    """Whether it asks nobody in particular, and for nothing but that the document itself be carried out."""
    clauses = [action.text for action in directive.actions] or [directive.text]
    asks_more = directive.deadline is not None or directive.report is not None or bool(directive.supports)
    names = directive.addressees
    return bool(names) and not asks_more and _all(_ANYBODY, names) and _all(_CARRIES_OUT, clauses)


def _all(pattern: re.Pattern[str], texts: Iterable[str]) -> bool:
    return all(pattern.fullmatch(squeeze(text).lower().strip(_CLOSES)) for text in texts)
