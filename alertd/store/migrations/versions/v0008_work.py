"""Makes the tables of the processes that share the work."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make them in the order in which they refer to each other."""
    op.create_table("workers", sa.Column("name", sa.Text, primary_key=True), sa.Column("beat", sa.Integer, nullable=False))
    op.create_table(
        "posts",
        sa.Column("post", sa.Text, primary_key=True),
        sa.Column("holder", sa.Text, sa.ForeignKey("workers.name")),
    )
