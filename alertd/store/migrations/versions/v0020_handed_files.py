"""Adds the documents that officers hand in from their own telephones."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from alertd.store.migrations.columns import MOMENT

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Nothing has been handed in this way so far."""
    op.create_table(
        "handed_files",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sender", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("ref", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT),
        sa.Column("attempts", sa.Integer, nullable=False),
    )
    op.create_index(op.f("ix_handed_files_due_at"), "handed_files", ["due_at"])
