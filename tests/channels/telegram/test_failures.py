"""Whose limit a 429 is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from alertd.channels.telegram.failures import FloodWatch

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
