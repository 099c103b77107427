"""Tells whoever watches in this process that something was committed."""

from __future__ import annotations

import asyncio


class Changes:
    """A bell that rings after every commit. What changed is asked of the audit trail; the bell carries nothing."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Event] = set()

    def notify(self) -> None:
        """Ring."""
        for event in self._waiting:
            event.set()

    async def wait(self, timeout: float) -> bool:  # noqa: ASYNC109 - the pause is the point: a heartbeat is sent when it ends
        """Wait for the next ring, at most `timeout` seconds. Returns whether it rang."""
        event = asyncio.Event()
        self._waiting.add(event)
        try:
            await asyncio.wait_for(event.wait(), timeout)
        except TimeoutError:
            return False
        else:
            return True
        finally:
            self._waiting.discard(event)
