"""Turns the bytes of a received file into lines of text, or says in one sentence why it cannot be read."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import partial

from alertd.reading.extract.line_blocks import without_blank_between
from alertd.reading.extract.mending import mend
from alertd.reading.extract.outcome import Extracted, Unreadable
from alertd.reading.extract.sniff import Format, sniff
from alertd.reading.extract.spacing import respaced
from alertd.reading.extract.txt import read_txt, too_many_characters
from alertd.reading.extract.unlike import unlike_vietnamese
from alertd.reading.limits import Limits

__all__ = ["Extracted", "Format", "Unreadable", "extract", "reader_of"]


def extract(content: bytes, name: str, limits: Limits) -> Extracted:
    """The lines of a file. `name` is its file name as it came in.

    Touches neither network nor disk and expands nothing that the file merely refers to. Raises `Unreadable` and nothing else.
    """
    if len(content) > limits.max_bytes:
        raise Unreadable("too_large", f"Tệp lớn hơn giới hạn {_megabytes(limits.max_bytes)} MB (intake.max_bytes).")
    found = reader_of(sniff(content, name))(content, limits)
    lines, problems = mend(found.lines if found.going_on else without_blank_between(found.lines))
    _check(lines, limits)
    # What stands between two words of a PDF is a guess of whoever reads it; in other formats the file says it, and that is quoted.
    lines, spacing = respaced(lines) if found.format == "pdf" else (lines, ())
    told = tuple(dict.fromkeys((*found.problems, *problems, *spacing, *unlike_vietnamese(lines))))
    return Extracted(tuple(line if _has_text(line) else "" for line in lines), found.format, told, found.going_on)


def reader_of(found: Format) -> Callable[[bytes, Limits], Extracted]:
    """What reads a format. Its library is loaded when it is first asked for: most files are of one format."""
    match found:
        case Format.TXT:
            return read_txt
        case Format.HTML:
            from alertd.reading.extract.html import read_html  # noqa: PLC0415 - see above

            return read_html
        case Format.DOCX:
            from alertd.reading.extract.docx import read_docx  # noqa: PLC0415 - see above

            return read_docx
        case Format.PDF:
            from alertd.reading.extract.pdf import read_pdf  # noqa: PLC0415 - see above

            return read_pdf
        case Format.MAIL:
            from alertd.reading.extract.mail import read_mail  # noqa: PLC0415 - see above

            return partial(read_mail, read=extract)


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
