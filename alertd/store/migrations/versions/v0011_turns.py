"""Gives each message its turn among those of its priority, and a time until which its receipt is awaited."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from alertd.store.migrations.columns import MOMENT

revision = "0011"
down_revision = "0010"
_IS_QUEUED, _IS_AWAITED = sa.text("state = 'queued'"), sa.text("receipt_due_at IS NOT NULL")


def upgrade() -> None:
    """What waits already keeps its order by age; receipts are awaited for what is sent from now on."""
    op.add_column("deliveries", sa.Column("receipt_due_at", MOMENT))
    op.add_column("deliveries", sa.Column("is_unconfirmed", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("deliveries", sa.Column("turn", sa.Integer, nullable=False, server_default="0"))
    op.drop_index("ix_deliveries_state", "deliveries")
    op.create_index("ix_deliveries_state", "deliveries", ["state", "sender", "priority", "turn", "due_at", "id", "expires_at"])
    op.create_index(
        "ix_deliveries_turn",
        "deliveries",
        [sa.text("coalesce(dispatch, 0)"), "sender", "priority", "turn"],
        sqlite_where=_IS_QUEUED,
        postgresql_where=_IS_QUEUED,
    )
    op.create_index("ix_deliveries_unconfirmed", "deliveries", ["receipt_due_at"], sqlite_where=_IS_AWAITED, postgresql_where=_IS_AWAITED)
