"""Core tasks that die stop the program by name; edges that die are restarted and shown as down."""

from __future__ import annotations

import asyncio

import pytest

from alertd.supervisor import CoreTaskDied, Supervisor


async def test_a_core_task_that_dies_stops_the_program_by_name_with_its_cause() -> None:
    supervisor = Supervisor()

    async def dies() -> None:
        raise ValueError("disk")

    async def lives() -> None:
        await asyncio.Event().wait()

    supervisor.core("outbox", dies)
    supervisor.core("inbox", lives)
    with pytest.raises(CoreTaskDied, match="outbox") as caught:
        await supervisor.wait()
    assert isinstance(caught.value.__cause__, ValueError)
    await supervisor.stop()


async def test_an_edge_that_dies_is_shown_as_down_and_disturbs_nobody() -> None:
    supervisor = Supervisor()
    tried = asyncio.Event()

    async def away() -> None:
        tried.set()
        raise OSError("provider away")

    supervisor.edge("listener", away)
    await tried.wait()
    while not supervisor.down:  # noqa: ASYNC110 - nothing rings when an edge goes down
        await asyncio.sleep(0)
    assert supervisor.down == {"listener": "OSError: provider away"}
    await supervisor.stop()
