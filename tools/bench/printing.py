"""How much memory a process takes at most to read a PDF of 20 MB: 250 printed pages, each with a picture as scanners add them."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Iterator

from tests.reading.extract.pdf_files import Words, column, pdf
from tools.bench.reading import ORDER

PAGES = 250
LINES = 45
PICTURE_BYTES = 80 * 1024
PROGRAM = """
import re, sys
from datetime import date
from pathlib import Path
from alertd.config import load_settings
from alertd.directory.loading import load_directory
from alertd.workflow.arrival.examination import examine, file_limits

settings = load_settings()
found = examine(Path(sys.argv[1]).read_bytes(), "a.pdf", file_limits(settings), date(2023, 7, 17), load_directory(settings.contacts.path))
assert found.reading.documents, found.reading.refused
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""


async def read_large_pdf() -> Iterator[tuple[str, float, str]]:
    """`pdf_20mb_peak_mb`: the most that was resident at any time, interpreter and directory included. Linux tells it, others do not."""
    if sys.platform != "linux":
        return iter(())
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(_printed())
        file.flush()
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", PROGRAM, file.name, stdout=asyncio.subprocess.PIPE)
        told, _ = await process.communicate()
    if process.returncode:
        raise SystemExit("the PDF was not read")
    return iter([("pdf_20mb_peak_mb", int(told) / 1024, "MB")])


def _printed() -> bytes:
    """The order again and again, line by line, and beside it pictures that nothing refers to."""
    lines = [line[:90] for line in ORDER.read_text(encoding="utf-8").splitlines() if line.strip()]
    pages: list[list[Words]] = [
        column(60, 780, [lines[(page * LINES + n) % len(lines)] for n in range(LINES)], 16) for page in range(PAGES)
    ]
    return pdf(pages, extra=[_picture() for _ in range(PAGES)])


def _picture() -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (PICTURE_BYTES, os.urandom(PICTURE_BYTES))
