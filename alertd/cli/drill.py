"""`alertd drill`: the whole service on this machine with simulated telephones."""

from __future__ import annotations

import asyncio
import signal
import sys
import webbrowser
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.live import Live
from rich.table import Table

from alertd.cli import ConfigOption
from alertd.cli.terminal import Terminal
from alertd.errors import Refused

if TYPE_CHECKING:  # a small command must not load the daemon
    from alertd.config import Settings
    from alertd.workflow.board.views import DispatchView

DocumentOption = Annotated[Path | None, typer.Option("--document", metavar="F", help="The document to use instead of the invented one.")]
PortOption = Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="Where the console listens; 0 takes any free port.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(drill)


def drill(
    document: DocumentOption = None,
    port: PortOption = 0,
    headless: Annotated[bool, typer.Option("--headless", help="Release everything and end when every body is accounted for.")] = False,
    config: ConfigOption = None,
) -> None:
    """Start a drill: no token, no network, nothing to set up, and nothing of it reaches a real person."""
    from alertd.config import Log, load_settings  # noqa: PLC0415 - keeps the other commands quick to start
    from alertd.drill.exercise import DOCUMENT  # noqa: PLC0415 - as above
    from alertd.logs import configure  # noqa: PLC0415 - as above

    path = document or DOCUMENT
    if not path.is_file():
        raise Refused("no_file", f"{path}: không có tệp này")
    settings = load_settings(config)
    configure(Log(level="error", format="console"))
    work = _headless(settings, path, port) if headless else _watched(settings, path, port)
    try:
        problems = asyncio.run(_until_told(work))
    except (KeyboardInterrupt, asyncio.CancelledError):
        problems = ()
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        sys.exit(1)


async def _until_told(work: Coroutine[None, None, Sequence[str]]) -> Sequence[str]:
    """Do the work; a SIGTERM ends it as Ctrl+C does, so that nothing of the drill stays behind."""
    task = asyncio.ensure_future(work)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    return await task


async def _watched(settings: Settings, path: Path, port: int) -> Sequence[str]:
    from alertd.drill.exercise import exercise, when_issued  # noqa: PLC0415 - keeps the other commands quick to start

    begins_at = when_issued(path, settings)
    async with exercise(settings, speed=settings.drill.speed, begins_at=begins_at, port=port, host=settings.web.host) as drilled:
        await drilled.submit(path)
        base = drilled.address.partition("/drill-login")[0]
        print("DIỄN TẬP: không có tin nào ra khỏi máy này.")
        print(f"Bàn trực ban:        {drilled.address}")
        print(f"Điện thoại mô phỏng: {base}/phones/")
        print(f"Đồng hồ chạy nhanh gấp {settings.drill.speed:g} lần. Dừng: Ctrl+C")
        await asyncio.to_thread(webbrowser.open, drilled.address)
        await drilled.daemon.wait()
    return ()


async def _headless(settings: Settings, path: Path, port: int) -> Sequence[str]:
    from alertd.drill.exercise import exercise, when_issued  # noqa: PLC0415 - keeps the other commands quick to start
    from alertd.drill.headless import run  # noqa: PLC0415 - as above

    console = Terminal()
    begins_at = when_issued(path, settings)
    async with exercise(settings, speed=settings.drill.headless_speed, begins_at=begins_at, port=port) as drilled:
        with Live(console=console, refresh_per_second=4, transient=True) as live:
            outcome = await run(drilled, path, lambda boards: live.update(_progress(boards)))
        for board in outcome.boards:
            console.print(_summary(board))
    return outcome.problems


def _progress(boards: Sequence[DispatchView]) -> str:
    return "\n".join(
        f"đợt phát {b.dispatch.id}: {b.totals['acknowledged']}/{b.totals['bodies']} đã trả lời, "
        f"{b.totals['silent']} im lặng, {_at_the_end(b)} đã báo hết thang"
        for b in boards
    )


def _summary(board: DispatchView) -> Table:
    from alertd.web.states import ASSIGNMENT  # noqa: PLC0415 - keeps the other commands quick to start

    reading = board.document.reading
    table = Table("Đơn vị", "Trạng thái", "Sau", "Người trả lời", "Lời đáp", "Tin gửi", title=f"DIỄN TẬP · {reading.number or ''}")
    for row in board.bodies:
        after = f"{int(row.delay.total_seconds() // 60)} phút" if row.delay else ""
        sent = f"{sum(d.sent_at is not None for d in row.deliveries)}/{len(row.deliveries)}"
        word = "sao gửi" if row.role == "copy" else ASSIGNMENT[row.state].word + (" · hết thang" if row.is_escalated else "")
        table.add_row(row.body.name, word, after, row.by or "", row.words, sent)
    totals = board.totals
    answered = f"{totals['bodies']} đơn vị · {totals['acknowledged']} đã nhận"
    table.caption = f"{answered} · {_at_the_end(board)} đã báo hết thang · {totals['failed']} tin hỏng"
    return table


def _at_the_end(board: DispatchView) -> int:
    """How many bodies have come to the end of their ladder, those among them that answered that they cannot."""
    return sum(row.is_escalated for row in board.bodies)
