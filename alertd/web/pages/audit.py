"""The audit trail as officers read it."""

from __future__ import annotations

from aiohttp import web

from alertd.web.keys import DESK
from alertd.web.rendering import page


async def show(request: web.Request) -> web.StreamResponse:
    """The latest entries; `?subject=document/12` for one thing."""
    subject = request.query.get("subject") or None
    entries = await request.app[DESK].board.audit(300, subject)
    return page(request, "audit.html", entries=entries, subject=subject)
