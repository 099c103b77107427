"""Who must do what: proposals while a document is reviewed, assignments once it is released."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alertd.model.bodies import Role


@dataclass(frozen=True, slots=True)
class Proposal:
    """One body plus the clauses of one directive that fall to it, as the reading proposes or the officer corrected it."""

    id: str
    """Unique within its document."""
    body: str
    role: Role
    directive: int | None
    """Index of the directive in the reading; None for what an officer added by hand and for copies."""
    actions: tuple[str, ...]
    """The clauses as they will be sent."""
    deadline_text: str
    deadline_at: datetime | None
    report: str
    reason: str
    """Why it falls to this body."""
    is_dropped: bool = False
    """The officer took it out; kept so that it stays visible."""
    changed_by: str | None = None


class AssignmentState(StrEnum):
    """How far a body has come with an assignment, by its own answers."""

    PENDING = "pending"
    NOTIFIED = "notified"
    ACKNOWLEDGED = "acknowledged"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANNOT_COMPLY = "cannot_comply"
    WITHDRAWN = "withdrawn"

    @property
    def is_answered(self) -> bool:
        """Whether a person has answered for the body."""
        return self in (self.ACKNOWLEDGED, self.IN_PROGRESS, self.DONE, self.CANNOT_COMPLY)

    @property
    def is_positive(self) -> bool:
        """Whether a person has accepted the order for the body."""
        return self in (self.ACKNOWLEDGED, self.IN_PROGRESS, self.DONE)


@dataclass(frozen=True, slots=True)
class Assignment:
    """One body plus those actions of one directive that fall to it: the thing that is followed until answered."""

    id: int
    dispatch: int
    notice: int
    body: str
    role: Role
    directive: int | None
    actions: tuple[str, ...]
    deadline_text: str
    deadline_at: datetime | None
    report: str
    reason: str
    state: AssignmentState
    state_at: datetime
    answered_by: str | None = None
    """The contact or officer whose answer made the state."""
    reply: int | None = None
