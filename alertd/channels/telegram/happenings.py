"""What a Telegram update turns out to be: words, a tap, an opened chat, a move, a farewell."""

from __future__ import annotations

import re
from typing import Any

from alertd.model.inbox import Happening, HappeningKind

UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of update that are asked for (https://core.telegram.org/bots/api#update)."""

_START = re.compile(r"/start(?:@\w+)?(?:\s+(\S+))?\s*")

# How a group's members call a bot, whose name always ends so (https://core.telegram.org/bots/features#creating-a-new-bot).
_CALL = re.compile(r"@\w*bot\b", re.IGNORECASE)

# What people send instead of words, and what it is called. An animation also carries a document, a venue also a location.
_MEDIA = {
    "photo": "ảnh",
    "video": "video",
    "video_note": "video",
    "animation": "ảnh động",
    "voice": "tin thoại",
    "audio": "âm thanh",
    "document": "tệp",
    "venue": "địa điểm",
    "location": "vị trí",
    "contact": "danh thiếp",
    "poll": "bình chọn",
}


def reference(message: dict[str, Any]) -> str:
    """A message's reference, `<chat>:<message>`: message ids are unique only within a chat."""
    return f"{message['chat']['id']}:{message['message_id']}"


def happening(update: dict[str, Any]) -> Happening | None:
    """What the update means; None for what does not concern us."""
    if message := update.get("message"):
        return _of_message(message, is_edit=False)
    if message := update.get("edited_message"):
        # A shared position "edits" its message every few seconds while it moves.
        return None if "location" in message else _of_message(message, is_edit=True)
    if query := update.get("callback_query"):
        return _of_tap(query)
    if change := update.get("my_chat_member"):
        return _of_membership(change)
    return None


def _of_message(message: dict[str, Any], *, is_edit: bool) -> Happening | None:
    chat = message["chat"]
    address, is_group, who = str(chat["id"]), chat["type"] != "private", _who(message.get("from", {}))
    if moved_to := message.get("migrate_to_chat_id"):
        return Happening(HappeningKind.MOVED, address, words=str(moved_to), is_group=True)
    words = _words(message)
    if not words:
        return None
    if start := _START.fullmatch(words):
        return Happening(HappeningKind.START, address, words=start[1] or "", is_group=is_group, who=who)
    answered = message.get("reply_to_message") or {}
    is_called = is_group and bool(_CALL.search(words))
    words = _CALL.sub("", words).strip() if is_called else words
    if not words:
        return None
    return Happening(
        HappeningKind.TEXT,
        address,
        words=words,
        message_ref=reference(message),
        is_edit=is_edit,
        answers_ref=reference(answered) if answered else None,
        answered_words=str(answered.get("text", "")),
        is_group=is_group,
        is_addressed=not is_group or bool(answered.get("from", {}).get("is_bot")) or is_called,
        who=who,
    )


def _words(message: dict[str, Any]) -> str:
    """The text, or in brackets what was sent instead, with its caption. A sticker says its emoji."""
    if text := message.get("text"):
        return str(text)
    if "sticker" in message:
        return str(message["sticker"].get("emoji") or "[nhãn dán]")
    name = next((name for kind, name in _MEDIA.items() if kind in message), None)
    if name is None:
        return ""
    detail = _detail(message)
    described = f"[{name}: {detail}]" if detail else f"[{name}]"
    return f"{described} {message.get('caption', '')}".strip()


def _detail(message: dict[str, Any]) -> str:
    """What a place or a card says, so that an officer need not open the chat."""
    if location := message.get("location"):
        return f"{location['latitude']}, {location['longitude']}"
    if contact := message.get("contact"):
        return f"{contact.get('first_name', '')} {contact.get('phone_number', '')}".strip()
    return ""


def _of_tap(query: dict[str, Any]) -> Happening | None:
    message, data = query.get("message"), query.get("data")
    if message is None or data is None:
        return None
    return Happening(
        HappeningKind.TAP,
        str(message["chat"]["id"]),
        data=data,
        answers_ref=reference(message),
        is_group=message["chat"]["type"] != "private",
        who=_who(query["from"]),
    )


def _of_membership(change: dict[str, Any]) -> Happening | None:
    if change["new_chat_member"]["status"] not in {"kicked", "left"}:
        return None
    chat = change["chat"]
    return Happening(HappeningKind.LEFT, str(chat["id"]), is_group=chat["type"] != "private", who=_who(change["from"]))


def _who(user: dict[str, Any]) -> str:
    """How the person calls themselves."""
    name = " ".join(filter(None, (user.get("first_name"), user.get("last_name"))))
    return f"{name} (@{user['username']})".strip() if user.get("username") else name
