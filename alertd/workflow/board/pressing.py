"""Puts what waits for an officer in order: danger first, then refusals, then questions; within that, whoever has waited longest."""

from __future__ import annotations

from collections.abc import Iterable

from alertd.model.replies import Meaning, Reply, ReplyState

PRESSING = (Meaning.INCIDENT, Meaning.CANNOT_COMPLY, Meaning.NEGATIVE, Meaning.QUESTION)
"""What an unclear answer may report that cannot wait, worst first."""


def pressing_first(replies: Iterable[Reply]) -> list[Reply]:
    """The most pressing first."""
    return sorted(replies, key=lambda reply: (_pressure(reply.meaning), reply.received_at))


def unsettled(replies: Iterable[Reply]) -> list[Reply]:
    """Those that wait for an officer, the most pressing first."""
    return pressing_first(reply for reply in replies if reply.state is ReplyState.OPEN)


def _pressure(meaning: Meaning) -> int:
    return PRESSING.index(meaning) if meaning in PRESSING else len(PRESSING)
