"""`alertd read`: what a file orders whom to do, without touching any database."""

from __future__ import annotations

import hashlib
import sys
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alertd.cli import ConfigOption, JsonOption, print_json
from alertd.clock import VIETNAM
from alertd.errors import Invalid
from alertd.model.documents import FileReading

if TYPE_CHECKING:
    from alertd.workflow.arrival.examination import Examination

FilesArgument = Annotated[
    list[Path], typer.Argument(metavar="FILE…", help="Files to read: .txt, .html, .docx, .pdf, .eml; - is standard input.")
]
WhyOption = Annotated[bool, typer.Option("--why", help="Print for each order the rule and the words that it was read by.")]
STANDARD_INPUT = Path("-")
_PIECE = 1 << 20
"""Bytes read at once of what only the digest needs."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(read)


def read(files: FilesArgument, config: ConfigOption = None, as_json: JsonOption = False, why: WhyOption = False) -> None:
    """Read documents and print what each orders whom to do.

    Exit status 1 when something in an emergency needs a person, 2 when a file was refused.
    """
    examined = _examine(files, config)
    if as_json:
        from alertd.workflow.arrival.contract import file_as_json  # noqa: PLC0415  the command must start fast

        print_json([file_as_json(str(file), digest, e.reading, e.resolutions) for file, digest, e in examined])
    else:
        from alertd.cli.reading_shown import show  # noqa: PLC0415  rich is not needed for JSON

        show([(str(file), examination) for file, _, examination in examined], with_reasons=why)
    raise typer.Exit(max(_status(examination) for _, _, examination in examined))


def _taken(file: Path, most: int) -> tuple[bytes, str]:
    """The whole content, or just enough of one that is too large to be refused for it; and the SHA-256 of all of it. Raises
    Invalid for what cannot be read.
    """
    if file.is_dir():
        raise Invalid("unreadable", "Đây là thư mục, không phải tệp.")
    try:
        with nullcontext(sys.stdin.buffer) if file == STANDARD_INPUT else file.open("rb") as opened:
            content = opened.read(most + 1)
            digest = hashlib.sha256(content)
            while more := opened.read(_PIECE):
                digest.update(more)
    except OSError as error:
        raise Invalid("unreadable", _why_unreadable(error)) from None
    return content, digest.hexdigest()


def _why_unreadable(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "Không có tệp này."
    return "Không có quyền đọc tệp này." if isinstance(error, PermissionError) else f"Không đọc được tệp này: {error.strerror}."


def _examine(files: list[Path], config: str | None) -> list[tuple[Path, str | None, Examination]]:
    """Each file with its SHA-256, None where it cannot be read, and what is in it: one that is not there keeps no other waiting."""
    from alertd.config import load_settings  # noqa: PLC0415  `--help` must not wait for it
    from alertd.directory.loading import load_directory  # noqa: PLC0415  the same
    from alertd.workflow.arrival.examination import Examination, examine, file_limits  # noqa: PLC0415  the same

    settings = load_settings(config)
    directory = load_directory(settings.contacts.path)
    limits = file_limits(settings)
    today = datetime.now(VIETNAM).date()
    examined: list[tuple[Path, str | None, Examination]] = []
    for file in files:
        try:
            content, digest = _taken(file, limits.max_bytes)
        except Invalid as refusal:
            examined.append((file, None, Examination(FileReading.of_refused(refusal.code, refusal.sentence), ())))
        else:
            examined.append((file, digest, examine(content, file.name, limits, today, directory)))
    return examined


def _status(examination: Examination) -> int:
    """2 for a refused file, 1 where an emergency leaves something for a person, else 0."""
    if examination.reading.refused is not None:
        return 2
    documents = zip(examination.reading.documents, examination.resolutions, strict=True)
    return int(any(document.is_emergency and (document.problems or any(r.unresolved for r in placed)) for document, placed in documents))
