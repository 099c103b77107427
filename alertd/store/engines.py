"""Opens the connections: on SQLite one that writes and several that only read, on PostgreSQL a pool for both."""

from __future__ import annotations

import math
import os
import time
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, event, make_url
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from alertd.store.one_trip import connect

CONNECTS_WITHIN, ANSWERS_WITHIN = 5.0, 30.0
"""Seconds after which a PostgreSQL that does not answer counts as away."""
STANDS_FOR = 0.5
"""Seconds for which a connection to PostgreSQL that has just been used is believed to stand."""
CACHE_KB = 16_000
"""What SQLite's writer keeps in memory: of its own accord 2 MB, so that a release to thousands would be written out and read back before
it is committed.
"""
WAITS = 30.0
"""Seconds that a writer on SQLite waits for one in another process."""


def keep_private(path: Path) -> None:
    """Make a file that only its owner may read, where there is none: a database holds telephone numbers and the digests of
    passwords, and SQLite by itself lets every account of the machine read it. Raises OSError where it cannot be made or written.
    """
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def sqlite_writer(path: Path) -> AsyncEngine:
    """One connection, whose transactions begin by taking the right to write: a deferred BEGIN fails when it comes to write."""
    pragmas = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", f"cache_size = -{CACHE_KB}")
    return _sqlite(path, "BEGIN IMMEDIATE", pragmas, pool_size=1)


def sqlite_readers(path: Path) -> AsyncEngine:
    """Connections that see the state at their first read and cannot write."""
    return _sqlite(path, "BEGIN", ("query_only = ON",), pool_size=8)


def _sqlite(path: Path, begin: str, pragmas: tuple[str, ...], pool_size: int) -> AsyncEngine:
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(path)),  # a path may hold what in an address has a meaning
        pool_size=pool_size,
        max_overflow=0,
        # With another level of isolation sqlite3 itself decides when a transaction begins, and updates are lost.
        connect_args={"isolation_level": None, "timeout": WAITS, "async_creator_fn": partial(connect, begin=begin)},
    )
    event.listen(engine.sync_engine, "connect", lambda connection, _: connection.run_async(lambda own: own.prepare(pragmas)))
    return engine


def postgresql(url: str, password: str | None) -> AsyncEngine:
    """A pool whose transactions see what others have committed meanwhile."""
    address = make_url(url).set(drivername="postgresql+asyncpg")
    engine = create_async_engine(
        address if password is None else address.set(password=password),
        pool_size=8,
        max_overflow=8,
        pool_timeout=ANSWERS_WITHIN,
        # A server behind a line that was cut says nothing at all: without bounds one would wait for it for ever.
        connect_args={"timeout": CONNECTS_WITHIN, "command_timeout": ANSWERS_WITHIN},
        isolation_level="READ COMMITTED",
    )
    _look_at_what_lay_idle(engine.sync_engine)
    return engine


def reading(engine: AsyncEngine) -> AsyncEngine:
    """The same pool for snapshots: one state throughout, and no writing."""
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _look_at_what_lay_idle(engine: Engine) -> None:
    """Before it is used again a connection is asked whether it still stands, unless it did a moment ago: under load the question alone
    would take as long as a statement.
    """
    idle_since = "idle_since"

    def checked_in(_: object, record: ConnectionPoolEntry) -> None:
        record.info[idle_since] = time.monotonic()

    def checked_out(connection: Any, record: ConnectionPoolEntry, _: object) -> None:
        if time.monotonic() - record.info.get(idle_since, math.inf) >= STANDS_FOR:
            try:
                engine.dialect.do_ping(connection)
            except Exception as error:  # whatever it is: the pool then opens others
                raise InvalidatePoolError from error

    event.listen(engine, "checkin", checked_in)
    event.listen(engine, "checkout", checked_out)
