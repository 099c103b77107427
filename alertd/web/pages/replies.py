"""What people answered, and deciding what an unclear answer meant."""

from __future__ import annotations

from aiohttp import web

from alertd.model.replies import ReplyState
from alertd.web.forms import Form
from alertd.web.keys import CALLER, DESK, FORM, number_in
from alertd.web.pages.dispatches import meaning_in
from alertd.web.rendering import page, see


async def everything(request: web.Request) -> web.StreamResponse:
    """What waits for a person, and the latest answers that do not, word for word."""
    board = request.app[DESK].board
    settled = await board.replies(ReplyState.SETTLED, limit=200)
    return page(request, "replies.html", settled=settled, overview=await board.overview())


async def resolve(request: web.Request) -> web.StreamResponse:
    """A person decides; the form says on which page it stood."""
    form = request[FORM]
    meaning = meaning_in(form.text("meaning"))
    answers, by = request.app[DESK].answers, request[CALLER].name
    await answers.resolve(number_in(request), meaning, by, form.text("note"), only_waiting=True)
    return see(_origin(form), "resolved")


def _origin(form: Form) -> str:
    dispatch = form.text("dispatch")
    if form.text("from") == "dispatch" and dispatch.isdecimal():
        return f"/dispatches/{dispatch}"
    return "/" if form.text("from") == "overview" else "/replies"
