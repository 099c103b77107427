"""`alertd db` and `alertd audit` keep, give back and vouch for what was stored."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from alertd.cli import build_app
from alertd.errors import SetupError
from alertd.store.sql import SqlStore

NOW = datetime(2023, 7, 17, 2, 0, tzinfo=UTC)
Run = Callable[..., Result]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the configuration puts the database; nothing is there yet."""
    path = tmp_path / "var" / "alertd.db"
    monkeypatch.setenv("ALERTD_DATABASE__URL", f"sqlite:///{path}")
    return path


@pytest.fixture
def run(database: Path) -> Run:
    """Runs `alertd` with these words; what stops it is raised as `main` would see it."""

    def invoke(*words: str | Path) -> Result:
        result = CliRunner().invoke(build_app(str(words[0])), [str(word) for word in words])
        if isinstance(result.exception, SetupError):
            raise result.exception
        return result

    return invoke


@pytest.fixture
def kept(database: Path) -> Path:
    """A database with two entries in its audit trail."""
    asyncio.run(keep(database, "document/1", "document/2"))
    return database


async def keep(database: Path, *subjects: str) -> None:
    store = await SqlStore.open(f"sqlite:///{database}")
    async with store.transaction() as work:
        for subject in subjects:
            await work.audit.add(NOW, "trực ban", "document.read", subject, {"số": "02/CĐ-UBND"})
    await store.close()


def subjects(run: Run) -> list[str]:
    return [entry["subject"] for entry in json.loads(run("audit", "export", "--json").stdout)]


def test_an_upgrade_makes_the_database(run: Run, database: Path) -> None:
    result = run("db", "upgrade")
    assert (result.exit_code, result.stdout) == (0, "The database is up to date.\n")
    assert database.is_file()


def test_a_whole_chain_is_vouched_for(run: Run, kept: Path) -> None:
    result = run("audit", "verify")
    seal = f"2:{json.loads(run('audit', 'export', '--json').stdout)[1]['digest']}"
    assert (result.exit_code, result.stdout) == (0, f"The chain is whole: 2 entries.\nSeal: {seal}\n")
    assert json.loads(run("audit", "verify", "--json").stdout) == {"entries": 2, "broken": None, "reason": "", "seal": seal}


def test_a_trail_written_anew_is_found_out_by_a_seal_that_was_noted_elsewhere(run: Run, kept: Path) -> None:
    seal = json.loads(run("audit", "verify", "--json").stdout)["seal"]
    assert run("audit", "verify", "--seal", seal).exit_code == 0
    kept.unlink()
    asyncio.run(keep(kept, "document/1", "document/3"))
    assert run("audit", "verify").exit_code == 0
    result = run("audit", "verify", "--seal", seal)
    assert (result.exit_code, result.stdout.split(":")[0]) == (1, "Entry 2 is broken")


def test_a_trail_that_ends_before_its_seal_lacks_something(run: Run, kept: Path) -> None:
    result = run("audit", "verify", "--seal", f"3:{'0' * 64}")
    assert (result.exit_code, result.stdout) == (
        1,
        "Entry 3 is broken: it is missing: entries up to 3 were written. The 2 before it are whole.\n",
    )


def test_what_is_no_seal_is_refused_in_words(run: Run, kept: Path) -> None:
    result = run("audit", "verify", "--seal", "2:abc")
    assert result.exit_code == 2
    assert "this is no seal" in result.output


def test_a_broken_chain_needs_a_person(run: Run, kept: Path) -> None:
    with closing(sqlite3.connect(kept, isolation_level=None)) as meddler:
        meddler.execute("UPDATE audit SET actor = 'ai đó' WHERE id = 2")
    result = run("audit", "verify")
    assert (result.exit_code, result.stdout) == (1, "Entry 2 is broken: its content was changed. The 1 before it are whole.\n")


def test_the_trail_is_exported_oldest_first(run: Run, kept: Path) -> None:
    first = json.loads(run("audit", "export", "--json").stdout)[0]
    told = {"id": 1, "at": "2023-07-17T02:00:00+00:00", "actor": "trực ban", "subject": "document/1", "detail": {"số": "02/CĐ-UBND"}}
    assert told.items() <= first.items()
    lines = run("audit", "export").stdout.splitlines()
    assert lines[1] == '2\t2023-07-17T02:00:00+00:00\ttrực ban\tdocument.read\tdocument/2\t{"số": "02/CĐ-UBND"}'


def test_a_trail_that_is_not_there_is_not_vouched_for(run: Run, database: Path) -> None:
    for word in ("verify", "export"):
        with pytest.raises(SetupError, match=r"database\.url: there is no database at"):
            run("audit", word)
    assert not database.exists()


def test_a_backup_is_taken_beside_a_running_daemon_and_is_one_file(run: Run, kept: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(kept)) as daemon:
        daemon.execute("SELECT * FROM audit").fetchone()
        assert run("db", "backup", tmp_path / "copy.db").exit_code == 0
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["copy.db"]


