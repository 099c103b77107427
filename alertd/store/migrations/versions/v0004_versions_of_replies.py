"""Adds to replies who wrote in a group, which message it was, what was asked back, and since when it no longer counts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from alertd.store.migrations.columns import MOMENT

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Earlier replies keep counting; none of them can be told by its message."""
    op.add_column("replies", sa.Column("who", sa.Text, nullable=False, server_default=""))
    op.add_column("replies", sa.Column("message_ref", sa.Text))
    op.add_column("replies", sa.Column("choices", sa.Text, nullable=False, server_default="[]"))
    op.add_column("replies", sa.Column("void_at", MOMENT))
    op.create_index("ix_replies_sender_message_ref", "replies", ["sender", "message_ref"])
