"""What goes on behind a step has come to its end when the step has, well or ill."""

from __future__ import annotations

import asyncio

import pytest

from alertd.workflow.dispatch.meanwhile import Meanwhile


class Broken(Exception):
    """What was begun has failed."""


async def add(log: list[str], what: str, gate: asyncio.Event) -> None:
    log.append(f"{what} begun")
    try:
        await gate.wait()
    finally:
        log.append(f"{what} ended")


async def test_one_thing_goes_on_behind_and_the_next_waits_for_it() -> None:
    log: list[str] = []
    first, second = asyncio.Event(), asyncio.Event()
    async with Meanwhile() as written:
        await written.begin(add(log, "first", first))
        log.append("next made ready")
        first.set()
        await written.begin(add(log, "second", second))
        second.set()
    assert log == ["first begun", "next made ready", "first ended", "second begun", "second ended"]


async def test_a_step_that_fails_calls_off_what_went_on_behind_it() -> None:
    log: list[str] = []

    async def step() -> None:
        async with Meanwhile() as written:
            await written.begin(add(log, "first", asyncio.Event()))
            raise Broken

    with pytest.raises(Broken):
        await step()
    assert log == ["first begun", "first ended"]


async def test_what_fails_behind_a_step_fails_the_step() -> None:
    async def fail() -> None:
        raise Broken

    async def step() -> None:
        async with Meanwhile() as written:
            await written.begin(fail())

    with pytest.raises(Broken):
        await step()


async def test_a_step_that_is_cancelled_leaves_nothing_going_on() -> None:
    log: list[str] = []
    has_begun = asyncio.Event()

    async def step() -> None:
        async with Meanwhile() as written:
            await written.begin(add(log, "first", asyncio.Event()))
            has_begun.set()
            await written.done()

    task = asyncio.create_task(step())
    await has_begun.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert log == ["first begun", "first ended"]
