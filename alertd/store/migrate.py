"""Brings a database to the shape that this program needs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from alertd.errors import SetupError

_LOCK = 0x616C6572
"""Any number, the same in every process: held on PostgreSQL while one migrates."""


async def upgrade(engine: AsyncEngine) -> str:
    """Run the pending migrations in one transaction. Returns the revision reached.

    Raises SetupError where the database was made by a newer program.
    """
    async with _without_foreign_keys(engine) as connection, connection.begin():
        return await connection.run_sync(_upgrade)


@asynccontextmanager
async def _without_foreign_keys(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A table of SQLite that others refer to can be made anew only while its foreign keys rest, and they cannot be told to inside a
    transaction.
    """
    async with engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            yield connection
            return
        own: Any = (await connection.get_raw_connection()).driver_connection
        await own.prepare(("foreign_keys = OFF",))
        try:
            yield connection
        finally:
            await own.prepare(("foreign_keys = ON",))


def _revision(connection: Connection) -> str | None:
    """The revision of the database, None of an empty one."""
    is_made = inspect(connection).has_table("alembic_version")
    return connection.scalar(text("SELECT version_num FROM alembic_version")) if is_made else None


def newest() -> str:
    """The revision to which the last migration leads, as its file is named."""
    return max(file.name[1:5] for file in Path(__file__).parent.glob("migrations/versions/v*.py"))


def _upgrade(connection: Connection) -> str:
    if _revision(connection) == newest():
        return newest()
    # Alembic costs a good part of a start, and most starts find the database as the last one left it.
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415 - see above
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415 - see above
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - see above

    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
    config = Config()
    config.set_main_option("script_location", "alertd.store:migrations")
    config.attributes["connection"] = connection
    scripts = ScriptDirectory.from_config(config)
    current = MigrationContext.configure(connection).get_current_revision()
    _refuse_newer(current, {script.revision for script in scripts.walk_revisions()})
    head: Any = scripts.get_current_head()
    if current != head:
        command.upgrade(config, "head")
        _check_references(connection)
    return str(head)


def _check_references(connection: Connection) -> None:
    if connection.dialect.name == "sqlite" and (astray := connection.execute(text("PRAGMA foreign_key_check")).first()):
        raise SetupError([f"database.url: the database is damaged: a row of {astray[0]} refers to one that does not exist"])


def _refuse_newer(current: str | None, known: set[str]) -> None:
    if current is not None and current not in known:
        newest = max(known)
        raise SetupError(
            [f"database.url: the database is at revision {current}, newer than this program ({newest}): install the newer alertd"]
        )
