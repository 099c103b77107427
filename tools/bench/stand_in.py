"""A Telegram stand-in as a process of its own that answers at once, or after a given time."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

TOKEN = "123456:bench"  # noqa: S105 - opens nothing


@asynccontextmanager
async def stand_in(seconds: float = 0.0) -> AsyncIterator[str]:
    """Its address. With `seconds` it takes that long for each answer."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [
        sys.executable,
        "-c",
        "from alertd.cli import main; main()",
        "simulate",
        "telegram",
        "--lean",
        "--port",
        str(port),
        "--token",
        TOKEN,
    ]
    if seconds:
        command = [sys.executable, "-m", "tools.bench.provider", str(port), str(seconds)]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL)
    try:
        await _until_it_answers(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


async def _until_it_answers(port: int) -> None:
    for _ in range(200):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            await writer.wait_closed()
            return
    raise SystemExit("the stand-in does not answer")
