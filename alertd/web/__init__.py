"""The officer's console, the API for programs and the hooks that providers call: everything that speaks HTTP."""

from __future__ import annotations

from alertd.web.application import build

__all__ = ["build"]
