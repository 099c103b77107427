"""A person's telephone in a simulation of calls: whether it is picked up, which keys are pressed, and what was heard."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

KEPT = 1_000
"""How many calls a telephone remembers; older ones are forgotten."""


@dataclass
class HeardCall:
    """One call that was picked up."""

    sid: str
    caller: str
    said: list[str] = field(default_factory=list)
    """Piece by piece, in the order in which it was said."""
    pressed: list[str] = field(default_factory=list)
    is_over: bool = False

    @property
    def text(self) -> str:
        """Everything that was said."""
        return "\n".join(self.said)


class Line:
    """One telephone line. It is picked up, and no key is pressed, unless somebody says otherwise."""

    def __init__(self, number: str) -> None:
        self.number = number
        self.calls: deque[HeardCall] = deque(maxlen=KEPT)
        self.unanswered = 0
        """How often it rang and nobody picked up."""
        self.comes_to: str | None = None
        """The status in which calls end before they are picked up: `busy`, `no-answer` or `failed`; None while they are picked up."""
        self.sip: int | None = None
        """What the network answers then."""
        self._keys: deque[str] = deque()

    def will_press(self, *keys: str) -> None:
        """Whoever picks up presses one of these each time a key is asked for; once they are used up, nothing."""
        self.comes_to = None
        self._keys.extend(keys)

    def is_busy(self) -> None:
        """From now on it is engaged."""
        self.comes_to, self.sip = "busy", 486

    def rings_out(self) -> None:
        """From now on nobody hears it."""
        self.comes_to, self.sip = "no-answer", 487

    def does_not_exist(self) -> None:
        """From now on the network knows no such number."""
        self.comes_to, self.sip = "failed", 404

    def is_answered_by_a_machine(self) -> None:
        """From now on a machine picks up: it listens, and presses nothing."""
        self.comes_to = None
        self._keys.clear()

    def press(self) -> str:
        """The key that is pressed now; empty where none is."""
        return self._keys.popleft() if self._keys else ""
