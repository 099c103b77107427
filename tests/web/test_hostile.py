"""Whatever strangers and careless programs send, it is refused in words: no request stumbles, hangs or takes the place of others."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, AppRunner, HTTPRequestTimeout, Request, SockSite, StreamResponse

from alertd.model.accounts import Scope
from alertd.web import build
from alertd.web.api.events import STREAMS_AT_MOST
from alertd.web.contents import bounded
from alertd.web.middleware.errors import tell_refusals
from tests.web import order
from tests.web.duty import SECRET, Client, Duty, Officer, csrf_on
from tests.web.test_hooks import TELEGRAM, UPDATE, kept

HUGE = "9" * 5000
FORM = "application/x-www-form-urlencoded"


async def raw(client: Client, method: str, path: str, headers: bytes = b"", content: bytes = b"") -> tuple[int, str]:
    """Status and content of a request for exactly that path, which no library of our own end has put right."""
    reader, writer = await asyncio.open_connection(client.host, client.port)
    writer.write(f"{method} {path} HTTP/1.1\r\nHost: alertd\r\nContent-Length: {len(content)}\r\nConnection: close\r\n".encode())
    writer.write(headers + b"\r\n" + content)
    answer = (await reader.read()).decode()
    writer.close()
    await writer.wait_closed()
    return int(answer.split()[1]), answer.partition("\r\n\r\n")[2]


@pytest.mark.parametrize("number", ["99999999999", "9" * 30, HUGE, "٣" * 12])
async def test_a_number_beyond_all_numbers_is_something_that_does_not_exist(number: str, duty: Duty, officer: Officer) -> None:
    headers = await duty.token(*Scope)
    for path in ("/documents/{}", "/dispatches/{}", "/dispatches/{}/calls", "/documents/{}/approve"):
        assert (await officer.client.get(path.format(number))).status == 404, path
    for path in ("documents/{}", "documents/{}/text", "dispatches/{}"):
        assert (await officer.client.get(f"/api/v1/{path}".format(number), headers=headers)).status == 404, path
    for path in ("documents/{}/approve", "documents/{}/close", "replies/{}/resolve", "dispatches/{}/bodies/x/answers"):
        wish = {"reason": "x"} if path.endswith("close") else {"meaning": "done", "words": "x"} if "answers" in path else {}
        wish = {"meaning": "done"} if "resolve" in path else wish
        assert (await officer.client.post(f"/api/v1/{path}".format(number), headers=headers, json=wish)).status == 404, path


@pytest.mark.parametrize("number", ["99999999999999999999", HUGE, "-1", "1e3", "²"])
async def test_a_count_or_place_that_is_none_is_refused(number: str, duty: Duty, client: Client) -> None:
    headers = await duty.token(Scope.READ)
    assert (await client.get("/api/v1/documents", params={"limit": number}, headers=headers)).status == 422
    assert (await client.get("/api/v1/events", params={"after": number}, headers=headers)).status == 422


BROKEN_FORMS: Mapping[str, tuple[str, bytes]] = {
    "no boundary": ("multipart/form-data", b"x"),
    "another boundary": ("multipart/form-data; boundary=a", b"--b\r\n\r\n--b--\r\n"),
    "no end": ("multipart/form-data; boundary=a", b'--a\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc'),
    "no name": ("multipart/form-data; boundary=a", b"--a\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--a--\r\n"),
    "no headers": ("multipart/form-data; boundary=a", b"--a\r\nabc\r\n--a--\r\n"),
    "parts within a part": (
        "multipart/form-data; boundary=a",
        b"--a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n--a--\r\n",
    ),
    "a long boundary": (f"multipart/form-data; boundary={'a' * 200}", b"--a--\r\n"),
    "an unknown alphabet": (f"{FORM}; charset=khong-co", b"a=b"),
    "an alphabet with halves of letters": (f"{FORM}; charset=raw_unicode_escape", b"csrf=\\ud800"),
    "half a letter": (FORM, b"a=%ff%fe&%zz"),
    "another kind": ("application/json", b"{}"),
}


@pytest.mark.parametrize("name", BROKEN_FORMS)
async def test_a_form_that_is_none_is_refused(name: str, duty: Duty, officer: Officer) -> None:
    kind, body = BROKEN_FORMS[name]
    headers = await duty.token(Scope.SUBMIT)
    for path, more in (("/documents", {}), ("/api/v1/documents", headers)):
        response = await officer.client.post(path, data=body, headers={"Content-Type": kind, **more})
        assert 400 <= response.status < 500, (path, response.status)


@pytest.mark.parametrize(
    ("part", "number"),
    [
        ('name="{n}"; filename=""', 5000),
        ('name="{n}"; filename="{n}"', 5000),
        ('name="{n}{long}"', 40),
        ('name="x"; filename="{long}"', 40),
    ],
    ids=["empty files", "files without content", "long names", "long names of files"],
)
async def test_a_stranger_fills_no_memory_with_parts_that_hold_nothing(part: str, number: int, client: Client) -> None:
    async def parts() -> AsyncIterator[bytes]:
        for n in range(number):
            yield f"--a\r\nContent-Disposition: form-data; {part.format(n=n, long='x' * 4000)}\r\n\r\n\r\n".encode()
        yield b"--a--\r\n"

    headers = {"Content-Type": "multipart/form-data; boundary=a"}
    response = await client.post("/login", data=parts(), headers=headers)
    assert response.status in {413, 422}


@pytest.mark.parametrize("body", [b"[" * 100_000, b"{}" * 3, b'{"note": "\\ud800"}', b"\xff", b"null", b"[]", b'{"note": 1}'])
async def test_json_that_is_not_what_was_asked_for_is_refused(body: bytes, duty: Duty, client: Client) -> None:
    await duty.order()
    headers = await duty.token(*Scope)
    for path in ("documents/1/approve", "documents/1/correct", "documents/1/reject"):
        response = await client.post(f"/api/v1/{path}", data=body, headers=headers)
        assert response.status == 422, path


DAYS = (("2027-01-01", ""), ("0001-01-01", "+14:00"), ("9999-12-31", "-14:00"))
CAO_LOC: dict[str, Any] = {"body": order.CAO_LOC, "actions": ["trực"]}


@pytest.mark.parametrize(
    "assignment",
    [
        *(CAO_LOC | {"deadline": {"text": "t", "at": f"{day}T00:00:00{zone}"}} for day, zone in DAYS),
        *(CAO_LOC | {"directive": index} for index in (-1, 99, 10**30)),
        *(CAO_LOC | {"actions": actions} for actions in ([], ["", "  "])),
    ],
)
async def test_an_assignment_that_cannot_be_followed_is_refused(assignment: dict[str, Any], duty: Duty, client: Client) -> None:
    document, headers = await duty.order(), await duty.token(Scope.RELEASE)
    response = await client.post(f"/api/v1/documents/{document}/approve", json={"assignments": [assignment]}, headers=headers)
    assert response.status == 422


@pytest.mark.parametrize("change", [CAO_LOC | {"directive": -1}, CAO_LOC | {"directive": -99}, {"proposal": "0/cao-loc", "actions": [" "]}])
async def test_a_correction_that_says_nothing_or_points_nowhere_is_refused(change: dict[str, Any], duty: Duty, client: Client) -> None:
    await duty.released()
    headers = await duty.token(Scope.RELEASE)
    response = await client.post("/api/v1/documents/1/correct", json={"note": "x", "changes": [change]}, headers=headers)
    assert response.status == 422


@pytest.mark.parametrize("number", ["9" * 30, HUGE, "²", "-1"])
async def test_a_number_in_a_form_that_is_none_is_refused_or_left_out(number: str, duty: Duty, officer: Officer) -> None:
    await duty.released()
    body = f"/dispatches/1/bodies/{order.CAO_LOC}"
    assert (await officer.sends(body, f"{body}/followup", do="pause", reason="x", minutes=number)).status == 422
    assert (await officer.sends("/documents/1/correct", "/documents/1/correct", note="x", **{f"{number}-body": "x"})).status == 303
    document = await duty.order()
    page = f"/documents/{document}"
    placing = {"name": "x", "dismissed": "1", "directives": number}
    assert (await officer.sends(page, f"{page}/placings", **placing)).status == 303
    adding = {"body": order.CAO_LOC, "actions": "trực", "directive": number}
    assert (await officer.sends(page, f"{page}/proposals", **adding)).status == 303


@pytest.mark.parametrize("minutes", [10**15, 10**40, -1])
async def test_a_pause_beyond_all_time_is_refused(minutes: int, duty: Duty, client: Client) -> None:
    await duty.released()
    wish, headers = {"do": "pause", "reason": "x", "minutes": minutes}, await duty.token(Scope.RELEASE)
    response = await client.post(f"/api/v1/dispatches/1/bodies/{order.CAO_LOC}/followup", json=wish, headers=headers)
    assert response.status == 422


@pytest.mark.parametrize("body", [b"[" * 100_000, b"[]", b"null", b"\xff\xfe", b"1"])
async def test_what_comes_with_telegrams_secret_and_is_no_update_is_refused(body: bytes, client: Client) -> None:
    assert (await client.post("/hooks/telegram/telegram", data=body, headers=TELEGRAM)).status == 422


@pytest.mark.parametrize("secret", ["", SECRET[:-1], SECRET + "x", SECRET.upper(), "é" * 10])
async def test_a_secret_that_is_nearly_right_is_wrong(secret: str, duty: Duty, client: Client) -> None:
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
    assert (await client.post("/hooks/telegram/telegram", json=UPDATE, headers=headers)).status == 403
    assert await kept(duty) == []


@pytest.mark.parametrize("path", ["//evil.example/x", "/\\evil.example", "//evil.example//documents/1/approve"])
async def test_the_way_back_from_a_refusal_leads_nowhere_else(path: str, officer: Officer) -> None:
    _, page = await raw(officer.client, "POST", path)
    assert 'href="//' not in page
    assert 'href="/\\' not in page


@pytest.mark.parametrize(
    "path",
    ["/static/../application.py", "/static/%2e%2e/application.py", "/static/..%2fapplication.py", "/static//etc/passwd", "/static/%00"],
)
async def test_the_sites_own_files_lead_to_no_other_files(path: str, client: Client) -> None:
    status, content = await raw(client, "GET", path)
    assert status in {400, 403, 404}
    assert "import" not in content
    assert "root:" not in content


async def test_the_same_key_with_another_file_is_refused(duty: Duty, client: Client) -> None:
    headers = {"Idempotency-Key": "k-1", "Content-Type": "text/plain", **await duty.token(Scope.SUBMIT)}
    assert (await client.post("/api/v1/documents", data="Một.".encode(), headers=headers)).status == 201
    assert (await client.post("/api/v1/documents", data="Một.".encode(), headers=headers)).status == 200
    response = await client.post("/api/v1/documents", data=b"Hai.", headers=headers)
    assert (response.status, (await response.json())["code"]) == (422, "key_reused")


async def test_bytes_that_are_no_letters_in_a_header_are_refused_as_what_they_stand_for(duty: Duty, client: Client) -> None:
    bearer = (await duty.token(Scope.SUBMIT))["Authorization"].encode()
    text = b"Content-Type: text/plain\r\nAuthorization: "
    assert (await raw(client, "GET", "/api/v1/documents", b"Authorization: Bearer \xff\xfe\r\n"))[0] == 401
    assert (await raw(client, "GET", "/", b"Cookie: alertd_session=\xff\xfe\r\n"))[0] == 303
    form = f"Content-Type: {FORM}\r\nCookie: alertd_sign_in=".encode()
    assert (await raw(client, "POST", "/login", form + b"\xff\xfe\r\n", b"csrf=x"))[0] == 403
    assert (await raw(client, "POST", "/api/v1/documents", text + bearer + b"\r\nIdempotency-Key: \xff\xfe\r\n", b"abc"))[0] == 422
    assert (await raw(client, "POST", "/hooks/twilio/sms/sms", b"X-Twilio-Signature: \xff\r\n", b"Body=x"))[0] == 403
    assert (await raw(client, "GET", "/login", b"X-Forwarded-For: \xff\r\n"))[0] == 200


@pytest.mark.parametrize("kind", ["gzip", "deflate"])
async def test_what_is_not_packed_as_it_says_is_refused(kind: str, duty: Duty, client: Client, caplog: pytest.LogCaptureFixture) -> None:
    bearer = (await duty.token(*Scope))["Authorization"]
    packed = f"Content-Encoding: {kind}\r\nAuthorization: {bearer}\r\nX-Telegram-Bot-Api-Secret-Token: {SECRET}\r\nContent-Type: "
    for path, content_type in (
        ("/api/v1/documents", "text/plain"),
        ("/api/v1/documents", "multipart/form-data; boundary=a"),
        ("/api/v1/documents/1/approve", "application/json"),
        ("/hooks/telegram/telegram", "application/json"),
        ("/login", FORM),
    ):
        status, answer = await raw(client, "POST", path, f"{packed}{content_type}\r\n".encode(), b"\x00\xffabc")
        assert status == 422, path
        assert "broken_body" in answer or "bị hỏng" in answer, path
    assert [record for record in caplog.records if record.levelname == "ERROR" and record.name.startswith("alertd")] == []


async def test_an_empty_key_is_none(duty: Duty, client: Client) -> None:
    headers = {"Idempotency-Key": "", "Content-Type": "text/plain", **await duty.token(Scope.SUBMIT)}
    for words in ("Một.", "Hai."):
        assert (await client.post("/api/v1/documents", data=words.encode(), headers=headers)).status == 201


async def test_a_new_password_ends_the_sessions_of_whoever_knew_the_old_one(duty: Duty, officer: Officer) -> None:
    await duty.desk.access.set_password("truc", "mat-khau-moi-dai")
    assert (await officer.client.get("/", allow_redirects=False)).status == 303


async def test_a_session_that_was_brought_along_is_not_the_one_that_is_signed_in(duty: Duty, client: Client) -> None:
    client.session.cookie_jar.update_cookies({"alertd_session": "da-biet-truoc"}, client.make_url("/"))
    page = await (await client.get("/login")).text()
    await client.post("/login", data={"csrf": csrf_on(page), "name": "x", "password": "y"})
    assert (await client.get("/", headers={"Cookie": "alertd_session=da-biet-truoc"}, allow_redirects=False)).status == 303


async def test_streams_of_events_beyond_what_the_desk_can_serve_are_put_off(duty: Duty, client: Client) -> None:
    headers = await duty.token(Scope.READ)
    request = f"GET /api/v1/events HTTP/1.1\r\nHost: alertd\r\nAuthorization: {headers['Authorization']}\r\n\r\n".encode()
    statuses, writers = [], []
    for _ in range(STREAMS_AT_MOST + 1):
        reader, writer = await asyncio.open_connection(client.host, client.port)
        writer.write(request)
        writers.append(writer)
        statuses.append(int((await reader.readline()).split()[1]))
    assert statuses == [200] * STREAMS_AT_MOST + [503]
    for writer in writers:
        writer.close()


async def test_whoever_dribbles_a_request_in_is_told_that_it_takes_too_long() -> None:
    with pytest.raises(HTTPRequestTimeout):
        async with bounded(0):
            await asyncio.Event().wait()


async def test_whoever_breaks_an_upload_off_is_no_failure_of_ours(duty: Duty, caplog: pytest.LogCaptureFixture) -> None:
    token = (await duty.token(Scope.SUBMIT))["Authorization"]
    runner = AppRunner(build(duty.desk))
    await runner.setup()
    site = SockSite(runner, socket.create_server(("127.0.0.1", 0)))
    await site.start()
    headers = ("Host: alertd", f"Authorization: {token}", "Content-Type: text/plain", "Content-Length: 99")
    head = "\r\n".join(("POST /api/v1/documents HTTP/1.1", *headers, "", ""))
    _, writer = await asyncio.open_connection(*runner.addresses[0])
    writer.write(head.encode() + b"half of it")
    writer.close()
    await writer.wait_closed()
    with caplog.at_level("INFO"):
        await runner.cleanup()  # once every request has come to its end
    assert [record.levelname for record in caplog.records if record.levelname not in {"INFO", "DEBUG"}] == []


async def test_a_line_of_our_own_that_breaks_is_a_failure_of_ours(caplog: pytest.LogCaptureFixture) -> None:
    async def unreachable(_: Request) -> StreamResponse:
        raise ConnectionRefusedError("nobody listens there")

    application = Application(middlewares=[tell_refusals])
    application.router.add_get("/api/anything", unreachable)
    async with TestClient(TestServer(application)) as client:
        answer = await client.get("/api/anything")
        assert (answer.status, (await answer.json())["code"]) == (500, "internal")
    assert [record.levelname for record in caplog.records] == ["ERROR"]
