"""Hands a whole batch of rows to one statement as one JSON parameter: for thousands of rows far cheaper than as many parameters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any

import orjson
from sqlalchemy import CTE, Column, ColumnElement, String, bindparam, cast, column, literal_column, select
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


class _Among(FunctionElement[Any]):
    """Whether a value is one of those that a query finds. It bears no type: to a truth value SQLite would be told to compare it with 1."""

    name = "among"
    inherit_cache = True


@compiles(_Among, "sqlite")
def _in_query(among: _Among, compiler: SQLCompiler, **options: Any) -> str:
    value, found = (compiler.process(each, **options) for each in among.clauses)
    return f"{value} IN {found}"


@compiles(_Among, "postgresql")
def _in_array(among: _Among, compiler: SQLCompiler, **options: Any) -> str:
    value, found = (compiler.process(each, **options) for each in among.clauses)
    return f"{value} = ANY(ARRAY{found})"


def is_among(value: Column[Any], batch: CTE) -> ColumnElement[Any]:
    """Whether the value is one of the batch's, which has this one column.

    PostgreSQL gets them as an array: without statistics, as on its first night, it would go through the whole table for a mere IN.
    """
    return _Among(value, select(batch).scalar_subquery())


def batch_of(columns: Sequence[Column[Any]], name: str = "batch") -> CTE:
    """The rows of the parameter `name`, made by `as_batch`, as a table with columns of these names and types."""
    found = _Elements(bindparam(name, type_=String)).table_valued(column("value"))
    # SQLite writes an element out anew whenever it is named: without a table of them once for each column.
    elements = select(found.c.value).cte(f"{name}_elements").prefix_with("MATERIALIZED", dialect="sqlite")
    items = (elements.c.value.op("->>")(literal_column(str(position))) for position in range(len(columns)))
    return select(*(cast(item, each.type).label(each.name) for item, each in zip(items, columns, strict=True))).cte(name)


def as_batch(rows: Iterable[Sequence[Any]]) -> str:
    """The rows as one JSON parameter; moments and dataclasses are written as the columns keep them, words as far as they are `storable`.

    Vietnamese is written as it is: as escapes it would be twice as long, and the database takes three times as long to read it.
    """
    values = list(rows)
    try:
        written = _written(values)
    except orjson.JSONEncodeError:  # half a surrogate, of which UTF-8 has none
        written = _written(_mended(values))
    # Looked for once in everything that was written: it hardly ever is there, and to look through every word takes longer.
    return (_written(_mended(values)) if _NUL in written else written).decode()


def _written(values: Any) -> bytes:
    return orjson.dumps(values, default=_iso, option=orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_NON_STR_KEYS)


def _mended(value: Any) -> Any:
    """Lists, tuples and the fields of dataclasses with all words in them as far as they are `storable`."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list | tuple):
        return [_mended(each) for each in value]
    if is_dataclass(value):
        return {field.name: _mended(getattr(value, field.name)) for field in fields(value)}
    return {key: _mended(each) for key, each in value.items()} if isinstance(value, dict) else value


_NUL = b"\\u0000"
"""How JSON writes it; whoever wrote these six signs themselves is looked at in vain."""
_iso = lru_cache(1024)(iso)
"""A batch holds the same few moments over and over."""
