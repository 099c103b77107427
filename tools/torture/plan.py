"""How hard a scenario is to be pushed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """By hand everything, in the test suite a little of everything."""

    bodies: int
    """To how many an order goes."""
    kills: int
    """How often the daemon is killed at random."""
    times: tuple[int, ...]
    """The how-manieth time that a named step is reached is fatal."""
    seed: int = 1


LONG = Plan(bodies=1_000, kills=200, times=(1, 7))
SHORT = Plan(bodies=60, kills=3, times=(1,))
