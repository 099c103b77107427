"""What people send beside words: photos, voice, video, documents, places; kept with the reply that they came with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=10), timedelta(minutes=15)
GIVES_UP_AFTER = timedelta(hours=24)
"""Providers keep what was sent for about so long."""


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


@dataclass(frozen=True, slots=True)
class HandedFile:
    """A document that an officer sent to the own chat with the desk, to be taken in."""

    id: int
    sender: str
    """The sender account that it is fetched by."""
    address: str
    """The chat, to which is written what became of it."""
    account: str
    ref: str
    """The provider's reference by which it can be fetched."""
    name: str
    """Empty once it has turned out to be secret, or was given up before anybody could see that it is not."""
    received_at: datetime
    due_at: datetime | None
    """When it is fetched next; None when it is not to be fetched any more."""
    attempts: int = 0


def fetched_again_at(received_at: datetime, attempts: int, now: datetime) -> datetime | None:
    """When what could not be fetched is tried again, after so many attempts before this one; None where that has no sense any more."""
    if now - received_at >= GIVES_UP_AFTER:
        return None
    return now + min(FIRST_PAUSE * (1 << min(attempts, 10)), LONGEST_PAUSE)
