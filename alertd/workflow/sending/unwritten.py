"""Keeps what is known of messages and not yet written down: lost with the process, so it is written soon, and kept while it cannot be."""

from __future__ import annotations

from dataclasses import dataclass, field

from alertd.model.notices import Attempt


@dataclass(slots=True)
class Unwritten:
    """Outcomes of one sender, with what was learned beside them. Not frozen: it fills and is emptied."""

    done: list[Attempt] = field(default_factory=list)
    moved: dict[str, tuple[str, str]] = field(default_factory=dict)
    """New addresses by contact, as (channel, address): a group that has moved."""
    to_tell: str = ""
    """Why the sender fails, where somebody must be told."""

    def __bool__(self) -> bool:
        return bool(self.done or self.moved or self.to_tell)

    def take(self) -> Unwritten:
        """All of it, to be written; nothing is left here."""
        taken = Unwritten(self.done, self.moved, self.to_tell)
        self.done, self.moved, self.to_tell = [], {}, ""
        return taken

    def put_back(self, taken: Unwritten) -> None:
        """It could not be written: it comes before what has been learned since."""
        self.done = taken.done + self.done
        self.moved = taken.moved | self.moved
        self.to_tell = self.to_tell or taken.to_tell

    def drop_asides(self) -> None:
        """Only the outcomes stay."""
        self.moved, self.to_tell = {}, ""
