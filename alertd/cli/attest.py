"""`alertd contacts attest`: an administrator says that addresses are right before anybody has answered from them."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alertd.cli import ConfigOption, JsonOption, print_json
from alertd.errors import SetupError

if TYPE_CHECKING:  # a daemon's imports would slow every other command
    from alertd.workflow.notices.addresses import Place
    from alertd.workflow.people.attesting import Named

FileArgument = Annotated[
    Path | None,
    typer.Argument(metavar="FILE", help="A line each: a contact's id, a number, a chat, or channel:value. “# ” begins a comment."),
]
AllOption = Annotated[bool, typer.Option("--all", help="Every address of every contact.")]
ByOption = Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so; the readiness page shows it.")]


def attest(
    by: ByOption, file: FileArgument = None, everybody: AllOption = False, config: ConfigOption = None, as_json: JsonOption = False
) -> None:
    """Keep an administrator's word that addresses are right. An answer from there counts more, and says more."""
    if (file is not None) == everybody:
        raise typer.BadParameter("name a file, or say --all")
    if not by.strip():
        raise typer.BadParameter("say who attests with --by")
    places = asyncio.run(_attested(config, file, by.strip()))
    if as_json:
        print_json([{"channel": channel, "address": address} for channel, address in places])
    else:
        print(f"{len(places)} addresses attested by {by.strip()}")


async def _attested(config: str | None, file: Path | None, by: str) -> tuple[Place, ...]:
    from alertd.app import build  # noqa: PLC0415 - as above
    from alertd.clock import SystemClock  # noqa: PLC0415 - as above
    from alertd.config import load_settings  # noqa: PLC0415 - as above
    from alertd.logs import configure  # noqa: PLC0415 - as above

    settings = load_settings(config)
    configure(settings.log.model_copy(update={"level": "warning"}))
    named = _named(file) if file is not None else None
    desk = await build(settings, SystemClock())
    try:
        return await desk.attesting.attest(named, by)
    finally:
        await desk.store.close()


def _named(file: Path) -> list[Named]:
    """What the file names. Raises SetupError where it cannot be read or names nothing."""
    from alertd.workflow.people.attesting import Named  # noqa: PLC0415 - as above

    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SetupError([f"{file}: cannot be read: {error}"]) from None
    found = [Named(f"{file}:{number}", words) for number, line in enumerate(lines, 1) if (words := line.strip()) and words[:2] != "# "]
    if not found:
        raise SetupError([f"{file}: names nothing"])
    return found
