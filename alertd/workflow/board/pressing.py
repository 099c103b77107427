"""Puts what waits for an officer in order: danger first, then refusals, then questions; of each what known people say, the oldest first."""

from __future__ import annotations

from collections.abc import Iterable

from alertd.model.replies import Meaning, Reply, ReplyState

PRESSING = (Meaning.INCIDENT, Meaning.CANNOT_COMPLY, Meaning.NEGATIVE, Meaning.QUESTION)
"""What an unclear answer may report that cannot wait, worst first."""


def unsettled(replies: Iterable[Reply]) -> list[Reply]:
    """Those that wait for an officer, the most pressing first."""
    waiting = (reply for reply in replies if reply.state is ReplyState.OPEN)
    return sorted(waiting, key=lambda reply: (_pressure(reply.meaning), reply.contact is None, reply.received_at))


def _pressure(meaning: Meaning) -> int:
    return PRESSING.index(meaning) if meaning in PRESSING else len(PRESSING)
