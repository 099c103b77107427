"""Calls a hook as a provider does, from a process of its own: `python -m tools.bench.calling URL SECRET FILE AT_ONCE`."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles

import aiohttp
import uvloop


async def main(url: str, secret: str, bodies: Sequence[str], at_once: int) -> None:
    """Post each of the bodies; print calls a second and the 99th hundredth of the times in ms."""
    headers = {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": secret}
    gate, times = asyncio.Semaphore(at_once), []
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=at_once)) as session:

        async def call(body: str) -> None:
            async with gate:
                began = time.perf_counter()
                async with session.post(url, data=body.encode(), headers=headers) as answer:
                    if answer.status != 200:
                        raise SystemExit(f"the hook answered {answer.status}: {await answer.text()}")
                times.append(time.perf_counter() - began)

        began = time.perf_counter()
        await asyncio.gather(*(call(body) for body in bodies))
        seconds = time.perf_counter() - began
    print(json.dumps({"per_s": len(bodies) / seconds, "p99_ms": quantiles(times, n=100)[98] * 1000}))


if __name__ == "__main__":
    uvloop.run(main(sys.argv[1], sys.argv[2], Path(sys.argv[3]).read_text(encoding="utf-8").splitlines(), int(sys.argv[4])))
