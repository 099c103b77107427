"""Whether a release would reach people: channels that are off, bodies and contacts that nobody can reach."""

from __future__ import annotations

from aiohttp import web

from alertd.web.keys import DESK
from alertd.web.rendering import page


async def show(request: web.Request) -> web.StreamResponse:
    """What must be mended before the next storm."""
    desk = request.app[DESK]
    overview = await desk.board.overview()
    return page(request, "readiness.html", channels=overview.channels, report=await desk.readiness.report())
