"""What no database can hold is answered alike on SQLite and on PostgreSQL, which refuses more of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from alertd.app import build
from alertd.config import Database
from alertd.model.accounts import AccountRole, Scope
from tests.fakes.clock import HandClock
from tests.fakes.postgres import new_database
from tests.fakes.town import handbook
from tests.web import order
from tests.web.duty import PUBLIC_URL, Client, Duty, Officer, open_desk, settings_in, sign_in
from tests.web.order import NOW
from tests.web.test_events import next_event
from tests.web.test_hooks import TELEGRAM


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
async def duty(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Duty]:
    """A desk over either database."""
    clock = HandClock(NOW)
    if request.param == "sqlite":
        desk = await open_desk(tmp_path, clock)
    else:
        database = Database(url=await new_database(request.getfixturevalue("postgres_server")))
        desk = await build(settings_in(tmp_path, PUBLIC_URL).model_copy(update={"database": database}), clock, handbook=handbook())
    yield Duty(desk, clock)
    await desk.store.close()


async def test_the_trail_of_something_that_nothing_can_be_called_is_empty(officer: Officer) -> None:
    assert "Chưa có gì" in await officer.opens("/audit?subject=document/1%00")


@pytest.mark.parametrize("name", ["tr\x00uc", "truc\x00"])
async def test_a_name_that_nobody_can_have_is_a_wrong_one(name: str, duty: Duty, client: Client) -> None:
    await duty.account("truc", AccountRole.OFFICER)
    refused = await sign_in(client, name)
    assert refused.status == 403
    assert "Tên hoặc mật khẩu không đúng" in await refused.text()


@pytest.mark.parametrize("odd", ["\x00", "\ud800"])
async def test_an_answer_from_where_nobody_can_be_is_kept_and_keeps_no_other_from_being_heard(odd: str, duty: Duty, client: Client) -> None:
    dispatch = await duty.released()
    chief = duty.desk.directory.contacts_of(order.CAO_LOC)[0].address_on("telegram")
    assert chief is not None
    for number, chat in enumerate((odd, int(chief.value))):
        message = {"message_id": f"{number}{odd}", "date": 0, "chat": {"id": chat, "type": "private"}, "text": "đã nhận"}
        update = {"update_id": f"{number}{odd}", "message": message}
        assert (await client.post("/hooks/telegram/telegram", json=update, headers=TELEGRAM)).status == 200
    await duty.desk.answers.understand_pending()
    rows = {row.body.id: row for row in (await duty.desk.board.dispatch(dispatch.id)).bodies}
    assert not rows[order.CAO_LOC].silent
    assert [card.reply.words for card in (await duty.desk.board.overview()).replies] == ["đã nhận"]
    assert "event.failed" not in [entry.action for entry in await duty.desk.board.audit()]


async def test_whoever_has_heard_more_than_there_is_goes_on_with_the_next_change(duty: Duty, client: Client) -> None:
    headers = await duty.token(Scope.READ) | {"Last-Event-ID": "9" * 18}
    async with client.get("/api/v1/events", headers=headers) as stream:
        assert (await stream.content.readline()).startswith(b"retry:")
        await duty.desk.review.reject(await duty.order(), "một", "truc")
        assert (await next_event(stream))["event"] == "document.rejected"


@pytest.mark.parametrize("what", ["withdraw", "close", "correct"])
async def test_a_reason_with_a_character_that_nobody_can_keep_is_kept_without_it(what: str, duty: Duty, client: Client) -> None:
    dispatch = await duty.released()
    wish = {"note" if what == "correct" else "reason": "phát\0nhầm"}
    answer = await client.post(f"/api/v1/documents/{dispatch.document}/{what}", json=wish, headers=await duty.token(Scope.RELEASE))
    assert answer.status == 200
