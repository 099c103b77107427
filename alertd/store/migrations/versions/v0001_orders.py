"""Makes the tables of what came in to be released, and what its release asks of whom."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from alertd.store.migrations.columns import MOMENT, one_of

revision = "0001"
down_revision = None

DOCUMENT_STATES = (
    "received",
    "read",
    "in_review",
    "approved",
    "rejected",
    "unreadable",
    "refused",
    "closed",
    "corrected",
    "withdrawn",
    "expired",
)
DISPATCH_STATES = ("open", "closed", "corrected", "withdrawn", "expired")
ROLES = ("lead", "support", "copy")
MEANINGS = ("acknowledged", "in_progress", "done", "cannot_comply", "negative", "question", "incident", "ambiguous", "unrelated")
REPLY_STATES = ("settled", "open")
ASSIGNMENT_STATES = ("pending", "notified", "acknowledged", "in_progress", "done", "cannot_comply", "withdrawn")


def upgrade() -> None:
    """Make them in the order in which they refer to each other."""
    _files()
    _file_keys()
    _documents()
    _dispatches()
    _notices()
    _replies()
    _assignments()


def _files() -> None:
    op.create_table(
        "files",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.Text, nullable=False, unique=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("received_by", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("paragraphs", sa.Text, nullable=False),
        sa.Column("problems", sa.Text, nullable=False),
        sa.Column("refused", sa.Text),
        sa.Column("refused_code", sa.Text),
    )


def _file_keys() -> None:
    op.create_table(
        "file_keys",
        sa.Column("idempotency_key", sa.Text, primary_key=True),
        sa.Column("file", sa.Integer, sa.ForeignKey("files.id"), nullable=False),
    )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("file", sa.Integer, sa.ForeignKey("files.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        *one_of("state", *DOCUMENT_STATES),
        sa.Column("reading", sa.Text, nullable=False),
        sa.Column("resolutions", sa.Text, nullable=False),
        sa.Column("proposals", sa.Text, nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("state_at", MOMENT, nullable=False),
        sa.Column("decided_by", sa.Text),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("chased", sa.Integer, nullable=False),
        sa.Column("corrects", sa.Integer, sa.ForeignKey("documents.id")),
        sa.Column("number", sa.Text),
        sa.Column("year", sa.Integer),
        sa.Column("issuer", sa.Text),
        sa.Column("is_emergency", sa.Boolean, nullable=False),
        sa.UniqueConstraint("file", "position"),
    )
    op.create_index("ix_documents_number", "documents", ["number"])
    op.create_index("ix_documents_state", "documents", ["state"])


def _dispatches() -> None:
    op.create_table(
        "dispatches",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("is_drill", sa.Boolean, nullable=False),
        *one_of("state", *DISPATCH_STATES),
        sa.Column("urgency", sa.Text, nullable=False),
        sa.Column("ladder", sa.Text, nullable=False),
        sa.Column("released_at", MOMENT, nullable=False),
        sa.Column("released_by", sa.Text, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("corrects", sa.Integer, sa.ForeignKey("dispatches.id")),
    )
    op.create_index("ix_dispatches_document", "dispatches", ["document"])
    op.create_index("ix_dispatches_state_expires_at", "dispatches", ["state", "expires_at"])


def _notices() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("dispatch", sa.Integer, sa.ForeignKey("dispatches.id"), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        *one_of("role", *ROLES),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("acknowledged_at", MOMENT),
        sa.Column("acknowledged_by", sa.Text),
        sa.Column("next_step", sa.Integer, nullable=False),
        sa.Column("next_step_at", MOMENT),
        sa.Column("paused_until", MOMENT),
        sa.Column("contact_order", sa.Integer, nullable=False),
        sa.CheckConstraint("acknowledged_by IS NULL OR acknowledged_at IS NOT NULL", name="acknowledged"),
        sa.CheckConstraint("next_step >= 0", name="next_step"),
    )
    op.create_index("ix_notices_body", "notices", ["body"])
    op.create_index("ix_notices_dispatch_next_step_at", "notices", ["dispatch", "next_step_at"])
    op.create_index("uq_notices_code", "notices", [sa.text("lower(code)")], unique=True)


def _replies() -> None:
    op.create_table(
        "replies",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("sender", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("contact", sa.Text),
        sa.Column("notice", sa.Integer, sa.ForeignKey("notices.id")),
        sa.Column("words", sa.Text, nullable=False),
        *one_of("meaning", *MEANINGS),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("matched_by", sa.Text, nullable=False),
        *one_of("state", *REPLY_STATES),
        sa.Column("resolved_by", sa.Text),
        sa.Column("resolved_at", MOMENT),
        sa.CheckConstraint("resolved_by IS NULL OR resolved_at IS NOT NULL", name="resolved"),
    )
    op.create_index("ix_replies_channel_address", "replies", ["channel", "address"])
    op.create_index("ix_replies_notice", "replies", ["notice"])
    op.create_index("ix_replies_state", "replies", ["state"])


def _assignments() -> None:
    op.create_table(
        "assignments",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("dispatch", sa.Integer, sa.ForeignKey("dispatches.id"), nullable=False),
        sa.Column("notice", sa.Integer, sa.ForeignKey("notices.id"), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        *one_of("role", *ROLES),
        sa.Column("directive", sa.Integer),
        sa.Column("actions", sa.Text, nullable=False),
        sa.Column("deadline_text", sa.Text, nullable=False),
        sa.Column("deadline_at", MOMENT),
        sa.Column("report", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        *one_of("state", *ASSIGNMENT_STATES),
        sa.Column("state_at", MOMENT, nullable=False),
        sa.Column("answered_by", sa.Text),
        sa.Column("reply", sa.Integer, sa.ForeignKey("replies.id")),
    )
    op.create_index("ix_assignments_dispatch", "assignments", ["dispatch"])
    op.create_index("ix_assignments_notice", "assignments", ["notice"])
