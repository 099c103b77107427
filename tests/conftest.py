"""For all tests: no time limits; what is loaded for them is not looked through for garbage again and again, and what SQLAlchemy makes of
a statement is kept.
"""

from __future__ import annotations

import gc

from hypothesis import settings

from tests.fakes.statements import keep_statements

settings.register_profile("on any machine", deadline=None)
settings.load_profile("on any machine")
keep_statements()
gc.disable()


def pytest_collection_finish() -> None:
    """All tests are loaded, and stay so."""
    gc.freeze()
    gc.enable()
