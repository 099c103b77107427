"""Dies at a named step when the environment says so, which is how `make torture` tries every instant at which power may fail."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from enum import StrEnum
from itertools import count

from alertd.errors import SetupError

VARIABLE = "ALERTD_FAILPOINT"
"""`step`, or `step:n` for the n-th time that it is reached. Without it, reaching a step does nothing."""


class Step(StrEnum):
    """The instants between which a death makes a difference."""

    RELEASING = "releasing"
    """A release is written with all its messages, and not committed."""
    CLAIMED = "claimed"
    """Messages are claimed and committed, and none of them has left."""
    SENDING = "sending"
    """A message is about to leave."""
    ACCEPTED = "accepted"
    """The provider has said yes, and nobody has noted it."""
    RECORDED = "recorded"
    """Outcomes are written with what follows from them, and not committed."""
    TAKING_IN = "taking_in"
    """What a provider sent is in the inbox, and not committed: the provider has not been told that we have it."""
    UNDERSTANDING = "understanding"
    """Answers are understood and acted on, and not committed."""
    FOLLOWING_UP = "following_up"
    """A step of a ladder is taken, and not committed."""


def fuse(written: str, die: Callable[[], None]) -> Callable[[Step], None]:
    """What reaching a step does where the variable holds `written`. Raises SetupError for what names no step."""
    if not written:
        return _pass
    name, _, times = written.partition(":")
    if name not in Step.__members__.values() or not (times or "1").isdecimal():
        raise SetupError([f"{VARIABLE}: {written!r} is not <step> or <step>:<n>; the steps are: {', '.join(Step)}"])
    fatal, reached_times = Step(name), count(1)

    def reach(step: Step) -> None:
        if step is fatal and next(reached_times) == int(times or 1):
            die()

    return reach


def _pass(_: Step) -> None:
    """Nothing: no failpoint is set."""


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


reach = fuse(os.environ.get(VARIABLE, ""), _die)