def test_a_backup_that_is_made_while_much_is_written_is_whole(run: Run, kept: Path, tmp_path: Path) -> None:
    async def write_meanwhile() -> None:
        store = await SqlStore.open(f"sqlite:///{kept}")
        backing_up = asyncio.create_task(asyncio.to_thread(run, "db", "backup", tmp_path / "copy.db"))
        while not backing_up.done():
            async with store.transaction() as work:
                await work.audit.add(NOW, "trực ban", "document.read", "document/3", {"dài": "x" * 10_000})
        await store.close()

    asyncio.run(write_meanwhile())
    assert run("db", "restore", tmp_path / "copy.db", "--yes").exit_code == 0
    assert run("audit", "verify").exit_code == 0
    assert subjects(run)[:2] == ["document/1", "document/2"]


def test_a_backup_replaces_no_file(run: Run, kept: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("precious")
    with pytest.raises(SetupError, match=r"copy\.db: exists already"):
        run("db", "backup", tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "precious"


def test_nothing_cannot_be_backed_up(run: Run, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="there is no such file"):
        run("db", "backup", tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_what_was_backed_up_is_given_back(run: Run, kept: Path, tmp_path: Path) -> None:
    run("db", "backup", tmp_path / "copy.db")
    asyncio.run(keep(kept, "document/3"))
    with pytest.raises(SetupError, match="--yes replaces it"):
        run("db", "restore", tmp_path / "copy.db")
    assert len(subjects(run)) == 3
    assert run("db", "restore", tmp_path / "copy.db", "--yes").exit_code == 0
    assert subjects(run) == ["document/1", "document/2"]
    assert run("audit", "verify").exit_code == 0


def test_a_backup_is_given_back_on_a_new_machine(run: Run, kept: Path, tmp_path: Path) -> None:
    run("db", "backup", tmp_path / "copy.db")
    kept.unlink()
    kept.parent.rmdir()
    assert run("db", "restore", tmp_path / "copy.db").exit_code == 0
    assert subjects(run) == ["document/1", "document/2"]


def test_a_backup_holds_what_people_sent(run: Run, kept: Path, tmp_path: Path) -> None:
    photo = b"\x89PNG" + bytes(range(256)) * 4000
    asyncio.run(keep_photo(kept, photo))
    run("db", "backup", tmp_path / "copy.db")
    kept.unlink()
    assert run("db", "restore", tmp_path / "copy.db").exit_code == 0
    assert asyncio.run(kept_photo(kept)) == photo


async def keep_photo(database: Path, photo: bytes) -> None:
    store = await SqlStore.open(f"sqlite:///{database}")
    async with store.transaction() as work:
        await work.media.keep("digest", photo)
    await store.close()


async def kept_photo(database: Path) -> bytes | None:
    store = await SqlStore.open(f"sqlite:///{database}")
    async with store.snapshot() as view:
        found = await view.media.content("digest")
    await store.close()
    return found


def test_a_damaged_database_is_replaced(run: Run, kept: Path, tmp_path: Path) -> None:
    run("db", "backup", tmp_path / "copy.db")
    kept.write_bytes(b"lightning" * 1000)
    assert run("db", "restore", tmp_path / "copy.db", "--yes").exit_code == 0
    assert subjects(run) == ["document/1", "document/2"]


def test_a_database_that_a_daemon_holds_is_not_replaced(run: Run, kept: Path, tmp_path: Path) -> None:
    run("db", "backup", tmp_path / "copy.db")

    async def restore_meanwhile() -> None:
        daemon = await SqlStore.open(f"sqlite:///{kept}")
        try:
            with pytest.raises(SetupError, match=r"is in use .*; stop alertd first"):
                await asyncio.to_thread(run, "db", "restore", tmp_path / "copy.db", "--yes")
            assert await daemon.check() is None
        finally:
            await daemon.close()

    asyncio.run(restore_meanwhile())
    assert len(subjects(run)) == 2


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"not a database" * 100, "is not a whole SQLite database"), (b"", "is not a database of alertd")],
)
def test_what_is_no_backup_is_not_given_back(run: Run, kept: Path, tmp_path: Path, content: bytes, problem: str) -> None:
    (tmp_path / "copy.db").write_bytes(content)
    with pytest.raises(SetupError, match=problem):
        run("db", "restore", tmp_path / "copy.db", "--yes")
    assert len(subjects(run)) == 2


@pytest.mark.parametrize(("word", "tool"), [("backup", "pg_dump"), ("restore", "pg_restore")])
def test_postgresql_has_tools_of_its_own(run: Run, monkeypatch: pytest.MonkeyPatch, word: str, tool: str) -> None:
    monkeypatch.setenv("ALERTD_DATABASE__URL", "postgresql://alertd@localhost/alertd")
    with pytest.raises(SetupError, match=f"for PostgreSQL use its own {tool}"):
        run("db", word, "copy.db")
