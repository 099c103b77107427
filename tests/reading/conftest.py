"""How long the tests of reading look for what breaks it: shortly in every run, long when asked (`make fuzz`)."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("long", max_examples=3_000, deadline=None)
