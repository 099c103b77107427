"""What the simulated Twilio answers, call by call."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import ClientSession
from twilio.request_validator import RequestValidator

from alertd.simulators.twilio import PHONES, TwilioSimulator
from tests.simulators.account import Account

NUMBER = "+84900000017"
FORM = {"To": NUMBER, "From": "+15005550006", "Body": "lũ về"}


class Api(Account):
    """Calls on one account."""

    async def send(self, **changes: str) -> tuple[int, Any]:
        return await self.call("POST", "/Messages", data={**FORM, **changes})

    async def listed(self, **filters: str) -> list[str]:
        status, content = await self.call("GET", "/Messages", params=filters)
        assert status == 200
        return [message["body"] for message in content["messages"]]


@pytest.fixture
async def api(http: ClientSession) -> AsyncIterator[Api]:
    async with TwilioSimulator() as simulator:
        yield Api(simulator, http)


async def test_a_message_is_queued_then_delivered_and_can_be_asked_for(api: Api) -> None:
    arrived = asyncio.Event()
    api.simulator.on_message(lambda _phone, _message: arrived.set())
    status, made = await api.send()
    await arrived.wait()
    fetched = await api.call("GET", f"/Messages/{made['sid']}")
    assert (status, made["status"], made["num_segments"]) == (201, "queued", "1")
    assert (fetched[0], fetched[1]["status"], fetched[1]["body"]) == (200, "delivered", "lũ về")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"To": ""}, 21604),
        ({"From": ""}, 21603),
        ({"From": "+15005550001"}, 21659),
        ({"Body": ""}, 21602),
        ({"Body": "x" * 1601}, 21617),
        ({"To": "0900000017"}, 21211),
    ],
)
async def test_what_is_wrong_with_a_message_is_told_by_its_code(api: Api, changes: dict[str, str], code: int) -> None:
    status, content = await api.send(**changes)
    assert (status, content["status"], content["code"]) == (400, 400, code)
    assert content["more_info"].endswith(f"/{code}")
    assert content["message"]


async def test_only_forms_are_taken(api: Api) -> None:
    assert (await api.call("POST", "/Messages", json=FORM))[1]["code"] == 21604


async def test_without_credentials_nothing_is_answered(api: Api) -> None:
    status, content = await api.call("GET", "/Messages", "wrong")
    assert (status, content["code"]) == (401, 20003)


async def test_an_unknown_message_is_not_found(api: Api) -> None:
    status, content = await api.call("GET", "/Messages/SM0")
    assert (status, content["code"]) == (404, 20404)


async def test_the_list_is_newest_first_and_can_be_filtered(api: Api) -> None:
    api.simulator.phone(NUMBER).type("một")
    api.simulator.phone("+84900000018").type("hai")
    assert await api.listed() == ["hai", "một"]
    assert await api.listed(From=NUMBER) == ["một"]
    assert await api.listed(To=NUMBER) == []
    now = api.simulator.clock.now()
    today, tomorrow = f"{now:%Y-%m-%d}", f"{now + timedelta(days=1):%Y-%m-%d}"
    assert await api.listed(DateSent=today) == ["hai", "một"]
    assert await api.listed(**{"DateSent>": today}) == ["hai", "một"]
    assert await api.listed(**{"DateSent>": tomorrow}) == []
    assert await api.listed(**{"DateSent<": today}) == []


async def test_only_so_many_telephones_are_kept(api: Api) -> None:
    for n in range(PHONES + 1):
        api.simulator.phone(f"+849{n:08d}")
    assert len(api.simulator.phones) == PHONES


def test_its_signature_is_the_one_that_the_twilio_package_expects() -> None:
    url, form = "https://alertd.example/hooks/twilio/sms/sms?x=1", {"Body": "Đã nhận", "From": NUMBER}
    assert RequestValidator("simulated").validate(url, form, TwilioSimulator().signature(url, form))


async def test_for_measuring_messages_are_taken_unread_and_forgotten(http: ClientSession) -> None:
    async with TwilioSimulator(is_lean=True) as simulator:
        api = Api(simulator, http)
        (_, first), (status, second) = await api.send(), await api.send(To="anything")
        assert (status, simulator.phones) == (201, {})
        assert first["sid"] != second["sid"]
