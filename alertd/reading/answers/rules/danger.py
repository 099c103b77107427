"""Danger reported, and danger that only hinders."""

from __future__ import annotations

from alertd.model.replies import Meaning
from alertd.reading.answers.dangers import hindering, reported
from alertd.reading.answers.message import Message
from alertd.reading.answers.rules.finding import Finding, quoted


def reports_danger(message: Message) -> Finding | None:
    """Danger that is reported, unless only slang or everyday talk borrows its words."""
    words = [word for clause in message.clauses for word in reported(clause)]
    return Finding(Meaning.INCIDENT, f"báo sự cố: {quoted(words)}") if words else None


def is_hindered(message: Message) -> Finding | None:
    """Blocked roads, high water or no power, and nobody said that the order cannot be followed: somebody must see it."""
    words = [word for clause in message.clauses for word in hindering(clause)]
    return Finding(Meaning.INCIDENT, f"báo tình huống nguy hiểm: {quoted(words)}") if words else None
