"""Notes with which sender a chat was opened."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Of chats that were opened before nobody knows: they are written to as until now."""
    op.add_column("enrolments", sa.Column("sender", sa.Text))
