"""How fast Telegram may be written to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from alertd.simulators.telegram_limits import TelegramLimits

NOON = datetime(2026, 9, 7, 12, tzinfo=UTC)


def test_a_bot_sends_thirty_messages_a_second() -> None:
    limits = TelegramLimits()
    assert [limits.wait(chat, NOON) for chat in range(1, 31)] == [None] * 30
    assert limits.wait(31, NOON) == 1
    assert limits.wait(31, NOON + timedelta(seconds=1)) is None


def test_a_person_gets_one_message_a_second() -> None:
    limits = TelegramLimits()
    assert limits.wait(1, NOON) is None
    assert limits.wait(1, NOON + timedelta(milliseconds=900)) == 1
    assert limits.wait(1, NOON + timedelta(seconds=1)) is None


def test_a_group_gets_twenty_messages_a_minute() -> None:
    limits = TelegramLimits()
    assert [limits.wait(-1, NOON + timedelta(seconds=n)) for n in range(20)] == [None] * 20
    assert limits.wait(-1, NOON + timedelta(seconds=20)) == 40
