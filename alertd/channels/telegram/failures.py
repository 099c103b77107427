"""What the Bot API's refusals mean for a delivery: try again, give up this address, or call the operator."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from alertd.channels.transport import Answer
from alertd.errors import DeliveryFailed, FailureKind

_NOT_FOUND = "Telegram không tìm thấy cuộc trò chuyện này"
_NO_ACCOUNT = "tài khoản Telegram của người nhận không còn"
_NO_GROUP = "nhóm Telegram này không còn"
_NO_RIGHTS = "bot không có quyền gửi tin vào nhóm này"
# The Bot API documents statuses and `parameters`, not descriptions (https://core.telegram.org/bots/api#making-requests). These
# parts of descriptions, as its server writes or passes them on (https://github.com/tdlib/telegram-bot-api, telegram-bot-api/Client.cpp),
# say under 400 as under 403 that it is the chat, not the text, that cannot take a message, and that nobody has turned us away.
_UNREACHABLE = {
    "chat not found": _NOT_FOUND,
    "user not found": _NOT_FOUND,
    "peer_id_invalid": _NOT_FOUND,
    "chat_id is empty": _NOT_FOUND,
    "chat_id_invalid": _NOT_FOUND,
    "channel_invalid": _NOT_FOUND,
    "user is deactivated": _NO_ACCOUNT,
    "input_user_deactivated": _NO_ACCOUNT,
    "can't initiate conversation": "người nhận chưa mở chat với bot",
    "can't send messages to bots": "địa chỉ này là một bot",
    "can't send messages to the user": "bot không gửi được tin cho người này",
    "chat was upgraded": "nhóm này đã thành siêu nhóm, cần mời bot lại",  # without saying to what
    "chat was deleted": _NO_GROUP,
    "chat was deactivated": _NO_GROUP,
    "chat is deactivated": _NO_GROUP,
    "not enough rights": _NO_RIGHTS,
    "have no rights": _NO_RIGHTS,
    "have no write access": _NO_RIGHTS,
    "need administrator rights": _NO_RIGHTS,
    "chat_admin_required": _NO_RIGHTS,
    "chat_write_forbidden": _NO_RIGHTS,
    "chat_send_plain_forbidden": _NO_RIGHTS,
    "chat_guest_send_forbidden": _NO_RIGHTS,
    "chat_restricted": _NO_RIGHTS,
    "user_banned_in_channel": _NO_RIGHTS,
    "channel_private": _NO_RIGHTS,
    "channel_public_group_na": _NO_RIGHTS,
    "topic_closed": "chủ đề của nhóm này đã đóng",
}
# Of the other 403s, whose decision it was.
_TURNED_AWAY = {
    "blocked by the user": "người nhận đã chặn bot",
    "bot was kicked": "bot đã bị đưa ra khỏi nhóm",
    "bot is not a member": "bot không còn trong nhóm",
}


class Trouble(Enum):
    """What about a message Telegram will not take, where it can be put right at once."""

    MARKUP = ("can't parse entities", "entity_bounds_invalid", "entities_too_long", "entities too long")
    LENGTH = ("message is too long", "message_too_long")
    BUTTONS = ("button_", "reply_markup_", "reply markup is too long")


class CallFailed(Exception):
    """A call of the Bot API that came to nothing."""

    def __init__(self, failure: DeliveryFailed, *, trouble: Trouble | None = None, migrated_to: str | None = None) -> None:
        super().__init__(failure.detail)
        self.failure = failure
        self.trouble = trouble
        """What would have to be put right for it to pass."""
        self.migrated_to = migrated_to
        """The chat's new id, where a group has become a supergroup."""


def unreadable() -> CallFailed:
    """The failure of a call that was answered with success, but in a form that cannot be read: it has reached somebody."""
    return CallFailed(DeliveryFailed(FailureKind.UNKNOWN, "Telegram trả lời không đọc được"))


