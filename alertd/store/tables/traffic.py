"""The tables of what goes out and of what comes in."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, false

from alertd.errors import FailureKind
from alertd.model.notices import Button, DeliveryState, MessageKind
from alertd.store.tables.metadata import METADATA, executes
from alertd.store.types import MOMENT, Json, Words, one_of

DELIVERIES = Table(
    "deliveries",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("dispatch", ForeignKey("dispatches.id")),
    Column("notice", ForeignKey("notices.id")),
    one_of("kind", MessageKind)[0],  # unchecked, since a new kind must not rebuild the largest table
    Column("body", Text),
    Column("contact", Text),
    Column("sender", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("text", Words, nullable=False),
    Column("is_html", Boolean, nullable=False),
    Column("buttons", Json(tuple[tuple[Button, ...], ...]), nullable=False),
    Column("priority", Integer, nullable=False),
    Column("is_drill", Boolean, nullable=False),
    *one_of("state", DeliveryState),
    Column("reason", Words, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("created_at", MOMENT, nullable=False),
    Column("due_at", MOMENT, nullable=False),
    Column("expires_at", MOMENT, nullable=False),
    *one_of("failure", FailureKind, nullable=True),
    Column("provider_ref", Text),
    Column("sent_at", MOMENT),
    Column("delivered_at", MOMENT),
    Column("is_repeat", Boolean, nullable=False),
    Column("fence", Integer, nullable=False),
    Column("receipt_due_at", MOMENT),
    Column("is_unconfirmed", Boolean, nullable=False, server_default=false()),
    # Beside the fields: its place among those of the same priority, when it came into its state, and until when the process that
    # claimed it may keep it.
    Column("turn", Integer, nullable=False, server_default="0"),
    Column("state_at", MOMENT, nullable=False),
    Column("lease_until", MOMENT),
    CheckConstraint("(state = 'sending') = (lease_until IS NOT NULL)", name="lease"),
    CheckConstraint("state <> 'sending' OR fence > 0", name="fence"),
    CheckConstraint("sent_at IS NULL OR state = 'sent' OR state = 'delivered' OR state = 'read' OR state = 'failed'", name="unsent"),
    CheckConstraint("sent_at IS NOT NULL OR state <> 'sent'", name="sent"),
    CheckConstraint("delivered_at IS NOT NULL OR (state <> 'delivered' AND state <> 'read')", name="delivered"),
    CheckConstraint("delivered_at IS NULL OR sent_at IS NOT NULL", name="delivered_unsent"),
    # A claim walks this in order; every other question about a state finds all that it needs in it.
    Index("ix_deliveries_state", "state", "sender", "priority", "turn", "due_at", "id", "expires_at"),
    Index(None, "notice"),
    Index(None, "dispatch"),
)

# Indexes of a part of the rows, in words that both databases understand: each has options of its own for them in SQLAlchemy, and a
# start on SQLite would load all of PostgreSQL to find that out.
executes(
    DELIVERIES,
    # Where each order's messages stand in the line.
    "CREATE INDEX ix_deliveries_turn ON deliveries (coalesce(dispatch, 0), sender, priority, turn) WHERE state = 'queued'",
    "CREATE INDEX ix_deliveries_unconfirmed ON deliveries (receipt_due_at) WHERE receipt_due_at IS NOT NULL",
    "CREATE INDEX ix_deliveries_receipt ON deliveries (sender, sent_at) WHERE state = 'sent'",
    "CREATE INDEX ix_deliveries_ref ON deliveries (sender, provider_ref) WHERE provider_ref IS NOT NULL",
)

DELIVERY_HISTORY = Table(
    "delivery_history",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("delivery", Integer, nullable=False),  # without a foreign key: only the triggers below write here
    *one_of("state", DeliveryState),
    Column("at", MOMENT, nullable=False),
    Column("reason", Words, nullable=False),
    Index(None, "delivery"),
)

DELIVERY_HISTORY.add_is_dependent_on(DELIVERIES)
# The database itself writes the history, so that no change of a state can be without its line.
_LINE = "INSERT INTO delivery_history (delivery, state, at, reason)"
_NOTE = f"{_LINE} VALUES (NEW.id, NEW.state, NEW.state_at, NEW.reason);"
executes(
    DELIVERY_HISTORY,
    f"CREATE TRIGGER note_new_delivery AFTER INSERT ON deliveries BEGIN {_NOTE} END",
    f"CREATE TRIGGER note_delivery AFTER UPDATE OF state ON deliveries BEGIN {_NOTE} END",
    dialect="sqlite",
)
# PostgreSQL is asked to once for all rows of a statement: row by row it takes two thirds of the time of the change itself. EXCEPT and
# not a join: the plan is made when a few rows are changed, and must not be slow when thousands are.
_NOW, _BEFORE = "SELECT id, state, state_at, reason FROM changed", "SELECT id, state, state_at, reason FROM former"
_NOTE_ALL = f"IF TG_OP = 'INSERT' THEN {_LINE} {_NOW}; ELSE {_LINE} {_NOW} EXCEPT {_BEFORE}; END IF;"
_ONCE = "FOR EACH STATEMENT EXECUTE FUNCTION note_deliveries()"
executes(
    DELIVERY_HISTORY,
    f"CREATE FUNCTION note_deliveries() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {_NOTE_ALL} RETURN NULL; END $$",
    f"CREATE TRIGGER note_new_delivery AFTER INSERT ON deliveries REFERENCING NEW TABLE AS changed {_ONCE}",
    f"CREATE TRIGGER note_delivery AFTER UPDATE ON deliveries REFERENCING OLD TABLE AS former NEW TABLE AS changed {_ONCE}",
    dialect="postgresql",
)

INBOX = Table(
    "inbox",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("sender", Text, nullable=False),
    Column("external_id", Words, nullable=False),
    Column("payload", Words, nullable=False),
    Column("received_at", MOMENT, nullable=False),
    Column("finished_at", MOMENT),
    Column("outcome", Words),
    UniqueConstraint("sender", "external_id"),
    CheckConstraint("(finished_at IS NULL) = (outcome IS NULL)", name="finished"),
    Index(None, "finished_at", "id"),
)

CURSORS = Table(
    "cursors",
    METADATA,
    Column("sender", Text, primary_key=True),
    Column("cursor", Text, nullable=False),
)
