"""What Telegram's HTML comes to once its tags are read: its plain text and its length."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"<[^<>]*>")


def plain_text(text: str) -> str:
    """The text without tags, with entities decoded."""
    return html.unescape(_TAG.sub("", text))


def utf16_units(text: str) -> int:
    """The length as Telegram counts it: UTF-16 code units, so a letter outside the basic plane counts as two."""
    return len(text.encode("utf-16-le")) // 2
