"""What triage goes by: the parts of a document in which it says what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from alertd.model.documents import DocumentKind, Urgency


@dataclass(frozen=True, slots=True)
class Case:
    """What the decision goes by, all in lower case: subject, situation (the text before the orders), purpose and everything."""

    kind: DocumentKind
    urgency: Urgency | None
    subject: str
    situation: str
    purpose: str
    everything: str
    orders: tuple[str, ...]
    """The blocks of orders, one after the other."""
    presenting: str = ""
    """The sentence in which an article tells of the document: its headline may not say what the document is about."""
