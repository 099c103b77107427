"""Carries dataclasses to rows and back: the few statements that are the same for every table."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Executable, Insert, Select, Table, bindparam, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from alertd.store.batches import as_batch, batch_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")
BELL = "alertd"
"""The channel on which PostgreSQL tells that something has changed."""
_RING = text("SELECT pg_notify(:channel, :what)")
CHUNK = 1000
"""So many rows or values go into one statement: well below the 32,766 parameters that SQLite and PostgreSQL take."""


def _nothing(_: Any) -> Mapping[str, Any]:
    return {}


class Rows(Generic[T]):
    """How the dataclass `kind` lies in `table`: each field in the column of its name, and what `derive` makes of it beside them."""

    def __init__(self, kind: type[T], table: Table, derive: Callable[[T], Mapping[str, Any]] = _nothing, key: str = "id") -> None:
        names = [field.name for field in fields(kind)]
        self.kind = kind
        self.table = table
        self.key = table.c[key]
        self.columns = tuple(table.c[name] for name in names)
        # Made once, since making a statement takes longer than executing it.
        self.all: Select[Any] = select(*self.columns)
        self.named = self.of(self.key)
        self.insert = insert(table).returning(self.key)
        self.update = update(table).where(self.key == bindparam("kept"))
        self._names = [name for name in names if name != "id"]
        self._get = attrgetter(*self._names)
        self._derive = derive

    def of(self, column: ColumnElement[Any], *order: ColumnElement[Any]) -> Select[Any]:
        """A SELECT, to be made once, of the items whose column holds the parameter `it`; in the order of their keys where none is given."""
        return self.all.where(column == bindparam("it")).order_by(*order or (self.key,))

    def insert_batch(self) -> Insert:
        """An INSERT of all the items in the parameter `batch`, made by `as_batch`; only where nothing is derived."""
        new = batch_of([self.table.c[name] for name in self._names])
        return insert(self.table).from_select(self._names, select(*new.c))

    def as_batch(self, items: Iterable[T]) -> str:
        """Many items as one parameter."""
        return as_batch(self._get(item) for item in items)

    def values(self, item: T) -> dict[str, Any]:
        """The row of an item, without its id."""
        return {**dict(zip(self._names, self._get(item), strict=True)), **self._derive(item)}


@dataclass(frozen=True, slots=True)
class Access:
    """One connection, inside a transaction or a snapshot."""

    connection: AsyncConnection
    is_writing: bool
    """Whether rows that are read to be changed are held until the end, so that two processes cannot decide on the same row.
    (PostgreSQL only; on SQLite there is one writer at a time anyway.)"""

    async def many(
        self, rows: Rows[T], query: Select[Any], parameters: Mapping[str, Any] | None = None, *, hold: bool = False, skip_held: bool = False
    ) -> list[T]:
        """The items that the query finds; `skip_held` leaves out those that another transaction holds."""
        if hold and self.is_writing and self.connection.dialect.name == "postgresql":
            query = query.with_for_update(key_share=True, skip_locked=skip_held)
        return [rows.kind(*row) for row in await self.connection.execute(query, parameters)]

    async def of(self, rows: Rows[T], query: Select[Any], it: Any, *, hold: bool = False) -> list[T]:
        """The items that a query made by `Rows.of` finds."""
        return await self.many(rows, query, {"it": it}, hold=hold)

    async def get(self, rows: Rows[T], key: Any, *, hold: bool = False) -> T | None:
        """The item of that key."""
        return next(iter(await self.of(rows, rows.named, key, hold=hold)), None)

    async def one(self, rows: Rows[T], where: ColumnElement[bool], *, hold: bool = False) -> T | None:
        """The item of which `where` is true."""
        return next(iter(await self.many(rows, rows.all.where(where), hold=hold)), None)

    async def add(self, rows: Rows[T], item: T) -> Any:
        """Keep an item; returns its key."""
        return await self.connection.scalar(rows.insert, rows.values(item))

    async def save(self, rows: Rows[T], item: T) -> None:
        """Write an item back. Raises LookupError where it was never kept."""
        key = getattr(item, rows.key.name)
        if not (await self.connection.execute(rows.update, {**rows.values(item), "kept": key})).rowcount:
            raise LookupError(f"{rows.table.name} has no {rows.key.name} {key!r}")

    async def run(self, statement: Executable) -> int:
        """Execute a statement; returns how many rows it touched."""
        return (await self.connection.execute(statement)).rowcount

    async def ring(self, what: str) -> None:
        """Once this transaction is committed, whoever listens in another process hears what has changed."""
        if self.connection.dialect.name == "postgresql":
            await self.connection.execute(_RING, {"channel": BELL, "what": what})

    def insert_new(self, table: Table, *unique: str) -> Insert:
        """An INSERT that leaves out rows whose `unique` columns are already taken."""
        return insert_new(self.connection.dialect.name, table, *unique)


def insert_new(dialect: str, table: Table, *unique: str) -> Insert:
    """The same, for a database that speaks so."""
    spoken = importlib.import_module(f"sqlalchemy.dialects.{dialect}")  # a start on SQLite does not learn PostgreSQL
    new: Insert = spoken.insert(table).on_conflict_do_nothing(index_elements=unique)
    return new


def chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The values, so many at a time as one statement takes."""
    return (values[start : start + CHUNK] for start in range(0, len(values), CHUNK))
