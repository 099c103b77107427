"""The database dies and comes back, cannot be reached, or has no room left, while an order goes out."""

from __future__ import annotations

import asyncio
import resource
from pathlib import Path

from tools.torture.plan import Plan
from tools.torture.proxy import Proxy, Wire
from tools.torture.site import Site

AWAY = 3.0
"""Seconds that the database is away."""
ANSWERS_AFTER = 0.05
PAST_THE_LEASE = 5.0
"""Seconds, longer than a claim lasts."""


async def dies(place: Site, plan: Plan) -> None:
    """PostgreSQL is stopped as a crash would stop it, and started again."""
    server = place.database.server
    assert server is not None  # noqa: S101 - the scenario is run on PostgreSQL alone
    place.telephones.take(ANSWERS_AFTER)
    await place.begin()
    for _ in range(plan.rounds):
        await place.orders_everybody(await place.keep_alive())
        await asyncio.sleep(plan.pause(1.0))
        place.kills += 1
        await asyncio.to_thread(server.stop)
        await asyncio.sleep(plan.pause(AWAY))
        await asyncio.to_thread(server.start)
        await place.settled()


async def is_full(place: Site, plan: Plan) -> None:
    """No file may grow any more, for a while; whoever runs the machine then makes room."""
    place.telephones.take(ANSWERS_AFTER)
    await place.begin()
    for _ in range(plan.rounds):
        life = await place.keep_alive()
        await place.orders_everybody(life)
        place.kills += 1
        resource.prlimit(life.pid, resource.RLIMIT_FSIZE, (_largest(place.folder), resource.RLIM_INFINITY))
        await asyncio.sleep(plan.pause(AWAY))
        if not life.is_over:
            resource.prlimit(life.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        await place.settled()


async def is_partitioned(place: Site, plan: Plan) -> None:
    """Two workers share the work; now the one, now the other loses the database for longer than a claim lasts."""
    address = place.database.url.rpartition("@")[2].partition("/")[0]
    place.telephones.take(ANSWERS_AFTER)
    async with Proxy(address) as left, Proxy(address) as right:
        urls = [place.database.url.replace(address, f"127.0.0.1:{proxy.port}") for proxy in (left, right)]
        await place.begin(role="worker", ALERTD_DATABASE__URL=urls[0])
        life = await place.begin(ALERTD_DATABASE__URL=urls[1])
        await place.orders_everybody(life)
        for proxy, wire in ((left, Wire.BLACKHOLE), (right, Wire.BLACKHOLE), (left, Wire.REFUSED)):
            place.kills += 1
            await proxy.turn(wire)
            await asyncio.sleep(plan.pause(PAST_THE_LEASE))
            await proxy.turn(Wire.SOUND)
        await place.settled()
        for each in place.lives:
            await each.stop()


def _largest(folder: Path) -> int:
    """The size of the database's largest file: beyond it nothing may grow."""
    return max(path.stat().st_size for path in folder.glob("alertd.db*"))
