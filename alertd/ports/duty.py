"""What the duty desk was told and who took it, who has the duty, releases that wait to be confirmed: what can be kept and asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from alertd.model.confirmations import Confirmation
from alertd.model.duty import Alert, Shift


class Duty(Protocol):
    """The duty desk itself: what it was told, who has the duty, releases that wait to be confirmed."""

    async def add_alert(self, alert: Alert) -> int | None:
        """Keep an alert; its `id` is ignored. None where one about the same thing and step is kept already."""
        ...

    async def alert(self, alert_id: int) -> Alert | None: ...

    async def save_alert(self, alert: Alert) -> None: ...

    async def last_told(self, like: Alert) -> datetime | None:
        """When the desk was last told something of the same order for the same reason, the first time that each was told."""
        ...

    async def told_with(self, alert: Alert) -> list[Alert]:
        """What nobody has taken of all that was told in one message with it, itself included."""
        ...

    async def told_before(self, alerts: Sequence[Alert]) -> list[Alert]:
        """What nobody has taken of all that was raised about the same things before the last of these, themselves left out."""
        ...

    async def due_alerts(self, now: datetime, limit: int) -> list[Alert]:
        """Alerts whose `next_at` has come, the longest overdue first."""
        ...

    async def untaken(self, limit: int) -> list[Alert]:
        """The latest alerts that nobody has taken, newest first."""
        ...

    async def add_shift(self, shift: Shift) -> int: ...

    async def shift(self) -> Shift | None:
        """The latest."""
        ...

    async def add_confirmation(self, confirmation: Confirmation) -> None: ...

    async def confirmation(self, digest: str) -> Confirmation | None: ...

    async def save_confirmation(self, confirmation: Confirmation) -> None: ...
