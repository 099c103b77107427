"""The tables of who may do what and of who did what."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, CheckConstraint, Column, Date, ForeignKey, Index, Integer, Table, Text

from alertd.model.accounts import AccountRole, Scope
from alertd.store.tables.metadata import METADATA, executes
from alertd.store.types import MOMENT, Json, Words, one_of

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", Words, nullable=False, unique=True),
    *one_of("role", AccountRole),
    Column("password_hash", Text, nullable=False),
    Column("created_at", MOMENT, nullable=False),
    Column("is_disabled", Boolean, nullable=False),
)

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("digest", Text, primary_key=True),
    Column("account", ForeignKey("accounts.id"), nullable=False),
    Column("csrf", Text, nullable=False),
    Column("created_at", MOMENT, nullable=False),
    Column("expires_at", MOMENT, nullable=False),
)

TOKENS = Table(
    "tokens",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("scopes", Json(frozenset[Scope]), nullable=False),
    Column("created_at", MOMENT, nullable=False),
    Column("revoked_at", MOMENT),
)

ENROLMENTS = Table(
    "enrolments",
    METADATA,
    Column("digest", Text, primary_key=True),
    Column("contact", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("created_at", MOMENT, nullable=False),
    Column("expires_at", MOMENT, nullable=False),
    Column("address", Words),
    Column("bound_at", MOMENT),
    Column("sender", Text),
    CheckConstraint("(address IS NULL) = (bound_at IS NULL)", name="bound"),
)

ABSENCES = Table(
    "absences",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("contact", Text, nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("note", Words, nullable=False),
    Column("entered_by", Text, nullable=False),
    Column("entered_at", MOMENT, nullable=False),
    Column("ended_at", MOMENT),
    CheckConstraint("first <= last", name="days"),
)

AUDIT = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", MOMENT, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Words, nullable=False),
    Column("detail", Json(dict[str, Any]), nullable=False),
    Column("previous", Text, nullable=False),
    Column("digest", Text, nullable=False, unique=True),
    Index(None, "subject"),
)

# The end of the chain, one row: it is locked while an entry is added, and tells when entries were cut off. The database itself moves it.
AUDIT_HEAD = Table(
    "audit_head",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    CheckConstraint("id = 1", name="single"),
)

AUDIT_HEAD.add_is_dependent_on(AUDIT)
_NOTE = "UPDATE audit_head SET last = NEW.id, digest = NEW.digest;"
_TELL = "PERFORM pg_notify('alertd', 'audit');"
executes(AUDIT_HEAD, f"CREATE TRIGGER note_entry AFTER INSERT ON audit BEGIN {_NOTE} END", dialect="sqlite")
executes(
    AUDIT_HEAD,
    f"CREATE FUNCTION note_entry() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {_NOTE} {_TELL} RETURN NULL; END $$",
    "CREATE TRIGGER note_entry AFTER INSERT ON audit FOR EACH ROW EXECUTE FUNCTION note_entry()",
    dialect="postgresql",
)
