"""Who comes in, and how nobody else does."""

from __future__ import annotations

import asyncio
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer, make_mocked_request
from argon2 import PasswordHasher

from alertd.errors import Forbidden, Invalid, Refused
from alertd.model.accounts import Account, AccountRole
from alertd.web import build
from alertd.web.callers import address_of
from alertd.web.keys import DESK
from alertd.web.pages.signing_in import local
from tests.fakes.clock import HandClock
from tests.web.duty import PASSWORD, Client, Duty, Officer, open_desk, sign_in
from tests.web.order import NOW


async def test_a_stranger_is_led_to_the_sign_in_and_back_to_where_he_wanted(duty: Duty, client: Client) -> None:
    await duty.account("truc", AccountRole.OFFICER)
    response = await client.get("/documents", allow_redirects=False)
    assert (response.status, response.headers["Location"]) == (303, "/login?next=/documents")
    response = await sign_in(client, "truc", where="/documents")
    assert (response.status, response.headers["Location"]) == (303, "/documents")


async def test_a_name_and_a_password_are_the_same_however_the_keyboard_writes_their_marks(duty: Duty, client: Client) -> None:
    password = "mưa to gió lớn"
    for name, word in (("trực ban 1", password), ("trực ban 2", unicodedata.normalize("NFD", password))):
        await duty.desk.access.add_user(unicodedata.normalize("NFD", name), AccountRole.OFFICER, word)
        assert (await sign_in(client, name, password)).status == 303
        assert (await sign_in(client, unicodedata.normalize("NFD", name), password)).status == 303
    await duty.desk.access.disable(unicodedata.normalize("NFD", "trực ban 1"))


@pytest.mark.parametrize("name", ["", "  ", "hai\ndòng", "x" * 61])
async def test_a_name_that_is_none_is_refused(name: str, duty: Duty) -> None:
    with pytest.raises(Invalid) as caught:
        await duty.desk.access.add_user(name, AccountRole.OFFICER, "mưa to gió lớn")
    assert caught.value.code == "bad_name"


async def test_a_disabled_account_is_refused_like_a_wrong_password(duty: Duty, client: Client) -> None:
    await duty.account("truc", AccountRole.OFFICER)
    await duty.desk.access.disable("truc")
    response = await sign_in(client, "truc")
    assert response.status == 403
    assert "alertd_session" not in response.cookies
    assert "Tên hoặc mật khẩu không đúng." in await response.text()


async def test_no_session_begins_with_a_password_that_was_changed_while_it_was_being_checked(duty: Duty) -> None:
    access = duty.desk.access
    await duty.account("truc", AccountRole.OFFICER)
    (as_it_was_read,) = await access.users()
    await access.set_password("truc", "mot mat khau khac")
    with pytest.raises(Forbidden):
        await access.start_session(as_it_was_read)
    (as_it_was_read,) = await access.users()
    await access.disable("truc")
    with pytest.raises(Forbidden):
        await access.start_session(as_it_was_read)


async def test_a_password_that_was_hashed_in_an_older_way_is_hashed_anew_when_it_is_used(duty: Duty) -> None:
    older = PasswordHasher(time_cost=1, memory_cost=64).hash(PASSWORD)
    async with duty.desk.store.transaction() as tx:
        await tx.accounts.add(Account(0, "truc", AccountRole.OFFICER, older, NOW))
    word, _ = await duty.desk.access.sign_in("truc", PASSWORD)
    assert await duty.desk.access.session(word) is not None
    (account,) = await duty.desk.access.users()
    assert account.password_hash != older
    assert not PasswordHasher().check_needs_rehash(account.password_hash)
    await duty.desk.access.sign_in("truc", PASSWORD)
    assert (await duty.desk.access.users())[0].password_hash == account.password_hash


