"""The first page: what waits for the officer, what is being followed, and whether the channels work."""

from __future__ import annotations

from aiohttp import web

from alertd.web.keys import DESK
from alertd.web.rendering import page


async def show(request: web.Request) -> web.StreamResponse:
    """Everything that needs a person, most pressing first."""
    overview = await request.app[DESK].board.overview()
    return page(request, "overview.html", overview=overview, channels=overview.channels)
