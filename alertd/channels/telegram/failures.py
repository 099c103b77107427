"""What the Bot API's refusals mean for a delivery: try again, give up this address, or call the operator."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from alertd.channels.transport import Answer
from alertd.errors import DeliveryFailed, FailureKind

# The Bot API documents statuses and `parameters`, not descriptions (https://core.telegram.org/bots/api#making-requests). These
# parts of descriptions say that it is the chat, not the text, that cannot take a message.
_NO_SUCH_CHAT = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "chat_id is empty",
    "group chat was",  # deactivated, or upgraded without saying to what
    "not enough rights",
    "have no rights",
    "need administrator rights",
    "chat_write_forbidden",
    "topic_closed",
    "chat_restricted",
    "chat_id_invalid",
    "channel_private",
    "channel_invalid",
    "input_user_deactivated",
)


class Trouble(Enum):
    """What about a message Telegram will not take, where it can be put right at once."""

    MARKUP = ("can't parse entities", "entity_bounds_invalid", "entities_too_long", "entities too long")
    LENGTH = ("message is too long", "message_too_long")
    BUTTONS = ("button_data_invalid", "button_type_invalid", "button_url_invalid", "reply_markup_invalid", "reply_markup_too_long")


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
    if status == 400 and any(part in description for part in _NO_SUCH_CHAT):
        return FailureKind.BAD_ADDRESS
    if status == 403 and any(part in description for part in _NOBODY_THERE):
        return FailureKind.BAD_ADDRESS
    return _KINDS.get(status, FailureKind.BAD_MESSAGE)


# Of the 403s these are nobody's decision to hear no more of us.
_NOBODY_THERE = {
    "user is deactivated": "tài khoản Telegram của người nhận không còn",
    "can't initiate conversation": "người nhận chưa mở chat với bot",
    "can't send messages to": "địa chỉ này là một bot",
}
_KINDS = {
    401: FailureKind.CREDENTIALS,
    403: FailureKind.BLOCKED,
    404: FailureKind.CREDENTIALS,  # a malformed token makes a path that does not exist
    409: FailureKind.CREDENTIALS,
    420: FailureKind.RATE,
    429: FailureKind.RATE,
}


def _sentence(status: int, description: str) -> str:
    said = f" ({description})" if description else f" (HTTP {status})"
    if status == 409 and "webhook" in description.lower():
        return "bot đang được đặt webhook nên không thể hỏi tin đến" + said
    if status == 403 and (why := next((why for part, why in _NOBODY_THERE.items() if part in description.lower()), "")):
        return why + said
    return _SENTENCES.get(status, "Telegram đang có sự cố" if status >= 500 else "Telegram không nhận tin này") + said


_SENTENCES = {
    401: "Telegram không chấp nhận mã của bot",
    403: "người nhận đã chặn bot hoặc đã rời nhóm",
    404: "Telegram không chấp nhận mã của bot",
    409: "một tiến trình khác đang nhận tin bằng cùng mã bot",
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
