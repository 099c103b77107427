"""Makes the tables of the duty desk: what it was told and who took it, who has the duty, releases that wait to be confirmed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from alertd.store.migrations.columns import MOMENT

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make them."""
    _alerts()
    op.create_table(
        "shifts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("officer", sa.Text, nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("taken_by", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
    )
    op.create_table(
        "confirmations",
        sa.Column("digest", sa.Text, primary_key=True),
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.Column("dispatch", sa.Integer, sa.ForeignKey("dispatches.id")),
    )


def _alerts() -> None:
    op.create_table(
        "alerts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("dispatch", sa.Integer, sa.ForeignKey("dispatches.id")),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("is_incident", sa.Boolean, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("body", "reason", "words", "contact", "code", "document")),
        sa.Column("telephones", sa.Text, nullable=False),
        sa.Column("link", sa.Text, nullable=False),
        sa.Column("raised_at", MOMENT, nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("next_at", MOMENT),
        sa.Column("taken_by", sa.Text),
        sa.Column("taken_at", MOMENT),
        sa.UniqueConstraint("about", "step"),
        sa.CheckConstraint("(taken_by IS NULL) = (taken_at IS NULL)", name="taken"),
    )
    op.create_index("ix_alerts_next_at", "alerts", ["next_at"])
