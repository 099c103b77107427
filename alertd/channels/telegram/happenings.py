"""What a Telegram update turns out to be: words, a tap, a reaction, an opened chat, a move, a farewell."""

from __future__ import annotations

import re
from typing import Any

from alertd.model.inbox import Happening, HappeningKind
from alertd.model.media import Media, MediaKind
from alertd.model.register import LARGEST

UPDATES = ("message", "edited_message", "message_reaction", "callback_query", "my_chat_member")
"""The kinds of update that are asked for (https://core.telegram.org/bots/api#update)."""

_START = re.compile(r"/start(?:@\w+)?(?:\s+(\S+))?\s*")

# How a group's members call a bot, whose name always ends so (https://core.telegram.org/bots/features#creating-a-new-bot).
_CALL = re.compile(r"@\w*bot\b", re.IGNORECASE)

# An animation also carries a document, a venue also a location.
_FILES = {
    "photo": MediaKind.PHOTO,
    "animation": MediaKind.VIDEO,
    "video": MediaKind.VIDEO,
    "video_note": MediaKind.VIDEO,
    "voice": MediaKind.VOICE,
    "audio": MediaKind.AUDIO,
    "document": MediaKind.DOCUMENT,
}
# What people send instead of words and nobody need fetch.
_OTHER = {
    "poll": "bình chọn",
    "checklist": "danh sách việc",
    "story": "tin 24 giờ",
    "paid_media": "ảnh, video trả phí",
    "dice": "xúc xắc",
    "game": "trò chơi",
}
_NO_EMOJI = "[cảm xúc]"
_REMOVED = "[gỡ cảm xúc]"


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
    if change := update.get("message_reaction"):
        return _of_reaction(change)
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
    words, media = _words(message), _media(message)
    if start := _START.fullmatch(words):
        return Happening(HappeningKind.START, address, words=start[1] or "", is_group=is_group, who=who)
    answered = message.get("reply_to_message") or {}
    is_called = is_group and bool(_CALL.search(words))
    words = _CALL.sub("", words).strip() if is_called else words
    if not words and not media:
        return None
    return Happening(
        HappeningKind.TEXT,
        address,
        words=words,
        message_ref=_reference_of_album(message) or reference(message),
        media=media,
        is_edit=is_edit,
        answers_ref=reference(answered) if answered else None,
        # Of a message that was deleted only the part remains that the answer quotes.
        answered_words=str(answered.get("text") or (message.get("quote") or {}).get("text", "")),
        is_group=is_group,
        is_addressed=not is_group or bool(answered.get("from", {}).get("is_bot")) or is_called,
        who=who,
    )


def _words(message: dict[str, Any]) -> str:
    """The text or caption, or in brackets what was sent instead. A sticker says its emoji."""
    if text := message.get("text") or message.get("caption"):
        return str(text)
    if "sticker" in message:
        return str(message["sticker"].get("emoji") or "[nhãn dán]")
    if contact := message.get("contact"):
        return f"[danh thiếp: {contact.get('first_name', '')} {contact.get('phone_number', '')}]"
    return next((f"[{name}]" for kind, name in _OTHER.items() if kind in message), "")


def _media(message: dict[str, Any]) -> tuple[Media, ...]:
    if place := message.get("location"):
        name = str(message.get("venue", {}).get("title", ""))
        return (Media(MediaKind.LOCATION, "", name, latitude=place["latitude"], longitude=place["longitude"]),)
    kind = next((kind for kind in _FILES if kind in message), None)
    if kind is None:
        return ()
    sizes = message[kind]
    file = max(sizes, key=lambda size: size.get("width", 0)) if isinstance(sizes, list) else sizes
    return (Media(_FILES[kind], file["file_id"], str(file.get("file_name", "")), _size(file)),)


def _size(file: dict[str, Any]) -> int | None:
    size = file.get("file_size")
    return None if size is None else min(size, LARGEST)  # up to 52 bits: a database counts no further, and it is too large in any case


def _reference_of_album(message: dict[str, Any]) -> str | None:
    """Each photo of an album is a message of its own, and only one has the words: together they are one."""
    album = message.get("media_group_id")
    return f"{message['chat']['id']}:album:{album}" if album else None


def _of_reaction(change: dict[str, Any]) -> Happening:
    """A reaction is changed and taken away like a message that is edited. In groups it is told only to a bot that is an administrator."""
    actor = change.get("user") or change.get("actor_chat") or {}
    emoji = [str(reaction.get("emoji") or _NO_EMOJI) for reaction in change["new_reaction"]]
    answered = reference(change)
    return Happening(
        HappeningKind.REACTION,
        str(change["chat"]["id"]),
        words=" ".join(emoji) or _REMOVED,
        message_ref=f"{answered}:reaction:{actor.get('id', '')}",
        is_edit=bool(change["old_reaction"]),
        answers_ref=answered,
        is_group=change["chat"]["type"] != "private",
        who=_who(actor),
    )


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
