"""Migrations lead to exactly the tables that the program works with, and never away from a newer program's."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import asyncpg
import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, make_url, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from alertd.errors import SetupError
from alertd.store import engines, migrate
from alertd.store.sql import SqlStore
from alertd.store.tables.metadata import METADATA
from tests.fakes.postgres import new_database
from tests.store.conftest import BOTH
from tests.store.meddling import meddle

_ON_POSTGRES = """
    SELECT table_name || '.' || column_name, data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '')
        FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT proname, pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
"""


_COLUMNS = re.compile(r", (?=(?:[^()]|\([^()]*\))*$)")


def definitions(statement: str) -> str:
    """A table's columns and constraints in any order: a column that was added later stands last."""
    head, opening, columns = statement.removesuffix(")").strip().partition(" (")
    head = head.replace('"', "")  # SQLite quotes the name of a table that was renamed
    return head + opening + "; ".join(sorted(_COLUMNS.split(columns.strip()))) if head.startswith("CREATE TABLE") else statement


async def create(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.run_sync(METADATA.create_all)


def engine_of(url: str) -> AsyncEngine:
    return engines.sqlite_writer(Path(url.removeprefix("sqlite:///"))) if url.startswith("sqlite") else engines.postgresql(url, None)


@BOTH
def blank_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database in which nothing is yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'old.db'}"
    server: str = request.getfixturevalue("postgres_server")
    return asyncio.run(new_database(server))


def _upgrade_to(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", "alertd.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


_OLD_ROWS = r"""
INSERT INTO files (id, sha256, name, source, received_at, received_by, content, text, paragraphs, problems)
    VALUES (1, 'a', 'a.txt', 'folder', '2026-07-17T02:00:00.000000+00:00', 'folder', '', '', '[]', '[]');
INSERT INTO documents (id, file, position, state, reading, resolutions, proposals, received_at, state_at, reason, chased, is_emergency,
    is_recognised) SELECT column1, 1, column1, column2, column3, '[]', '[]', received_at, received_at, '', 0, column4, column5
    FROM files, (VALUES (1, 'read', '{"hazards"\:[]}', true, true), (2, 'in_review', '{"hazards"\:["storm"]}', false, false),
        (3, 'read', '{"hazards"\:[]}', false, false)) AS given;
INSERT INTO dispatches (id, document, is_drill, state, urgency, ladder, released_at, released_by, expires_at)
    SELECT 1, 1, false, 'open', 'hoa_toc', '{}', received_at, 'a', received_at FROM files
"""


async def shape(engine: AsyncEngine, query: str) -> dict[str, str]:
    """Everything that a database is made of, but for Alembic's own table."""
    async with engine.begin() as connection:
        found = {name: definitions(" ".join(definition.split())) for name, definition in await connection.execute(text(query))}
    await engine.dispose()
    return {name: definition for name, definition in found.items() if "alembic" not in name}


def parts(shapes: dict[str, str]) -> dict[str, list[str]]:
    """The definitions in the parts between their outer commas, sorted: a column that was added later stands behind the constraints."""
    outer = re.compile(r",(?![^()]*\))")
    inner = {name: re.sub(r"^CREATE TABLE \S+ \( ?(.*?) ?\)$", r"\1", sql) for name, sql in shapes.items()}
    return {name: sorted(part.strip() for part in outer.split(sql)) for name, sql in inner.items()}


async def test_migrations_make_the_tables_of_the_program_on_sqlite(tmp_path: Path) -> None:
    migrated, made = engines.sqlite_writer(tmp_path / "migrated.db"), engines.sqlite_writer(tmp_path / "made.db")
    await migrate.upgrade(migrated)
    await create(made)
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    assert parts(await shape(migrated, query)) == parts(await shape(made, query))


@pytest.mark.postgres
async def test_migrations_make_the_tables_of_the_program_on_postgresql(postgres_server: str) -> None:
    migrated, made = [engines.postgresql(await new_database(postgres_server), None) for _ in range(2)]
    await migrate.upgrade(migrated)
    await create(made)
    assert await shape(migrated, _ON_POSTGRES) == await shape(made, _ON_POSTGRES)


async def test_a_database_that_is_up_to_date_stays_as_it_is(url: str) -> None:
    for _ in range(2):
        store = await SqlStore.open(url)
        await store.close()


async def test_an_older_database_keeps_its_documents_and_whatever_refers_to_them(blank_url: str) -> None:
    engine = engine_of(blank_url)
    async with engine.begin() as connection:
        await connection.run_sync(_upgrade_to, "0016")
        for statement in _OLD_ROWS.split(";"):
            await connection.execute(text(statement))
    await migrate.upgrade(engine)
    async with engine.begin() as connection:
        found = await connection.execute(text("SELECT id, is_pressing, state FROM documents ORDER BY id"))
        assert [(number, bool(presses), state) for number, presses, state in found] == [
            (1, True, "read"),
            (2, True, "in_review"),
            (3, False, "read"),
        ]
        released = "SELECT count(*) FROM dispatches JOIN documents ON documents.id = dispatches.document"
        assert await connection.scalar(text(released)) == 1
    with pytest.raises(IntegrityError):
        async with engine.begin() as connection:
            await connection.execute(text("DELETE FROM documents WHERE id = 1"))
    await engine.dispose()


async def test_the_database_of_a_newer_program_is_refused(own_url: str) -> None:
    store = await SqlStore.open(own_url)
    await store.close()
    await meddle(own_url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SetupError, match=r"database\.url: the database is at revision 9999, newer than this program"):
        await SqlStore.open(own_url)


def test_the_newest_revision_is_told_by_the_names_of_the_files() -> None:
    assert migrate.newest() == ScriptDirectory("alertd/store/migrations").get_current_head()


@pytest.mark.postgres
async def test_two_processes_that_start_together_migrate_once(postgres_server: str) -> None:
    url = await new_database(postgres_server)
    stores = await asyncio.gather(*(SqlStore.open(url) for _ in range(4)))
    for store in stores:
        await store.close()
    address = make_url(url)
    connection = await asyncpg.connect(host=address.host, port=address.port, user=address.username, database=address.database)
    assert await connection.fetchval("SELECT count(*) FROM audit_head") == 1
    await connection.close()
