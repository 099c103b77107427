"""Writes CSV that a spreadsheet opens as it is, and runs nothing of."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

MARK = "\ufeff"
"""Tells spreadsheets that the text is UTF-8."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would run rather than show, when a cell begins with it."""


def written(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The sheet's text, its first line the head."""
    text = io.StringIO()
    sheet = csv.writer(text)
    sheet.writerow(head)
    sheet.writerows(rows)
    return MARK + text.getvalue()


def shown(words: str) -> str:
    """Words that somebody typed, so that no spreadsheet takes them for a formula."""
    return f"'{words}" if words.startswith(_FORMULA) else words
