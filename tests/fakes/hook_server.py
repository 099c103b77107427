"""A server of ours that providers call: it keeps every call as the channels get to see it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from aiohttp import web

from alertd.ports import HookRequest


class HookServer:
    """Listens on this machine and answers every call with 200."""

    def __init__(self) -> None:
        self.calls: asyncio.Queue[HookRequest] = asyncio.Queue()
        self.url = ""
        self.answer: Callable[[HookRequest], str] = lambda _call: ""
        """What a call is answered."""
        self._runner = web.ServerRunner(web.Server(self._take, access_log=None))

    async def __aenter__(self) -> HookServer:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0]
        self.url = f"http://{host}:{port}"
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self._runner.cleanup()

    async def _take(self, request: web.BaseRequest) -> web.Response:
        body = await request.read()
        form = {key: str(value) for key, value in (await request.post()).items()}
        what = request.path.rpartition("/")[2]
        call = HookRequest(request.path_qs, what if what in {"sms", "status", "voice"} else "", dict(request.headers), body, form)
        await self.calls.put(call)
        return web.Response(text=self.answer(call))
