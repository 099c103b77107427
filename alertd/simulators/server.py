"""Serves a simulated provider on this machine and makes its calls fail as the script says."""

from __future__ import annotations

import asyncio
import contextlib
from abc import ABC, abstractmethod
from collections.abc import Coroutine
from typing import Any, Self

from aiohttp import ClientError, ClientSession, ClientTimeout, web

from alertd.clock import SystemClock
from alertd.errors import SetupError
from alertd.ports import Clock
from alertd.simulators.breaking import cut_short, drop, reset
from alertd.simulators.faults import Fault, FaultKind, Faults

_GARBLED = "<html><body>502 Bad Gateway</body></html>"
_PUSHES, _PUSH_PAUSE = 5, 0.2
"""How often a call on a hook is tried that was not taken, and how long between, in seconds."""


class Simulator(ABC):
    """One simulated provider. Subclasses answer calls; this class listens, breaks connections and calls hooks."""

    def __init__(self, *, clock: Clock | None = None, faults: Faults | None = None) -> None:
        self.clock = clock or SystemClock()
        self.faults = faults or Faults()
        self.url = ""
        """Where it listens, once started: what goes into `api_base`."""
        self._runner: web.ServerRunner | None = None
        self._site: web.TCPSite | None = None
        self._session: ClientSession | None = None
        self._server: web.Server | None = None
        self._tasks: set[asyncio.Task[object]] = set()
        self._is_unreachable = False

    @abstractmethod
    async def answer(self, request: web.BaseRequest) -> web.Response:
        """Carry out one call."""

    @abstractmethod
    def rate_limited(self, retry_after: int | None) -> web.Response:
        """The provider's 429."""

    @abstractmethod
    def broken(self, status: int) -> web.Response:
        """The provider's error of its own."""

    @abstractmethod
    async def target(self, request: web.BaseRequest) -> str:
        """The chat or number that a call is about."""

    async def start(self, port: int = 0, host: str = "127.0.0.1") -> None:
        """Listen; port 0 takes any free one. Raises SetupError where the port is taken."""
        self._server = web.Server(self._serve, access_log=None)
        self._runner = web.ServerRunner(self._server, shutdown_timeout=0.01)
        await self._runner.setup()
        await self._listen(host, port)
        self._session = ClientSession(timeout=ClientTimeout(total=10))
        bound = self._runner.addresses[0]
        self.url = f"http://{bound[0]}:{bound[1]}"

    async def stop(self) -> None:
        """Close everything, calls that hang included."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._runner is not None:
            await self._runner.cleanup()
        if self._session is not None:
            await self._session.close()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.stop()

    async def cut_off(self) -> None:
        """From now on nobody reaches it: open connections are reset, new ones refused."""
        self._is_unreachable = True
        if self._site is not None:
            await self._site.stop()
            self._site = None
        for connection in self._server.connections if self._server else ():
            reset(connection.transport)

    async def reconnect(self) -> None:
        """It can be reached again, at the same address."""
        host, _, port = self.url.removeprefix("http://").rpartition(":")
        self._is_unreachable = False
        await self._listen(host, int(port))

    def in_background(self, work: Coroutine[Any, Any, object]) -> None:
        """Do something besides; it ends with the simulator at the latest."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def settled(self) -> None:
        """Until everything that was to be done besides is done: messages on their way, calls on hooks."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def push(self, url: str, **options: Any) -> bool:
        """Call a hook, again while it is not taken, as providers do. Whether it was taken in the end."""
        return await self.ask(url, **options) is not None

    async def ask(self, url: str, **options: Any) -> str | None:
        """Call a hook as `push` does. What it answered; None where it did not take the call in the end."""
        for _ in range(_PUSHES):
            if self._session is None:
                return None
            with contextlib.suppress(ClientError, OSError, TimeoutError):
                async with self._session.post(url, **options) as response:
                    if response.status < 300:
                        return await response.text()
            await asyncio.sleep(_PUSH_PAUSE)
        return None

    async def _listen(self, host: str, port: int) -> None:
        if self._runner is not None:
            self._site = web.TCPSite(self._runner, host, port, backlog=1024, reuse_address=True)
            try:
                await self._site.start()
            except OSError as error:
                raise SetupError([f"{host}:{port} cannot be listened on: {error.strerror}"]) from None

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        if self._is_unreachable:
            return drop(request)
        if not self.faults.rules:
            return await self.answer(request)
        fault = self.faults.next_for(request.path.rpartition("/")[2], await self.target(request))
        if fault is None:
            return await self.answer(request)
        return self._failed_before(request, fault) if fault.does.is_before else await self._failed_after(request, fault)

    def _failed_before(self, request: web.BaseRequest, fault: Fault) -> web.StreamResponse:
        if fault.does is FaultKind.RATE:
            return self.rate_limited(fault.retry_after)
        if fault.does is FaultKind.ERROR:
            return self.broken(fault.status)
        if fault.does is FaultKind.REFUSE:
            self.in_background(self._cut_off_for(fault.seconds))
        return drop(request)

    async def _failed_after(self, request: web.BaseRequest, fault: Fault) -> web.StreamResponse:
        answer = await self.answer(request)
        if fault.does is FaultKind.GARBLE:
            return web.Response(text=_GARBLED, content_type="text/html")
        if fault.does is FaultKind.CUT:
            return await cut_short(request, answer)
        if fault.does is FaultKind.HANG:
            await asyncio.get_running_loop().create_future()
        await asyncio.sleep(fault.seconds)
        return answer

    async def _cut_off_for(self, seconds: float) -> None:
        await self.cut_off()
        await asyncio.sleep(seconds)
        await self.reconnect()
