"""Tells a database that is away, or that ended one transaction, from a mistake of the program: the first passes, the second does not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from alertd.errors import StoreAway

_PASSING = ("08", "40", "53", "55", "57", "58")
"""Classes of SQLSTATE in which the same statement may pass later (https://www.postgresql.org/docs/current/errcodes-appendix.html)."""
_SQLITE_PASSING = ("database is locked", "disk is full", "disk I/O error", "unable to open")


@contextmanager
def told() -> Iterator[None]:
    """Raises StoreAway in place of what the driver raises when the database is away; everything else passes as it is."""
    try:
        yield
    # While it connects, the driver's own exceptions come through SQLAlchemy as they are.
    except (OSError, SQLAlchemyError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        if not _is_passing(error):
            raise
        raise StoreAway(words_of(error)) from error


def words_of(error: Exception) -> str:
    """What the driver said, without the statement."""
    return str(getattr(error, "orig", None) or error).strip().rstrip(".")


def _is_passing(error: Exception) -> bool:
    """Whether trying again later may help."""
    if isinstance(error, (OSError, PoolTimeout, asyncpg.InterfaceError)):
        return True
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    state = getattr(cause, "sqlstate", None) or ""
    return state.startswith(_PASSING) or any(each in str(cause) for each in _SQLITE_PASSING)
