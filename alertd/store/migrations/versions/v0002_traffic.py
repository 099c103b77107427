"""Makes the tables of what goes out and what comes in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from alertd.store.migrations.columns import MOMENT, one_of

revision = "0002"
down_revision = "0001"

MESSAGE_KINDS = (
    "new_directives",
    "copy",
    "summons",
    "reminder",
    "escalation",
    "correction",
    "withdrawal",
    "receipt",
    "question_back",
    "duty_alert",
    "approval_overdue",
    "enrolled",
)
DELIVERY_STATES = ("queued", "sending", "sent", "delivered", "read", "failed", "unknown", "cancelled", "expired")
FAILURES = ("bad_address", "blocked", "bad_message", "refused", "rate", "credentials", "provider_down", "network", "unknown")


def upgrade() -> None:
    """Make them in the order in which they refer to each other."""
    _deliveries()
    _delivery_indexes()
    _delivery_history()
    _note_every_change()
    _inbox()
    _cursors()


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("dispatch", sa.Integer, sa.ForeignKey("dispatches.id")),
        sa.Column("notice", sa.Integer, sa.ForeignKey("notices.id")),
        *one_of("kind", *MESSAGE_KINDS),
        sa.Column("body", sa.Text),
        sa.Column("contact", sa.Text),
        sa.Column("sender", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("is_html", sa.Boolean, nullable=False),
        sa.Column("buttons", sa.Text, nullable=False),
        sa.Column("priority", sa.Integer, nullable=False),
        sa.Column("is_drill", sa.Boolean, nullable=False),
        *one_of("state", *DELIVERY_STATES),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        *one_of("failure", *FAILURES, nullable=True),
        sa.Column("provider_ref", sa.Text),
        sa.Column("sent_at", MOMENT),
        sa.Column("delivered_at", MOMENT),
        sa.Column("is_repeat", sa.Boolean, nullable=False),
        sa.Column("fence", sa.Integer, nullable=False),
        sa.Column("state_at", MOMENT, nullable=False),
        sa.Column("lease_until", MOMENT),
        sa.CheckConstraint("(state = 'sending') = (lease_until IS NOT NULL)", name="lease"),
        sa.CheckConstraint("state <> 'sending' OR fence > 0", name="fence"),
        sa.CheckConstraint("sent_at IS NULL OR state = 'sent' OR state = 'delivered' OR state = 'read' OR state = 'failed'", name="unsent"),
        sa.CheckConstraint("sent_at IS NOT NULL OR state <> 'sent'", name="sent"),
        sa.CheckConstraint("delivered_at IS NOT NULL OR (state <> 'delivered' AND state <> 'read')", name="delivered"),
        sa.CheckConstraint("delivered_at IS NULL OR sent_at IS NOT NULL", name="delivered_unsent"),
    )


def _delivery_indexes() -> None:
    op.create_index("ix_deliveries_dispatch", "deliveries", ["dispatch"])
    op.create_index("ix_deliveries_notice", "deliveries", ["notice"])
    _partial("ix_deliveries_receipt", ["sender", "sent_at"], "state = 'sent'")
    _partial("ix_deliveries_ref", ["sender", "provider_ref"], "provider_ref IS NOT NULL")
    op.create_index("ix_deliveries_state", "deliveries", ["state", "sender", "priority", "due_at", "id", "expires_at"])


def _partial(name: str, columns: list[str], where: str) -> None:
    op.create_index(name, "deliveries", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def _delivery_history() -> None:
    op.create_table(
        "delivery_history",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("delivery", sa.Integer, nullable=False),
        *one_of("state", *DELIVERY_STATES),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_index("ix_delivery_history_delivery", "delivery_history", ["delivery"])


def _note_every_change() -> None:
    note = "INSERT INTO delivery_history (delivery, state, at, reason) VALUES (NEW.id, NEW.state, NEW.state_at, NEW.reason);"
    if op.get_context().dialect.name == "sqlite":
        op.execute(f"CREATE TRIGGER note_new_delivery AFTER INSERT ON deliveries BEGIN {note} END")
        op.execute(f"CREATE TRIGGER note_delivery AFTER UPDATE OF state ON deliveries BEGIN {note} END")
        return
    op.execute(f"CREATE FUNCTION note_delivery() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {note} RETURN NULL; END $$")
    op.execute("CREATE TRIGGER note_delivery AFTER INSERT OR UPDATE OF state ON deliveries FOR EACH ROW EXECUTE FUNCTION note_delivery()")


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sender", sa.Text, nullable=False),
        sa.Column("external_id", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("finished_at", MOMENT),
        sa.Column("outcome", sa.Text),
        sa.UniqueConstraint("sender", "external_id"),
        sa.CheckConstraint("(finished_at IS NULL) = (outcome IS NULL)", name="finished"),
    )
    op.create_index("ix_inbox_finished_at_id", "inbox", ["finished_at", "id"])


def _cursors() -> None:
    op.create_table(
        "cursors",
        sa.Column("sender", sa.Text, primary_key=True),
        sa.Column("cursor", sa.Text, nullable=False),
    )
