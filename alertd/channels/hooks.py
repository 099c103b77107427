"""What every hook does before it believes a call: finds the proof among the headers and reads the content."""

from __future__ import annotations

from alertd.errors import Forged
from alertd.ports import HookRequest


def header(request: HookRequest, name: str) -> str:
    """The header's value, whatever the case of its name; empty where there is none."""
    return next((value for key, value in request.headers.items() if key.lower() == name.lower()), "")


def forged(provider: str) -> Forged:
    """The refusal of a call whose proof is wrong."""
    return Forged("forged", f"Lời gọi không có chữ ký hợp lệ của {provider}.")
