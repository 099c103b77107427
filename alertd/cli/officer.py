"""`alertd submit`, `approve`, `status` and `acknowledge`: the officer's work from a terminal, over the API."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Annotated, Any

import aiohttp
import typer
from rich.console import Console
from rich.live import Live
from rich.table import Table

from alertd.cli import JsonOption, print_json
from alertd.errors import Refused
from alertd.model.replies import Meaning

ServerOption = Annotated[str, typer.Option("--server", envvar="ALERTD_SERVER", help="Address of the daemon.")]
TokenOption = Annotated[
    str, typer.Option("--token", envvar="ALERTD_TOKEN", help="A token made by `alertd tokens create`.", show_default=False)
]
HERE = "http://127.0.0.1:8080"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (submit, approve, status, acknowledge):
        app.command()(command)


def submit(file: Path, server: ServerOption = HERE, token: TokenOption = "", as_json: JsonOption = False) -> None:
    """Hand a document in for review."""
    if not file.is_file():
        raise Refused("no_file", f"{file}: không có tệp này")
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
    server: ServerOption = HERE,
    token: TokenOption = "",
    as_json: JsonOption = False,
) -> None:
    """Release a document."""
    answer = asyncio.run(_call(server, token, "POST", f"documents/{document_id}/approve", json={"drill": drill}))
    print_json(answer) if as_json else print(f"đã phát, đợt phát số {answer['dispatch_id']}")


def status(
    dispatch_id: Annotated[int | None, typer.Argument(metavar="ID")] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Go on showing changes until interrupted.")] = False,
    server: ServerOption = HERE,
    token: TokenOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show who has answered: one dispatch, or without ID the documents."""
    path = f"dispatches/{dispatch_id}" if dispatch_id is not None else "documents"
    if watch and dispatch_id is not None:
        asyncio.run(_watch(server, token, path))
        return
    answer = asyncio.run(_call(server, token, "GET", path))
    if as_json:
        print_json(answer)
    else:
        Console().print(_board(answer) if dispatch_id is not None else _documents(answer))


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


async def _watch(server: str, token: str, path: str) -> None:
    with Live(console=Console(), refresh_per_second=2) as live:
        while True:
            live.update(_board(await _call(server, token, "GET", path)))
            await asyncio.sleep(2)


async def _call(server: str, token: str, method: str, path: str, **given: Any) -> Any:
    """One call of the API. Raises Refused with the server's own sentence."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    url = f"{server.rstrip('/')}/api/v1/{path}"
    try:
        async with aiohttp.ClientSession(headers=headers) as session, session.request(method, url, **given) as response:
            answer = await response.json(content_type=None)
    except (aiohttp.ClientError, ValueError) as error:
        raise Refused("no_server", f"{server}: không kết nối được ({error})") from None
    if response.status >= 400:
        raise Refused(str(answer.get("code", response.status)), str(answer.get("detail", answer.get("title", ""))))
    return answer


def _board(answer: dict[str, Any]) -> Table:
    totals = " · ".join(f"{name} {n}" for name, n in answer["totals"].items())
    table = Table("Đơn vị", "Trạng thái", "Trả lời lúc", "Bởi", "Ghi chú", title=f"{answer['state']} · {totals}")
    for row in answer["bodies"]:
        notes = [word for word in ("silent", "late") if row[word]]
        table.add_row(row.get("name", row["body"]), row["state"], row["acknowledged_at"] or "", row["by"] or "", ", ".join(notes))
    return table


def _documents(answer: Any) -> Table:
    rows = answer["documents"] if isinstance(answer, dict) else answer
    table = Table("ID", "Số", "Trạng thái", "Khẩn cấp", "Trích yếu")
    for row in rows:
        table.add_row(str(row["id"]), row["number"] or "", row["state"], "có" if row["emergency"] else "", row["subject"] or "")
    return table
