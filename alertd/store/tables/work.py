"""The tables of who is at work: the processes that share one database, and what each of them keeps."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from alertd.store.tables.metadata import METADATA

WORKERS = Table(
    "workers",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("beat", Integer, nullable=False),
)

POSTS = Table(
    "posts",
    METADATA,
    Column("post", Text, primary_key=True),
    Column("holder", ForeignKey("workers.name")),
)
