"""`alertd read`: what a file orders whom to do, without touching any database."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alertd.cli import ConfigOption, JsonOption, print_json
from alertd.clock import VIETNAM
from alertd.errors import SetupError

if TYPE_CHECKING:
    from alertd.workflow.arrival.examination import Examination

FilesArgument = Annotated[list[Path], typer.Argument(metavar="FILE…", help="Files to read: .txt, .html, .docx, .pdf.")]
WhyOption = Annotated[bool, typer.Option("--why", help="Print for each order the rule and the words that it was read by.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(read)


def read(files: FilesArgument, config: ConfigOption = None, as_json: JsonOption = False, why: WhyOption = False) -> None:
    """Read documents and print what each orders whom to do.

    Exit status 1 when something in an emergency needs a person, 2 when a file was refused.
    """
    _check_readable(files)
    examined = _examine(files, config)
    if as_json:
        from alertd.workflow.arrival.contract import file_as_json  # noqa: PLC0415  the command must start fast

        print_json([file_as_json(str(f), _digest(f), e.reading, e.resolutions) for f, e in examined.items()])
    else:
        from alertd.cli.reading_shown import show  # noqa: PLC0415  rich is not needed for JSON

        show(examined, with_reasons=why)
    raise typer.Exit(max(_status(examination) for examination in examined.values()))


def _check_readable(files: list[Path]) -> None:
    """Raises SetupError that names every file which is not there or not ours to read."""
    missing = [f"{file}: không có tệp này" for file in files if not file.is_file()]
    closed = [f"{file}: không có quyền đọc tệp này" for file in files if file.is_file() and not os.access(file, os.R_OK)]
    if missing or closed:
        raise SetupError([*missing, *closed])


def _content(file: Path, most: int) -> bytes:
    """The whole file, or just enough of one that is too large to be refused for it."""
    with file.open("rb") as opened:
        return opened.read(most + 1)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _examine(files: list[Path], config: str | None) -> dict[Path, Examination]:
    from alertd.config import load_settings  # noqa: PLC0415  `--help` must not wait for it
    from alertd.directory.loading import load_directory  # noqa: PLC0415  the same
    from alertd.workflow.arrival.examination import examine, file_limits  # noqa: PLC0415  the same

    settings = load_settings(config)
    directory = load_directory(settings.contacts.path)
    limits = file_limits(settings)
    today = datetime.now(VIETNAM).date()
    return {file: examine(_content(file, limits.max_bytes), file.name, limits, today, directory) for file in files}


def _status(examination: Examination) -> int:
    """2 for a refused file, 1 where an emergency leaves something for a person, else 0."""
    if examination.reading.refused is not None:
        return 2
    documents = zip(examination.reading.documents, examination.resolutions, strict=True)
    return int(any(document.is_emergency and (document.problems or any(r.unresolved for r in placed)) for document, placed in documents))
