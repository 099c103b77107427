"""Renders the console's pages: the templates' environment, and what every page shows beside its own content."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import aiohttp_jinja2
import phonenumbers
from aiohttp import web
from jinja2 import FileSystemLoader, StrictUndefined

from alertd.model.accounts import Scope
from alertd.web import states, times, trail, wording
from alertd.web.keys import CALLER, DESK
from alertd.web.messages import messages_of
from alertd.workflow import labels
from alertd.workflow.board.tallies import figure_label
from alertd.workflow.replies.progress import told

HERE = Path(__file__).parent
STATIC = HERE / "static"
SHOWN = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif", "audio/ogg", "audio/mpeg", "audio/mp4", "video/mp4"})
"""What people send and a browser may show by itself; everything else is saved to disk. By content, never by what the sender calls it."""
TAGS = re.compile(r"</?(?:b|strong|i|em|u|s|code|pre|a|blockquote)(?:\s[^<>]*)?>")
"""The markup that messages on a channel with HTML may hold."""
NUMBER = re.compile(r"(\+\d{8,15})\b")


def set_up(app: web.Application) -> None:
    """Give the application its templates."""
    environment = aiohttp_jinja2.setup(
        app,
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        moment=times.moment,
        moment_to_the_second=times.moment_to_the_second,
        span=times.span,
        day=labels.day_label,
        plain=plain,
        why=labels.why_label,
        telephone=telephone,
        numbers_apart=numbers_apart,
        messages=messages_of,
        figure=figure_label,
    )
    environment.globals.update(
        states=states,
        words=wording,
        trail=trail,
        told=told,
        shown_types=SHOWN,
        kinds=labels.KIND,
        hazards=labels.HAZARD,
        static=_versioned(STATIC),
    )


def _versioned(folder: Path) -> Mapping[str, str]:
    """Each static file's address with the start of its hash, so that a browser never keeps an old one."""
    return {file.name: f"/static/{file.name}?v={hashlib.sha256(file.read_bytes()).hexdigest()[:12]}" for file in folder.iterdir()}


def plain(message: str) -> str:
    """A message as people read it: the markup of its channel taken out."""
    return html.unescape(TAGS.sub("", message))


def telephone(number: str) -> str:
    """A number as it is dialled at home, e.g. "091 234 56 78"; one that is none stays as it is."""
    try:
        return phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.NATIONAL)
    except phonenumbers.NumberParseException:
        return number


def numbers_apart(words: str) -> list[tuple[str, bool]]:
    """Words in pieces, and whether each is a number to call."""
    return [(piece, NUMBER.fullmatch(piece) is not None) for piece in NUMBER.split(words)]


def surroundings(request: web.Request) -> dict[str, Any]:
    """What the layout needs: who is signed in, whether this is a drill, what time it is there."""
    desk = request.app[DESK]
    caller = request.get(CALLER)
    scopes = caller.scopes if caller else frozenset()
    return {
        "officer": caller,
        "may_submit": Scope.SUBMIT in scopes,
        "may_release": Scope.RELEASE in scopes,
        "may_answer": Scope.ANSWER in scopes,
        "is_drill": desk.is_drill,
        "speed": desk.clock.speed,
        "now": desk.clock.now(),
        "province": desk.settings.province.name,
        "path": request.path,
        "trouble": desk.store.trouble,
        "done": done_in(request),
    }


def done_in(request: web.Request) -> str | None:
    """The sentence about what was just done, which `see` names in the address; None: nothing was."""
    return wording.DONE.get(request.query.get("done", ""))


def page(request: web.Request, template: str, /, status: int = 200, **content: Any) -> web.Response:
    """A page. What a template asks for and does not get is an error, not a gap."""
    return aiohttp_jinja2.render_template(template, request, surroundings(request) | content, status=status)


def see(path: str, done: str = "") -> web.Response:
    """Where a form leads after its work; `done` names the sentence that the next page shows."""
    return web.Response(status=303, headers={"Location": f"{path}?done={done}" if done else path})
