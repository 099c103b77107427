"""The tables of the duty desk itself."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from alertd.store.tables.metadata import METADATA
from alertd.store.types import MOMENT, Json, Words

ALERTS = Table(
    "alerts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("about", Text, nullable=False),
    Column("dispatch", ForeignKey("dispatches.id")),
    Column("step", Text, nullable=False),
    Column("is_incident", Boolean, nullable=False),
    *(Column(name, Words, nullable=False) for name in ("body", "reason", "words", "contact", "code", "document")),
    Column("telephones", Json(tuple[str, ...]), nullable=False),
    Column("link", Text, nullable=False),
    Column("raised_at", MOMENT, nullable=False),
    Column("round", Integer, nullable=False),
    Column("told_at", MOMENT),
    Column("next_at", MOMENT),
    Column("taken_by", Text),
    Column("taken_at", MOMENT),
    UniqueConstraint("about", "step"),
    CheckConstraint("(taken_by IS NULL) = (taken_at IS NULL)", name="taken"),
    Index(None, "next_at"),
    Index(None, "dispatch", "told_at"),
)

SHIFTS = Table(
    "shifts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("officer", Text, nullable=False),
    Column("began_at", MOMENT, nullable=False),
    Column("taken_by", Text, nullable=False),
    Column("note", Words, nullable=False),
)

CONFIRMATIONS = Table(
    "confirmations",
    METADATA,
    Column("digest", Text, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("account", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("created_at", MOMENT, nullable=False),
    Column("expires_at", MOMENT, nullable=False),
    Column("used_at", MOMENT),
    Column("dispatch", ForeignKey("dispatches.id")),
)
