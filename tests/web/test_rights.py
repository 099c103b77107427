"""Every address asks for its right: each role and each token gets what is its own and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from aiohttp.test_utils import TestClient, TestServer

from alertd.model.accounts import AccountRole, Scope
from alertd.web import application
from alertd.web.routes import PAGES, PROGRAMS, ROUTES
from alertd.web.routing import API, Route
from tests.web import order
from tests.web.duty import Client, Duty, csrf_on

PLACES = {"id": "1", "body": order.CAO_LOC}
OTHER_SCHEME = "dHJ1YzptYXQta2hhdQ=="
GUARDED = [route for route in PAGES if route.scope is not None]


def address(path: str) -> str:
    """A route's path with something that exists in each of its places."""
    return re.sub(r"\{(\w+)(?::[^}]*)?\}", lambda found: PLACES.get(found[1], "1"), path)


def named(route: Route) -> str:
    return f"{route.method} {route.path}"


@pytest.mark.parametrize("route", GUARDED, ids=named)
async def test_a_stranger_is_led_to_the_sign_in_from_every_page(route: Route, duty: Duty, client: Client) -> None:
    await duty.released()
    response = await client.request(route.method, address(route.path), data={}, allow_redirects=False)
    assert (response.status, response.headers["Location"].partition("?")[0]) == (303, "/login")


@pytest.mark.parametrize("role", AccountRole)
async def test_each_role_may_open_and_send_exactly_what_its_rights_cover(role: AccountRole, duty: Duty, client: Client) -> None:
    await duty.released()
    person = await duty.signs_in(client, "ai-do", role)
    word = csrf_on(await person.opens("/"))
    last = [route for route in GUARDED if route.path == "/logout"]
    for route in [route for route in GUARDED if route not in last] + last:
        data = {"csrf": word} if route.method == "POST" else None
        response = await client.request(route.method, address(route.path), data=data, allow_redirects=False)
        assert (response.status == 403) == (route.scope not in role.scopes), named(route)
        assert response.status < 500, named(route)


async def test_two_addresses_with_one_handler_keep_each_its_own_right(duty: Duty, monkeypatch: pytest.MonkeyPatch) -> None:
    again = replace(next(route for route in GUARDED if route.path == "/bodies"), path="/again", scope=Scope.RELEASE)
    monkeypatch.setattr(application, "ROUTES", (*ROUTES, again))
    async with TestClient(TestServer(application.build(duty.desk))) as client:
        await duty.signs_in(client, "ai-do", AccountRole.VIEWER)
        assert [(await client.get(path)).status for path in ("/bodies", "/again")] == [200, 403]


@pytest.mark.parametrize("route", [route for route in PROGRAMS if route.scope is not None and route.path != f"{API}/events"], ids=named)
async def test_each_operation_of_the_api_is_open_to_its_scope_alone(route: Route, duty: Duty, client: Client) -> None:
    await duty.released()

    async def status(headers: dict[str, str]) -> int:
        json: dict[str, str] | None = {} if route.method == "POST" else None
        async with client.request(route.method, address(route.path), json=json, headers=headers) as response:
            return response.status

    assert await status({}) == 401
    assert await status({"Authorization": "Bearer alertd_doan-mo"}) == 401
    assert await status({"Authorization": f"Basic {OTHER_SCHEME}"}) == 401
    assert await status(await duty.token(*(scope for scope in Scope if scope is not route.scope))) == 403
    assert route.scope is not None
    assert await status(await duty.token(route.scope)) not in {401, 403, 500}


async def test_the_stream_of_events_asks_for_the_right_to_read(duty: Duty, client: Client) -> None:
    assert (await client.get(f"{API}/events")).status == 401
    others = await duty.token(*(scope for scope in Scope if scope is not Scope.READ))
    assert (await client.get(f"{API}/events", headers=others)).status == 403


async def test_the_description_of_the_api_names_every_operation_with_its_right(client: Client) -> None:
    described = await (await client.get(f"{API}/openapi.json")).json()
    operations = {(method.upper(), path) for path, methods in described["paths"].items() for method in methods}
    assert operations == {(route.method, re.sub(r"\{(\w+):[^}]*\}", r"{\1}", route.path)) for route in PROGRAMS}


async def test_a_token_that_was_revoked_opens_nothing_any_more(duty: Duty, client: Client) -> None:
    headers = await duty.token(Scope.READ)
    assert (await client.get(f"{API}/documents", headers=headers)).status == 200
    (token,) = await duty.desk.access.tokens()
    await duty.desk.access.revoke_token(token.id, "test")
    assert (await client.get(f"{API}/documents", headers=headers)).status == 401
