"""The stream of changes: everything that happens, nothing twice, nothing missed over a broken line."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer

from alertd.errors import StoreAway
from alertd.model.accounts import Scope
from alertd.store.sql import SqlStore, SqlTransaction
from alertd.web import build
from tests.web.duty import Client, Duty, Officer


async def next_event(response: ClientResponse) -> dict[str, str]:
    """The next event of a stream; heartbeats are passed over."""
    found: dict[str, str] = {}
    while True:
        line = (await response.content.readline()).decode().rstrip("\n")
        if not line and "id" in found:
            return found
        name, _, value = line.partition(": ")
        if name in ("id", "event", "data"):
            found[name] = value


async def test_a_release_is_told_to_whoever_watches(duty: Duty, officer: Officer) -> None:
    document = await duty.order()
    async with officer.client.get("/api/v1/events") as stream:
        assert stream.content_type == "text/event-stream"
        assert (await stream.content.readline()).startswith(b"retry:")
        await duty.desk.release.approve(document, "truc")
        actions = {(await next_event(stream))["event"], (await next_event(stream))["event"]}
        assert actions & {"document.approved", "dispatch.opened"}


async def test_a_broken_line_goes_on_where_it_broke(duty: Duty, client: Client) -> None:
    headers = await duty.token(Scope.READ)
    await duty.desk.review.reject(await duty.order(), "một", "truc")
    await duty.desk.review.reject(await duty.order(), "hai", "truc")
    async with client.get("/api/v1/events", headers=headers | {"Last-Event-ID": "0"}) as stream:
        first = await next_event(stream)
    async with client.get("/api/v1/events", headers=headers | {"Last-Event-ID": first["id"]}) as stream:
        second = await next_event(stream)
    assert int(second["id"]) == int(first["id"]) + 1


async def test_the_stream_is_only_for_those_who_may_read(client: Client) -> None:
    assert (await client.get("/api/v1/events")).status == 401


async def test_whoever_is_shut_out_hears_no_more(duty: Duty, officer: Officer) -> None:
    headers = await duty.token(Scope.READ)
    (token,) = await duty.desk.access.tokens()
    person = await officer.client.get("/api/v1/events")
    program = await officer.client.get("/api/v1/events", headers=headers)
    for stream in (person, program):
        assert (await stream.content.readline()).startswith(b"retry:")
    await duty.desk.access.disable("truc")
    await duty.desk.access.revoke_token(token.id, "test")
    duty.desk.changes.notify()
    for stream in (person, program):
        assert b"token.revoked" not in await stream.content.read()


async def test_an_event_id_that_is_none_is_refused(duty: Duty, client: Client) -> None:
    headers = await duty.token(Scope.READ) | {"Last-Event-ID": "hôm qua"}
    assert (await client.get("/api/v1/events", headers=headers)).status == 422


class Away(SqlStore):
    """A database that has just gone."""

    def __init__(self) -> None:
        """It was never there."""

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[SqlTransaction]:
        raise StoreAway("gone")
        yield


@pytest.mark.parametrize("heard", ["", "0"])
async def test_a_stream_ends_in_order_when_the_database_goes_so_that_whoever_listens_asks_again(heard: str, duty: Duty) -> None:
    headers = await duty.token(Scope.READ) | {"Last-Event-ID": heard}
    async with (
        TestClient(TestServer(build(replace(duty.desk, store=Away())))) as client,
        client.get("/api/v1/events", headers=headers) as stream,
    ):
        assert stream.status == 200
        assert await stream.content.read() == b""
