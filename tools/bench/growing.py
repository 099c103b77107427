"""How what one message costs grows with how many wait; not among the figures of `make bench`, since it takes minutes."""

from __future__ import annotations

import asyncio
import sys
import time

import uvloop

from alertd.model.notices import DeliveryState
from tools.bench.desks import open_desk
from tools.bench.messages import message
from tools.bench.stand_in import stand_in

SIZES = (1_000, 10_000, 100_000, 1_000_000)
WATCHED = 5_000
"""How many are sent while the rest waits."""


async def main(sizes: list[int]) -> None:
    """Queue so many and send the first of them; print for each what one message took of the clock and of the processor."""
    async with stand_in() as url:
        for size in sizes:
            async with open_desk(url, 1) as desk:
                began = time.process_time()
                for start in range(0, size, 1000):
                    async with desk.store.transaction() as tx:
                        await tx.outbox.add([message(n, "telegram") for n in range(start, start + 1000)])
                queued, queued_at = time.process_time(), time.perf_counter()
                couriers = [asyncio.create_task(courier.run()) for courier in desk.couriers]
                done = 0
                while done < min(size, WATCHED):  # it measures a rate, not an event
                    await asyncio.sleep(0.2)
                    async with desk.store.snapshot() as tx:
                        done = (await tx.outbox.counts("telegram", (DeliveryState.SENT,)))[DeliveryState.SENT]
                seconds, sent = time.perf_counter() - queued_at, time.process_time()
                for task in couriers:
                    task.cancel()
                await asyncio.gather(*couriers, return_exceptions=True)
            print(
                f"{size:,} messages, µs of the processor for each: queued {(queued - began) / size * 1e6:.0f}, "
                f"sent {(sent - queued) / done * 1e6:.0f}; {done / seconds:,.0f} a second",
                flush=True,
            )


if __name__ == "__main__":
    uvloop.run(main([int(word) for word in sys.argv[1:]] or list(SIZES)))
