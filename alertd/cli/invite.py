"""`alertd contacts invite`: links with which people open their chat with alertd, on the screen and as cards to print."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alertd.cli import ConfigOption, JsonOption, print_json
from alertd.errors import DeliveryFailed, SetupError

if TYPE_CHECKING:  # a daemon's imports would slow every other command
    from alertd.config import Settings
    from alertd.ports import Channel
    from alertd.workflow.desk import Desk
    from alertd.workflow.people.invitations import Invitation

ContactsArgument = Annotated[list[str] | None, typer.Argument(metavar="CONTACT", help="Ids of contacts, as `export` prints them.")]
AllOption = Annotated[bool, typer.Option("--all", help="Everybody who has not joined yet.")]
BotOption = Annotated[str, typer.Option("--bot", metavar="NAME", help="The bot's name, instead of asking the provider for it.")]
SheetOption = Annotated[
    Path | None,
    typer.Option("--sheet", metavar="F.pdf|F.html", help="Write cards to print, each with a QR code: PDF or HTML, by the name's end."),
]


def invite(
    names: ContactsArgument = None,
    everybody: AllOption = False,
    bot: BotOption = "",
    sheet: SheetOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make invitations: links that bind one chat to one contact, once, and expire. alertd need not be running."""
    from alertd.config import load_settings  # noqa: PLC0415 - a daemon's imports would slow every other command
    from alertd.logs import configure  # noqa: PLC0415 - as above

    if bool(names) == everybody:
        raise typer.BadParameter("name the contacts, or say --all")
    if sheet is not None:
        _check(sheet)
    settings = load_settings(config)
    configure(settings.log.model_copy(update={"level": "warning"}))
    made = asyncio.run(_made(settings, names or [], bot.removeprefix("@")))
    if sheet is not None:
        _write(sheet, made, settings)
    if as_json:
        print_json([_row(invitation) for invitation in made])
        return
    for invitation in made:
        print(f"{invitation.contact.id}\t{invitation.link}")
    print(f"{len(made)} invitations; each binds one chat, once", file=sys.stderr)


async def _made(settings: Settings, names: Sequence[str], bot: str) -> tuple[Invitation, ...]:
    """Invitations for these contacts, for everybody without a chat where none is named. Raises SetupError."""
    from alertd.app import build  # noqa: PLC0415 - as above
    from alertd.clock import SystemClock  # noqa: PLC0415 - as above

    desk = await build(settings, SystemClock())
    try:
        channel = _joined_by_invitation(desk)
        contacts = desk.invitations.named(names) if names else await desk.invitations.without_chat(channel)
        if not bot:
            await _start(channel)
        return await desk.invitations.invite(channel, contacts, bot, "cli")
    finally:
        for opened in desk.channels.values():
            await opened.close()
        await desk.store.close()


def _joined_by_invitation(desk: Desk) -> Channel:
    """The sender that people join. Raises SetupError where there is none."""
    found = next((channel for channel in desk.channels.values() if channel.traits.is_by_invitation), None)
    if found is None:
        raise SetupError(["senders: there is none that people join by invitation"])
    return found


async def _start(channel: Channel) -> None:
    """Let the provider say the bot's name. Raises SetupError."""
    if not channel.is_on:
        raise SetupError([f"sender {channel.name}: without its credentials the bot's name is not known; give it with --bot"])
    try:
        await channel.start()
    except DeliveryFailed as failure:
        raise SetupError([f"sender {channel.name}: the bot's name is not known: {failure}; give it with --bot"]) from None


def _check(sheet: Path) -> None:
    """Whether the sheet can be written, before anybody is invited. Raises SetupError."""
    if sheet.exists():
        raise SetupError([f"{sheet}: exists already"])
    if sheet.suffix == ".pdf":
        from alertd.cli.invitation_pdf import fonts  # noqa: PLC0415 - as above

        fonts()
    elif sheet.suffix != ".html":
        raise SetupError([f"{sheet}: name a .pdf or an .html file"])


def _write(sheet: Path, made: Sequence[Invitation], settings: Settings) -> None:
    from alertd.cli.invitation_cards import cards  # noqa: PLC0415 - as above
    from alertd.cli.invitation_pdf import cards_as_pdf  # noqa: PLC0415 - as above

    whom = settings.province.name, settings.duty.telephone
    content = cards_as_pdf(made, *whom) if sheet.suffix == ".pdf" else cards(made, *whom).encode()
    sheet.touch(mode=0o600)  # whoever has the links can take the contacts' places
    sheet.write_bytes(content)


def _row(invitation: Invitation) -> dict[str, Any]:
    return {
        "contact": invitation.contact.id,
        "title": invitation.contact.title,
        "body": invitation.contact.body,
        "body_name": invitation.body,
        "link": invitation.link,
        "expires_at": invitation.expires_at.isoformat(timespec="seconds"),
    }
