"""When contacts are away: what can be kept and asked for."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from alertd.model.absences import Absence


class Absences(Protocol):
    """Absences that officers have entered."""

    async def add(self, absence: Absence) -> int:
        """Keep an absence; its `id` is ignored."""
        ...

    async def get(self, absence_id: int) -> Absence | None: ...

    async def save(self, absence: Absence) -> None: ...

    async def stand(self) -> tuple[int, int]:
        """How many there are and how many were ended: whoever finds the same again knows them all."""
        ...

    async def standing(self, day: date) -> list[Absence]:
        """Those that nobody has ended and whose last day is not before that day, the earliest first."""
        ...
