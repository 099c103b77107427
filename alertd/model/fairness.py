"""The order in which messages of one urgency join the line: no body hears twice before all have heard once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from alertd.model.notices import Delivery


class Flow(NamedTuple):
    """What shares one place in the round: the messages of one order that wait at one sender with one priority.

    A named tuple: one is made and looked up several times for every message of a release.
    """

    sender: str
    priority: int
    order: int | None
    """The dispatch; None for all that belongs to none."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A message and its place in its own flow."""

    delivery: Delivery
    flow: Flow
    rank: int
    """0 for the first that joins with others."""


def in_rounds(deliveries: Sequence[Delivery]) -> list[Delivery]:
    """The first message of every body, then the second of each, and so on; in each round as they were given."""
    heard: Counter[tuple[Flow, str]] = Counter()
    rounds: list[tuple[int, Delivery]] = []
    for delivery in deliveries:
        whose = flow_of(delivery), delivery.body or delivery.address
        rounds.append((heard[whose], delivery))
        heard[whose] += 1
    return [delivery for _, delivery in sorted(rounds, key=lambda each: each[0])]


def ranked(deliveries: Sequence[Delivery]) -> Iterator[Ranked]:
    """Each message with its place among those of its own flow, in the order given.

    A message's turn is where its flow stands plus this rank; whoever claims takes the lowest turns first, so that orders alternate
    one by one, however many messages each has (start-time fair queueing).
    """
    ranks: Counter[Flow] = Counter()
    for delivery in deliveries:
        flow = flow_of(delivery)
        yield Ranked(delivery, flow, ranks[flow])
        ranks[flow] += 1


def flow_of(delivery: Delivery) -> Flow:
    """The flow that a message joins."""
    return Flow(delivery.sender, delivery.priority, delivery.dispatch)


def joined_at(deliveries: Sequence[Delivery]) -> dict[Flow, datetime]:
    """When each flow gets more messages: the earliest moment at which one of them was made."""
    moments: dict[Flow, datetime] = {}
    for delivery in deliveries:
        flow = flow_of(delivery)
        moments[flow] = min(delivery.created_at, moments.get(flow, delivery.created_at))
    return moments
