"""What people answered, and deciding what an unclear answer meant."""

from __future__ import annotations

from aiohttp import web

from alertd.model.replies import ReplyState
from alertd.web.attention import pressing_first
from alertd.web.forms import Form
from alertd.web.keys import CALLER, DESK, FORM, number_in
from alertd.web.pages.dispatches import meaning_in
from alertd.web.rendering import page, see


async def everything(request: web.Request) -> web.StreamResponse:
    """The latest answers, word for word."""
    replies = await request.app[DESK].board.replies(200)
    open_ones = [card for card in replies if card.reply.state is ReplyState.OPEN]
    return page(request, "replies.html", replies=replies, open_ones=pressing_first(open_ones))


async def resolve(request: web.Request) -> web.StreamResponse:
    """A person decides; the form says on which page it stood."""
    form = request[FORM]
    meaning = meaning_in(form.text("meaning"))
    await request.app[DESK].answers.resolve(number_in(request), meaning, request[CALLER].name, form.text("note"))
    return see(_origin(form), "resolved")


def _origin(form: Form) -> str:
    dispatch = form.text("dispatch")
    if form.text("from") == "dispatch" and dispatch.isdecimal():
        return f"/dispatches/{dispatch}"
    return "/" if form.text("from") == "overview" else "/replies"
