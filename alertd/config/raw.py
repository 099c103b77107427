"""The settings as parsed and not yet checked: anything may be missing or of the wrong type, and nothing here minds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Place = tuple[str | int, ...]
"""The way to a key, a sender by its index: `("senders", 0, "rate")`."""


def table(data: Mapping[str, Any], key: str) -> dict[str, Any]:
    """The table of that name, empty where it is none."""
    value = data.get(key)
    return value if isinstance(value, dict) else {}


def senders(data: Mapping[str, Any]) -> dict[int, dict[str, Any]]:
    """The senders by their index in the file, those left out that are no tables."""
    value = data.get("senders")
    return {index: sender for index, sender in enumerate(value) if isinstance(sender, dict)} if isinstance(value, list) else {}


def sender_names(data: Mapping[str, Any]) -> dict[int, str]:
    """The senders' names by their index, where they have one."""
    return {index: str(sender["name"]) for index, sender in senders(data).items() if "name" in sender}
