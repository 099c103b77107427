"""A person's telephone in a simulation of SMS: what it got, and what becomes of messages to it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

KEPT = 1_000
"""How many messages a telephone keeps; older ones are forgotten."""
_STOP = frozenset({"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"})


@dataclass(frozen=True, slots=True)
class SmsMessage:
    """One SMS as the telephone got it."""

    sid: str
    sender: str
    text: str
    at: datetime


class SmsPhone:
    """One number."""

    def __init__(self, number: str, write: Callable[[str, str, tuple[tuple[str, bytes], ...]], str]) -> None:
        """`write` takes the number, a text to the sender, and what comes along; it returns the SID."""
        self.number = number
        self.messages: deque[SmsMessage] = deque(maxlen=KEPT)
        self.is_landline = False
        self.has_opted_out = False
        self.failure: int | None = None
        """The error code with which its messages come to nothing; None while they arrive."""
        self.is_off = False
        self.waiting: list[Callable[[], object]] = []
        """What its network brings once it is switched on."""
        self._write = write

    def type(self, text: str, *media: tuple[str, bytes]) -> str:
        """Write to the sender, with what comes along (media type and content); the SID. STOP opts out, START in again
        (https://help.twilio.com/articles/223134027).
        """
        word = text.strip().upper()
        self.has_opted_out = word in _STOP or (self.has_opted_out and word != "START")
        return self._write(self.number, text, media)

    def unreachable(self, code: int = 30003) -> None:
        """From now on messages are taken by the provider and reported undelivered; `code` says why."""
        self.failure = code

    def reachable(self) -> None:
        """From now on messages arrive."""
        self.failure = None

    def switch_off(self) -> None:
        """From now on messages are taken by the provider and nothing more is heard of them until it is switched on."""
        self.is_off = True

    def switch_on(self) -> None:
        """What its network has kept for it arrives, and so does everything from now on."""
        self.is_off = False
        for bring in self.waiting:
            bring()
        self.waiting.clear()

    def landline(self) -> None:
        """It is a fixed line: messages to it are refused at once."""
        self.is_landline = True
