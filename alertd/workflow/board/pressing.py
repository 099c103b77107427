"""Puts what waits for an officer in order: danger first, then refusals, then questions; within that, whoever has waited longest."""

from __future__ import annotations

from collections.abc import Iterable

from alertd.model.replies import Meaning, Reply, ReplyState

GRAVE = (Meaning.INCIDENT, Meaning.CANNOT_COMPLY)
"""What no later answer covers up: it stands as the body's state until an officer has dealt with it."""

PRESSING = (*GRAVE, Meaning.NEGATIVE, Meaning.QUESTION)
"""What an unclear answer may report that cannot wait, worst first."""


def pressing_first(replies: Iterable[Reply]) -> list[Reply]:
    """The most pressing first."""
    return sorted(replies, key=lambda reply: (_pressure(reply.meaning), reply.received_at))


def open_meanings(replies: Iterable[Reply]) -> list[Meaning]:
    """What the answers that wait for an officer were taken to mean, the gravest first."""
    return sorted({reply.meaning for reply in replies if reply.state is ReplyState.OPEN}, key=_pressure)


def _pressure(meaning: Meaning) -> int:
    return PRESSING.index(meaning) if meaning in PRESSING else len(PRESSING)
