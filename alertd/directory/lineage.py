"""Knows of every body which ones went before it, which took its work over, and who is there on a given day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from alertd.model.bodies import Body


class Lineage:
    """The bodies of one directory, past ones included."""

    def __init__(self, bodies: Iterable[Body]) -> None:
        self.bodies = {body.id: body for body in bodies}

    def in_office(self, body: str, on: date) -> tuple[str, ...]:
        """The body itself where it exists on that day, else those of its successors, and of theirs, that do; before its time
        those of its predecessors.
        """
        found: dict[str, None] = {}
        waiting, seen = [body], {body}
        while waiting:
            current = self.bodies[waiting.pop(0)]
            if current.exists_on(on):
                found[current.id] = None
                continue
            kin = current.successors if current.valid_to is not None and current.valid_to < on else current.predecessors
            waiting.extend(other for other in kin if other not in seen)
            seen.update(kin)
        return tuple(found)

    def ancestry(self, body: str) -> tuple[str, ...]:
        """The body, then its predecessors and theirs, each once."""
        found = {body: None}
        waiting = [body]
        while waiting:
            new = [other for other in self.bodies[waiting.pop(0)].predecessors if other not in found]
            found.update(dict.fromkeys(new))
            waiting.extend(new)
        return tuple(found)
