"""People answer at the very moment at which they are to be reminded."""

from __future__ import annotations

import random

from tools.torture.plan import Plan
from tools.torture.site import Site

LADDER = '[{ after = "1s", does = "remind" }, { after = "2s", does = "remind" }, { after = "3s", does = "remind" }]'
LAST_ANSWER = 3.5
"""Seconds after the order: the last answers come when nobody is reminded any more."""


async def race_with_reminders(place: Site, plan: Plan) -> None:
    """Everybody answers at an instant of its own between the order and the last reminder; none is begun after an answer is kept."""
    chance = random.Random(plan.seed)  # noqa: S311 - chooses instants, guards nothing
    place.telephones.take(0.05)
    place.telephones.answer(lambda: chance.uniform(0, LAST_ANSWER))
    life = await place.begin(ALERTD_FOLLOWUPS__LADDERS__HOA_TOC=LADDER)
    for _ in range(plan.rounds):
        await place.orders_everybody(life)
        await place.telephones.have_answered(len(place.orders) * place.size)
        await place.settled()
