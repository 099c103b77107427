"""The only way in: events of providers as they came, the replies understood from them, and what came beside the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from alertd.model.inbox import RawEvent, StoredEvent
from alertd.model.media import Attachment, HandedFile
from alertd.model.replies import Meaning, Reply, ReplyState


class Inbox(Protocol):
    """What came in, stored before it is understood."""

    async def add(self, events: Sequence[RawEvent], at: datetime) -> list[tuple[str, str]]:
        """Keep raw events; one that is known (sender, external id) is left out. Returns sender and external id of the new ones."""
        ...

    async def pending(self, limit: int, after: int = 0) -> list[StoredEvent]:
        """Unfinished events in the order of their arrival, those after that id."""
        ...

    async def find(self, event: RawEvent) -> StoredEvent | None:
        """The event of the same sender and external id, with what came of it."""
        ...

    async def finish(self, outcomes: Mapping[int, str], at: datetime) -> None:
        """Write down what came of events, by their ids."""
        ...

    async def cursor(self, sender: str) -> str | None: ...

    async def save_cursor(self, sender: str, cursor: str) -> None: ...


class Replies(Protocol):
    """What people answered."""

    async def add(self, reply: Reply) -> int: ...

    async def get(self, reply_id: int) -> Reply | None: ...

    async def save(self, reply: Reply) -> None: ...

    async def of_notice(self, notice_id: int) -> list[Reply]: ...

    async def of_dispatch(self, dispatch_id: int) -> list[Reply]: ...

    async def recent(self, state: ReplyState | None = None, limit: int = 100) -> list[Reply]: ...

    async def waiting(self, worst_first: Sequence[Meaning], limit: int) -> list[Reply]:
        """Those that wait for a person: of these meanings before all others, in this order; of each those of known people before those
        of strangers, and whoever has waited longest first.
        """
        ...

    async def waiting_ids(self) -> frozenset[int]:
        """The ids of all that wait for a person."""
        ...

    async def has_written(self, channel: str, address: str, meaning: Meaning, since: datetime) -> bool:
        """Whether anything that means this has come from that address since."""
        ...

    async def latest_question(self, channel: str, address: str, since: datetime) -> Reply | None:
        """The latest reply from that address that was answered by a question among several notices and still waits for the choice."""
        ...

    async def heard_from(self) -> frozenset[tuple[str, str]]:
        """The addresses (kind of channel, address) from which anybody has ever written."""
        ...

    async def of_message(self, sender: str, message_ref: str) -> list[Reply]:
        """What still counts of the replies that were made of one message."""
        ...


class MediaShelf(Protocol):
    """What people sent beside words."""

    async def add(self, attachment: Attachment) -> int: ...

    async def get(self, attachment_id: int) -> Attachment | None: ...

    async def save(self, attachment: Attachment) -> None: ...

    async def of_replies(self, reply_ids: Sequence[int]) -> list[Attachment]: ...

    async def due(self, now: datetime, limit: int) -> list[Attachment]:
        """What is to be fetched, the longest overdue first."""
        ...

    async def keep(self, sha256: str, content: bytes) -> None:
        """Keep a content; one that is known is left as it is."""
        ...

    async def content(self, sha256: str) -> bytes | None: ...

    async def hand_in(self, file: HandedFile) -> int: ...

    async def handed(self, file_id: int) -> HandedFile | None: ...

    async def save_handed(self, file: HandedFile) -> None: ...

    async def handed_due(self, now: datetime, limit: int) -> list[HandedFile]:
        """What officers handed in and is to be fetched, the longest overdue first."""
        ...
