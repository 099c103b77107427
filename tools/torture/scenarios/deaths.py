"""The daemon dies, at random instants and at each step that has a name, while an order goes out to everybody and is answered."""

from __future__ import annotations

import asyncio
import contextlib
import random

import aiohttp

from alertd.failpoints import Step
from tools.torture.plan import Plan
from tools.torture.site import Site

LIVES_FOR = 1.5
"""Seconds at most from ready to dead."""
ANSWERS_AFTER = 0.05
"""Seconds that the provider takes for its yes: so much of a message's way is exposed."""
STUMBLES = 0.25
"""In how many lives the provider stumbles: one that does is tried with a message at a time, and a death then interrupts little."""
ONCE = frozenset({Step.RELEASING, Step.TAKING_IN, Step.UNDERSTANDING})
"""What one order need not reach more than once."""
QUICK_LADDER = '[{ after = "1s", does = "remind" }, { after = "2s", does = "remind" }, { after = "3s", does = "remind" }]'


async def at_random(place: Site, plan: Plan) -> None:
    """Killed again and again, while the provider now and then stumbles; a new order goes out whenever the last one has been delivered."""
    chance = random.Random(plan.seed)  # noqa: S311 - chooses instants, guards nothing
    place.telephones.answer()
    for _ in range(plan.kills):
        if chance.random() < STUMBLES:
            place.telephones.stumble(ANSWERS_AFTER)
        else:
            place.telephones.take(ANSWERS_AFTER)
        life = await place.begin()
        if not (await place.reader.progress()).left:
            await place.orders_everybody(life)
        await asyncio.sleep(chance.uniform(0, LIVES_FOR))
        await place.kill(life)
    await place.begin()
    await place.settled()


async def at_each_step(place: Site, plan: Plan) -> None:
    """Killed at each named step, the first time that it is reached and a later time; each life has to clear up after the one before."""
    place.telephones.take(ANSWERS_AFTER)
    for step in plan.steps:
        for times in plan.times:
            await _dies_at(place, step, 1 if step in ONCE else times)
    life = await place.begin()
    await place.release_waiting(life)
    await place.settled()


async def _dies_at(place: Site, step: Step, times: int) -> None:
    """One life that ends there, whatever it was about to do."""
    if step in (Step.TAKING_IN, Step.UNDERSTANDING):
        place.telephones.answer()
    else:
        place.telephones.fall_silent()
    ladder = {"ALERTD_FOLLOWUPS__LADDERS__HOA_TOC": QUICK_LADDER} if step is Step.FOLLOWING_UP else {}
    life = await place.begin(failpoint=f"{step}:{times}", **ladder)
    with contextlib.suppress(aiohttp.ClientError):
        await place.orders_everybody(life)
    await life.ended()
    await place.kill(life)
