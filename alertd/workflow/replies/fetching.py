"""Fetches from providers what people sent beside words, checks what it really is, and keeps it; what cannot be had yet is tried again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from alertd.errors import DeliveryFailed, Oversized
from alertd.logs import EventLog
from alertd.model.media import Attachment, AttachmentState, fetched_again_at
from alertd.ports import Channel, Clock, Store
from alertd.workflow.changes import Changes

log = EventLog(__name__)
AT_ONCE = 10
"""How many things are fetched in one step."""
UNKNOWN_TYPE = "application/octet-stream"
_BETTER = {"application/ogg": "audio/ogg"}
"""Names that browsers know, for those that they do not."""


class Fetcher:
    """One step of the timetable. It remembers nothing: what is to be fetched stands in the database."""

    def __init__(self, store: Store, clock: Clock, channels: Mapping[str, Channel], changes: Changes, max_bytes: int) -> None:
        """Nothing larger than `max_bytes` is kept."""
        self._store = store
        self._clock = clock
        self._channels = channels
        self._changes = changes
        self._max_bytes = max_bytes

    async def step(self) -> int:
        """Fetch what is due. Returns how many things were looked at."""
        async with self._store.snapshot() as tx:
            due = await tx.media.due(self._clock.now(), AT_ONCE)
        for attachment in due:
            await self._fetch(attachment)
        if due:
            self._changes.notify()
        return len(due)

    async def _fetch(self, attachment: Attachment) -> None:
        channel = self._channels.get(attachment.sender)
        if channel is None or not channel.is_on:
            await self._save(self._postponed(attachment, "kênh nhận tin chưa bật"))
            return
        try:
            content = await channel.fetch(attachment.ref, self._max_bytes)
        except Oversized:
            reason = f"lớn hơn {self._max_bytes // 1_000_000} MB, không nhận; đề nghị hỏi người gửi"
            await self._save(replace(attachment, state=AttachmentState.REFUSED, due_at=None, reason=reason))
        except DeliveryFailed as failure:
            log.warning("what somebody sent could not be fetched yet", attachment=attachment.id, reason=failure.detail)
            await self._save(self._postponed(attachment, failure.detail))
        else:
            await self._keep(attachment, content)

    def _postponed(self, attachment: Attachment, why: str) -> Attachment:
        again_at = fetched_again_at(attachment.received_at, attachment.attempts, self._clock.now())
        if again_at is None:
            return replace(attachment, state=AttachmentState.FAILED, due_at=None, reason=f"không tải được: {why}")
        return replace(attachment, attempts=attachment.attempts + 1, due_at=again_at, reason=f"chưa tải được: {why}")

    async def _keep(self, attachment: Attachment, content: bytes) -> None:
        digest = hashlib.sha256(content).hexdigest()
        kept = replace(
            attachment,
            state=AttachmentState.STORED,
            due_at=None,
            reason="",
            sha256=digest,
            content_type=type_of(content),
            size=len(content),
        )
        async with self._store.transaction() as tx:
            await tx.media.keep(digest, content)
            await tx.media.save(kept)
            detail = {"attachment": kept.id, "sha256": digest, "type": kept.content_type, "size": kept.size}
            await tx.audit.add(self._clock.now(), "alertd", "media.stored", f"reply/{kept.reply}", detail)

    async def _save(self, attachment: Attachment) -> None:
        async with self._store.transaction() as tx:
            await tx.media.save(attachment)


def type_of(content: bytes) -> str:
    """The media type that the content itself shows, whatever it was called."""
    import puremagic  # noqa: PLC0415 - its tables are not needed before somebody sends more than words

    try:
        told: str = puremagic.from_string(content, mime=True) or UNKNOWN_TYPE
    except (puremagic.PureError, ValueError):
        return UNKNOWN_TYPE
    return _BETTER.get(told, told)
