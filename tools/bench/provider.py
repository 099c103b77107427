"""A provider that takes its time, in a process of its own: `python -m tools.bench.provider PORT SECONDS`."""

from __future__ import annotations

import asyncio
import sys
from itertools import count

import uvloop
from aiohttp import web


async def main(port: int, seconds: float) -> None:
    """Say yes to everything after so many seconds, for ever."""
    numbers = count(1)

    async def answer(request: web.BaseRequest) -> web.Response:
        await request.read()
        await asyncio.sleep(seconds)
        result = f'"message_id": {next(numbers)}, "chat": {{"id": 1}}, "id": 1, "is_bot": true, "first_name": "b", "username": "b_bot"'
        return web.Response(body=f'{{"ok": true, "result": {{{result}}}}}'.encode(), content_type="application/json")

    runner = web.ServerRunner(web.Server(answer))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port, backlog=1024).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    uvloop.run(main(int(sys.argv[1]), float(sys.argv[2])))
