"""What people send beside words: photos, voice, video, documents, places; kept with the reply that they came with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MediaKind(StrEnum):
    """What the sender's telephone calls it."""

    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    AUDIO = "audio"
    DOCUMENT = "document"
    LOCATION = "location"


@dataclass(frozen=True, slots=True)
class Media:
    """One thing that came with a message, still at the provider; of a place everything is known."""

    kind: MediaKind
    ref: str
    """The provider's reference by which it can be fetched; empty for a place."""
    name: str = ""
    """The file's name, where the sender gives one."""
    size: int | None = None
    """In bytes, where the provider says so."""
    latitude: float | None = None
    longitude: float | None = None


class AttachmentState(StrEnum):
    """Whether we have it."""

    WAITING = "waiting"
    STORED = "stored"
    REFUSED = "refused"
    """It is larger than we take, or nobody knows who sent it."""
    FAILED = "failed"
    """It could not be fetched for so long that we gave up."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """One thing that came with a reply."""

    id: int
    reply: int
    sender: str
    """The sender account that it is fetched by."""
    kind: MediaKind
    ref: str
    name: str
    state: AttachmentState
    reason: str
    """Vietnamese: why it is not there."""
    latitude: float | None
    longitude: float | None
    received_at: datetime
    due_at: datetime | None
    """When it is fetched next; None when it is not to be fetched any more."""
    attempts: int = 0
    sha256: str | None = None
    """Names its content."""
    content_type: str = ""
    """Told by the content itself, never by the sender."""
    size: int | None = None
