"""The list of channels."""

from __future__ import annotations

from pathlib import Path

from alertd.channels import CHANNELS, channels
from alertd.clock import SystemClock
from alertd.config import load_settings
from alertd.config.senders import NEEDS


def test_every_kind_of_sender_that_may_be_configured_has_its_channel() -> None:
    assert CHANNELS.keys() == NEEDS.keys()


def test_the_packaged_configuration_builds_its_channels_without_a_running_loop() -> None:
    settings = load_settings(str(Path(__file__).parents[2] / "config.toml"))
    built = channels(settings, SystemClock())
    assert list(built) == [sender.name for sender in settings.senders]
    assert {channel.traits.kind for channel in built.values()} == {"telegram", "sms"}
    assert all(channel.is_live for channel in built.values())
