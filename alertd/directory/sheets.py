"""Carries contacts to a spreadsheet and back: CSV text on one side, the tables of contacts.toml on the other."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from alertd.directory.entries import Entry, Source
from alertd.directory.shapes import PROVINCE_SHAPES, entry_problems

COLUMNS = ("id", "title", "order", "addresses", "also_for")
"""The columns of a sheet. Several addresses or bodies stand in one cell, separated by semicolons."""

Row = tuple[int, Sequence[str]]
"""The number of a row's first line, and its cells."""

_LISTS = ("addresses", "also_for")
_HEADER = re.compile(r"^\s*\[\[?\s*[\w-]+\s*\]\]?\s*(?:#.*)?$")
_ID = re.compile(r'^\s*id\s*=\s*"([^"]*)"')


def write_sheet(contacts: Iterable[Entry]) -> str:
    """The contacts as CSV."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(cells_of, contacts))
    return sheet.getvalue()


def cells_of(entry: Entry) -> list[str]:
    """A contact's row."""
    return [_cell(entry.values.get(column, "")) for column in COLUMNS]


def _cell(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value)


def read_sheet(source: Source) -> tuple[list[Entry], list[str]]:
    """The contacts of a CSV (commas or semicolons between columns), and what is wrong with its rows by themselves."""
    text = source.text.removeprefix("\ufeff")
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",", strict=True)
    try:
        rows = list(_rows(reader))
    except csv.Error as error:
        return [], [f"{source.file}:{reader.line_num}: this is no CSV: {error}"]
    return entries_of(rows, source.file)


def entries_of(rows: Sequence[Row], file: str) -> tuple[list[Entry], list[str]]:
    """The contacts in the rows of a sheet, the first its header, and what is wrong with its rows by themselves."""
    header = [name.strip() for name in rows[0][1]] if rows else []
    while header and not header[-1]:
        header.pop()
    if problem := _header_problem(header):
        return [], [f"{file}:1: {problem}"]
    filled = [(line, [cell.strip() for cell in row]) for line, row in rows[1:] if any(cell.strip() for cell in row)]
    entries = [_entry(line, row, header, file) for line, row in filled]
    too_wide = [f"{file}:{line}: the row has more cells than there are columns" for line, row in filled if any(row[len(header) :])]
    return entries, [*too_wide, *(problem for entry in entries for problem in entry_problems(entry, PROVINCE_SHAPES["contacts"]))]


def _header_problem(header: list[str]) -> str | None:
    unknown = [name for name in header if name not in COLUMNS]
    missing = [name for name in COLUMNS if name not in header and name != "also_for"]
    if unknown or missing or len(set(header)) < len(header):
        return f"the columns must be {', '.join(COLUMNS)} (also_for may be left out), each once"
    return None


def _rows(reader: Any) -> Iterator[Row]:
    line = 1
    for row in reader:
        yield line, row
        line = reader.line_num + 1


def _entry(line: int, row: Sequence[str], header: Sequence[str], file: str) -> Entry:
    cells = {name: cell for name, cell in zip(header, row, strict=False) if cell}
    return Entry("contact", {name: _value(name, cell) for name, cell in cells.items()}, file, line)


def _value(column: str, cell: str) -> object:
    if column in _LISTS:
        return [part.strip() for part in re.split(r"[;\n]", cell) if part.strip()]
    return int(cell) if column == "order" and cell.isdecimal() else cell


def merge_contacts(toml: str, contacts: Iterable[Entry]) -> str:
    """The text of a contacts.toml with these contacts in it: in the place of the table of the same id, else at the end.

    Comments, and tables that are not named, stay as they are.
    """
    waiting = {str(entry.values["id"]): entry.values for entry in contacts}
    blocks = [_replaced(block, waiting) for block in _tables(toml.splitlines())]
    added = [["", *_table(values)] for values in waiting.values()]
    return "\n".join(line for block in (*blocks, *added) for line in block) + "\n"


def _replaced(block: list[str], waiting: dict[str, Mapping[str, Any]]) -> list[str]:
    """A table, or in its place the one that waits under its id, with the comments that follow it kept."""
    found = next((match[1] for line in block if (match := _ID.match(line))), None)
    if found is None or found not in waiting:
        return block
    last = max(number for number, line in enumerate(block) if line.strip() and not line.lstrip().startswith("#"))
    return [*_table(waiting.pop(found)), *block[last + 1 :]]


def _tables(lines: list[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in lines:
        if _HEADER.match(line):
            yield block
            block = []
        block.append(line)
    yield block


def _table(values: Mapping[str, Any]) -> list[str]:
    return ["[[contact]]", *(f"{key} = {json.dumps(values[key], ensure_ascii=False)}" for key in COLUMNS if key in values)]
