"""`alertd simulate`: a stand-in provider as a process of its own, for tests, drills and measurements."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from alertd.simulators.faults import Faults
    from alertd.simulators.server import Simulator

PortOption = Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="Port on 127.0.0.1; 0 takes any free one.")]
ScriptOption = Annotated[Path | None, typer.Option("--script", metavar="F", help="Faults to play, TOML or JSON (`faults`).")]
LeanOption = Annotated[bool, typer.Option("--lean", help="Take every message unread and keep nothing, for measuring.")]

group = typer.Typer(no_args_is_help=True, help="A stand-in provider for tests and drills.")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(group, name="simulate")


@group.command()
def telegram(
    *,
    port: PortOption = 8081,
    script: ScriptOption = None,
    lean: LeanOption = False,
    strict: Annotated[bool, typer.Option("--strict", help="Answer 429 above Telegram's rates.")] = False,
    token: Annotated[str, typer.Option("--token", help="The bot's token.")] = "123456:simulated",  # noqa: S107 - opens nothing
) -> None:
    """Telegram's Bot API. Every chat exists."""
    from alertd.simulators.telegram import TelegramSimulator  # noqa: PLC0415 - a server's imports would slow every other command

    faults = _faults(script)
    _run(TelegramSimulator(token, faults=faults, is_open=True, is_strict=strict, is_lean=lean), port)


@group.command()
def twilio(
    *,
    port: PortOption = 8082,
    script: ScriptOption = None,
    lean: LeanOption = False,
    account: Annotated[str, typer.Option("--account", help="The account SID.")] = "AC" + "0" * 32,
    token: Annotated[str, typer.Option("--token", help="The auth token.")] = "simulated",  # noqa: S107 - opens nothing
    number: Annotated[str, typer.Option("--number", help="The number that messages come from.")] = "+15005550006",
    sms_hook: Annotated[str, typer.Option("--sms-hook", metavar="URL", help="Called with what people write.")] = "",
) -> None:
    """Twilio's SMS and calls. Every valid number has a telephone, which is picked up and on which no key is pressed."""
    from alertd.simulators.twilio import TwilioSimulator  # noqa: PLC0415 - as above

    faults = _faults(script)
    _run(TwilioSimulator(account, token, number=number, sms_hook=sms_hook, faults=faults, is_lean=lean), port)


def _faults(script: Path | None) -> Faults:
    from alertd.simulators.faults import Faults, load_faults  # noqa: PLC0415 - as above

    return load_faults(script) if script else Faults()


def _run(simulator: Simulator, port: int) -> None:
    import uvloop  # noqa: PLC0415 - as above

    uvloop.run(_serve(simulator, port))


async def _serve(simulator: Simulator, port: int) -> None:
    """Say where it listens, and listen until told to stop."""
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    await simulator.start(port)
    print(simulator.url, flush=True)
    try:
        await stopping.wait()
    finally:
        await simulator.stop()
