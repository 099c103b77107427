"""What keeps a stranger, another site or a hostile text from acting in the officer's name."""

from __future__ import annotations

import re
from dataclasses import replace

from alertd.model.accounts import AccountRole, Scope
from alertd.model.documents import Problem, Span
from alertd.model.replies import Meaning
from alertd.web import build
from alertd.web.routes import PAGES, ROUTES
from alertd.web.routing import Kind
from tests.web import order
from tests.web.duty import Client, Duty, Officer

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'"


def test_every_page_but_the_ways_in_names_the_right_that_it_needs() -> None:
    open_pages = {(route.method, route.path) for route in PAGES if route.scope is None}
    assert open_pages == {("GET", "/login"), ("POST", "/login"), ("GET", "/drill-login")}


async def test_nothing_is_served_that_does_not_stand_in_the_table_of_routes(duty: Duty) -> None:
    served = {(route.method, route.resource.canonical) for route in build(duty.desk).router.routes() if route.resource}
    listed = {(route.method, re.sub(r"\{(\w+):[^}]*\}", r"{\1}", route.path)) for route in ROUTES}
    heads = {("HEAD", path) for method, path in listed if method == "GET"}
    assert served - listed - heads == {("GET", "/static"), ("HEAD", "/static")}


def test_a_handler_needs_the_same_right_by_whatever_method_it_is_called() -> None:
    asked = {(route.handler, route.path, route.kind, route.scope) for route in ROUTES}
    assert len({route.handler for route in ROUTES}) == len(asked)


async def test_a_form_without_our_word_changes_nothing(officer: Officer, duty: Duty) -> None:
    await duty.order()
    for route in (route for route in PAGES if route.method == "POST"):
        path = route.path.replace(r"{id:\d+}", "1").replace("{body:.+}", order.CAO_LOC)
        for fields in ({}, {"csrf": "doan-mo"}):
            response = await officer.client.post(path, data={**fields, "reason": "x"}, allow_redirects=False)
            assert response.status == 403, path
    assert [document.state for document in await duty.desk.board.documents()] == ["read"]


async def test_a_viewer_sees_and_does_nothing(duty: Duty, client: Client) -> None:
    dispatch = await duty.released()
    viewer = await duty.signs_in(client, "xem", AccountRole.VIEWER)
    assert "Thu hồi" not in await viewer.opens(f"/dispatches/{dispatch.id}")
    assert "Xem trước và phát" not in await viewer.opens("/documents/1")
    assert (await viewer.sends("/", "/documents/1/withdraw", reason="thử")).status == 403
    assert (await viewer.sends("/", "/documents", text="thử")).status == 403
    await viewer.opens("/documents/1/approve", status=403)
    assert (await duty.desk.board.dispatch(dispatch.id)).dispatch.state == "open"


async def test_text_from_outside_stays_text_on_every_page(duty: Duty, officer: Officer) -> None:
    text = f"Số: 9/CĐ {EVIL}"
    reading = replace(
        order.reading(), subject=EVIL, issuer=EVIL, span=Span(0, len(text)), directives=(), problems=(Problem("x", EVIL, Span(0, 5)),)
    )
    entry = replace(
        order.document(0), reading=reading, resolutions=(), proposals=tuple(p for p in order.proposals() if p.directive is None)
    )
    async with duty.desk.store.transaction() as tx:
        await order.register(tx, entry, replace(order.received(text, EVIL), paragraphs=()))
    dispatch = await duty.released()
    await duty.desk.answers.record(dispatch.id, order.CAO_LOC, Meaning.ACKNOWLEDGED, EVIL, EVIL)
    board = f"/dispatches/{dispatch.id}"
    for path in (
        "/",
        "/documents",
        "/documents/1",
        board,
        f"{board}/bodies/{order.CAO_LOC}",
        "/replies",
        f"/bodies/{order.CAO_LOC}",
        "/audit",
    ):
        page = await officer.opens(path)
        assert "<script>alert" not in page
        assert "<img" not in page
    assert "&lt;script&gt;alert(1)" in await officer.opens("/documents/1")


async def test_pages_allow_nothing_from_elsewhere_and_are_kept_nowhere(officer: Officer) -> None:
    response = await officer.client.get("/")
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Server"] == "alertd"


async def test_no_page_holds_a_script_or_style_of_its_own(duty: Duty, officer: Officer) -> None:
    await duty.released()
    for path in ("/", "/documents/1", "/dispatches/1", "/documents/1/correct"):
        page = await officer.opens(path)
        assert page.count("<script") == page.count("<script src=") == 1
        assert "<style" not in page
        assert ' style="' not in page
        assert " onclick" not in page


async def test_the_sites_own_files_may_be_kept_and_what_is_missing_may_not(client: Client) -> None:
    response = await client.get("/static/alertd.css")
    assert response.headers["Cache-Control"].startswith("public")
    assert (await client.get("/static/khong-co.css")).headers["Cache-Control"] == "no-store"


async def test_a_cookie_alone_lets_no_other_site_use_the_api_to_change_things(duty: Duty, officer: Officer) -> None:
    document = await duty.order()
    assert (await officer.client.get(f"/api/v1/documents/{document}")).status == 200
    response = await officer.client.post(f"/api/v1/documents/{document}/approve", json={})
    assert response.status == 401


async def test_unknown_addresses_and_methods_are_refused_in_the_callers_form(officer: Officer, duty: Duty) -> None:
    assert "Không tìm thấy" in await officer.opens("/khong-co", status=404)
    response = await officer.client.get("/api/v1/khong-co", headers=await duty.token(Scope.READ))
    assert response.content_type == "application/problem+json"
    response = await officer.client.put("/api/v1/documents")
    assert (response.status, (await response.json())["code"]) == (405, "method_not_allowed")


def test_hooks_and_monitoring_need_no_account() -> None:
    assert all(route.scope is None for route in ROUTES if route.kind in (Kind.HOOK, Kind.OPEN))
