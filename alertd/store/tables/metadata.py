"""Collects the tables and names their constraints, so that a migration can speak of them."""

from __future__ import annotations

from sqlalchemy import DDL, MetaData, Table, event

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def executes(table: Table, *statements: str, dialect: str | None = None) -> None:
    """What follows the making of a table, on every database or on one: what SQLAlchemy does not know, or only by words of each database."""
    for statement in statements:
        event.listen(table, "after_create", DDL(statement).execute_if(dialect=dialect))  # type: ignore[no-untyped-call]  # so in SQLAlchemy
