"""Signing in and out of the console."""

from __future__ import annotations

import secrets
from urllib.parse import urlsplit

from aiohttp import web

from alertd.errors import NotFound, Refused
from alertd.model.accounts import AccountRole
from alertd.web.callers import address_of
from alertd.web.keys import CALLER, DESK, FORM, SURROUNDINGS
from alertd.web.middleware.csrf import SIGN_IN_COOKIE, is_same
from alertd.web.middleware.session import COOKIE
from alertd.web.rendering import page, see


async def ask(request: web.Request) -> web.StreamResponse:
    """The form; whoever is signed in already goes on."""
    where = local(request.query.get("next", ""))
    return see(where) if CALLER in request else _form(request, where)


async def sign_in(request: web.Request) -> web.StreamResponse:
    """Take name and password. A wrong one gives the form again, with the reason."""
    form = request[FORM]
    where = local(form.text("next"))
    try:
        word, _ = await request.app[DESK].access.sign_in(form.text("name"), form.fields.get("password", ""), address_of(request))
    except Refused as refused:
        return _form(request, where, name=form.text("name"), refusal=refused)
    return _signed_in(request, word, where)


async def sign_out(request: web.Request) -> web.StreamResponse:
    """End the session here and on the server."""
    await request.app[DESK].access.sign_out(request.cookies.get(COOKIE, ""))
    response = see("/login")
    response.del_cookie(COOKIE)
    return response


async def drill_sign_in(request: web.Request) -> web.StreamResponse:
    """In a drill the address that it printed signs its officer in."""
    desk, expected = request.app[DESK], request.app[SURROUNDINGS].drill_login
    given = request.query.get("word", "")
    if not desk.is_drill or not expected or not is_same(given, expected):
        raise NotFound("no_drill", "Địa chỉ đăng nhập diễn tập không đúng; hãy mở lại địa chỉ mà chương trình đã in ra.")
    officer = next(account for account in await desk.access.users() if account.role is AccountRole.OFFICER)
    word, _ = await desk.access.start_session(officer)
    return _signed_in(request, word, local(request.query.get("next", "")))


def local(where: str) -> str:
    """An address of this console, else its first page: a sign-in must not lead anywhere else."""
    try:
        parts = urlsplit(where)
    except ValueError:  # half an IPv6 address
        return "/"
    is_here = not parts.scheme and not parts.netloc and where.startswith("/") and not where.startswith(("//", "/\\"))
    return where if is_here and where.isprintable() and "\\" not in where else "/"


def _signed_in(request: web.Request, word: str, where: str) -> web.StreamResponse:
    response = see(where)
    lasts = int(request.app[DESK].settings.web.session_lasts.total_seconds())
    response.set_cookie(COOKIE, word, max_age=lasts, httponly=True, samesite="Lax", secure=_is_secure(request), path="/")
    response.del_cookie(SIGN_IN_COOKIE)
    return response


def _form(request: web.Request, where: str, name: str = "", refusal: Refused | None = None) -> web.Response:
    csrf = secrets.token_urlsafe(24)
    status, sentence = (refusal.status, refusal.sentence) if refusal else (200, "")
    response = page(request, "login.html", status, csrf=csrf, next=where, name=name, refusal=sentence)
    response.set_cookie(SIGN_IN_COOKIE, csrf, httponly=True, samesite="Strict", secure=_is_secure(request), path="/")
    return response


def _is_secure(request: web.Request) -> bool:
    return request.app[DESK].settings.web.public_url.startswith("https://")
