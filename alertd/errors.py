"""The failures that alertd tells people about, one class for each kind of reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class SetupError(Exception):
    """The installation cannot work as configured. For the operator: every problem at once, each with its place
    (`file:line` or `section.key`), never a traceback.
    """

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Refused(Exception):
    """A request that alertd understood and will not carry out. For the officer: a stable `code` for programs,
    a Vietnamese `sentence` for people, and the HTTP status that says the same.
    """

    status = 409

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(f"{code}: {sentence}")
        self.code = code
        self.sentence = sentence


class AlreadyKept(Exception):
    """What is to be kept is kept already: somebody was quicker."""


class StoreAway(Exception):
    """The database could not be reached, or ended this one transaction, of which nothing was kept as far as anybody knows.
    Trying again later may help. For whoever can wait.
    """


class Busy(Refused):
    """More comes in than can be taken; whoever sent it is asked to come again."""

    status = 503
    retry_after = timedelta(seconds=5)


class NotFound(Refused):
    """What was asked for does not exist."""

    status = 404


class Invalid(Refused):
    """The request itself is malformed: a wrong value, a missing field, an unreadable file."""

    status = 422


class TooLarge(Refused):
    """The document is larger than `intake.max_bytes`."""

    status = 413


class Unread(Refused):
    """A file could not be read to its end in the time and memory that it may take. Nothing of it is kept: it may be handed in again."""

    status = 422


class Forbidden(Refused):
    """The account's role or the token's scope does not allow it."""

    status = 403


class Forged(Refused):
    """A callback whose signature or secret is wrong."""

    status = 403


class FailureKind(StrEnum):
    """Why a provider did not take a message, in the terms that decide what happens next."""

    BAD_ADDRESS = "bad_address"
    """No such number or chat, or one that cannot take messages: permanent, the next route opens."""
    BLOCKED = "blocked"
    """The person has blocked the bot or opted out: permanent for this address."""
    BAD_MESSAGE = "bad_message"
    """The provider rejects the text itself: permanent for this message."""
    REFUSED = "refused"
    """alertd itself would not send there: a test number on a live sender, a drill through a live sender."""
    RATE = "rate"
    """Too fast: try again after `retry_after`."""
    CREDENTIALS = "credentials"
    """The account or the sender is not accepted, or its allowance is used up: the operator must act; tried again, slowly."""
    PROVIDER_DOWN = "provider_down"
    """The provider answered with an error of its own, or holds the message back for a while: try again."""
    NETWORK = "network"
    """The provider was not reached; nothing was sent: try again."""
    UNKNOWN = "unknown"
    """The request left and no answer came: it may have been delivered."""

    @property
    def is_permanent(self) -> bool:
        """Whether trying the same message at the same address again is useless."""
        return self in (self.BAD_ADDRESS, self.BLOCKED, self.BAD_MESSAGE, self.REFUSED)


@dataclass(eq=False)  # not frozen: raising an exception sets its traceback
class DeliveryFailed(Exception):
    """One attempt to send failed. For the delivery loop, which decides by `kind`."""

    kind: FailureKind
    detail: str
    retry_after: timedelta | None = None
    concerns_sender: bool = False
    """True where `retry_after` holds for the whole sender rather than for this one address."""

    def __str__(self) -> str:
        return f"{self.kind}: {self.detail}"


class Oversized(Exception):
    """What a provider has for us is larger than we take. For whoever fetches."""
