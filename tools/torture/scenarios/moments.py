"""Time itself goes wrong: a worker stands still and goes on, the clock is set forward and back."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from tools.torture.plan import Plan
from tools.torture.shifted import COMMAND, OFFSET
from tools.torture.site import Site

ANSWERS_AFTER = 0.05
PAST_THE_LEASE = 5.0
"""Seconds, longer than a claim lasts."""
SHIFTS = (timedelta(hours=3), timedelta(hours=-5), timedelta(hours=2))


async def stands_still(place: Site, plan: Plan) -> None:
    """A worker is frozen for longer than its claims last, and thawed; where there can be a second one, that one takes over meanwhile."""
    place.telephones.take(ANSWERS_AFTER)
    first = await place.begin()
    if place.database.server is not None:
        await place.begin(role="worker")
    for _ in range(plan.rounds):
        await place.orders_everybody(first)
        await asyncio.sleep(plan.pause(0.5))
        place.kills += 1
        first.freeze()
        await asyncio.sleep(plan.pause(PAST_THE_LEASE))
        first.thaw()
        await place.settled()


async def jumps(place: Site, plan: Plan) -> None:
    """Somebody sets the machine's clock while messages are on their way."""
    place.telephones.take(ANSWERS_AFTER)
    life = await place.begin(command=COMMAND, **{OFFSET: str(place.folder / "offset")})
    shift = timedelta()
    for change in SHIFTS:
        await place.orders_everybody(life)
        await asyncio.sleep(plan.pause(0.5))
        place.kills += 1
        shift += change
        (place.folder / "offset").write_text(str(shift.total_seconds()), encoding="ascii")
        await place.settled()
