"""Hands a whole batch of rows to one statement as one JSON parameter: for thousands of rows far cheaper than as many parameters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import CTE, Column, String, bindparam, cast, column, literal_column, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from alertd.store.types import iso, storable


class _Elements(FunctionElement[Any]):
    """The elements of a JSON list, each a row with the column `value`."""

    name = "elements"
    inherit_cache = True


@compiles(_Elements, "sqlite")
def _on_sqlite(elements: _Elements, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_each({compiler.process(elements.clauses, **options)})"


@compiles(_Elements, "postgresql")
def _on_postgresql(elements: _Elements, compiler: SQLCompiler, **options: Any) -> str:
    return f"jsonb_array_elements(CAST({compiler.process(elements.clauses, **options)} AS jsonb))"


def batch_of(columns: Sequence[Column[Any]], name: str = "batch") -> CTE:
    """The rows of the parameter `name`, made by `as_batch`, as a table with columns of these names and types."""
    elements = _Elements(bindparam(name, type_=String)).table_valued(column("value"))
    items = (elements.c.value.op("->>")(literal_column(str(position))) for position in range(len(columns)))
    return select(*(cast(item, each.type).label(each.name) for item, each in zip(items, columns, strict=True))).cte(name)


def as_batch(rows: Iterable[Sequence[Any]]) -> str:
    """The rows as one JSON parameter; moments and dataclasses are written as the columns keep them, words as far as they are `storable`.

    Vietnamese is written as it is: as escapes it would be twice as long, and the database takes three times as long to read it.
    """
    values = [[_iso(item) if type(item) is datetime else item for item in row] for row in rows]
    try:
        written = _JSON.dump_json(values)
    except ValueError:  # half a surrogate, of which UTF-8 has none
        written = _JSON.dump_json(_all_storable(values))
    # Looked for once in everything that was written: it hardly ever is there, and to look through every word takes longer.
    return (_JSON.dump_json(_all_storable(values)) if _NUL in written else written).decode()


def _all_storable(values: Any) -> Any:
    """Lists, tuples and the fields of dataclasses with all words in them as far as they are `storable`."""
    return _mended(_JSON.dump_python(values))


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list | tuple):
        return [_mended(each) for each in value]
    return {key: _mended(each) for key, each in value.items()} if isinstance(value, dict) else value


_JSON = TypeAdapter[Any](Any)
_NUL = b"\\u0000"
"""How JSON writes it; whoever wrote these six signs themselves is looked at in vain."""
_iso = lru_cache(1024)(iso)
"""A batch holds the same few moments over and over."""
