"""A release that an officer has begun from a telephone and must confirm: once, soon, and from the same chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The second step of a release. Only the SHA-256 of its word is kept."""

    digest: str
    document: int
    account: str
    channel: str
    address: str
    """The chat from which it must be confirmed."""
    fingerprint: str
    """Of what was shown: a document that was changed since must be looked at again."""
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    dispatch: int | None = None
    """The release that came of it."""
