"""Turns the bytes of a received file into lines of text, or says in one sentence why it cannot be read."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from alertd.reading.extract.docx import read_docx
from alertd.reading.extract.html import read_html
from alertd.reading.extract.mending import mend
from alertd.reading.extract.outcome import Extracted, Unreadable
from alertd.reading.extract.pdf import read_pdf
from alertd.reading.extract.sniff import Format, sniff
from alertd.reading.extract.txt import read_txt, too_many_characters
from alertd.reading.limits import Limits

__all__ = ["Extracted", "Unreadable", "extract"]

_READERS: dict[Format, Callable[[bytes, Limits], Extracted]] = {
    Format.TXT: read_txt,
    Format.HTML: read_html,
    Format.DOCX: read_docx,
    Format.PDF: read_pdf,
}


def extract(content: bytes, name: str, limits: Limits) -> Extracted:
    """The lines of a file. `name` is its file name as it came in.

    Touches neither network nor disk and expands nothing that the file merely refers to. Raises `Unreadable` and nothing else.
    """
    if len(content) > limits.max_bytes:
        raise Unreadable("too_large", f"Tệp lớn hơn giới hạn {_megabytes(limits.max_bytes)} MB (intake.max_bytes).")
    found = _READERS[sniff(content, name)](content, limits)
    lines, problems = mend(found.lines)
    _check(lines, limits)
    return Extracted(
        tuple(line if _has_text(line) else "" for line in lines), found.format, tuple(dict.fromkeys(found.problems + problems))
    )


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.4g}".replace(".", ",")


def _check(lines: tuple[str, ...], limits: Limits) -> None:
    if sum(map(len, lines)) > limits.max_characters:
        raise too_many_characters(limits)
    if not any(map(_has_text, lines)):
        raise Unreadable("empty", "Tệp không có chữ nào.")


def _has_text(line: str) -> bool:
    """Whether a line shows anything: signs of no width are as good as blank."""
    return any(not letter.isspace() and unicodedata.category(letter) != "Cf" for letter in line)
