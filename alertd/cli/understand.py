"""`alertd understand`: what a reply means, and why, as the service itself would take it."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alertd.cli import ConfigOption, JsonOption, print_json
from alertd.errors import Invalid

if TYPE_CHECKING:
    from alertd.model.replies import Understanding

TextsArgument = Annotated[list[str] | None, typer.Argument(metavar="TEXT…", help="Replies, each in quotation marks.", show_default=False)]
FileOption = Annotated[
    Path | None, typer.Option("--file", metavar="F", help="A file of replies in UTF-8, one a line; - is standard input.")
]
STANDARD_INPUT = Path("-")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(understand)


def understand(texts: TextsArgument = None, file: FileOption = None, config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Say what replies mean, and why."""
    from alertd.config import load_settings  # noqa: PLC0415 - keeps `alertd --help` quick to start
    from alertd.reading import answers  # noqa: PLC0415 - keeps `alertd --help` quick to start

    replies = [*map(_as_text, texts or []), *(_lines(file) if file else [])]
    if not (texts or file):
        raise Invalid("no_reply", "Chưa có câu trả lời nào để hiểu: nhập TEXT hoặc --file.")
    lexicon = answers.load_lexicon(load_settings(config).contacts.path / "lexicon")
    understood = [answers.understand(reply, lexicon) for reply in replies]
    if as_json:
        print_json([_shown(found) for found in understood])
        return
    from alertd.cli.terminal import inert  # noqa: PLC0415 - rich is not needed for JSON

    for found in understood:
        print(inert(_told(found)))


def _as_text(argument: str) -> str:
    """What the shell gave, where bytes that are no UTF-8 are shown as such instead of breaking what is printed."""
    return os.fsencode(argument).decode(errors="replace")


def _lines(file: Path) -> list[str]:
    """The lines of a file; an empty one is an empty reply, so that answers stay in step with lines."""
    try:
        content = sys.stdin.buffer.read() if file == STANDARD_INPUT else file.read_bytes()
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise Invalid("unreadable", f"Không đọc được tệp {file}: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise Invalid("unreadable", f"Tệp {file} không phải văn bản UTF-8.") from None
    return text.removesuffix("\n").split("\n") if text else []


def _shown(found: Understanding) -> dict[str, object]:
    figures = [{key: value for key, value in asdict(figure).items() if value is not None} for figure in found.figures]
    return {
        "text": found.text,
        "meaning": found.meaning.value,
        "reason": found.reason,
        "closes": found.closes,
        "figures": figures,
        "times": [f"{moment:%H:%M}" for moment in found.times],
    }


def _told(found: Understanding) -> str:
    closes = "ngừng nhắc" if found.closes else "vẫn nhắc"
    return f"{found.text}\n  {found.meaning} · {closes} · {found.reason}"
