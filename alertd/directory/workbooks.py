"""Carries contacts to an Excel workbook and back: the same columns as a CSV, on its first sheet."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils.exceptions import InvalidFileException

from alertd.directory.entries import Entry
from alertd.directory.sheets import COLUMNS, Row, cells_of, entries_of

MOST_ROWS = 100_000
"""A workbook may claim a million empty rows; no province has so many contacts."""


def write_workbook(contacts: Iterable[Entry]) -> bytes:
    """The contacts as a workbook, every cell a text, so that no number loses its first zero and no title becomes a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("contacts")
    for row in (COLUMNS, *map(cells_of, contacts)):
        sheet.append([_text(sheet, words) for words in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read_workbook(content: bytes, file: str) -> tuple[list[Entry], list[str]]:
    """The contacts on a workbook's first sheet, and what is wrong with its rows by themselves, each by its row's number."""
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        rows = list(_rows(book.worksheets[0]))
        book.close()
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError, OSError) as error:
        return [], [f"{file}:1: this is no Excel workbook (.xlsx): {error}"]
    return entries_of(rows, file)


def _rows(sheet: Any) -> Iterator[Row]:
    for number, cells in enumerate(sheet.iter_rows(max_row=MOST_ROWS, values_only=True), 1):
        yield number, [_words(value) for value in cells]


def _words(value: object) -> str:
    """A cell's words; a number without the ".0" that a spreadsheet adds."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _text(sheet: Any, words: str) -> Any:
    cell = WriteOnlyCell(sheet, words)
    cell.data_type = "s"
    return cell
