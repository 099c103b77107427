"""However many connect and say nothing, the others are served: there is a limit for all and one for each address."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from ipaddress import ip_network
from typing import cast

import pytest
import uvloop
from aiohttp import web

from alertd.web.listening import Door, talk_log

ASKING = b"GET / HTTP/1.1\r\nHost: alertd\r\n\r\n"


@asynccontextmanager
async def listening(at_most: int, proxies: tuple[str, ...] = (), idle_for: float = 75.0) -> AsyncIterator[int]:
    """A server with so many places; its port."""

    async def answer(request: web.BaseRequest) -> web.Response:
        if request.path == "/broken":
            raise LookupError
        if request.path == "/unread":
            return web.Response(status=400)
        return web.Response(text="có")

    runner = web.ServerRunner(web.Server(answer, access_log=None, logger=talk_log(), keepalive_timeout=idle_for))
    await runner.setup()
    assert runner.server is not None
    door = Door(runner.server, at_most, [ip_network(proxy) for proxy in proxies])
    server = await asyncio.get_running_loop().create_server(door, "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1]
    server.close()
    await runner.cleanup()


class Guest:
    """A connection from an address of this machine's many."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @classmethod
    async def comes(cls, stack: AsyncExitStack, port: int, address: str = "127.0.0.1") -> Guest:
        guest = cls(*await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0)))
        stack.callback(guest.writer.close)
        return guest

    async def asks(self, words: bytes = ASKING) -> int:
        """The status of the answer; the connection stays where there is a place for it."""
        self.writer.write(words)
        try:
            head = await self.reader.readuntil(b"\r\n\r\n")
        except ConnectionError:  # turned away while it asked
            return 503
        return int(head.split()[1])


async def test_one_address_gets_half_of_the_places_and_others_the_rest() -> None:
    async with listening(4) as port, AsyncExitStack() as stack:
        greedy = [await Guest.comes(stack, port) for _ in range(3)]
        assert [await guest.asks() for guest in greedy] == [200, 200, 503]
        assert await (await Guest.comes(stack, port, "127.0.0.9")).asks() == 200


class Line(asyncio.Transport):
    """A connection from any address that there is, as far as the door looks at it."""

    def __init__(self, peer: str) -> None:
        super().__init__({"peername": (peer, 50000, 0, 0)})
        self.is_turned_away = False

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        """Shown in."""

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Told to come again."""

    def close(self) -> None:
        self.is_turned_away = True


class Room(asyncio.Protocol):
    """In place of the server: whoever is shown in stays."""

    def __init__(self) -> None:
        self.connections: list[Room] = []
        self.peername: object = None

    def __call__(self) -> Room:
        place = Room()
        self.connections.append(place)
        return place

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.peername = transport.get_extra_info("peername")


def test_all_the_addresses_of_one_household_are_one_caller() -> None:
    door = Door(cast("web.Server", Room()), 4)
    lines = [Line(f"2001:db8:0:{where}") for where in ("1::1", "1::2", "1:9:9:9:9", "2::1")]
    for line in lines:
        door.show_in(line)
    assert [line.is_turned_away for line in lines] == [False, False, True, False]


def test_it_is_so_too_on_the_loop_that_the_daemon_runs_on() -> None:
    uvloop.run(test_one_address_gets_half_of_the_places_and_others_the_rest())


async def test_whoever_is_one_too_many_is_asked_to_come_again_and_may_once_another_has_gone() -> None:
    async with listening(2) as port, AsyncExitStack() as stack:
        first, second = [await Guest.comes(stack, port, f"127.0.0.{n}") for n in (1, 2)]
        assert [await first.asks(), await second.asks()] == [200, 200]
        third = await Guest.comes(stack, port, "127.0.0.3")
        assert b"Retry-After" in await third.reader.read()
        first.writer.close()
        statuses = []
        while 200 not in statuses:
            statuses.append(await (await Guest.comes(stack, port, "127.0.0.3")).asks())


async def test_behind_a_proxy_everybody_comes_from_its_address() -> None:
    async with listening(4, ("127.0.0.1",)) as port, AsyncExitStack() as stack:
        assert [await (await Guest.comes(stack, port)).asks() for _ in range(5)] == [200, 200, 200, 200, 503]


@pytest.mark.parametrize("said", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: alertd\r\nX-Slow: "])
async def test_whoever_never_comes_to_the_end_of_asking_loses_the_place(said: bytes) -> None:
    async with listening(4, idle_for=0.01) as port, AsyncExitStack() as stack:
        guest = await Guest.comes(stack, port)
        guest.writer.write(said)
        assert await guest.reader.read() == b""


async def test_what_is_no_http_is_turned_down_and_leaves_no_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    async with listening(8) as port, AsyncExitStack() as stack:
        assert await (await Guest.comes(stack, port)).asks(b"GET / HTTP/1.1\r\nX: \x00\r\n\r\n") == 400
        unpacked = b"POST /unread HTTP/1.1\r\nHost: alertd\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"
        guest = await Guest.comes(stack, port)
        assert await guest.asks(unpacked) == 400
        await guest.reader.read()
        assert not caplog.records
        assert await (await Guest.comes(stack, port)).asks(b"GET /broken HTTP/1.1\r\nHost: alertd\r\n\r\n") == 500
        assert len(caplog.records) == 1
