"""Where the application and a request keep what handlers need, by typed keys."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aiohttp import web

from alertd.errors import NotFound
from alertd.model.accounts import Scope
from alertd.model.register import LARGEST
from alertd.web.forms import Form
from alertd.web.routing import Route
from alertd.workflow.desk import Desk


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: a person by session or a program by token."""

    name: str
    scopes: frozenset[Scope]
    csrf: str = ""
    """What every form of this session carries; empty for programs."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rest of the process tells the web about itself."""

    timetable: Callable[[], str | None]
    """Why the timetable does not work; None when it does."""
    edges: Callable[[], Mapping[str, str]]
    """The side tasks that are down now, and why."""
    drill_login: str | None
    """The word in the address that a drill prints for its officer."""


DESK = web.AppKey("desk", Desk)
TABLE: web.AppKey[Mapping[web.AbstractRoute, Route]] = web.AppKey("table", Mapping)
SURROUNDINGS = web.AppKey("surroundings", Surroundings)
STREAMS = web.AppKey("streams", set[asyncio.Task[None]])

CALLER: web.RequestKey[Caller] = web.RequestKey("caller", Caller)
FORM: web.RequestKey[Form] = web.RequestKey("form", Form)


def route_of(request: web.Request) -> Route | None:
    """The entry of the table that answers this request; None for static files and unknown addresses."""
    return request.app[TABLE].get(request.match_info.route)


def number_in(request: web.Request, name: str = "id") -> int:
    """A number from the path, which the route's pattern guarantees. Raises NotFound for one that nothing can bear."""
    digits = request.match_info[name]
    if len(digits) > len(str(LARGEST)) or int(digits) > LARGEST:
        raise NotFound("not_found", "Không tìm thấy nội dung này.")
    return int(digits)
