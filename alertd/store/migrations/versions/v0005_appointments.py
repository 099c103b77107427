"""Makes room for deadlines and reports that are followed, for pauses with a reason, and for kinds of message to come."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from alertd.store.migrations.columns import MOMENT, one_of

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add columns and a table, and let the program alone say which kinds of message there are."""
    op.add_column("dispatches", sa.Column("agenda", sa.Text, nullable=False, server_default="{}"))
    op.add_column("notices", sa.Column("pause_reason", sa.Text))
    _appointments()
    _any_kind_of_message()


def _appointments() -> None:
    op.create_table(
        "appointments",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("dispatch", sa.Integer, sa.ForeignKey("dispatches.id"), nullable=False),
        sa.Column("notice", sa.Integer, sa.ForeignKey("notices.id"), nullable=False),
        *one_of("kind", "deadline", "report"),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        *one_of("state", "open", "met", "missed", "called_off"),
        sa.Column("state_at", MOMENT, nullable=False),
        sa.Column("next_step", sa.Integer, nullable=False),
        sa.Column("next_step_at", MOMENT),
        sa.Column("reply", sa.Integer, sa.ForeignKey("replies.id")),
        sa.UniqueConstraint("notice", "kind", "at"),
    )
    op.create_index("ix_appointments_dispatch_next_step_at", "appointments", ["dispatch", "next_step_at"])


def _any_kind_of_message() -> None:
    """Else every new kind would rebuild the largest table. On SQLite a constraint is taken out of the table's text, which is what
    its own manual advises (https://www.sqlite.org/lang_altertable.html, "making other kinds of table schema changes").
    """
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        op.drop_constraint("ck_deliveries_kind", "deliveries")
        return
    text = str(connection.scalar(sa.text("SELECT sql FROM sqlite_schema WHERE name = 'deliveries'")))
    start = text.index("CONSTRAINT ck_deliveries_kind")
    end = text.index("CONSTRAINT", start + 1)
    version = int(connection.scalar(sa.text("PRAGMA schema_version")) or 0)
    connection.exec_driver_sql("PRAGMA writable_schema = ON")
    connection.execute(
        sa.text("UPDATE sqlite_schema SET sql = :sql WHERE type = 'table' AND name = 'deliveries'"), {"sql": text[:start] + text[end:]}
    )
    connection.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema = OFF")
