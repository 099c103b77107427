"""The board of a dispatch, and answers that a person decides or records, for programs."""

from __future__ import annotations

from aiohttp import web

from alertd.web.api.asked import AskedAnswer, AskedFollowup, AskedMeaning, asked
from alertd.web.api.shown import shown_call, shown_dispatch, shown_reply, shown_row, stored
from alertd.web.intervening import Wish, carry_out
from alertd.web.keys import CALLER, DESK, number_in
from alertd.workflow.board.calls import calls_of


async def one(request: web.Request) -> web.StreamResponse:
    """Who has answered, who is silent, and how every message fared."""
    view = await request.app[DESK].board.dispatch(number_in(request))
    return web.json_response(shown_dispatch(view))


async def calls(request: web.Request) -> web.StreamResponse:
    """Who must be telephoned now, most needed first, and why."""
    desk = request.app[DESK]
    view = await desk.board.dispatch(number_in(request))
    found = calls_of(view.bodies, desk.packer.contacts)
    return web.json_response({"dispatch_id": view.dispatch.id, "calls": [shown_call(call) for call in found]})


async def record_answer(request: web.Request) -> web.StreamResponse:
    """Write down what somebody said on the telephone."""
    wish = await asked(request, AskedAnswer)
    body = request.match_info["body"]
    answers = request.app[DESK].answers
    reply = await answers.record(number_in(request), body, wish.meaning, wish.words, request[CALLER].name, wish.contact or None)
    return web.json_response(shown_reply(reply), status=201)


async def intervene(request: web.Request) -> web.StreamResponse:
    """Pause, resume, hurry or skip what would happen to a body by itself; the body as it then stands."""
    wish = await asked(request, AskedFollowup)
    desk, dispatch_id, body = request.app[DESK], number_in(request), request.match_info["body"]
    await carry_out(desk.interventions, dispatch_id, body, Wish(wish.do, wish.step, wish.reason, wish.minutes), request[CALLER].name)
    view = await desk.board.dispatch(dispatch_id)
    return web.json_response(next(shown_row(row) for row in view.bodies if row.body.id == body))


async def resolve(request: web.Request) -> web.StreamResponse:
    """Decide what an unclear reply meant."""
    wish = await asked(request, AskedMeaning)
    reply = await request.app[DESK].answers.resolve(number_in(request), wish.meaning, request[CALLER].name, wish.note)
    return web.json_response(shown_reply(reply))


async def take(request: web.Request) -> web.StreamResponse:
    """Take something that the desk was told: nobody else is asked any more."""
    alert = await request.app[DESK].duty.take(number_in(request), request[CALLER].name)
    return web.json_response({"id": alert.id, "about": alert.about, "taken_by": alert.taken_by, "taken_at": stored(alert.taken_at)})
