"""The directory's bodies, and the whole history of one: what it was told, when it answered, what failed."""

from __future__ import annotations

from aiohttp import web

from alertd.clock import day_there
from alertd.web.attention import face_of
from alertd.web.keys import CALLER, DESK
from alertd.web.rendering import page, see


async def everything(request: web.Request) -> web.StreamResponse:
    """All bodies, those that exist today first."""
    desk = request.app[DESK]
    today = day_there(desk.clock.now())
    bodies = sorted(desk.directory.bodies, key=lambda body: (not body.exists_on(today), body.name))
    return page(request, "bodies.html", bodies=bodies, today=today, contacts_of=desk.packer.contacts)


async def history(request: web.Request) -> web.StreamResponse:
    """One body over all dispatches."""
    desk, body = request.app[DESK], request.match_info["body"]
    view, trial = await desk.board.body(body), await desk.trials.latest(body)
    return page(request, "body.html", view=view, face_of=face_of, trial=trial, reaches=desk.trials.reaches(body))


async def try_addresses(request: web.Request) -> web.StreamResponse:
    """Ask this body's contacts whether they are there."""
    desk, body = request.app[DESK], request.match_info["body"]
    await desk.board.body(body)
    await desk.trials.begin(body, request[CALLER].name)
    return see(f"/bodies/{body}", "trial_begun")
