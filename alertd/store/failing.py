"""Tells a database that is away, or that ended one transaction, from a mistake of the program: the first passes, the second does not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

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
    except Exception as error:
        if not _is_passing(error):
            raise
        raise StoreAway(words_of(error)) from error


def words_of(error: Exception) -> str:
    """What the driver said, without the statement."""
    return str(getattr(error, "orig", None) or error).strip().rstrip(".")


def _is_passing(error: Exception) -> bool:
    """Whether trying again later may help."""
    if isinstance(error, (OSError, PoolTimeout)) or _is_asyncpgs(error, "InterfaceError"):
        return True
    if not isinstance(error, SQLAlchemyError) and not _is_asyncpgs(error, "PostgresError"):
        return False
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    cause = error.orig if isinstance(error, DBAPIError) else error
    state = getattr(cause, "sqlstate", None) or ""
    return state.startswith(_PASSING) or any(each in str(cause) for each in _SQLITE_PASSING)


def _is_asyncpgs(error: Exception, kind: str) -> bool:
    """Whether it is an exception of the PostgreSQL driver's own: while it connects, those come through SQLAlchemy as they are.

    Told by its names, so that a desk on SQLite does not load the driver.
    """
    return any(each.__module__.startswith("asyncpg.") and each.__name__ == kind for each in type(error).__mro__)
