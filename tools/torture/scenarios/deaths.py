"""The daemon dies, at random instants and at each step that has a name, while an order goes out to everybody and is answered."""

from __future__ import annotations

import asyncio
import random

from alertd.failpoints import Step
from tools.torture.plan import Plan
from tools.torture.site import Site

LIVES_FOR = 1.5
"""Seconds at most from ready to dead."""
ANSWERS_AFTER = 0.05
"""Seconds that the provider takes for its yes: so much of a message's way is exposed."""
QUICK_LADDER = '[{ after = "1s", does = "remind" }, { after = "2s", does = "remind" }, { after = "3s", does = "remind" }]'


async def at_random(place: Site, plan: Plan) -> None:
    """Killed again and again; a new order goes out whenever the last one has been delivered."""
    chance = random.Random(plan.seed)  # noqa: S311 - chooses instants, guards nothing
    place.telephones.take(ANSWERS_AFTER)
    place.telephones.answer()
    for _ in range(plan.kills):
        life = await place.begin()
        if not any(await place.reader.unfinished()):
            await place.orders_everybody(life)
        await asyncio.sleep(chance.uniform(0, LIVES_FOR))
        await place.kill(life)
    await place.begin()
    await place.settled()


async def at_each_step(place: Site, plan: Plan) -> None:
    """Killed at each named step, the first time that it is reached and a later time."""
    place.telephones.take(ANSWERS_AFTER)
    for step in Step:
        for times in plan.times:
            await _dies_at(place, step, times)
            await place.begin()
            await place.settled()
            await place.lives[-1].stop()


async def _dies_at(place: Site, step: Step, times: int) -> None:
    """One life that ends there."""
    if step in (Step.TAKING_IN, Step.UNDERSTANDING):
        place.telephones.answer()
    else:
        place.telephones.fall_silent()
    ladder = {"ALERTD_FOLLOWUPS__LADDERS__HOA_TOC": QUICK_LADDER} if step is Step.FOLLOWING_UP else {}
    number = times if step not in (Step.RELEASING, Step.TAKING_IN, Step.UNDERSTANDING) else 1
    life = await place.begin(failpoint=f"{step}:{number}", **ladder)
    document = await place.submit(life)
    released = asyncio.create_task(place.release(life, document))
    if not await life.ended():
        place.fell += 1
    place.kills += 1
    await asyncio.gather(released, return_exceptions=True)
    if released.exception() is not None:  # it died before it could answer: whoever asked asks again
        life = await place.begin()
        await place.release(life, document)
        await life.stop()
