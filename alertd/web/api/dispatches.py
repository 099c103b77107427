"""The board of a dispatch, and answers that a person decides or records, for programs."""

from __future__ import annotations

from aiohttp import web

from alertd.web.api.asked import AskedAnswer, AskedMeaning, asked
from alertd.web.api.shown import shown_dispatch, shown_reply
from alertd.web.keys import CALLER, DESK, number_in


async def one(request: web.Request) -> web.StreamResponse:
    """Who has answered, who is silent, and how every message fared."""
    view = await request.app[DESK].board.dispatch(number_in(request))
    return web.json_response(shown_dispatch(view))


async def record_answer(request: web.Request) -> web.StreamResponse:
    """Write down what somebody said on the telephone."""
    wish = await asked(request, AskedAnswer)
    body = request.match_info["body"]
    answers = request.app[DESK].answers
    reply = await answers.record(number_in(request), body, wish.meaning, wish.words, request[CALLER].name, wish.contact)
    return web.json_response(shown_reply(reply), status=201)


async def resolve(request: web.Request) -> web.StreamResponse:
    """Decide what an unclear reply meant."""
    wish = await asked(request, AskedMeaning)
    reply = await request.app[DESK].answers.resolve(number_in(request), wish.meaning, request[CALLER].name, wish.note)
    return web.json_response(shown_reply(reply))
