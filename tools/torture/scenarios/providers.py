"""The provider and the line to it fail in every way that is known of, one after another, while orders go out."""

from __future__ import annotations

import asyncio

from alertd.simulators.faults import Fault
from alertd.simulators.faults import FaultKind as K
from tools.torture.plan import Plan
from tools.torture.proxy import Proxy, Wire
from tools.torture.site import CONCURRENCY, Site

LASTS = 3.0
"""Seconds that each misfortune lasts."""
TIMEOUTS = 2
"""So many times within one misfortune can everything that is under way run into the time that an answer may take."""


def _faults(number: int) -> tuple[Fault, ...]:
    """The faults of the provider itself; each befalls `number` messages at most, so that they can be counted."""
    return (
        Fault(K.REFUSE, method="sendMessage", seconds=LASTS / 2),
        *(Fault(kind, number, method="sendMessage") for kind in (K.RESET, K.RATE, K.HANG, K.CUT, K.GARBLE)),
        *(Fault(K.ERROR, number, method="sendMessage", status=status) for status in (500, 502)),
        *(Fault(K.SLOW, number, method="sendMessage", seconds=seconds) for seconds in (1.0, 2.5)),
        Fault(K.RATE, number, method="sendMessage", retry_after=1),
    )


async def by_script(place: Site, plan: Plan) -> None:
    """The provider answers wrongly, late, by halves or not at all."""
    life = await place.begin()
    for fault in _faults(CONCURRENCY):
        place.kills += 1
        place.telephones.fail(fault)
        await place.orders_everybody(life)
        await asyncio.sleep(plan.pause(LASTS))
    place.telephones.fail()
    await place.settled()


async def by_wire(place: Site, plan: Plan) -> None:
    """The line to the provider fails."""
    async with Proxy(place.telephones.simulator.url.removeprefix("http://")) as proxy:
        life = await place.begin(ALERTD_SENDERS__TELEGRAM__API_BASE=f"http://127.0.0.1:{proxy.port}")
        for wire in (each for each in Wire if each is not Wire.SOUND):
            await place.orders_everybody(life)
            place.kills += TIMEOUTS
            await proxy.turn(wire)
            await asyncio.sleep(plan.pause(LASTS))
            await proxy.turn(Wire.SOUND)
        await place.settled()
        await life.stop()
