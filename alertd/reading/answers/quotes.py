"""Cuts off what a reply only repeats, so that the alert's own words are never taken for the sender's."""

from __future__ import annotations

import re

# Every repetition is bounded or cannot match what follows it, so that the time grows with the length alone.
_QUOTED_LINE = re.compile(r"^[^\S\n]*[>»│|].*$", re.MULTILINE)
_FORWARDED = re.compile(
    r"^[^\S\n]*(?:-{3,}\s?(?:original message|tin nhắn gốc|thư gốc|forwarded)"
    r"|on .{0,80} wrote:|vào .{0,80} đã viết:|(?:fwd?|chuyển tiếp)\s?:).*",
    re.IGNORECASE | re.DOTALL | re.MULTILINE,
)
# Every alert ends in the choices that it offers and the desk's number; what stands behind them the sender wrote.
_CHOICES = re.compile(
    r"(?:trả lời|tra loi|reply)\s?:?\s{0,2}[\"“]?1\s+\S+"
    r"(?:[\s\S]{0,200}?\b4\s+[a-z]{2,4}\d{2,6}\s+(?:không|khong)\s+(?:làm|lam|thực hiện|thuc hien)\s+(?:được|duoc)\b\.?|[^\n]*)"
    r"(?:\s{0,4}(?:trực ban|truc ban)\s?:?\s?\d[\d .]{5,18})?",
    re.IGNORECASE,
)
# An alert begins with its own heading; a reply that begins so is the alert, forwarded.
_HEADING = re.compile(
    r"^[^\S\n]*(?:\[[^\]\[\n]*(?:công điện|cảnh báo|diễn tập|khẩn|alertd)[^\]\[\n]*\]|(?:hỏa tốc|hoả tốc|thượng khẩn)\s?[:.–-]).*$",
    re.IGNORECASE | re.MULTILINE,
)
# What a telephone writes in place of a sticker or a picture.
_PICTURE = re.compile(
    r"\[(?:nhãn\s{1,8}dán|sticker|hình\s{1,8}ảnh|ảnh|photo|image|video|gif|tệp|tệp\s{1,8}đính\s{1,8}kèm|file|vị\s{1,8}trí|location"
    r"|tin\s{1,8}nhắn\s{1,8}thoại|voice)\]",
    re.IGNORECASE,
)
_CITED = re.compile(r"[\"“”«][^\"“”«»\n]{12,}[\"“”»]")


def own_words(text: str) -> str:
    """What the sender wrote: the text without quoted lines, forwarded messages, the alert's choices and long quotations."""
    for pattern in (_QUOTED_LINE, _FORWARDED, _CHOICES, _HEADING, _PICTURE, _CITED):
        text = pattern.sub(" ", text)
    return text.strip()
