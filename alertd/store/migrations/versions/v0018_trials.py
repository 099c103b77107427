"""Lets a round of the self-check ask one body alone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Every round so far has asked everybody."""
    op.add_column("contact_checks", sa.Column("body", sa.Text))
