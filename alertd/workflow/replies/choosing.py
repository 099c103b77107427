"""Reads the forms that people use towards the service itself: a choice among numbered orders, a wish to get no more messages."""

from __future__ import annotations

import re
import unicodedata

from alertd.messages.plain import without_diacritics

_ALL = re.compile(r"^\W*(?:ca (hai|ba|bon|nam|\d{1,2})|tat ca|het|toan bo)\b(?: (?:cong dien|van ban|noi dung|tin|cai|het|a|nhe))*\W*$")
_LONGEST = 60
"""More letters than such a form has."""
_HOW_MANY = {"hai": 2, "ba": 3, "bon": 4, "nam": 5}
_ITEM = r"(?:(?:so|muc|noi dung|cai|thu|cau)\W{1,2})?(\d{1,2})"
_NUMBERS = re.compile(rf"^\W*{_ITEM}(?:\W*(?:,|;|va|\+|&|\s)\W*{_ITEM})*\W*$")
_STOP = re.compile(
    r"^\W*(?:(?:dừng|ngừng|ngưng|thôi)(?: (?:gửi|nhận|nhắn|báo))?(?: tin(?: nhắn)?)?(?: nữa)?"
    r"|(?:dung|ngung|thoi) (?:gui|nhan|nhan tin|gui tin)(?: nua)?|dung|(?:không|đừng) (?:nhận|gửi) tin(?: nữa)?|khong nhan tin(?: nua)?"
    r"|hủy (?:đăng ký|nhận tin)|huy (?:dang ky|nhan tin)|stop(?: ?all)?|unsubscribe|quit|cancel|end|/stop)\W*$"
)


def is_choice(words: str) -> bool:
    """Whether the words have the form of an answer to a numbered question, whatever was asked."""
    folded = without_diacritics(words).lower()
    return len(words) <= _LONGEST and bool(_ALL.match(folded) or _NUMBERS.match(folded))


def chosen(words: str, there_are: int) -> tuple[int, ...]:
    """The numbers, from 1, that such an answer chooses among so many; empty where it chooses none of them."""
    folded = without_diacritics(words).lower()
    if every := _ALL.match(folded):
        number = every.group(1)
        is_all = number is None or (_HOW_MANY.get(number) or int(number)) == there_are
        return tuple(range(1, there_are + 1)) if is_all else ()
    numbers = tuple(dict.fromkeys(int(number) for number in re.findall(r"\d+", folded)))
    return numbers if all(1 <= number <= there_are for number in numbers) else ()


def asks_to_stop(words: str) -> bool:
    """Whether somebody wants no more messages. Nobody is silenced for it: an officer is told."""
    text = unicodedata.normalize("NFC", words).lower().replace("huỷ", "hủy")
    return len(text) <= _LONGEST and bool(_STOP.match(text))
