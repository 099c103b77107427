"""What extraction gives back: the lines of a file, or the reason why it could not be read, and the limits it keeps to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from alertd.model.documents import Problem

MIB = 1024 * 1024

RefusalCode = Literal["too_large", "empty", "binary", "broken", "encrypted", "unsupported"]
"""In this order: over a limit; nothing visible in it; noise instead of text; damaged; locked; a format or a picture that is not read."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may ask of this machine; the keys of the same names under `[intake]` in the configuration."""

    max_bytes: int = 30 * MIB
    """Size of the file as it came in."""
    max_unpacked_bytes: int = 200 * MIB
    """Size of everything in a packed file (.docx) once unpacked, as declared and as found."""
    max_unpacked_ratio: int = 200
    """How many times larger than itself a packed file may become: honest documents stay under 50."""
    max_pages: int = 300
    """Pages of a PDF."""
    max_characters: int = 1_000_000
    """Characters of text, however the file carries them: some 400 printed pages."""


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


class Unreadable(Exception):
    """A file from which no text can be had: a stable `code` for programs and a Vietnamese `sentence` for the officer."""

    def __init__(self, code: RefusalCode, sentence: str) -> None:
        super().__init__(f"{code}: {sentence}")
        self.code = code
        self.sentence = sentence
