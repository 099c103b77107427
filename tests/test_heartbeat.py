"""Somebody outside is told that alertd works as long as it does, and by nobody else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from alertd.heartbeat import Heart, Unheard

OFTEN = timedelta(milliseconds=1)


class Switch:
    """A dead man's switch: what it was told, and how it answers."""

    def __init__(self) -> None:
        self.beats: asyncio.Queue[str] = asyncio.Queue()
        self.status = 200
        app = web.Application()
        app.router.add_get("/{word}", self._hear)
        self.server = TestServer(app)

    @property
    def address(self) -> str:
        return str(self.server.make_url("/secret-word"))

    async def _hear(self, request: web.Request) -> web.Response:
        self.beats.put_nowait(request.path)
        return web.Response(status=self.status, headers={"Location": "/elsewhere"})


@asynccontextmanager
async def switched() -> AsyncIterator[Switch]:
    """A switch that can be called."""
    made = Switch()
    await made.server.start_server()
    yield made
    await made.server.close()


@pytest.fixture
async def switch() -> AsyncIterator[Switch]:
    async with switched() as made:
        yield made


class Desk:
    """What ails it, and how often it was asked."""

    def __init__(self, wrong: str | None = None) -> None:
        self.wrong = wrong
        self.asked: asyncio.Queue[None] = asyncio.Queue()

    async def ails(self) -> str | None:
        self.asked.put_nowait(None)
        return self.wrong


async def test_as_long_as_all_works_the_switch_hears_of_it_again_and_again(switch: Switch) -> None:
    beating = asyncio.ensure_future(Heart(switch.address, OFTEN, Desk().ails, is_mine=lambda: True).run())
    for _ in range(3):
        assert await switch.beats.get() == "/secret-word"
    beating.cancel()


async def test_a_desk_that_ails_is_silent_until_it_works_again(switch: Switch) -> None:
    desk = Desk("the disk is full")
    beating = asyncio.ensure_future(Heart(switch.address, OFTEN, desk.ails, is_mine=lambda: True).run())
    for _ in range(3):
        await desk.asked.get()
    assert switch.beats.empty()
    desk.wrong = None
    await switch.beats.get()
    beating.cancel()


async def test_of_several_processes_only_the_one_that_leads_tells(switch: Switch) -> None:
    asked: asyncio.Queue[None] = asyncio.Queue()

    def is_mine() -> bool:
        asked.put_nowait(None)
        return asked.qsize() > 3

    beating = asyncio.ensure_future(Heart(switch.address, OFTEN, Desk().ails, is_mine=is_mine).run())
    await switch.beats.get()
    assert asked.qsize() > 3
    beating.cancel()


@pytest.mark.parametrize("status", [302, 404, 500])
async def test_a_switch_that_does_not_hear_is_a_failure_that_names_no_address(switch: Switch, status: int) -> None:
    switch.status = status
    with pytest.raises(Unheard, match=f"^HTTP {status}$"):
        await Heart(switch.address, OFTEN, Desk().ails, is_mine=lambda: True).run()


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/secret-word", "secret-word", "http://"])
async def test_an_address_where_nobody_answers_is_not_named_either(address: str) -> None:
    with pytest.raises(Unheard) as raised:
        await Heart(address, OFTEN, Desk().ails, is_mine=lambda: True).run()
    assert "secret" not in str(raised.value)
