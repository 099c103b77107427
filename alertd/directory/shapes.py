"""Which tables each contacts file may hold, which keys each table has, and of what kind their values are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from alertd.directory.entries import Entry
from alertd.model.bodies import BodyType


@dataclass(frozen=True)
class Kind:
    """What a value must be, in words and as a test."""

    words: str
    fits: Callable[[Any], bool]


_BODY_ID = re.compile(r"^[a-z0-9-]+/[a-z0-9-]+")
_CONTACT_ID = re.compile(r"^[a-z0-9-]+/[a-z0-9-]+#[a-z0-9-]+")


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _all_texts(values: Any) -> bool:
    return all(_is_text(value) for value in values)


_POLE, _DATE_LINE = 90, 180


def _is_seat(value: Any) -> bool:
    """Latitude first: exchanged, a place in Vietnam lies beyond the pole."""
    if not isinstance(value, list) or len(value) != 2 or not all(type(number) in (int, float) for number in value):
        return False
    return bool(abs(value[0]) <= _POLE and abs(value[1]) <= _DATE_LINE)


TEXT = Kind("a text", _is_text)
TEXTS = Kind("a list of texts", lambda value: isinstance(value, list) and _all_texts(value))
DATE = Kind("a date such as 2025-07-01", lambda value: isinstance(value, date) and not isinstance(value, datetime))
COUNT = Kind("a whole number from 1", lambda value: isinstance(value, int) and not isinstance(value, bool) and value >= 1)
YES_NO = Kind("true or false", lambda value: isinstance(value, bool))
SEAT = Kind("a latitude and a longitude such as [21.85, 106.76]", _is_seat)
BODY_TYPE = Kind(f"one of {', '.join(BodyType)}", lambda value: value in list(BodyType))
BODY_ID = Kind("an id such as lang-son/huyen-cao-loc", lambda value: isinstance(value, str) and bool(_BODY_ID.fullmatch(value)))
CONTACT_ID = Kind(
    "an id such as lang-son/huyen-cao-loc#chu-tich", lambda value: isinstance(value, str) and bool(_CONTACT_ID.fullmatch(value))
)


@dataclass(frozen=True)
class Shape:
    """The keys of one kind of table."""

    required: Mapping[str, Kind] = field(default_factory=dict)
    optional: Mapping[str, Kind] = field(default_factory=dict)
    others: Kind | None = None
    """What the values of freely named keys are; None: there are no such keys."""
    is_single: bool = False
    """Whether the table stands exactly once in its file."""

    def kind_of(self, key: str) -> Kind | None:
        """What the value of a key must be; None for an unknown key."""
        return self.required.get(key) or self.optional.get(key) or self.others


PROVINCE_SHAPES: Mapping[str, Mapping[str, Shape]] = {
    "bodies": {
        "body": Shape(
            {"id": BODY_ID, "name": TEXT, "type": BODY_TYPE},
            {
                "short_name": TEXT,
                "aliases": TEXTS,
                "parent": BODY_ID,
                "valid_from": DATE,
                "valid_to": DATE,
                "predecessors": TEXTS,
                "seat": SEAT,
            },
        )
    },
    "groups": {
        "group": Shape({"id": BODY_ID, "names": TEXTS, "members": TEXTS}, {"by_topic": YES_NO}),
        "area": Shape({"group": BODY_ID, "member": BODY_ID, "looks_after": TEXTS}),
    },
    "topics": {
        "topics": Shape({"no_topic": TEXTS}, is_single=True),
        "topic": Shape({"id": TEXT, "name": TEXT, "phrases": TEXTS, "bodies": TEXTS}),
    },
    "contacts": {
        "channels": Shape(others=TEXT, is_single=True),
        "test_addresses": Shape(others=TEXTS, is_single=True),
        "contact": Shape({"id": CONTACT_ID, "title": TEXT, "order": COUNT, "addresses": TEXTS}, {"also_for": TEXTS}),
    },
    "regions": {
        "province": Shape({"name": TEXT, "committee": BODY_ID}, is_single=True),
        "collectives": Shape({"names": TEXTS, "fillers": TEXTS}, {"names_from_above": TEXTS}, is_single=True),
        "region": Shape({"names": TEXTS, "provinces": TEXTS}, {"in_order": YES_NO}),
    },
    "outside": {
        "outside": Shape(
            {"names": TEXTS, "beginnings": TEXTS, "beginnings_from_above": TEXTS, "provinces": TEXTS},
            {"names_from_above": TEXTS},
            is_single=True,
        )
    },
}
"""For each file of a province's folder the tables that it may hold; the table with the file's own name holds the loose keys."""

WORDING_SHAPES: Mapping[str, Shape] = {
    "wording": Shape({"titles": TEXTS, "tails": TEXTS}, {"qualifiers": TEXTS}, is_single=True),
    "abbreviations": Shape(others=TEXT, is_single=True),
}
"""The tables of contacts/wording.toml."""


def missing_tables(entries: list[Entry], shapes: Mapping[str, Shape], file: str) -> Iterator[str]:
    """The tables that must stand exactly once in a file, and do not."""
    for name, shape in shapes.items():
        count = sum(entry.kind == name for entry in entries)
        if shape.is_single and count != 1:
            yield f"{file}:1: " + (f"{name} is missing" if not count else f"[{name}] stands here {count} times")


def entry_problems(entry: Entry, shapes: Mapping[str, Shape]) -> Iterator[str]:
    """What is wrong with one table by itself: unknown, or with unknown or missing keys or values of the wrong kind."""
    shape = shapes.get(entry.kind)
    if shape is None:
        yield f"{entry.at()}: {entry.kind} is unknown; this file holds {', '.join(shapes)}"
        return
    for key in shape.required:
        if key not in entry.values:
            yield f"{entry.at()}: {key} is missing"
    for key, value in entry.values.items():
        kind = shape.kind_of(key)
        if kind is None:
            yield f"{entry.at(key)}: {key} is unknown; this table has {', '.join((*shape.required, *shape.optional))}"
        elif not kind.fits(value):
            yield f"{entry.at(key)}: {key} must be {kind.words}"
