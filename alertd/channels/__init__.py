"""The ways to reach people, one package each, in a list written out by hand."""

from __future__ import annotations

from alertd.channels.telegram.channel import TelegramChannel
from alertd.channels.twilio.sms import TwilioSmsChannel
from alertd.config import Settings
from alertd.ports import Channel, Clock

CHANNELS: dict[str, type[TelegramChannel] | type[TwilioSmsChannel]] = {
    "telegram": TelegramChannel,
    "twilio-sms": TwilioSmsChannel,
}
"""What each kind of sender is carried by. What its settings must hold stands beside them, in `alertd.config.senders`."""

ADDRESS_KINDS = ("sms", "telegram")
"""The kinds of address that they send to: for each there must be a template of every kind of message."""


def channels(settings: Settings, clock: Clock) -> dict[str, Channel]:
    """One channel for each sender of the configuration, by its name; those without credentials too. `start()` opens them."""
    public_url, seconds = settings.web.public_url, settings.delivery.timeout.total_seconds()
    return {sender.name: CHANNELS[sender.channel](sender, clock, public_url=public_url, seconds=seconds) for sender in settings.senders}
