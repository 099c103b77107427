"""Whether a release would reach people: channels that are off, bodies and contacts that nobody can reach, who answered the check."""

from __future__ import annotations

from collections import Counter

from aiohttp import web

from alertd.web.keys import CALLER, DESK
from alertd.web.rendering import page, see


async def show(request: web.Request) -> web.StreamResponse:
    """What must be mended before the next storm."""
    desk = request.app[DESK]
    channels, report = await desk.board.channels(), await desk.readiness.report()
    return page(request, "readiness.html", channels=channels, report=report, next_at=desk.selfcheck.next_at)


async def confirm_check(request: web.Request) -> web.StreamResponse:
    """The first of two steps to a self-check by hand: whom it would ask."""
    callings = request.app[DESK].selfcheck.callings()
    messages = Counter(way.channel.traits.label for calling in callings for way in calling.ways if way.channel)
    bodies = {calling.contact.body for calling in callings}
    return page(request, "check.html", bodies=len(bodies), people=len(callings), messages=messages)


async def begin_check(request: web.Request) -> web.StreamResponse:
    """The second step."""
    await request.app[DESK].selfcheck.begin(request[CALLER].name)
    return see("/readiness", "check_begun")
