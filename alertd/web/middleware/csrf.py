"""Takes a form only from our own pages: each carries a word that other sites cannot know."""

from __future__ import annotations

import hmac

from aiohttp import web

from alertd.errors import Forbidden
from alertd.web.contents import WORDS_WITHIN
from alertd.web.forms import read_form
from alertd.web.keys import CALLER, DESK, FORM, route_of
from alertd.web.routing import Handler, Kind

FIELD = "csrf"
SIGN_IN_COOKIE = "alertd_sign_in"
"""Holds the word of the sign-in form, before there is a session to hold it."""
STRANGERS_AT_MOST = 16 * 1024
BESIDE_THE_FILE = 256 * 1024


@web.middleware
async def refuse_forged_forms(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Read the form of every page's POST once, check its word, and keep it for the handler."""
    route = route_of(request)
    if route is None or route.kind is not Kind.PAGE or request.method != "POST":
        return await handler(request)
    caller = request.get(CALLER)
    if caller:
        form = await read_form(request, request.app[DESK].settings.intake.max_bytes + BESIDE_THE_FILE)
    else:
        form = await read_form(request, STRANGERS_AT_MOST, WORDS_WITHIN)
    expected = caller.csrf if caller else request.cookies.get(SIGN_IN_COOKIE, "")
    if not expected or not is_same(form.text(FIELD), expected):
        raise Forbidden("csrf", "Biểu mẫu đã hết hạn hoặc không xuất phát từ trang này. Hãy mở lại trang rồi gửi lại.")
    request[FORM] = form
    return await handler(request)


def is_same(given: str, expected: str) -> bool:
    """Whether somebody gave the word that was expected, compared in the same time however much of it is right."""
    return hmac.compare_digest(given.encode(errors="surrogatepass"), expected.encode(errors="surrogatepass"))
