"""How much memory a daemon holds while a nation's messages wait in its outbox, in a process of its own."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.bench.desks import open_desk
from tools.bench.messages import message
from tools.bench.stand_in import stand_in

QUEUED, SENDS_FOR = 100_000, 5.0
"""How many messages wait, and how many seconds it sends them before it is weighed."""


async def queued() -> Iterator[tuple[str, float, str]]:
    """`queued_100k_mb`: resident memory while it sends at 30 a second and the rest waits."""
    async with stand_in() as url:
        process = await asyncio.create_subprocess_exec(sys.executable, "-m", "tools.bench.remembering", url, stdout=asyncio.subprocess.PIPE)
        said, _ = await process.communicate()
    if process.returncode:
        raise SystemExit("the desk could not be weighed")
    return iter([("queued_100k_mb", float(said), "MB")])


async def _weigh(url: str) -> None:
    async with open_desk(url, 1, rate=30) as desk:
        for start in range(0, QUEUED, 1000):
            async with desk.store.transaction() as tx:
                await tx.outbox.add([message(n, "telegram") for n in range(start, start + 1000)])
        couriers = [asyncio.create_task(courier.run()) for courier in desk.couriers]
        await asyncio.sleep(SENDS_FOR)
        for task in couriers:
            task.cancel()
        await asyncio.gather(*couriers, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(_weigh(sys.argv[1]))
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS")))
