"""Makes the tables of the self-check: its rounds, whom they ask, and the addresses that an administrator vouches for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from alertd.store.migrations.columns import MOMENT, one_of

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "contact_checks",
        sa.Column("id", sa.Integer, primary_key=True),
        *one_of("state", "open", "put_off", "ended"),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("began_by", sa.Text, nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("resume_at", MOMENT),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_table(
        "probes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("contact_check", sa.Integer, sa.ForeignKey("contact_checks.id"), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("contact", "body", "channel", "address")),
        sa.Column("answered_at", MOMENT),
        sa.Column("words", sa.Text, nullable=False),
        sa.UniqueConstraint("contact_check", "contact", "channel", "address"),
    )
    op.create_index("ix_probes_channel_address", "probes", ["channel", "address"])
    op.create_table(
        "attestations",
        sa.Column("channel", sa.Text, primary_key=True),
        sa.Column("address", sa.Text, primary_key=True),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
