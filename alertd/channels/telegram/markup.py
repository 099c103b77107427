"""What Telegram's HTML comes to once its tags are read: its plain text and its length; and another form for what was refused."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from alertd.channels.telegram.failures import Trouble
from alertd.messages.splitting import split
from alertd.ports import Outgoing

HALF = 2048
"""Units of a piece of what Telegram finds too long although it is within the limit that Telegram documents."""
_TAG = re.compile(r"<[^<>]*>")


def plain_text(text: str) -> str:
    """The text without tags, with entities decoded."""
    return html.unescape(_TAG.sub("", text))


def utf16_units(text: str) -> int:
    """The length as Telegram counts it: UTF-16 code units, so a letter outside the basic plane counts as two."""
    return len(text.encode("utf-16-le")) // 2


def put_right(message: Outgoing, trouble: Trouble | None) -> list[Outgoing]:
    """What to send in place of a message that was refused for its form: plain words for tags, pieces cut at sentences for what is
    too long, no buttons for bad ones; nothing where there is no better form.
    """
    plain = replace(message, text=plain_text(message.text), is_html=False) if message.is_html else message
    if trouble is Trouble.LENGTH:
        *first, last = split(plain.text, lambda piece: utf16_units(piece) <= HALF) or ("",)
        return [*(replace(plain, text=piece, buttons=()) for piece in first), replace(plain, text=last)] if first else []
    if trouble is Trouble.BUTTONS:
        return [replace(message, buttons=())] if message.buttons else []
    return [plain] if trouble is Trouble.MARKUP and message.is_html else []
