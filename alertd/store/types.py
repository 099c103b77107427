"""How moments, enumerations, structures and people's words lie in a column, alike on SQLite and PostgreSQL."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any, get_origin

from pydantic import TypeAdapter
from sqlalchemy import TIMESTAMP, CheckConstraint, Column, Enum, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, UserDefinedType

# PostgreSQL's text has no NUL, and UTF-8 has no half surrogates; both have come out of broken files and telephones.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class IsoMoment(UserDefinedType[datetime]):
    """An aware moment as ISO 8601 text in UTC with microseconds: of one width, so that text order is time order."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        """Its name in the table's definition."""
        return "TEXT"

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], str | None]:
        """Writes a moment. Raises ValueError for one without a zone."""
        return lambda moment: None if moment is None else iso(moment)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], datetime | None]:
        """Reads a moment, aware, in UTC."""
        read = datetime.fromisoformat
        return lambda text: None if text is None else read(text)


def iso(moment: datetime) -> str:
    """The moment as it is stored. Raises ValueError for one without a zone."""
    if moment.tzinfo is None:
        raise ValueError(f"a moment without a zone cannot be stored: {moment}")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


MOMENT = IsoMoment().with_variant(TIMESTAMP(timezone=True), "postgresql")
"""A moment: readable text on SQLite, which has no such type, and `timestamptz` on PostgreSQL."""


REMEMBERED, LONGEST = 256, 100_000
"""Of each column so many values are remembered with their texts, none of them with a longer one: a board asks for the same again and again,
and reading JSON takes a third of its time.
"""


class Json(UserDefinedType[Any]):
    """A value of the type `kind`, frozen dataclasses included, as JSON text. What is read twice may be one object, a dict never."""

    cache_ok = True

    def __init__(self, kind: Any) -> None:
        self.kind = kind

    @cached_property
    def _adapter(self) -> TypeAdapter[Any]:
        """Made when the first value is read or written: those of all columns together would hold up every start."""
        return TypeAdapter(self.kind)

    @cached_property
    def _remember(self) -> Callable[[str], Any]:
        return lru_cache(REMEMBERED)(self._adapter.validate_json)

    def get_col_spec(self, **_: Any) -> str:
        """Its name in the table's definition."""
        return "TEXT"

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], str]:
        """Writes a value."""
        return lambda value: self._adapter.dump_json(value).decode()

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str], Any]:
        """Reads a value; raises ValueError where the text is not one of that type."""
        longest = 0 if get_origin(self.kind) is dict else LONGEST
        return lambda text: (self._remember if len(text) <= longest else self._adapter.validate_json)(text)


def storable(words: str) -> str:
    """The words with U+FFFD in place of each character that no database can hold: of the same length, so that spans still fit."""
    is_plain = words.isascii() and "\x00" not in words  # most of what is stored; looked through far faster than by pattern
    return words if is_plain else _UNSTORABLE.sub("\ufffd", words)


class Words(TypeDecorator[str]):
    """What people wrote or a stranger's program calls something, word for word, as far as it is `storable`: also where it is looked for."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The storable words."""
        return None if value is None else storable(value)


def one_of(name: str, kind: type[StrEnum], *, nullable: bool = False) -> tuple[Column[Any], CheckConstraint]:
    """A column that holds a member of an enumeration as its value, and the constraint by which the database refuses any other word."""
    values = [member.value for member in kind]
    words = Enum(kind, native_enum=False, length=32, values_callable=lambda _: values)
    # Not IN: SQLite would build a small table for it again for every row that is written, which halves its speed.
    is_known = CheckConstraint(" OR ".join(f"{name} = '{value}'" for value in values), name=name)
    return Column(name, words, nullable=nullable), is_known
