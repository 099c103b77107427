"""The page of simulated telephones: see what everybody got, press the buttons, type an answer."""

from __future__ import annotations

from pathlib import Path

import aiohttp_jinja2
from aiohttp import web
from jinja2 import FileSystemLoader, StrictUndefined

from alertd.drill.phones import Phones, Player
from alertd.workflow.desk import Desk

HERE = Path(__file__).parent
PHONES = web.AppKey("phones", Phones)
DESK = web.AppKey("desk", Desk)


def phones_page(phones: Phones, desk: Desk) -> web.Application:
    """An application to be served below `/phones` of the drill's console."""
    app = web.Application()
    app[PHONES] = phones
    app[DESK] = desk
    aiohttp_jinja2.setup(app, loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, enable_async=True)
    app.router.add_get("", show)
    app.router.add_get("/", show)
    app.router.add_post("/{player}/tap", tap)
    app.router.add_post("/{player}/press", press)
    app.router.add_post("/{player}/write", write)
    app.router.add_static("/static", HERE / "static")
    return app


async def show(request: web.Request) -> web.StreamResponse:
    """Every telephone, those with the latest message first."""
    phones, desk = request.app[PHONES], request.app[DESK]
    context = {"players": list(enumerate(phones.players)), "speed": desk.clock.speed, "now": desk.clock.now()}
    return await aiohttp_jinja2.render_template_async("phones.html", request, context)


async def tap(request: web.Request) -> web.StreamResponse:
    """Press a button."""
    form = await request.post()
    try:
        request.app[PHONES].tap(_player(request), int(str(form["message"])), str(form["data"]))
    except (KeyError, ValueError, LookupError):
        raise web.HTTPBadRequest(text="Không có nút này trên điện thoại.") from None
    raise web.HTTPSeeOther(f"/phones/#phone-{request.match_info['player']}")


async def press(request: web.Request) -> web.StreamResponse:
    """Press a key in the next call."""
    key = str((await request.post()).get("key", ""))
    if key not in ("1", "2", "9"):
        raise web.HTTPBadRequest(text="Không có phím này trên điện thoại.")
    request.app[PHONES].press(_player(request), key)
    raise web.HTTPSeeOther(f"/phones/#phone-{request.match_info['player']}")


async def write(request: web.Request) -> web.StreamResponse:
    """Write a message."""
    form = await request.post()
    words = str(form.get("words", "")).strip()
    if words:
        request.app[PHONES].write(_player(request), words, by_sms=form.get("by") == "sms")
    raise web.HTTPSeeOther(f"/phones/#phone-{request.match_info['player']}")


def _player(request: web.Request) -> Player:
    try:
        return request.app[PHONES].players[int(request.match_info["player"])]
    except (ValueError, IndexError):
        raise web.HTTPNotFound(text="Không có điện thoại này.") from None
