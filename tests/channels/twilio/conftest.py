"""A simulated Twilio and a channel that talks to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from pydantic import SecretStr

from alertd.channels.twilio.sms import TwilioSmsChannel
from alertd.channels.twilio.voice import TwilioVoiceChannel
from alertd.clock import SystemClock
from alertd.config import SenderSettings
from alertd.ports import Clock
from alertd.simulators.twilio import TwilioSimulator

MakeChannel = Callable[..., Awaitable[TwilioSmsChannel]]
MakeVoice = Callable[..., Awaitable[TwilioVoiceChannel]]


def twilio_settings(api_base: str, **changes: Any) -> SenderSettings:
    values = {
        "name": "sms",
        "channel": "twilio-sms",
        "api_base": api_base,
        "rate": 10.0,
        "from_number": "+15005550006",
        "account_sid": SecretStr("AC" + "0" * 32),
        "auth_token": SecretStr("simulated"),
    }
    return SenderSettings(**{**values, **changes})


@pytest.fixture
async def twilio() -> AsyncIterator[TwilioSimulator]:
    async with TwilioSimulator() as simulator:
        yield simulator


@pytest.fixture
async def opened(twilio: TwilioSimulator) -> AsyncIterator[MakeChannel]:
    """Makes a channel on the simulated Twilio; it is closed at the end."""
    made: list[TwilioSmsChannel] = []

    async def make(*, seconds: float = 20.0, public_url: str = "", clock: Clock | None = None, **changes: Any) -> TwilioSmsChannel:
        settings = twilio_settings(twilio.url, **changes)
        channel = TwilioSmsChannel(
            settings, clock or SystemClock(), public_url=public_url, seconds=seconds, poll_every=timedelta(seconds=5 if clock else 0)
        )
        made.append(channel)
        await channel.start()
        return channel

    yield make
    for channel in made:
        await channel.close()


def voice_settings(api_base: str, **changes: Any) -> SenderSettings:
    return twilio_settings(api_base, **{"name": "voice", "channel": "twilio-voice", "rate": 1.0, "receive": "webhook", **changes})


@pytest.fixture
async def voice(twilio: TwilioSimulator) -> AsyncIterator[MakeVoice]:
    """Makes a channel that calls through the simulated Twilio; it is closed at the end."""
    made: list[TwilioVoiceChannel] = []

    async def make(*, seconds: float = 20.0, public_url: str = "", **changes: Any) -> TwilioVoiceChannel:
        channel = TwilioVoiceChannel(voice_settings(twilio.url, **changes), SystemClock(), public_url=public_url, seconds=seconds)
        made.append(channel)
        await channel.start()
        return channel

    yield make
    for channel in made:
        await channel.close()


@pytest.fixture
async def channel(opened: MakeChannel) -> TwilioSmsChannel:
    return await opened()
