"""What people sent beside words, handed to the officer's browser so that it can do no harm there."""

from __future__ import annotations

from urllib.parse import quote

from aiohttp import web

from alertd.web.keys import DESK, number_in
from alertd.web.rendering import SHOWN

POLICY = "default-src 'none'; sandbox"
UNNAMED = "tep"


async def show(request: web.Request) -> web.StreamResponse:
    """One attachment. Its type is the content's own, nothing in it runs, and what is no picture, sound or film is saved."""
    attachment, content = await request.app[DESK].board.attachment(number_in(request))
    is_shown = attachment.content_type in SHOWN
    name = quote(attachment.name or f"{UNNAMED}-{attachment.id}", safe="")
    return web.Response(
        body=content,
        content_type=attachment.content_type if is_shown else "application/octet-stream",
        headers={
            "Content-Disposition": f"{'inline' if is_shown else 'attachment'}; filename*=UTF-8''{name}",
            "Content-Security-Policy": POLICY,
            "Cross-Origin-Resource-Policy": "same-origin",
        },
    )


async def hand_over(request: web.Request) -> web.StreamResponse:
    """The same for a program; a handler of its own, since rights are looked up by handler."""
    return await show(request)
