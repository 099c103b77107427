"""Fits Python's search for garbage to a daemon: what it has loaded stays, and so does for a while what an order makes."""

from __future__ import annotations

import gc

EVERY = 20_000
"""How many more things there must be before the young ones are looked through; by Python's own 700 a release to thousands spends up to a
tenth of its time on that, and so does the reading of a file.
"""


def look_rarely() -> None:
    """To be called once, when all is loaded."""
    gc.freeze()
    gc.set_threshold(EVERY)
    gc.enable()
