"""Keeps with a reply what came beside its words: a place is known at once, everything else waits to be fetched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from alertd.model.media import Attachment, AttachmentState, Media, MediaKind
from alertd.model.replies import Reply
from alertd.ports import Transaction

_IN_BRACKETS = re.compile(r"^(?:\[[^\]]*\]\s*)+")


async def attach(tx: Transaction, reply: Reply, media: Sequence[Media], now: datetime) -> None:
    """Keep these with the reply, inside the transaction that keeps the reply itself."""
    for each in media:
        state, reason = _begins(each, reply)
        attachment = Attachment(
            id=0,
            reply=reply.id,
            sender=reply.sender,
            kind=each.kind,
            ref=each.ref,
            name=each.name,
            state=state,
            reason=reason,
            latitude=each.latitude,
            longitude=each.longitude,
            received_at=now,
            due_at=now if state is AttachmentState.WAITING else None,
            size=each.size,
        )
        await tx.media.add(attachment)


def _begins(media: Media, reply: Reply) -> tuple[AttachmentState, str]:
    """A place is known; of a stranger nothing is fetched, since whoever wants could fill the disk with it."""
    if media.kind is MediaKind.LOCATION:
        return AttachmentState.STORED, ""
    if reply.contact is None:
        return AttachmentState.REFUSED, "người gửi không có trong danh bạ nên không tải về"
    return AttachmentState.WAITING, "đang tải"


async def media_of(tx: Transaction, reply: Reply) -> tuple[Media, ...]:
    """What came with a reply, to be kept with another one too."""
    return tuple(Media(a.kind, a.ref, a.name, a.size, a.latitude, a.longitude) for a in await tx.media.of_replies([reply.id]))


def without_media(words: str) -> str:
    """The words of a reply alone."""
    return _IN_BRACKETS.sub("", words)
