"""The tables of what people send beside words."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, Table, Text

from alertd.model.media import AttachmentState, MediaKind
from alertd.store.tables.metadata import METADATA
from alertd.store.types import MOMENT, Words, one_of

CONTENTS = Table(
    "contents",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

ATTACHMENTS = Table(
    "attachments",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("reply", ForeignKey("replies.id"), nullable=False),
    Column("sender", Text, nullable=False),
    *one_of("kind", MediaKind),
    Column("ref", Words, nullable=False),
    Column("name", Words, nullable=False),
    *one_of("state", AttachmentState),
    Column("reason", Words, nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("received_at", MOMENT, nullable=False),
    Column("due_at", MOMENT),
    Column("attempts", Integer, nullable=False),
    Column("sha256", ForeignKey("contents.sha256")),
    Column("content_type", Text, nullable=False),
    Column("size", Integer),
    Index(None, "due_at"),
    Index(None, "reply"),
)

HANDED_FILES = Table(
    "handed_files",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("sender", Text, nullable=False),
    Column("address", Words, nullable=False),
    Column("account", Text, nullable=False),
    Column("ref", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("received_at", MOMENT, nullable=False),
    Column("due_at", MOMENT),
    Column("attempts", Integer, nullable=False),
    Index(None, "due_at"),
)
