"""What the releases of a season came to, for programs."""

from __future__ import annotations

from aiohttp import web

from alertd.web.api.shown import shown_statistics
from alertd.web.seasons import asked_statistics


async def show(request: web.Request) -> web.StreamResponse:
    """Figures for all and for each body."""
    return web.json_response(shown_statistics(await asked_statistics(request)))
