"""`alertd doctor`: says whether this installation is ready for tonight."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer
from rich.table import Table

from alertd.cli import ConfigOption, JsonOption, print_json
from alertd.cli.terminal import Terminal
from alertd.clock import BUILT_AFTER, SystemClock, day_there

if TYPE_CHECKING:  # a small command must not load the daemon
    from alertd.config import Settings
    from alertd.ports import Channel
    from alertd.workflow.desk import Desk

LEAST_DISK = 1 << 30
"""Bytes that must be free."""
UNHEARD = "nobody can answer on it, so its messages name the duty telephone (receive)"


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of the installation and whether it is sound."""

    part: str
    is_sound: bool
    word: str


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(doctor)


def doctor(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Check database, accounts, credentials, channels, contacts, clock and disk. Exit status 1 when something needs a person."""
    from alertd.config import load_settings  # noqa: PLC0415 - keeps the other commands quick to start
    from alertd.logs import configure  # noqa: PLC0415 - as above

    settings = load_settings(config)
    configure(settings.log.model_copy(update={"level": "warning"}))
    findings = asyncio.run(examine(settings))
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        table = Table("", "Part", "Finding")
        for finding in findings:
            table.add_row("✓" if finding.is_sound else "✗", finding.part, finding.word)
        Terminal().print(table)
    if not all(finding.is_sound for finding in findings):
        sys.exit(1)


async def examine(settings: Settings) -> list[Finding]:
    """Every finding, the sound ones included. Raises SetupError where the directory or the templates are broken."""
    from alertd.app import build  # noqa: PLC0415 - keeps the other commands quick to start
    from alertd.handbook import open_handbook  # noqa: PLC0415 - as above
    from alertd.messages.samples import check_filled  # noqa: PLC0415 - as above

    handbook = open_handbook(settings)
    check_filled(handbook.templates)
    desk = await build(settings, SystemClock(), handbook=handbook)
    try:
        problem = await desk.store.check()
        database = Finding("database", problem is None, problem or desk.settings.database.shown)
        channels = [await _channel(channel) for channel in desk.channels.values()]
        contacts = list(_contacts(desk))
        accounts = [await _accounts(desk)] if problem is None else []
    finally:
        await desk.store.close()
    return [database, *accounts, *channels, *contacts, _inbox(settings), _disk(settings), _clock(), _heartbeat(settings)]


async def _channel(channel: Channel) -> Finding:
    from alertd.errors import DeliveryFailed  # noqa: PLC0415 - keeps the other commands quick to start

    part = f"sender {channel.name}"
    if not channel.is_on:
        return Finding(part, is_sound=False, word="off: it has no credentials")
    try:
        await channel.start()
    except DeliveryFailed as failure:
        return Finding(part, is_sound=False, word=f"{failure.kind}: {failure.detail}")
    finally:
        await channel.close()
    word = "live" if channel.is_live else "on, but it reaches only this machine"
    return Finding(part, is_sound=True, word=word if channel.traits.hears_replies else f"{word}; {UNHEARD}")


async def _accounts(desk: Desk) -> Finding:
    """Without somebody who may release, no order ever leaves."""
    from alertd.model.accounts import Scope  # noqa: PLC0415 - keeps the other commands quick to start

    async with desk.store.snapshot() as tx:
        accounts = await tx.accounts.all()
    may = sum(not account.is_disabled and Scope.RELEASE in account.role.scopes for account in accounts)
    return Finding("accounts", may > 0, f"{may} may release" if may else "nobody may release: alertd users add NAME --role officer")


def _contacts(desk: Desk) -> Iterator[Finding]:
    """Bodies that nobody could reach now. Bodies that exist no longer do not count."""
    today = day_there(desk.clock.now())
    packer = desk.packer
    ordered = [body for body in desk.directory.bodies if body.exists_on(today)]
    lost = [body.name for body in ordered if not packer.is_reachable(body.id)]
    word = f"{len(ordered) - len(lost)} of {len(ordered)} bodies can be reached"
    yield Finding("contacts", not lost, f"{word}; not: {', '.join(lost[:5])}{' …' if len(lost) > 5 else ''}" if lost else word)


def _inbox(settings: Settings) -> Finding:
    """Whether documents can be dropped into the folder and moved on from there; where it is missing, whether it can be made."""
    folder = settings.intake.folder
    place = next(path for path in (folder, *folder.parents) if path.exists())
    if not place.is_dir():
        return Finding("inbox", is_sound=False, word=f"intake.folder: {place} is no folder")
    is_sound = os.access(place, os.W_OK | os.X_OK)
    return Finding("inbox", is_sound, str(folder) if is_sound else f"intake.folder: nothing can be written in {place}")


def _disk(settings: Settings) -> Finding:
    folder = settings.intake.folder
    place = next(path for path in (folder, *folder.parents) if path.exists())
    free = shutil.disk_usage(place).free
    return Finding("disk", free > LEAST_DISK, f"{free >> 20} MB free at {place}")


def _clock() -> Finding:
    now = datetime.now(UTC)
    return Finding("clock", now > BUILT_AFTER, now.isoformat(timespec="seconds"))


def _heartbeat(settings: Settings) -> Finding:
    is_on = settings.heartbeat.address is not None
    word = "somebody outside is told that alertd works" if is_on else "off: nobody outside notices when alertd stops"
    return Finding("heartbeat", is_sound=True, word=word)
