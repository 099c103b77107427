"""A disk on which nothing finds room any more, and then does again."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

_ROOM = 16
"""How many small changes stand in the log before it may not grow any more: other files of this process need some room too."""


@contextmanager
def full(database: Path) -> Iterator[None]:
    """As long as this lasts nothing more goes into the log of that SQLite database, to which all that it writes is added."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # else the next change may take the place of an old one
        for number in range(_ROOM):
            connection.execute("UPDATE audit_head SET last = last + ?", ((-1) ** number,))
        size = database.with_name(f"{database.name}-wal").stat().st_size
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
