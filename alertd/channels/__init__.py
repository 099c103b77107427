"""The ways to reach people, one package each, in a list written out by hand."""

from __future__ import annotations

from collections.abc import Mapping

from alertd.channels.telegram.channel import TelegramChannel
from alertd.channels.twilio.sms import TwilioSmsChannel
from alertd.channels.twilio.voice import TwilioVoiceChannel
from alertd.config import Settings
from alertd.model.notices import MessageKind
from alertd.ports import Channel, Clock

CHANNELS: dict[str, type[TelegramChannel] | type[TwilioSmsChannel] | type[TwilioVoiceChannel]] = {
    "telegram": TelegramChannel,
    "twilio-sms": TwilioSmsChannel,
    "twilio-voice": TwilioVoiceChannel,
}
"""What each kind of sender is carried by. What its settings must hold stands beside them, in `alertd.config.senders`."""

_WRITTEN, _SPOKEN = tuple(MessageKind), tuple(kind for kind in MessageKind if kind.is_worth_a_call)
ADDRESS_KINDS: Mapping[str, tuple[MessageKind, ...]] = {"sms": _WRITTEN, "telegram": _WRITTEN, "voice": _SPOKEN}
"""The kinds of address that they send to, and the kinds of message for which each needs a template."""


def address_kinds(settings: Settings) -> Mapping[str, tuple[MessageKind, ...]]:
    """Those that need templates in this installation: where nobody is called, nothing need be said on the telephone."""
    calls = any(sender.is_called for sender in settings.senders)
    return {kind: messages for kind, messages in ADDRESS_KINDS.items() if calls or messages is not _SPOKEN}


def channels(settings: Settings, clock: Clock) -> dict[str, Channel]:
    """One channel for each sender of the configuration, by its name; those without credentials too. `start()` opens them."""
    public_url, seconds = settings.web.public_url, settings.delivery.timeout.total_seconds()
    return {sender.name: CHANNELS[sender.channel](sender, clock, public_url=public_url, seconds=seconds) for sender in settings.senders}