@pytest.mark.parametrize(("public_url", "is_secure"), [("https://alertd.test", True), ("", False)])
async def test_the_session_cookie_is_out_of_reach_of_scripts_other_sites_and_plain_http(
    tmp_path: Path, public_url: str, is_secure: bool
) -> None:
    desk = await open_desk(tmp_path, HandClock(NOW), is_drill=True, public_url=public_url)
    await Duty(desk, HandClock(NOW)).account("truc", AccountRole.OFFICER)
    async with TestClient(TestServer(build(desk, drill_login="tu"))) as client:
        cookie = (await client.get("/drill-login", params={"word": "tu"}, allow_redirects=False)).cookies["alertd_session"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert bool(cookie["secure"]) == is_secure
    await desk.store.close()


async def test_a_wrong_password_and_an_unknown_name_get_the_same_sentence(duty: Duty, client: Client) -> None:
    await duty.account("truc", AccountRole.OFFICER)
    wrong = await sign_in(client, "truc", "sai-mat-khau-roi")
    unknown = await sign_in(client, "khong-ai", "sai-mat-khau-roi")
    assert wrong.status == unknown.status == 403
    for response in (wrong, unknown):
        assert "Tên hoặc mật khẩu không đúng." in await response.text()
        assert "alertd_session" not in response.cookies


async def test_guessing_is_stopped_even_with_the_right_password(duty: Duty, client: Client) -> None:
    await duty.account("truc", AccountRole.OFFICER)
    for _ in range(5):
        await sign_in(client, "truc", "sai-mat-khau-roi")
    response = await sign_in(client, "truc")
    assert response.status == 403
    assert "quá nhiều lần" in await response.text()


async def test_many_guesses_at_the_same_moment_are_no_way_around_the_brake(duty: Duty, client: Client) -> None:
    await duty.account("truc", AccountRole.OFFICER)
    tries = [duty.desk.access.sign_in("truc", f"sai-mat-khau-{n}", f"192.0.2.{n % 4}") for n in range(48)]
    refusals = await asyncio.gather(*tries, return_exceptions=True)
    codes = Counter(refusal.code for refusal in refusals if isinstance(refusal, Refused))
    assert codes["wrong_password"] <= 4 * 3
    assert codes["too_many_sign_ins"] == 48 - 4 * 3


async def test_a_stranger_who_guesses_locks_only_himself_out(duty: Duty, client: Client) -> None:
    await duty.account("truc", AccountRole.OFFICER)
    for _ in range(6):
        response = await sign_in(client, "truc", "sai-mat-khau-roi", forwarded="203.0.113.9")
    assert "quá nhiều lần" in await response.text()
    assert (await sign_in(client, "truc", forwarded="198.51.100.7")).status == 303


async def test_a_header_that_the_caller_wrote_himself_makes_nobody_else_of_him(duty: Duty, client: Client) -> None:
    await duty.account("truc", AccountRole.OFFICER)
    for n in range(6):
        response = await sign_in(client, "truc", "sai-mat-khau-roi", forwarded=f"198.51.100.{n}, 203.0.113.9")
    assert "quá nhiều lần" in await response.text()


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("", "127.0.0.1"),
        ("203.0.113.9", "203.0.113.9"),
        ("1.2.3.4, 203.0.113.9", "203.0.113.9"),
        ("203.0.113.9, 127.0.0.1, ::1", "203.0.113.9"),
        ("203.0.113.9, khong-phai-dia-chi", "127.0.0.1"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    ],
)
async def test_who_calls_is_the_nearest_address_that_is_no_proxy_of_ours(forwarded: str, address: str, duty: Duty) -> None:
    app = web.Application()
    app[DESK] = duty.desk
    request = make_mocked_request("GET", "/", headers={"X-Forwarded-For": forwarded} if forwarded else {}, app=app)
    assert address_of(request.clone(remote="127.0.0.1")) == address


async def test_signing_out_ends_the_session_on_the_server(officer: Officer) -> None:
    cookies = officer.client.session.cookie_jar.filter_cookies(officer.client.make_url("/"))
    word = cookies["alertd_session"].value
    await officer.sends("/", "/logout")
    response = await officer.client.get("/", headers={"Cookie": f"alertd_session={word}"}, allow_redirects=False)
    assert response.status == 303


async def test_a_session_ends_by_itself(duty: Duty, officer: Officer) -> None:
    duty.clock.forward(hours=13)
    response = await officer.client.get("/", allow_redirects=False)
    assert response.headers["Location"] == "/login?next=/"


@pytest.mark.parametrize(
    "where", ["https://x.example/", "//x.example", "/\\x.example", "javascript:alert(1)", "documents", "/a\nb", "", "//[", "/\\[x"]
)
def test_a_sign_in_leads_nowhere_outside_the_console(where: str) -> None:
    assert local(where) == "/"


def test_a_sign_in_leads_back_to_the_page_that_was_asked_for() -> None:
    assert local("/dispatches/4?done=approved") == "/dispatches/4?done=approved"


@pytest.mark.parametrize(("word", "status"), [("dung-tu", 303), ("sai-tu", 404), ("", 404)])
async def test_the_address_that_a_drill_prints_signs_its_officer_in(tmp_path: Path, word: str, status: int) -> None:
    desk = await open_desk(tmp_path, HandClock(NOW), is_drill=True)
    await Duty(desk, HandClock(NOW)).account("truc", AccountRole.OFFICER)
    async with TestClient(TestServer(build(desk, drill_login="dung-tu"))) as client:
        response = await client.get("/drill-login", params={"word": word}, allow_redirects=False)
        assert response.status == status
        assert ("alertd_session" in response.cookies) == (status == 303)
    await desk.store.close()


async def test_outside_a_drill_the_drills_address_opens_nothing(duty: Duty) -> None:
    await duty.account("truc", AccountRole.OFFICER)
    async with TestClient(TestServer(build(duty.desk, drill_login="tu"))) as client:
        assert (await client.get("/drill-login", params={"word": "tu"})).status == 404
