"""How long the daemon takes from nothing to an open desk, in a process of its own."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator
from statistics import median

RUNS = 5
PROGRAM = """
import asyncio, sys
from alertd.app import build
from alertd.clock import SystemClock
from alertd.config import Database, load_settings

async def main():
    settings = load_settings().model_copy(update={"database": Database(url=f"sqlite:///{sys.argv[1]}/start.db")})
    await (await build(settings, SystemClock())).store.close()

asyncio.run(main())
"""


async def start() -> Iterator[tuple[str, float, str]]:
    """`start_s`: interpreter, imports, configuration, directory, templates and database; the median of five."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(RUNS):
            began = time.perf_counter()
            process = await asyncio.create_subprocess_exec(sys.executable, "-c", PROGRAM, folder)
            if await process.wait():
                raise SystemExit("the desk does not open")
            times.append(time.perf_counter() - began)
    return iter([("start_s", median(times), "s")])
