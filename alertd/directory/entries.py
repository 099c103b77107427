"""Reads a contacts file into entries that know the line on which each of their words stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePath
from typing import Any

import tomli

_HEADER = re.compile(r"^\s*\[\[?\s*([\w-]+)\s*\]\]?\s*(?:#.*)?$")
_LINE_IN_MESSAGE = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(frozen=True)
class Source:
    """A file of the directory as it was read: its name for people, and its text."""

    file: str
    text: str

    @property
    def stem(self) -> str:
        """The file's name without folder and ending, e.g. `bodies`."""
        return PurePath(self.file).stem


@dataclass(frozen=True)
class Entry:
    """One table of a contacts file (or one row of a sheet), with its place."""

    kind: str
    """The table's name; for the keys that stand before any table the file's stem."""
    values: Mapping[str, Any]
    file: str
    line: int
    lines: tuple[str, ...] = ()
    """The lines of the table, the first of them number `line`."""

    def at(self, key: str = "", value: str = "") -> str:
        """`file:line` of that value of that key, of the key, or of the entry."""
        offset = next((n for n, line in enumerate(self.lines) if re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", line)), 0) if key else 0
        if value:
            offset = next((n for n, line in enumerate(self.lines[offset:], offset) if f'"{value}"' in line), offset)
        return f"{self.file}:{self.line + offset}"


def read_entries(source: Source) -> tuple[list[Entry], list[str]]:
    """The entries of a file, or the reason why it is no TOML."""
    try:
        tables = tomli.loads(source.text)
    except tomli.TOMLDecodeError as error:
        return [], [_bad_toml(source, error)]
    except RecursionError:
        return [], [f"{source.file}:1: lists and tables are nested too deep"]
    blocks = _blocks(source.text.splitlines())
    loose = {key: value for key, value in tables.items() if not _is_table(value)}
    entries = [Entry(source.stem, loose, source.file, 1, blocks[""][0][1])] if loose else []
    for kind, value in tables.items():
        if _is_table(value):
            entries.extend(_placed(kind, value if isinstance(value, list) else [value], source, blocks))
    return entries, []


def _bad_toml(source: Source, error: tomli.TOMLDecodeError) -> str:
    found = _LINE_IN_MESSAGE.search(str(error))
    line = found[1] if found else len(source.text.splitlines())
    return f"{source.file}:{line}: this is no TOML: {_LINE_IN_MESSAGE.sub('', str(error)).strip()}"


def _is_table(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(item, dict) for item in value))


def _placed(kind: str, tables: list[Any], source: Source, blocks: Mapping[str, list[tuple[int, tuple[str, ...]]]]) -> Iterator[Entry]:
    places = blocks.get(kind, [])
    for number, table in enumerate(tables):
        line, lines = places[number] if number < len(places) else (1, ())
        yield Entry(kind, table if isinstance(table, dict) else {}, source.file, line, lines)


def _blocks(lines: list[str]) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """For each table name the first line number and the lines of its tables, in order; "" holds what stands before any table."""
    headers = [(n, match[1]) for n, line in enumerate(lines) if (match := _HEADER.match(line))]
    starts = [(0, ""), *headers, (len(lines), "")]
    blocks: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for (start, name), (end, _) in pairwise(starts):
        blocks.setdefault(name, []).append((start + 1, tuple(lines[start:end])))
    return blocks
