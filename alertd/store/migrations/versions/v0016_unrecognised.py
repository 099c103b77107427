"""Tells documents that were read from whole files in which none was recognised, which wait for somebody to look."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Until now a file without a document had no entry."""
    op.add_column("documents", sa.Column("is_recognised", sa.Boolean, nullable=False, server_default=sa.true()))
