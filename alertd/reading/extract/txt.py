"""Reads plain text files: a line of the file is a line of the document, unless a printer set it at a page's edge."""

from __future__ import annotations

import re

from alertd.reading.extract.decoding import decode
from alertd.reading.extract.outcome import Extracted, Unreadable
from alertd.reading.extract.strokes import without_strokes
from alertd.reading.extract.txt_columns import without_columns
from alertd.reading.extract.txt_indents import going_on
from alertd.reading.extract.txt_pages import without_page_edges
from alertd.reading.limits import Limits

# Not str.splitlines: it also breaks at U+0085, which wrongly decoded text holds inside its letters.
_LINE_END = re.compile("[\n\r\v\f\u2028\u2029](?:(?<=\r)\n)?")
_QUOTED = re.compile(r"[ \t]*>(?:[ \t]?>)*[ \t]?")
_MOSTLY = 0.5
_MOST_BYTES_A_CHARACTER = 4


def read_txt(content: bytes, limits: Limits) -> Extracted:
    """The lines of a text file in whatever encoding."""
    if len(content) > _MOST_BYTES_A_CHARACTER * limits.max_characters:
        raise too_many_characters(limits)
    decoded = decode(content)
    lines = without_page_edges([_unquoted(split_lines(page)) for page in decoded.text.split("\f")])
    lines = list(without_strokes(without_columns(lines)))
    return Extracted(tuple(lines), "txt", decoded.problems, going_on(lines))


def _unquoted(lines: list[str]) -> list[str]:
    """The lines of a message that was passed on as a quotation, without the signs that mail programs put before each."""
    quoted = [_QUOTED.match(line) for line in lines]
    is_quotation = sum(map(bool, quoted)) > _MOSTLY * sum(map(bool, map(str.strip, lines)))
    return [line[sign.end() :] if sign else line for line, sign in zip(lines, quoted, strict=True)] if is_quotation else lines


def split_lines(text: str) -> list[str]:
    """The text cut at every line end that is in use."""
    return _LINE_END.split(text)


def too_many_characters(limits: Limits) -> Unreadable:
    """The refusal of a text longer than the limit."""
    most = f"{limits.max_characters:,}".replace(",", ".")
    return Unreadable("too_large", f"Văn bản dài hơn giới hạn {most} ký tự (intake.max_characters).")
