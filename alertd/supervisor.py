"""Keeps the program's tasks alive: a core task that dies stops the program by name, an edge that dies is restarted."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence

from alertd.logs import EventLog

log = EventLog(__name__)
Work = Callable[[], Awaitable[None]]
PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds before the n-th restart in a row."""
STEADY = 60.0
"""Seconds after which a task that was restarted counts as up again: longer than any call to a provider takes to fail."""


class CoreTaskDied(Exception):
    """A task without which nothing is safe has ended."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the core task {name!r} died; stopping")
        self.name = name


class Supervisor:
    """Runs named tasks side by side until it is stopped."""

    def __init__(self, pauses: Sequence[float] = PAUSES, steady: float = STEADY) -> None:
        self._pauses = pauses
        self._steady = steady
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._core: set[str] = set()
        self._down: dict[str, str] = {}

    @property
    def down(self) -> Mapping[str, str]:
        """The edges that are down now, and why."""
        return dict(self._down)

    def core(self, name: str, work: Work) -> None:
        """Start a task that must never end."""
        self._core.add(name)
        self._tasks[name] = asyncio.create_task(_until_done(work), name=name)

    def edge(self, name: str, work: Work) -> None:
        """Start a task that is restarted when it fails: a provider or a folder may be away for a while."""
        self._tasks[name] = asyncio.create_task(self._restarting(name, work), name=name)

    async def wait(self) -> None:
        """Until a core task ends; where there is none, for ever. Raises CoreTaskDied, with what killed it as its cause."""
        watched = [self._tasks[name] for name in self._core]
        if not watched:
            await asyncio.Event().wait()
        done, _ = await asyncio.wait(watched, return_when=asyncio.FIRST_COMPLETED)
        task = next(iter(done))
        raise CoreTaskDied(task.get_name()) from task.exception()

    async def stop(self) -> None:
        """End every task and wait for it."""
        tasks, self._tasks = list(self._tasks.values()), {}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _restarting(self, name: str, work: Work) -> None:
        """Nobody hears from an edge that works: one that has been at it for a while is up, and its next failure is the first of a row."""
        loop, failures = asyncio.get_running_loop(), 0
        while True:
            began_at, recovers = loop.time(), loop.call_later(self._steady, self._down.pop, name, None)
            try:
                await work()
                failures = 0
                self._down.pop(name, None)
            except Exception as error:  # noqa: BLE001 - whatever an edge dies of, the program goes on without it
                failures = 1 if loop.time() - began_at > self._steady else failures + 1
                self._down[name] = f"{type(error).__name__}: {error}"
                log.warning("edge failed; restarting", task=name, error=self._down[name], failures=failures)
            finally:
                recovers.cancel()
            await asyncio.sleep(self._pauses[min(failures, len(self._pauses)) - 1] if failures else 0)


async def _until_done(work: Work) -> None:
    await work()
