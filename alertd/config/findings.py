"""What is wrong with the configuration and where it was written, so that the operator's eye lands on the line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from alertd.config.raw import Place

_TABLES = re.compile(r"\s*\[\[\s*([\w.-]+)\s*\]\]")
_TABLE = re.compile(r"\s*\[\s*([\w.-]+)\s*\]\s*(#.*)?$")
_KEY = re.compile(r"\s*([\w-]+)\s*=")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, at one place."""

    place: Place
    sentence: str


def lines_of(text: str) -> dict[Place, int]:
    """The line, from 1, on which each table and each key begins."""
    lines: dict[Place, int] = {}
    counts: Counter[str] = Counter()
    table: Place = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if many := _TABLES.match(line):
            table = (many[1], counts[many[1]])
            counts[many[1]] += 1
            lines[table] = number
        elif one := _TABLE.match(line):
            table = tuple(one[1].split("."))
            lines[table] = number
        elif key := _KEY.match(line):
            lines[*table, key[1]] = number
    return lines


@dataclass(frozen=True, slots=True)
class Origins:
    """Where every key was given."""

    file: Path
    lines: Mapping[Place, int]
    variables: Mapping[Place, str]
    """The keys that the environment gave, and by which variable."""
    senders: Mapping[int, str]
    """The senders' names by their index."""

    def told(self, finding: Finding) -> str:
        """The finding as the operator reads it: `config.toml:12: web.port: is missing`."""
        return f"{self._where(finding.place)}: {self._key(finding.place)}: {finding.sentence}"

    def line(self, place: Place) -> int:
        """The line of the key, or of the table that ought to hold it; 0 where neither is in the file."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 0)

    def _where(self, place: Place) -> str:
        if place in self.variables:
            return self.variables[place]
        line = self.line(place)
        return f"{self.file}:{line}" if line else str(self.file)

    def _key(self, place: Place) -> str:
        if len(place) > 1 and place[0] == "senders" and isinstance(place[1], int):
            place = ("senders", self.senders.get(place[1], place[1]), *place[2:])
        return ".".join(str(part) for part in place)
