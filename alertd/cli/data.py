"""The commands about what is kept: migrating, backing up and restoring the database, checking and exporting the audit trail."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alertd.cli import ConfigOption, JsonOption
from alertd.cli.databases import file_of, in_use
from alertd.model.audit import AuditEntry, Seal

if TYPE_CHECKING:  # a database's imports would slow every other command
    from alertd.config import Settings
    from alertd.store.audit import Verdict
    from alertd.store.sql import SqlStore


def _seal(text: str) -> Seal:
    try:
        return Seal.parse(text)
    except ValueError:
        raise typer.BadParameter("this is no seal; `alertd audit verify` prints one") from None


FileArgument = Annotated[Path, typer.Argument(metavar="FILE")]
SealOption = Annotated[
    Seal | None, typer.Option("--seal", metavar="N:HASH", parser=_seal, help="A seal printed earlier: is its entry still there?")
]
YesOption = Annotated[bool, typer.Option("--yes", help="Replace the database that is there.")]


def register(app: typer.Typer) -> None:
    """Add `alertd db` and `alertd audit`."""
    database = typer.Typer(no_args_is_help=True, help="Migrate, back up and restore the database.")
    database.command()(upgrade)
    database.command()(backup)
    database.command()(restore)
    app.add_typer(database, name="db")
    trail = typer.Typer(no_args_is_help=True, help="Check and export the audit trail.")
    trail.command()(verify)
    trail.command()(export)
    app.add_typer(trail, name="audit")


def upgrade(config: ConfigOption = None) -> None:
    """Bring the database to the shape that this program needs."""

    async def run() -> None:
        await (await _opened(_settings(config))).close()

    asyncio.run(run())
    print("The database is up to date.")


def backup(file: FileArgument, config: ConfigOption = None) -> None:
    """Copy the database into FILE, also while alertd is running."""
    from alertd.store import backup as copies  # noqa: PLC0415 - keeps the other commands quick to start

    copies.backup(file_of(_settings(config), "pg_dump"), file)
    print(f"Backed up and checked: {file}")


def restore(file: FileArgument, config: ConfigOption = None, yes: YesOption = False) -> None:
    """Put the backup FILE in the place of the database; alertd must be stopped."""
    from alertd.store import backup as copies  # noqa: PLC0415 - keeps the other commands quick to start

    database = file_of(_settings(config), "pg_restore")
    in_doubt = copies.restore(file, database, replace=yes)
    print(f"Restored: {database}")
    if in_doubt:
        print(f"{in_doubt} messages waited when the backup was made and may have gone since: they will say that they are repeats.")


def verify(config: ConfigOption = None, seal: SealOption = None, as_json: JsonOption = False) -> None:
    """Walk the audit trail's chain and name the first broken entry, if there is one. Prints a seal to keep elsewhere."""
    from alertd.store.audit import verify as walk  # noqa: PLC0415 - keeps the other commands quick to start

    async def run() -> Verdict:
        store = await _opened(in_use(_settings(config)))
        try:
            async with store.snapshot() as view:
                return await walk(view.audit, seal)
        finally:
            await store.close()

    verdict = asyncio.run(run())
    print(json.dumps({**asdict(verdict), "seal": verdict.seal and str(verdict.seal)}) if as_json else _told(verdict))
    if verdict.broken is not None:
        raise typer.Exit(1)


def export(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Print the audit trail, oldest entry first."""

    async def run() -> list[AuditEntry]:
        store = await _opened(in_use(_settings(config)))
        try:
            return [entry async for entry in _entries(store)]
        finally:
            await store.close()

    entries = asyncio.run(run())
    if as_json:
        print(json.dumps([_plain(entry) for entry in entries], ensure_ascii=False))
        return
    for entry in entries:
        detail = json.dumps(entry.detail, ensure_ascii=False)
        print(entry.id, entry.at.isoformat(), entry.actor, entry.action, entry.subject, detail, sep="\t")


async def _entries(store: SqlStore) -> AsyncIterator[AuditEntry]:
    async with store.snapshot() as view:
        last = 0
        while entries := await view.audit.since(last):
            for entry in entries:
                yield entry
            last = entries[-1].id


def _settings(config: str | None) -> Settings:
    from alertd.config import load_settings  # noqa: PLC0415 - keeps the other commands quick to start

    return load_settings(config)


async def _opened(settings: Settings) -> SqlStore:
    from alertd.store.sql import SqlStore  # noqa: PLC0415 - keeps the other commands quick to start

    password = settings.database.password
    return await SqlStore.open(settings.database.url, password.get_secret_value() if password else None)


def _plain(entry: AuditEntry) -> dict[str, Any]:
    return {**asdict(entry), "at": entry.at.isoformat()}


def _told(verdict: Verdict) -> str:
    if verdict.broken is None:
        return f"The chain is whole: {verdict.entries} entries.\nSeal: {verdict.seal}"
    return f"Entry {verdict.broken} is broken: {verdict.reason}. The {verdict.entries} before it are whole."
