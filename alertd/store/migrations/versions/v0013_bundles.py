"""Notes when the duty desk was told a thing first, so that what is like it is told in one message."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from alertd.store.migrations.columns import MOMENT

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Until now everything was told as soon as it was raised."""
    op.add_column("alerts", sa.Column("told_at", MOMENT))
    op.execute("UPDATE alerts SET told_at = raised_at")
    op.create_index("ix_alerts_dispatch_told_at", "alerts", ["dispatch", "told_at"])