def call_failed(answer: Answer) -> CallFailed:
    """The failure that an answer outside 2xx stands for."""
    content = _content(answer)
    if content is None:
        return CallFailed(_foreign(answer))
    description = str(content.get("description", ""))
    parameters = content.get("parameters") or {}
    migrated_to = parameters.get("migrate_to_chat_id")
    retry_after = parameters.get("retry_after")
    failure = DeliveryFailed(
        _kind(answer.status, description.lower()),
        _sentence(answer.status, description),
        timedelta(seconds=retry_after) if retry_after else None,
    )
    return CallFailed(failure, trouble=_trouble(description.lower()), migrated_to=str(migrated_to) if migrated_to else None)


def _trouble(description: str) -> Trouble | None:
    return next((trouble for trouble in Trouble if any(part in description for part in trouble.value)), None)


def _content(answer: Answer) -> dict[str, Any] | None:
    """The answer as the Bot API writes one; None for anything else."""
    try:
        content = json.loads(answer.body)
    except ValueError:
        return None
    return content if isinstance(content, dict) and "ok" in content else None


def _foreign(answer: Answer) -> DeliveryFailed:
    """An answer that is not the Bot API's: its gateway is down, or somebody in between (a carrier's block page) answered."""
    if answer.status >= 500:
        return DeliveryFailed(FailureKind.PROVIDER_DOWN, f"Telegram đang có sự cố (HTTP {answer.status})")
    return DeliveryFailed(FailureKind.NETWORK, f"trả lời không phải của Telegram (HTTP {answer.status}): có thể bị chặn trên đường truyền")


def _kind(status: int, description: str) -> FailureKind:
    if status >= 500:
        return FailureKind.PROVIDER_DOWN
    if status in _OF_CHATS and _found(_UNREACHABLE, description):
        return FailureKind.BAD_ADDRESS
    return _KINDS.get(status, FailureKind.BAD_MESSAGE)


def _found(sentences: Mapping[str, str], description: str) -> str:
    """The sentence of the first part that is in the description; empty where none is."""
    return next((sentence for part, sentence in sentences.items() if part in description), "")


_OF_CHATS = frozenset({400, 403})
_KINDS = {
    401: FailureKind.CREDENTIALS,
    403: FailureKind.BLOCKED,
    404: FailureKind.CREDENTIALS,  # a malformed token makes a path that does not exist
    409: FailureKind.CREDENTIALS,
    420: FailureKind.RATE,
    429: FailureKind.RATE,
}


def _sentence(status: int, description: str) -> str:
    """What officers read; the provider's own words only where nothing better is known."""
    small = description.lower()
    if status in _OF_CHATS and (why := _found(_UNREACHABLE, small) or (status == 403 and _found(_TURNED_AWAY, small))):
        return why
    said = f" ({description})" if description else f" (HTTP {status})"
    if status == 409 and "webhook" in small:
        return "bot đang được đặt webhook nên không thể hỏi tin đến" + said
    return _SENTENCES.get(status, "Telegram đang có sự cố" if status >= 500 else "Telegram không nhận tin này") + said


_SENTENCES = {
    401: "Telegram không chấp nhận mã của bot",
    403: "người nhận hoặc nhóm không cho bot gửi tin",
    404: "Telegram không chấp nhận mã của bot",
    409: "một tiến trình khác đang nhận tin bằng cùng mã bot",
    420: "gửi quá nhanh, Telegram yêu cầu chờ",
    429: "gửi quá nhanh, Telegram yêu cầu chờ",
}


class FloodWatch:
    """Tells a limit on one chat from a limit on the whole bot.

    A 429 carries only `retry_after`: Telegram does not say which limit was passed, and its developers answer that the time holds
    for the one message, "usually" for others too (https://github.com/tdlib/td/issues/1062). Taking every 429 for the bot's would
    let one chat (a group may take 20 a minute) silence everybody, at times for hours. So a limit is the chat's own until a second
    private chat meets one while the first still waits: that limit can only be the bot's.
    """

    def __init__(self) -> None:
        self._waits: dict[str, datetime] = {}

    def is_of_bot(self, chat: str, retry_after: timedelta, now: datetime) -> bool:
        """Note a 429 on this chat; whether it is the bot's limit that was passed."""
        if chat.startswith("-"):  # groups and channels have negative ids and a limit of their own
            return False
        self._waits = {other: until for other, until in self._waits.items() if until > now and other != chat}
        is_of_bot = bool(self._waits)
        self._waits[chat] = now + retry_after
        return is_of_bot
