"""How hard a scenario is to be pushed."""

from __future__ import annotations

from dataclasses import dataclass

from alertd.failpoints import Step


@dataclass(frozen=True, slots=True)
class Plan:
    """By hand everything, in the test suite a little of everything."""

    bodies: int
    """To how many an order goes."""
    kills: int
    """How often the daemon is killed at random."""
    steps: tuple[Step, ...]
    """At which named steps it dies."""
    times: tuple[int, ...]
    """The how-manieth time that a named step is reached is fatal."""
    rounds: int
    """How often a misfortune befalls that is no death."""
    haste: float = 1.0
    """By how much pauses are shortened."""
    seed: int = 1

    def pause(self, seconds: float) -> float:
        """How long a misfortune lasts that should last so many seconds."""
        return seconds / self.haste


LONG = Plan(bodies=1_000, kills=200, steps=tuple(Step), times=(1, 7), rounds=3)
SHORT = Plan(bodies=40, kills=1, steps=(Step.RELEASING, Step.ACCEPTED, Step.UNDERSTANDING), times=(1,), rounds=1, haste=6.0)
