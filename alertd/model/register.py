"""The register of documents: one entry for each document that came in, with its state and the work proposed from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from alertd.model.assignments import Proposal
from alertd.model.bodies import Resolution
from alertd.model.documents import DocumentState, Reading
from alertd.model.notices import DeliveryState

LARGEST = 2**31 - 1
"""The largest number that either database gives to anything."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of one file, from arrival to its end."""

    id: int
    file: int
    position: int
    """Its place in the file, from 0."""
    state: DocumentState
    reading: Reading
    resolutions: tuple[Resolution, ...]
    """What the directory made of each directive."""
    proposals: tuple[Proposal, ...]
    received_at: datetime
    state_at: datetime
    decided_by: str | None = None
    """Who approved or rejected it."""
    reason: str = ""
    """Why it was rejected, withdrawn or closed."""
    chased: int = 0
    """How many times its release was asked for at the duty desk."""

    @property
    def title(self) -> str:
        """Number and subject, as far as they are known."""
        return " · ".join(part for part in (self.reading.number, self.reading.subject) if part) or f"Văn bản {self.id}"


@dataclass(frozen=True, slots=True)
class DeliveryChange:
    """One line of a delivery's history."""

    delivery: int
    state: DeliveryState
    at: datetime
    reason: str
