"""Adds to replies what they say of single tasks and what they count."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Earlier replies speak of whole orders and count nothing."""
    op.add_column("replies", sa.Column("parts", sa.Text, nullable=False, server_default="[]"))
    op.add_column("replies", sa.Column("figures", sa.Text, nullable=False, server_default="[]"))
