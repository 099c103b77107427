"""Makes the tables of what people send beside words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from alertd.store.migrations.columns import MOMENT, one_of

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """A content is kept once, however often it is sent."""
    op.create_table(
        "contents",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "attachments",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("reply", sa.Integer, sa.ForeignKey("replies.id"), nullable=False),
        sa.Column("sender", sa.Text, nullable=False),
        *one_of("kind", "photo", "video", "voice", "audio", "document", "location"),
        sa.Column("ref", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        *one_of("state", "waiting", "stored", "refused", "failed"),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("latitude", sa.Float),
        sa.Column("longitude", sa.Float),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("sha256", sa.Text, sa.ForeignKey("contents.sha256")),
        sa.Column("content_type", sa.Text, nullable=False),
        sa.Column("size", sa.Integer),
    )
    op.create_index("ix_attachments_due_at", "attachments", ["due_at"])
    op.create_index("ix_attachments_reply", "attachments", ["reply"])
