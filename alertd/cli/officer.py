"""`alertd submit`, `approve`, `status` and `acknowledge`: the officer's work from a terminal, over the API."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.live import Live
from rich.table import Table

from alertd.cli import JsonOption, print_json
from alertd.cli.terminal import Terminal
from alertd.errors import Refused
from alertd.model.replies import Meaning

ServerOption = Annotated[str, typer.Option("--server", envvar="ALERTD_SERVER", help="Address of the daemon.")]
TokenOption = Annotated[
    str, typer.Option("--token", envvar="ALERTD_TOKEN", help="A token made by `alertd tokens create`.", show_default=False)
]
HERE = "http://127.0.0.1:8080"
NO_SERVER = "no_server"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (submit, approve, status, acknowledge):
        app.command()(command)


def submit(file: Path, server: ServerOption = HERE, token: TokenOption = "", as_json: JsonOption = False) -> None:
    """Hand a document in for review."""
    if not file.is_file():
        raise Refused("no_file", f"{file}: không có tệp này")
    import aiohttp  # noqa: PLC0415 - keeps the other commands quick to start

    form = aiohttp.FormData()
    form.add_field("file", file.read_bytes(), filename=file.name)
    answer = asyncio.run(_call(server, token, "POST", "documents", data=form))
    if as_json:
        print_json(answer)
        return
    for document in answer["documents"]:
        if document["emergency"]:
            print(f"{document['id']}: {document['number'] or 'không số'}: chờ duyệt phát")
    print(f"{len(answer['documents'])} văn bản trong tệp", file=sys.stderr)


def approve(
    document_id: Annotated[int, typer.Argument(metavar="ID")],
    drill: Annotated[bool, typer.Option("--drill", help="Release as a drill: every message is marked.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask; never asked where nobody sits at a terminal.")] = False,
    server: ServerOption = HERE,
    token: TokenOption = "",
    as_json: JsonOption = False,
) -> None:
    """Release a document, after showing what would go out. Ends with 1 where bodies must be told by telephone."""
    path = f"documents/{document_id}"
    preview = asyncio.run(_call(server, token, "GET", f"{path}/preview", params={"drill": "true"} if drill else None))
    for line in _before_release(preview):
        print(line, file=sys.stderr)
    if not yes and sys.stdin.isatty():
        typer.confirm("Phát?", abort=True, err=True)
    answer = asyncio.run(_call(server, token, "POST", f"{path}/approve", json={"drill": drill, "seen": preview.get("fingerprint")}))
    print_json(answer) if as_json else print(f"đã phát, đợt phát số {answer['dispatch_id']}")
    if preview["untold"]:
        print(f"{preview['untold']} đơn vị không gửi tới được: phải gọi điện.", file=sys.stderr)
        raise typer.Exit(1)


def status(
    dispatch_id: Annotated[int | None, typer.Argument(metavar="ID")] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Go on showing changes until interrupted.")] = False,
    server: ServerOption = HERE,
    token: TokenOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show who has answered: one dispatch, or without ID the documents."""
    path = f"dispatches/{dispatch_id}" if dispatch_id is not None else "documents"
    from alertd.cli.boards import board, documents  # noqa: PLC0415 - the other commands start without the pages' words

    draw = documents if dispatch_id is None else board
    if watch:
        asyncio.run(_watch(server, token, path, draw))
        return
    answer = asyncio.run(_call(server, token, "GET", path))
    print_json(answer) if as_json else Terminal().print(draw(answer))


def acknowledge(
    dispatch_id: Annotated[int, typer.Argument(metavar="ID")],
    body: str,
    words: Annotated[str, typer.Option(help="What was said on the telephone.")] = "đã nhận",
    meaning: Annotated[Meaning, typer.Option(help="What it means.")] = Meaning.ACKNOWLEDGED,
    server: ServerOption = HERE,
    token: TokenOption = "",
) -> None:
    """Record an answer that came by telephone."""
    asyncio.run(_call(server, token, "POST", f"dispatches/{dispatch_id}/bodies/{body}/answers", json={"meaning": meaning, "words": words}))
    print("đã ghi nhận")


async def _watch(server: str, token: str, path: str, draw: Callable[[dict[str, Any]], Table]) -> None:
    """Once it has begun, a daemon that is away for a while is only told of."""
    with Live(draw(await _call(server, token, "GET", path)), console=Terminal(), refresh_per_second=2) as live:
        while True:
            await asyncio.sleep(2)
            try:
                live.update(draw(await _call(server, token, "GET", path)))
            except Refused as refused:
                if refused.code != NO_SERVER:
                    raise
                live.update(f"{refused.sentence}; đang thử lại…")


async def _call(server: str, token: str, method: str, path: str, **given: Any) -> Any:
    """One call of the API. Raises Refused with the server's own sentence."""
    import aiohttp  # noqa: PLC0415 - keeps the other commands quick to start

    headers = {"Authorization": f"Bearer {token}"} if token else {}
    url = f"{server.rstrip('/')}/api/v1/{path}"
    try:
        async with aiohttp.ClientSession(headers=headers) as session, session.request(method, url, **given) as response:
            answer = await response.json(content_type=None)
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        raise Refused(
            NO_SERVER, f"{server}: không kết nối được, alertd có đang chạy ở địa chỉ này không? ({str(error) or type(error).__name__})"
        ) from None
    if response.status >= 400:
        told = answer if isinstance(answer, dict) else {}  # another server may stand before the daemon, and say nothing
        raise Refused(str(told.get("code", response.status)), str(told.get("detail", told.get("title", response.reason))))
    return answer


def _before_release(preview: dict[str, Any]) -> Iterator[str]:
    """What an officer must know before anything leaves."""
    messages = ", ".join(f"{count} tin {channel}" for channel, count in preview["messages"].items()) or "không có tin nào"
    yield f"Sẽ gửi: {preview['bodies']} đơn vị, {preview['people']} người nhận, {messages} ({preview['sms_parts']} phần SMS)"
    yield from (f"Cần cân nhắc: {warning}" for warning in preview["warnings"])
    yield from (f"Không gửi tới được: {each['body']}: {each['reason']}" for each in preview["unreachable"])
