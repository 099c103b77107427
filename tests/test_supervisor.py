"""Core tasks that die stop the program by name; edges that die are restarted and shown as down."""

from __future__ import annotations

import asyncio

import pytest

from alertd.logs import _FIELDS
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


async def test_an_edge_that_works_again_is_down_no_more() -> None:
    supervisor = Supervisor(pauses=(0.0,), steady=0.0)
    tries: list[str] = []

    async def away_for_a_moment() -> None:
        tries.append("tried")
        if len(tries) == 1:
            raise OSError("provider away")
        await asyncio.Event().wait()

    supervisor.edge("listener", away_for_a_moment)
    while len(tries) < 2 or supervisor.down:  # noqa: ASYNC110 - nothing rings when an edge comes back
        await asyncio.sleep(0)
    assert supervisor.down == {}
    await supervisor.stop()


async def test_a_failure_after_long_work_is_the_first_of_a_row(caplog: pytest.LogCaptureFixture) -> None:
    supervisor = Supervisor(pauses=(0.0,), steady=-1.0)
    tries: list[str] = []

    async def fails_now_and_then() -> None:
        tries.append("tried")
        if len(tries) == 4:
            await asyncio.Event().wait()
        raise OSError("provider away")

    supervisor.edge("listener", fails_now_and_then)
    while len(tries) < 4:  # noqa: ASYNC110 - nothing rings when an edge is restarted
        await asyncio.sleep(0)
    await supervisor.stop()
    assert [getattr(record, _FIELDS)["failures"] for record in caplog.records] == [1, 1, 1]
