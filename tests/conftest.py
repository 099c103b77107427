"""For all tests: no time limits; where a change is judged, the same examples each time; what is loaded is not looked through for garbage
again and again, and what SQLAlchemy makes of a statement is kept.
"""

from __future__ import annotations

import gc
import os

from hypothesis import settings

from alertd.garbage import look_rarely
from tests.fakes.browser import browser, chromium
from tests.fakes.postgres import postgres_server
from tests.fakes.statements import keep_statements

__all__ = ["browser", "chromium", "postgres_server"]

settings.register_profile("on any machine", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("on any machine")
keep_statements()
gc.disable()


def pytest_collection_finish() -> None:
    """All tests are loaded, and stay so."""
    look_rarely()
