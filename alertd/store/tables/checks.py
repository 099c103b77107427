"""The tables of the self-check: its rounds, whom they ask, and the addresses that an administrator vouches for."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from alertd.model.checks import CheckState
from alertd.store.tables.metadata import METADATA
from alertd.store.types import MOMENT, Words, one_of

CONTACT_CHECKS = Table(
    "contact_checks",
    METADATA,
    Column("id", Integer, primary_key=True),
    *one_of("state", CheckState),
    Column("began_at", MOMENT, nullable=False),
    Column("began_by", Text, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("resume_at", MOMENT),
    Column("ends_at", MOMENT, nullable=False),
    Column("reason", Words, nullable=False),
    Column("body", Text),
)

PROBES = Table(
    "probes",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("contact_check", ForeignKey("contact_checks.id"), nullable=False),
    Column("contact", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("answered_at", MOMENT),
    Column("words", Words, nullable=False),
    UniqueConstraint("contact_check", "contact", "channel", "address"),
    Index(None, "channel", "address"),
)

ATTESTATIONS = Table(
    "attestations",
    METADATA,
    Column("channel", Text, primary_key=True),
    Column("address", Text, primary_key=True),
    Column("by", Text, nullable=False),
    Column("at", MOMENT, nullable=False),
)
