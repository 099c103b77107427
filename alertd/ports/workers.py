"""Who shares the work: the processes on one database, and what each of them has."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol


class Workers(Protocol):
    """The processes at work on this database, and which post (a sender, the timetable) each of them has."""

    async def enter(self, name: str) -> None:
        """A process begins its work."""
        ...

    async def beat(self, name: str) -> bool:
        """One more sign of life. False where that process is not, or no longer, among those at work."""
        ...

    async def beats(self) -> Mapping[str, int]:
        """How many signs of life each process at work has given."""
        ...

    async def bury(self, name: str) -> None:
        """A process has ended or is taken for dead: its posts are free."""
        ...

    async def holders(self) -> Mapping[str, str | None]:
        """Which process has each post."""
        ...

    async def create(self, posts: Collection[str]) -> None:
        """Posts that may be new, free; those that are known stay as they are. Two processes may do this at the same moment."""
        ...

    async def take(self, post: str, name: str) -> None:
        """Give a post, which was created before, to a process."""
        ...

    async def release(self, name: str, posts: Collection[str]) -> None:
        """A process gives posts back."""
        ...
