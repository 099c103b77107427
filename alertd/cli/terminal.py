"""Prints for people at a terminal: what others wrote is shown as they wrote it, and commands neither the printer nor the terminal."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text

_COMMANDS = dict.fromkeys((*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)), "\ufffd")
"""Control characters except tab and line feed: with them a text could move the cursor, change colours or rename the window."""


class Terminal(Console):
    """Standard output. Square brackets and colons in a text are square brackets and colons, and where it is narrow no word is cut."""

    def __init__(self, *, markup: bool = False, **options: Any) -> None:
        """`markup` is for whoever styles by brackets and escapes what is not their own."""
        super().__init__(markup=markup, emoji=False, **options)

    def render_str(self, text: str, **how: Any) -> Text:
        """The text to print, from a string anywhere in what is printed."""
        shown = super().render_str(inert(text), **how)
        shown.overflow = "fold"  # a telephone number with its end left out calls nobody
        return shown


def inert(text: str) -> str:
    """The text with control characters shown as replacement characters."""
    return text.translate(_COMMANDS)
