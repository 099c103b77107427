"""The settings: config.toml, the environment and secret files, read once and checked as a whole."""

from __future__ import annotations

from alertd.config.loading import load_settings, packaged
from alertd.config.sections import (
    Contacts,
    Database,
    DeliverySettings,
    Drill,
    Duty,
    Followups,
    Heartbeat,
    Intake,
    Log,
    MediaSettings,
    MomentSettings,
    Province,
    Review,
    SelfCheck,
    Settings,
    Sms,
    StepSettings,
    Templates,
    WatchSettings,
    Web,
)
from alertd.config.senders import SenderSettings
from alertd.config.values import Section

__all__ = [
    "Contacts",
    "Database",
    "DeliverySettings",
    "Drill",
    "Duty",
    "Followups",
    "Heartbeat",
    "Intake",
    "Log",
    "MediaSettings",
    "MomentSettings",
    "Province",
    "Review",
    "Section",
    "SelfCheck",
    "SenderSettings",
    "Settings",
    "Sms",
    "StepSettings",
    "Templates",
    "WatchSettings",
    "Web",
    "load_settings",
    "packaged",
]
