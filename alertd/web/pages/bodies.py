"""The directory's bodies, and one with its whole history: who answers for it, what it was told, when it answered, what failed."""

from __future__ import annotations

from aiohttp import web

from alertd.clock import day_there
from alertd.web.attention import face_of
from alertd.web.choosing import bears
from alertd.web.keys import CALLER, DESK, FORM
from alertd.web.rendering import page, see
from alertd.workflow.days import read_day


async def everything(request: web.Request) -> web.StreamResponse:
    """All bodies, those that exist today first; `?find=cao loc` for those of that name."""
    desk = request.app[DESK]
    today = day_there(desk.clock.now())
    sought = request.query.get("find", "").strip()
    bodies = sorted(
        (each for each in desk.directory.bodies if bears(each, sought)), key=lambda body: (not body.exists_on(today), body.name)
    )
    return page(request, "bodies.html", bodies=bodies, sought=sought, today=today, contacts_of=desk.packer.contacts)


async def history(request: web.Request) -> web.StreamResponse:
    """One body over all dispatches."""
    desk, body = request.app[DESK], request.match_info["body"]
    return page(
        request,
        "body.html",
        view=await desk.board.body(body),
        face_of=face_of,
        trial=await desk.trials.latest(body),
        reaches=desk.trials.reaches(body),
        away=await desk.leave.of_body(body),
        today=day_there(desk.clock.now()),
    )


async def try_addresses(request: web.Request) -> web.StreamResponse:
    """Ask this body's contacts whether they are there."""
    desk, body = request.app[DESK], request.match_info["body"]
    await desk.board.body(body)
    await desk.trials.begin(body, request[CALLER].name)
    return see(f"/bodies/{body}", "trial_begun")


async def enter_absence(request: web.Request) -> web.StreamResponse:
    """One of the body's contacts is away."""
    desk, form = request.app[DESK], request[FORM]
    first, last = read_day(form.text("first")), read_day(form.text("last"))
    await desk.leave.enter(form.text("contact"), first, last, form.text("note"), request[CALLER].name)
    return see(f"/bodies/{request.match_info['body']}", "away")


async def end_absence(request: web.Request) -> web.StreamResponse:
    """The contact is back."""
    form = request[FORM]
    await request.app[DESK].leave.end(form.number("absence") or 0, request[CALLER].name)
    return see(f"/bodies/{request.match_info['body']}", "back")
