"""A simulated Telegram and a channel that talks to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from pydantic import SecretStr

from alertd.channels.telegram.channel import TelegramChannel
from alertd.clock import SystemClock
from alertd.config import SenderSettings
from alertd.simulators.telegram import TelegramSimulator

MakeChannel = Callable[..., Awaitable[TelegramChannel]]


def telegram_settings(api_base: str, **changes: Any) -> SenderSettings:
    values = {"name": "telegram", "channel": "telegram", "api_base": api_base, "rate": 30.0, "token": SecretStr("123456:simulated")}
    return SenderSettings(**{**values, **changes})


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramSimulator]:
    async with TelegramSimulator() as simulator:
        yield simulator


@pytest.fixture
async def opened(telegram: TelegramSimulator) -> AsyncIterator[MakeChannel]:
    """Makes a channel on the simulated Telegram; it is closed at the end."""
    made: list[TelegramChannel] = []

    async def make(*, seconds: float = 20.0, poll_seconds: float = 0.0, public_url: str = "", **changes: Any) -> TelegramChannel:
        settings = telegram_settings(telegram.url, **changes)
        channel = TelegramChannel(settings, SystemClock(), public_url=public_url, seconds=seconds, poll_seconds=poll_seconds)
        made.append(channel)
        await channel.start()
        return channel

    yield make
    for channel in made:
        await channel.close()


@pytest.fixture
async def channel(opened: MakeChannel) -> TelegramChannel:
    return await opened()
