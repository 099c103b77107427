"""What SQLAlchemy makes of a statement is kept for all tests of a process: each opens a database of its own, and to set out every
statement anew for each takes a fifth of their time.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.util import LRUCache

_SET_OUT: LRUCache[Any, Any] = LRUCache(2_000)


class OneSQLite(SQLiteDialect_aiosqlite):
    """The dialect itself; but statements are kept by dialect, and all of these count as one."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=_SET_OUT)


def keep_statements() -> None:
    """From now on, for every SQLite database that is opened."""
    registry.register("sqlite.aiosqlite", __name__, OneSQLite.__name__)
