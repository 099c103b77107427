"""Carries contacts to a spreadsheet and back: CSV text on one side, the tables of contacts.toml on the other."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from alertd.directory.entries import Entry, Source
from alertd.directory.shapes import PROVINCE_SHAPES, entry_problems

COLUMNS = ("id", "title", "order", "addresses", "also_for")
"""The columns of a sheet. Several addresses or bodies stand in one cell, separated by semicolons."""

_LISTS = ("addresses", "also_for")
_HEADER = re.compile(r"^\s*\[\[?\s*[\w-]+\s*\]\]?\s*(?:#.*)?$")
_ID = re.compile(r'^\s*id\s*=\s*"([^"]*)"')


def write_sheet(contacts: Iterable[Entry]) -> str:
    """The contacts as CSV."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(COLUMNS)
    for entry in contacts:
        writer.writerow(_cell(entry.values.get(column, "")) for column in COLUMNS)
    return sheet.getvalue()


def _cell(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value)


def read_sheet(source: Source) -> tuple[list[Entry], list[str]]:
    """The contacts of a CSV (commas or semicolons between columns), and what is wrong with its rows by themselves."""
    text = source.text.removeprefix("\ufeff")
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",", strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        if problem := _header_problem(header):
            return [], [f"{source.file}:1: {problem}"]
        entries = list(_rows(reader, header, source.file))
    except csv.Error as error:
        return [], [f"{source.file}:{reader.line_num}: this is no CSV: {error}"]
    return entries, [problem for entry in entries for problem in entry_problems(entry, PROVINCE_SHAPES["contacts"])]


def _header_problem(header: list[str]) -> str | None:
    unknown = [name for name in header if name not in COLUMNS]
    missing = [name for name in COLUMNS if name not in header and name != "also_for"]
    if unknown or missing or len(set(header)) < len(header):
        return f"the columns must be {', '.join(COLUMNS)} (also_for may be left out), each once"
    return None


def _rows(reader: Any, header: list[str], file: str) -> Iterator[Entry]:
    line = reader.line_num + 1
    for row in reader:
        if any(cell.strip() for cell in row):
            cells = {name: cell.strip() for name, cell in zip(header, row, strict=False) if cell.strip()}
            yield Entry("contact", {name: _value(name, cell) for name, cell in cells.items()}, file, line)
        line = reader.line_num + 1


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
