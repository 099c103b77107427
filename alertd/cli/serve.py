"""`alertd serve`: the daemon."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from alertd.cli import ConfigOption

if TYPE_CHECKING:  # a daemon's imports would slow every other command
    from alertd.config import Settings
    from alertd.workflow.desk import Desk

RoleOption = Annotated[
    Literal["all", "web", "worker"], typer.Option(help="What this process does: everything, only the pages and hooks, or only the work.")
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(serve)


def serve(config: ConfigOption = None, role: RoleOption = "all") -> None:
    """Run the daemon until it is told to stop."""
    gc.disable()  # until all is loaded: what a start makes stays, and looking through it for garbage takes a quarter of the time
    try:
        has_died = _run(config, role)
    finally:
        gc.enable()
    if has_died:
        sys.exit(1)


def _run(config: str | None, role: str) -> bool:
    from alertd.config import load_settings  # noqa: PLC0415 - a daemon's imports would slow every other command
    from alertd.logs import configure  # noqa: PLC0415 - as above

    settings = load_settings(config)
    configure(settings.log)
    import uvloop  # noqa: PLC0415 - as above

    from alertd.web.listening import allow_open_files  # noqa: PLC0415 - as above

    allow_open_files()
    return uvloop.run(_serve(settings, role))


async def _serve(settings: Settings, role: str) -> bool:
    """Whether a core task died."""
    from alertd.app import build, readers  # noqa: PLC0415 - as above
    from alertd.clock import SystemClock  # noqa: PLC0415 - as above
    from alertd.daemon import Daemon  # noqa: PLC0415 - as above
    from alertd.garbage import look_rarely  # noqa: PLC0415 - as above
    from alertd.handbook import open_handbook  # noqa: PLC0415 - as above
    from alertd.supervisor import CoreTaskDied  # noqa: PLC0415 - as above
    from alertd.timekeeping import keep, take_up  # noqa: PLC0415 - as above

    handbook = open_handbook(settings)
    reading = readers(settings)
    clock = SystemClock()
    desk = await build(settings, clock, handbook=handbook, examine=reading.examine)
    await take_up(clock, desk.store)
    daemon = Daemon(desk, role)
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    try:
        daemon.supervisor.edge("clock", partial(keep, clock, desk.store))
        await daemon.start()
        _say(daemon.desk, daemon.port)
        await asyncio.gather(reading.open(), asyncio.to_thread(handbook.warm_up))
        look_rarely()
        waiting = [asyncio.create_task(daemon.wait()), asyncio.create_task(stopping.wait())]
        done, _ = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*(task for task in waiting if task not in done), return_exceptions=True)
        for task in done:
            task.result()
    except CoreTaskDied as death:
        print(f"alertd: {death}: {death.__cause__!r}", file=sys.stderr)
        return True
    finally:
        await daemon.stop()
        await reading.close()
    return False


def _say(desk: Desk, port: int) -> None:
    where = f"on http://{desk.settings.web.host}:{port}/" if port else "without pages"
    print(f"alertd is serving {where}", file=sys.stderr)
    for channel in desk.channels.values():
        if not channel.is_on:
            print(f"sender {channel.name}: off, it has no credentials", file=sys.stderr)
