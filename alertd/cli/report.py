"""`alertd report`: what releases and the self-check came to, from the database, while alertd runs or not."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from rich.table import Table

from alertd.cli import ConfigOption, JsonOption, print_json
from alertd.cli.databases import in_use
from alertd.cli.terminal import Terminal
from alertd.model.register import LARGEST

if TYPE_CHECKING:  # a small command must not load the daemon
    from alertd.workflow.board.calls import Call
    from alertd.workflow.board.outcome import Outcome
    from alertd.workflow.board.statistics import Statistics
    from alertd.workflow.board.views import DispatchView
    from alertd.workflow.desk import Desk
    from alertd.workflow.people.checked import CheckView

T = TypeVar("T")
CsvOption = Annotated[bool, typer.Option("--csv", help="Print a table for a spreadsheet.")]


def register(app: typer.Typer) -> None:
    """Add `alertd report`."""
    group = typer.Typer(no_args_is_help=True, help="What releases and the self-check came to.")
    group.command()(dispatch)
    group.command()(latest)
    group.command()(bodies)
    group.command()(check)
    group.command()(calls)
    app.add_typer(group, name="report")


def dispatch(
    dispatch_id: Annotated[int, typer.Argument(metavar="ID", max=LARGEST)],
    as_csv: CsvOption = False,
    as_json: JsonOption = False,
    config: ConfigOption = None,
) -> None:
    """Print who was told when, who answered when, and how fast."""
    from alertd.workflow.board import outcome_sheet  # noqa: PLC0415 - keeps the other commands quick to start

    (outcome,) = _outcomes(config, dispatch_id)
    if as_json:
        print_json(_plain(outcome))
    elif as_csv:
        print(outcome_sheet.as_csv(outcome), end="")
    else:
        Terminal().print(_table(outcome))


def latest(
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, max=1000, help="How many releases.")] = 20,
    as_json: JsonOption = False,
    config: ConfigOption = None,
) -> None:
    """Print the latest releases, newest first, a line each."""
    outcomes = _outcomes(config, limit=limit)
    if as_json:
        print_json([_plain(outcome) for outcome in outcomes])
    else:
        Terminal().print(_overview(outcomes))


def bodies(
    first: Annotated[str, typer.Option("--from", metavar="DAY", help="The first day, e.g. 2026-08-01; else a year before the last.")] = "",
    last: Annotated[str, typer.Option("--to", metavar="DAY", help="The last day; else today.")] = "",
    drills: Annotated[bool, typer.Option("--drills", help="Drills instead of what reached people.")] = False,
    as_csv: CsvOption = False,
    as_json: JsonOption = False,
    config: ConfigOption = None,
) -> None:
    """Print how every body answered the releases of some days that are over, the most wanting first, and how fast the desk was."""
    from alertd.cli import season  # noqa: PLC0415 - keeps the other commands quick to start
    from alertd.web.api.shown import shown_statistics  # noqa: PLC0415 - as above
    from alertd.workflow.board import statistics_sheet  # noqa: PLC0415 - as above

    statistics = _run(config, lambda desk: _statistics(desk, first, last, is_drill=drills))
    if as_json:
        print_json(shown_statistics(statistics))
    elif as_csv:
        print(statistics_sheet.as_csv(statistics), end="")
    else:
        Terminal().print(season.as_table(statistics))


async def _statistics(desk: Desk, first: str, last: str, *, is_drill: bool) -> Statistics:
    from alertd.clock import day_there  # noqa: PLC0415 - keeps the other commands quick to start
    from alertd.workflow.board.statistics import period_of  # noqa: PLC0415 - as above

    return await desk.board.statistics(period_of(first, last, day_there(desk.clock.now())), is_drill=is_drill)


def check(as_json: JsonOption = False, config: ConfigOption = None) -> None:
    """Print who answered the latest self-check and who did not, by body. Exit status 1 where somebody did not."""
    view = _run(config, _latest_check)
    if as_json:
        print_json(_plain_check(view) if view else None)
    elif view is None:
        print("Chưa có lần kiểm tra liên lạc nào.")
    else:
        Terminal().print(_check_table(view))
    if view is not None and view.answered < view.asked:
        raise typer.Exit(1)


async def _latest_check(desk: Desk) -> CheckView | None:
    return (await desk.readiness.report()).check


def _check_table(view: CheckView) -> Table:
    from alertd.model.checks import CheckState  # noqa: PLC0415 - keeps the other commands quick to start
    from alertd.workflow.labels import time_label  # noqa: PLC0415 - as above

    states = {
        CheckState.OPEN: f"chờ đến {time_label(view.check.ends_at)}",
        CheckState.PUT_OFF: f"hoãn: {view.check.reason}",
        CheckState.ENDED: "đã kết thúc",
    }
    answered = f"{view.answered}/{view.asked} địa chỉ đã trả lời ({states[view.check.state]})"
    title = f"Kiểm tra liên lạc {time_label(view.check.began_at)}: {answered}"
    table = Table("Đơn vị", "Đầu mối", "Kênh", "Trả lời lúc", "Lời", title=title)
    for body in view.bodies:
        for contact, probe in body.probes:
            at = time_label(probe.answered_at) if probe.answered_at else "chưa trả lời"
            table.add_row(body.body, contact, probe.channel, at, probe.words)
    return table


def _plain_check(view: CheckView) -> dict[str, Any]:
    """A round as JSON, moments in UTC."""
    answers = [
        {"body": body.body_id, "contact": probe.contact, "channel": probe.channel, "answered_at": _value(probe.answered_at)}
        for body in view.bodies
        for _, probe in body.probes
    ]
    check = {name: _value(value) for name, value in asdict(view.check).items()}
    return {**check, "addresses": view.asked, "answered": view.answered, "answers": answers}


def calls(
    dispatch_id: Annotated[int | None, typer.Argument(metavar="[ID]", max=LARGEST)] = None,
    as_json: JsonOption = False,
    config: ConfigOption = None,
) -> None:
    """Print who must be telephoned now, most needed first, and why: of one release, or of all that are open."""
    from alertd.cli.call_list import as_plain, as_table  # noqa: PLC0415 - keeps the other commands quick to start

    found = _run(config, lambda desk: _calls(desk, dispatch_id))
    if as_json:
        print_json([as_plain(view, called) for view, called in found])
    else:
        for view, called in found:
            Terminal().print(as_table(view, called))
        if not found:
            Terminal().print("Không có đợt phát nào đang theo dõi.")
    if any(called for _, called in found):
        raise typer.Exit(1)


async def _calls(desk: Desk, dispatch_id: int | None) -> list[tuple[DispatchView, tuple[Call, ...]]]:
    from alertd.model.notices import DispatchState  # noqa: PLC0415 - keeps the other commands quick to start
    from alertd.workflow.board.board import FOLLOWED_AT_MOST  # noqa: PLC0415 - as above
    from alertd.workflow.board.calls import calls_of  # noqa: PLC0415 - as above

    numbers = [dispatch_id]
    if dispatch_id is None:
        async with desk.store.snapshot() as tx:
            numbers = [each.id for each in await tx.dispatches.recent((DispatchState.OPEN,), FOLLOWED_AT_MOST)]
    views = [await desk.board.dispatch(number) for number in numbers if number is not None]
    return [(view, calls_of(view.bodies, desk.packer.contacts)) for view in views]


def _outcomes(config: str | None, dispatch_id: int | None = None, limit: int = 1) -> list[Outcome]:
    return _run(config, lambda desk: _read(desk, dispatch_id, limit))


def _run(config: str | None, read: Callable[[Desk], Awaitable[T]]) -> T:
    """What is read from the database of that configuration."""
    from alertd.app import build  # noqa: PLC0415 - keeps the other commands quick to start
    from alertd.clock import SystemClock  # noqa: PLC0415 - as above
    from alertd.config import Log, load_settings  # noqa: PLC0415 - as above
    from alertd.logs import configure  # noqa: PLC0415 - as above

    async def run() -> T:
        desk = await build(in_use(load_settings(config)), SystemClock())
        try:
            return await read(desk)
        finally:
            await desk.store.close()

    configure(Log(level="warning", format="console"))
    return asyncio.run(run())


async def _read(desk: Desk, dispatch_id: int | None, limit: int) -> list[Outcome]:
    from alertd.workflow.board.outcome import outcome_of  # noqa: PLC0415 - keeps the other commands quick to start

    if dispatch_id is not None:
        return [outcome_of(await desk.board.dispatch(dispatch_id))]
    async with desk.store.snapshot() as tx:
        found = await tx.dispatches.recent(limit=limit)
    return [outcome_of(await desk.board.dispatch(each.id)) for each in found]


def _table(outcome: Outcome) -> Table:
    from alertd.cli.paces import span_told  # noqa: PLC0415 - keeps the other commands quick to start
    from alertd.workflow.labels import ASSIGNMENT_STATE, document_label, time_label  # noqa: PLC0415 - as above

    title = f"{document_label(outcome.document.reading)} · phát {time_label(outcome.dispatch.released_at)}"
    table = Table("Đơn vị", "Tình trạng", "Sau", "Trả lời", "Nhắc", "Hỏng", title=title, caption=_paces(outcome))
    for line in outcome.lines:
        after = span_told(line.answered_at - outcome.dispatch.released_at) if line.answered_at else ""
        words = ", ".join(filter(None, (line.by, line.words)))
        table.add_row(line.name, ASSIGNMENT_STATE[line.state], after, words, str(line.followups), str(line.failed))
    return table


def _overview(outcomes: list[Outcome]) -> Table:
    from alertd.cli.paces import span_told  # noqa: PLC0415 - keeps the other commands quick to start
    from alertd.workflow.labels import document_label, time_label  # noqa: PLC0415 - as above

    table = Table("ID", "Văn bản", "Phát lúc", "Đã báo", "Đã trả lời", "Nửa số trong", "90 % trong")
    for outcome in outcomes:
        number, name = len(outcome.lines), document_label(outcome.document.reading) + (" (diễn tập)" if outcome.dispatch.is_drill else "")
        counts = (f"{outcome.told.number}/{number}", f"{outcome.answered.number}/{number}")
        paces = (span_told(outcome.answered.half), span_told(outcome.answered.nine_tenths))
        table.add_row(str(outcome.dispatch.id), name, time_label(outcome.dispatch.released_at), *counts, *paces)
    return table


def _paces(outcome: Outcome) -> str:
    from alertd.cli.paces import pace_told  # noqa: PLC0415 - keeps the other commands quick to start

    number = len(outcome.lines)
    return f"{pace_told('Đã báo', outcome.told, number)} · {pace_told('Đã trả lời', outcome.answered, number)}"


def _plain(outcome: Outcome) -> dict[str, Any]:
    """An outcome as JSON: moments in UTC, durations in seconds."""
    dispatch = outcome.dispatch
    return {
        "dispatch_id": dispatch.id,
        "document": outcome.document.reading.number,
        "drill": dispatch.is_drill,
        "state": dispatch.state,
        "released_at": _value(dispatch.released_at),
        "bodies": [{name: _value(value) for name, value in asdict(line).items()} for line in outcome.lines],
        "told": {name: _value(value) for name, value in asdict(outcome.told).items()},
        "answered": {name: _value(value) for name, value in asdict(outcome.answered).items()},
    }


def _value(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.total_seconds() if isinstance(value, timedelta) else value
