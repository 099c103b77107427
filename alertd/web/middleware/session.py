"""Finds out who asks, by the session's cookie or the program's token, and lets them in where their rights allow it."""

from __future__ import annotations

from urllib.parse import quote

from aiohttp import web

from alertd.errors import Forbidden
from alertd.web.keys import CALLER, DESK, Caller, route_of
from alertd.web.routing import Handler, Kind, Route

COOKIE = "alertd_session"
CHALLENGE = 'Bearer realm="alertd"'


@web.middleware
async def admit(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Routes that name a right are closed to everybody else."""
    route = route_of(request)
    if route is None or route.kind in (Kind.HOOK, Kind.OPEN):
        return await handler(request)
    caller = await _caller(request, route)
    if caller is not None:
        request[CALLER] = caller
    if route.scope is not None:
        _check(request, route, caller)
    return await handler(request)


async def is_admitted_still(request: web.Request) -> bool:
    """Whether whoever was let in would be let in now; for answers that go on for hours."""
    route = route_of(request)
    caller = await _caller(request, route) if route else None
    return caller is not None and route is not None and route.scope in caller.scopes


async def _caller(request: web.Request, route: Route) -> Caller | None:
    if route.kind is Kind.API and "Authorization" in request.headers:
        return await _program(request)
    if route.kind is Kind.API and request.method != "GET":
        return None  # a cookie travels with forged requests too, and the API has no form token to tell them apart
    return await _person(request)


async def _program(request: web.Request) -> Caller | None:
    scheme, _, word = request.headers["Authorization"].partition(" ")
    if scheme.lower() != "bearer":
        return None
    token = await request.app[DESK].access.token(word.strip())
    return Caller(token.name, token.scopes) if token else None


async def _person(request: web.Request) -> Caller | None:
    word = request.cookies.get(COOKIE)
    found = await request.app[DESK].access.session(word) if word else None
    if found is None:
        return None
    account, session = found
    return Caller(account.name, account.role.scopes, session.csrf)


def _check(request: web.Request, route: Route, caller: Caller | None) -> None:
    if caller is None and route.kind is Kind.API:
        raise web.HTTPUnauthorized(headers={"WWW-Authenticate": CHALLENGE})
    if caller is None:
        here = quote(request.path_qs, safe="") if request.method == "GET" else ""
        raise web.HTTPSeeOther(f"/login?next={here}" if here else "/login")
    if route.scope not in caller.scopes:
        raise Forbidden("forbidden", f"Tài khoản “{caller.name}” không có quyền thực hiện việc này.")
