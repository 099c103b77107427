"""Lets one thing go on behind a step, such as the database's work, while the step makes the next ready."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, Self


class Meanwhile:
    """To be entered; when it is left, nothing that was begun in it goes on any more: it is done, or after an error called off."""

    def __init__(self) -> None:
        self._task: asyncio.Task[Any] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, error: type[BaseException] | None, *_: object) -> None:
        if error is None:
            await self.done()
        elif self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def begin(self, work: Coroutine[Any, Any, Any]) -> None:
        """Begin what is to go on, once what was begun before is done; returns when it first has to wait."""
        await self.done()
        self._task = asyncio.create_task(work)
        await asyncio.sleep(0)

    async def done(self) -> None:
        """Wait until what was begun is done. Raises what it raised."""
        task, self._task = self._task, None
        if task is not None:
            await task
