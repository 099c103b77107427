"""For all tests: no time limits, and what is loaded for them is not looked through for garbage again and again."""

from __future__ import annotations

import gc

from hypothesis import settings

settings.register_profile("on any machine", deadline=None)
settings.load_profile("on any machine")
gc.disable()


def pytest_collection_finish() -> None:
    """All tests are loaded, and stay so."""
    gc.freeze()
    gc.enable()
