"""What the Bot API's refusals mean, and whose limit a 429 is."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from alertd.channels.telegram.failures import CallFailed, FloodWatch, Trouble, call_failed
from alertd.channels.transport import Answer
from alertd.errors import FailureKind

NOON = datetime(2026, 9, 7, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_a_limit_is_the_chats_until_a_second_chat_meets_one_while_the_first_waits() -> None:
    watch = FloodWatch()
    assert not watch.is_of_bot("1", MINUTE, NOON)
    assert not watch.is_of_bot("1", MINUTE, NOON + timedelta(seconds=30))
    assert watch.is_of_bot("2", MINUTE, NOON + timedelta(seconds=59))


def test_a_limit_that_has_passed_proves_nothing() -> None:
    watch = FloodWatch()
    assert not watch.is_of_bot("1", MINUTE, NOON)
    assert not watch.is_of_bot("2", MINUTE, NOON + MINUTE)


def refused(status: int, description: str, **parameters: int) -> CallFailed:
    body = {"ok": False, "error_code": status, "description": description, "parameters": parameters}
    return call_failed(Answer(status, {}, json.dumps(body).encode()))


@pytest.mark.parametrize(
    ("status", "description", "kind"),
    [
        (400, "Bad Request: chat not found", FailureKind.BAD_ADDRESS),
        (400, "Bad Request: group chat was deactivated", FailureKind.BAD_ADDRESS),
        (400, "Bad Request: not enough rights to send text messages to the chat", FailureKind.BAD_ADDRESS),
        (400, "Bad Request: CHAT_RESTRICTED", FailureKind.BAD_ADDRESS),
        (400, "Bad Request: private chat not found", FailureKind.BAD_ADDRESS),
        (400, "Bad Request: PEER_ID_INVALID", FailureKind.BAD_ADDRESS),
        (400, "Bad Request: group chat was upgraded to a supergroup chat", FailureKind.BAD_ADDRESS),
        (400, "Bad Request: have no rights to send a message", FailureKind.BAD_ADDRESS),
        (400, "Bad Request: have no write access to the chat", FailureKind.BAD_ADDRESS),
        (400, "Bad Request: need administrator rights in the channel chat", FailureKind.BAD_ADDRESS),
        (400, "Bad Request: CHAT_WRITE_FORBIDDEN", FailureKind.BAD_ADDRESS),
        (400, "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN", FailureKind.BAD_ADDRESS),
        (400, "Bad Request: CHAT_ADMIN_REQUIRED", FailureKind.BAD_ADDRESS),
        (400, "Bad Request: USER_BANNED_IN_CHANNEL", FailureKind.BAD_ADDRESS),
        (400, "Bad Request: CHANNEL_PRIVATE", FailureKind.BAD_ADDRESS),
        (400, "Bad Request: TOPIC_CLOSED", FailureKind.BAD_ADDRESS),
        (400, "Bad Request: message is too long", FailureKind.BAD_MESSAGE),
        (400, "Bad Request: can't parse entities: unclosed start tag", FailureKind.BAD_MESSAGE),
        (400, "Bad Request: message text is empty", FailureKind.BAD_MESSAGE),
        (401, "Unauthorized", FailureKind.CREDENTIALS),
        (403, "Forbidden: bot was blocked by the user", FailureKind.BLOCKED),
        (403, "Forbidden: bot was kicked from the supergroup chat", FailureKind.BLOCKED),
        (403, "Forbidden: bot is not a member of the channel chat", FailureKind.BLOCKED),
        (403, "Forbidden: user is deactivated", FailureKind.BAD_ADDRESS),
        (403, "Forbidden: bot can't initiate conversation with a user", FailureKind.BAD_ADDRESS),
        (403, "Forbidden: bot can't send messages to bots", FailureKind.BAD_ADDRESS),
        (403, "Forbidden: bot can't send messages to the user", FailureKind.BAD_ADDRESS),
        (403, "Forbidden: the group chat was deleted", FailureKind.BAD_ADDRESS),
        (403, "Forbidden: bot is not a member of the supergroup chat", FailureKind.BLOCKED),
        (404, "Not Found", FailureKind.CREDENTIALS),
        (409, "Conflict: terminated by other getUpdates request", FailureKind.CREDENTIALS),
        (420, "Enhance Your Calm", FailureKind.RATE),
        (429, "Too Many Requests: retry after 7", FailureKind.RATE),
        (500, "Internal Server Error: restart", FailureKind.PROVIDER_DOWN),
        (502, "Bad Gateway", FailureKind.PROVIDER_DOWN),
    ],
)
def test_a_refusal_says_by_its_kind_what_comes_next(status: int, description: str, kind: FailureKind) -> None:
    assert refused(status, description).failure.kind is kind


@pytest.mark.parametrize(
    ("status", "description", "why"),
    [
        (403, "Forbidden: user is deactivated", "tài khoản Telegram của người nhận không còn"),
        (403, "Forbidden: the group chat was deleted", "nhóm Telegram này không còn"),
        (403, "Forbidden: bot can't initiate conversation with a user", "người nhận chưa mở chat với bot"),
        (403, "Forbidden: bot can't send messages to the user", "bot không gửi được tin cho người này"),
        (403, "Forbidden: bot was blocked by the user", "người nhận đã chặn bot"),
        (403, "Forbidden: bot was kicked from the group chat", "bot đã bị đưa ra khỏi nhóm"),
        (403, "Forbidden: bot is not a member of the channel chat", "bot không còn trong nhóm"),
        (400, "Bad Request: chat not found", "Telegram không tìm thấy cuộc trò chuyện này"),
        (400, "Bad Request: not enough rights to send text messages to the chat", "bot không có quyền gửi tin vào nhóm này"),
    ],
)
def test_the_officer_reads_in_vietnamese_what_is_the_matter_and_who_did_it(status: int, description: str, why: str) -> None:
    assert refused(status, description).failure.detail == why


@pytest.mark.parametrize(
    ("status", "description", "why"),
    [
        (403, "Forbidden: what nobody has seen yet", "người nhận hoặc nhóm không cho bot gửi tin"),
        (400, "Bad Request: message text is empty", "Telegram không nhận tin này"),
    ],
)
def test_a_refusal_that_nobody_foresaw_is_told_with_telegrams_own_words(status: int, description: str, why: str) -> None:
    assert refused(status, description).failure.detail == f"{why} ({description})"


def test_what_can_be_put_right_and_where_a_group_has_gone_is_told() -> None:
    assert refused(400, "Bad Request: can't parse entities: unsupported start tag").trouble is Trouble.MARKUP
    assert refused(400, "Bad Request: message is too long").trouble is Trouble.LENGTH
    assert refused(400, "Bad Request: BUTTON_DATA_INVALID").trouble is Trouble.BUTTONS
    assert refused(400, "Bad Request: reply markup is too long").trouble is Trouble.BUTTONS
    assert refused(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-100).migrated_to == "-100"
    assert refused(429, "Too Many Requests", retry_after=7).failure.retry_after == timedelta(seconds=7)
