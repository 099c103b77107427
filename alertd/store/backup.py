"""Copies a SQLite database into one file while it is in use, and puts such a file in its place again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from alertd.errors import SetupError
from alertd.store.engines import keep_private


def backup(database: Path, into: Path) -> None:
    """Copy a database, also one that a daemon is writing to, as it stands at one moment.

    Raises SetupError where `into` exists already or the copy is not whole.
    """
    if into.exists():
        raise SetupError([f"{into}: exists already; name a new file"])
    _copy(_existing(database), into)


def restore(source: Path, database: Path, *, replace: bool) -> int:
    """Put a backup in the place of a database; what was there is lost, hence `replace`. What waited to be sent when the backup was made
    may have gone since: it is marked as a repeat. Returns how many messages that are.

    Raises SetupError where the backup is not whole, the database exists and may not be replaced, or a process holds it.
    """
    _check(_existing(source))
    if database.exists() and not replace:
        raise SetupError([f"{database}: exists already; --yes replaces it"])
    database.parent.mkdir(parents=True, exist_ok=True)
    fresh = database.with_name(f"{database.name}.restoring")
    fresh.unlink(missing_ok=True)
    with _held(database):
        _copy(source, fresh)
        in_doubt = _doubted(fresh)
        for rest in ("-wal", "-shm"):
            database.with_name(database.name + rest).unlink(missing_ok=True)
        fresh.replace(database)
    return in_doubt


def _doubted(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute("UPDATE deliveries SET is_repeat = 1 WHERE state = 'queued'").rowcount


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise SetupError([f"{path}: there is no such file"])
    return path


def _copy(source: Path, target: Path) -> None:
    try:
        keep_private(target)
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
            # The copy carries the mark of write-ahead logging; without it, it is one file that can be carried away.
            new.execute("PRAGMA journal_mode = DELETE")
        _check(target)
    except (sqlite3.Error, OSError) as error:
        target.unlink(missing_ok=True)
        raise SetupError([f"{source}: cannot be copied to {target}: {error}"]) from error


def _check(path: Path) -> None:
    try:
        with closing(sqlite3.connect(path)) as connection:
            verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
            is_ours = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    except sqlite3.DatabaseError as error:
        raise SetupError([f"{path}: is not a whole SQLite database: {error}"]) from error
    if verdict != "ok":
        raise SetupError([f"{path}: is damaged: {verdict}"])
    if not is_ours:
        raise SetupError([f"{path}: is not a database of alertd"])


@contextmanager
def _held(database: Path) -> Iterator[None]:
    """Keep every other process out of the database. Raises SetupError where one is in it already."""
    if not database.exists():
        yield
        return
    with closing(sqlite3.connect(database, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            # A daemon at rest holds no more than a shared lock; leaving write-ahead logging needs them all.
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise SetupError([f"{database}: is in use ({error}); stop alertd first"]) from error
        except sqlite3.DatabaseError:
            pass  # too damaged to be opened, hence held by nobody
        yield
