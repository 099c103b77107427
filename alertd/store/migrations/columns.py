"""The kinds of column that migrations share, written out so that no later change of the program changes an old migration."""

from __future__ import annotations

from typing import Any

from sqlalchemy import TIMESTAMP, CheckConstraint, Column, String, Text

MOMENT = Text().with_variant(TIMESTAMP(timezone=True), "postgresql")


def one_of(name: str, *values: str, nullable: bool = False) -> tuple[Column[Any], CheckConstraint]:
    """A column of text that must be one of these values, and the constraint that says so."""
    is_known = CheckConstraint(" OR ".join(f"{name} = '{value}'" for value in values), name=name)
    return Column(name, String(32), nullable=nullable), is_known
