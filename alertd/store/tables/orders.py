"""The tables of what came in to be released and of what its release asks of whom."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    false,
    func,
    true,
)

from alertd.model.appointments import AppointmentKind, AppointmentState
from alertd.model.assignments import AssignmentState, Proposal
from alertd.model.bodies import Resolution, Role
from alertd.model.documents import DocumentState, Problem, Reading, Span
from alertd.model.escalation import Agenda, Ladder
from alertd.model.notices import DispatchState
from alertd.model.replies import Figure, Meaning, Part, ReplyState
from alertd.store.tables.metadata import METADATA
from alertd.store.types import MOMENT, Json, Words, one_of

FILES = Table(
    "files",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("sha256", Text, nullable=False, unique=True),
    Column("name", Words, nullable=False),
    Column("source", Text, nullable=False),
    Column("received_at", MOMENT, nullable=False),
    Column("received_by", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("text", Words, nullable=False),
    Column("paragraphs", Json(tuple[Span, ...]), nullable=False),
    Column("problems", Json(tuple[Problem, ...]), nullable=False),
    Column("refused", Text),
    Column("refused_code", Text),
)

FILE_KEYS = Table(
    "file_keys",
    METADATA,
    Column("idempotency_key", Text, primary_key=True),
    Column("file", ForeignKey("files.id"), nullable=False),
)

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("file", ForeignKey("files.id"), nullable=False),
    Column("position", Integer, nullable=False),
    *one_of("state", DocumentState),
    Column("reading", Json(Reading), nullable=False),
    Column("resolutions", Json(tuple[Resolution, ...]), nullable=False),
    Column("proposals", Json(tuple[Proposal, ...]), nullable=False),
    Column("received_at", MOMENT, nullable=False),
    Column("state_at", MOMENT, nullable=False),
    Column("decided_by", Text),
    Column("reason", Words, nullable=False),
    Column("chased", Integer, nullable=False),
    # Copied out of the reading, to be searched for.
    Column("number", Text),
    Column("year", Integer),
    Column("issuer", Text),
    Column("is_emergency", Boolean, nullable=False),
    Column("is_recognised", Boolean, nullable=False, server_default=true()),
    Column("is_pressing", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("file", "position"),
    Index(None, "number"),
    Index(None, "state"),
)

DISPATCHES = Table(
    "dispatches",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("is_drill", Boolean, nullable=False),
    *one_of("state", DispatchState),
    Column("urgency", Text, nullable=False),
    Column("ladder", Json(Ladder), nullable=False),
    Column("released_at", MOMENT, nullable=False),
    Column("released_by", Text, nullable=False),
    Column("expires_at", MOMENT, nullable=False),
    Column("corrects", ForeignKey("dispatches.id")),
    Column("agenda", Json(Agenda), nullable=False, server_default="{}"),
    Index(None, "document"),
    Index(None, "state", "expires_at"),
)

NOTICES = Table(
    "notices",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("dispatch", ForeignKey("dispatches.id"), nullable=False),
    Column("body", Text, nullable=False),
    *one_of("role", Role),
    Column("code", Text, nullable=False),
    Column("acknowledged_at", MOMENT),
    Column("acknowledged_by", Text),
    Column("next_step", Integer, nullable=False),
    Column("next_step_at", MOMENT),
    Column("paused_until", MOMENT),
    Column("contact_order", Integer, nullable=False),
    Column("pause_reason", Words),
    CheckConstraint("acknowledged_by IS NULL OR acknowledged_at IS NOT NULL", name="acknowledged"),
    CheckConstraint("next_step >= 0", name="next_step"),
    Index(None, "dispatch", "next_step_at"),
    Index(None, "body"),
)
# People type codes in either case; a code names one notice for ever.
Index("uq_notices_code", func.lower(NOTICES.c.code), unique=True)

REPLIES = Table(
    "replies",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("received_at", MOMENT, nullable=False),
    Column("sender", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("address", Words, nullable=False),
    Column("contact", Text),
    Column("notice", ForeignKey("notices.id")),
    Column("words", Words, nullable=False),
    *one_of("meaning", Meaning),
    Column("reason", Words, nullable=False),
    Column("matched_by", Text, nullable=False),
    *one_of("state", ReplyState),
    Column("resolved_by", Text),
    Column("resolved_at", MOMENT),
    Column("who", Words, nullable=False, server_default=""),
    Column("message_ref", Words),
    Column("choices", Json(tuple[int, ...]), nullable=False, server_default="[]"),
    Column("void_at", MOMENT),
    Column("parts", Json(tuple[Part, ...]), nullable=False, server_default="[]"),
    Column("figures", Json(tuple[Figure, ...]), nullable=False, server_default="[]"),
    CheckConstraint("resolved_by IS NULL OR resolved_at IS NOT NULL", name="resolved"),
    Index(None, "notice"),
    Index(None, "state"),
    Index(None, "channel", "address"),
    Index(None, "sender", "message_ref"),
)

ASSIGNMENTS = Table(
    "assignments",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("dispatch", ForeignKey("dispatches.id"), nullable=False),
    Column("notice", ForeignKey("notices.id"), nullable=False),
    Column("body", Text, nullable=False),
    *one_of("role", Role),
    Column("directive", Integer),
    Column("actions", Json(tuple[str, ...]), nullable=False),
    Column("deadline_text", Words, nullable=False),
    Column("deadline_at", MOMENT),
    Column("report", Words, nullable=False),
    Column("reason", Words, nullable=False),
    *one_of("state", AssignmentState),
    Column("state_at", MOMENT, nullable=False),
    Column("answered_by", Text),
    Column("reply", ForeignKey("replies.id")),
    Index(None, "dispatch"),
    Index(None, "notice"),
)

APPOINTMENTS = Table(
    "appointments",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("dispatch", ForeignKey("dispatches.id"), nullable=False),
    Column("notice", ForeignKey("notices.id"), nullable=False),
    *one_of("kind", AppointmentKind),
    Column("at", MOMENT, nullable=False),
    Column("words", Words, nullable=False),
    *one_of("state", AppointmentState),
    Column("state_at", MOMENT, nullable=False),
    Column("next_step", Integer, nullable=False),
    Column("next_step_at", MOMENT),
    Column("reply", ForeignKey("replies.id")),
    UniqueConstraint("notice", "kind", "at"),
    Index(None, "dispatch", "next_step_at"),
)
