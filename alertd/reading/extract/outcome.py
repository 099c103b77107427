"""What extraction gives back: the lines of a file, or the reason why it could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from alertd.model.documents import Problem

RefusalCode = Literal["too_large", "empty", "binary", "broken", "encrypted", "unsupported"]
"""In this order: over a limit; nothing visible in it; noise instead of text; damaged; locked; a format or a picture that is not read."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """The lines of a file in reading order, white space as the source has it.

    A blank line is the empty string. In a text file and in a PDF a line is a printed line; in HTML and DOCX it is a block
    (paragraph, cell, list item) or a part of one that ends at a line break, with an empty line between blocks.
    """

    lines: tuple[str, ...]
    format: str
    """`txt`, `html`, `docx` or `pdf`, by content."""
    problems: tuple[Problem, ...] = ()
    going_on: frozenset[int] = frozenset()
    """Which lines, counted from 0, are known to go on with the line before: a PDF's, by where they stand on the page."""


class Unreadable(Exception):
    """A file from which no text can be had: a stable `code` for programs and a Vietnamese `sentence` for the officer."""

    def __init__(self, code: RefusalCode, sentence: str) -> None:
        super().__init__(f"{code}: {sentence}")
        self.code = code
        self.sentence = sentence
