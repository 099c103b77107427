"""What the simulated Twilio answers about calls, and what happens on the telephones that it calls."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import ClientSession

from alertd.simulators.twilio import TwilioSimulator
from alertd.simulators.twilio_calls import LONGEST_TWIML
from alertd.simulators.twilio_exchange import LINES
from tests.fakes.hook_server import HookServer
from tests.simulators.account import Account

NUMBER = "+842053812345"
TWIML = "<Response><Say>Nước lên.</Say></Response>"
FORM = {"To": NUMBER, "From": "+15005550006", "Twiml": TWIML}
EVENTS = ["initiated", "ringing", "answered", "completed"]


class Api(Account):
    """Calls on one account."""

    async def ring(self, **changes: Any) -> tuple[int, Any]:
        status, made = await self.call("POST", "/Calls", data={**FORM, **changes})
        await self.simulator.settled()
        return status, made

    async def status_of(self, sid: str) -> str:
        return str((await self.call("GET", f"/Calls/{sid}"))[1]["status"])


@pytest.fixture
async def api(http: ClientSession) -> AsyncIterator[Api]:
    async with TwilioSimulator() as simulator:
        yield Api(simulator, http)


async def test_a_call_is_queued_picked_up_and_over_when_everything_is_said(api: Api) -> None:
    status, made = await api.ring()
    assert (status, made["status"], made["direction"], made["sid"][:2]) == (201, "queued", "outbound-api", "CA")
    assert await api.status_of(made["sid"]) == "completed"
    (call,) = api.simulator.line(NUMBER).calls
    assert (call.text, call.is_over) == ("Nước lên.", True)


@pytest.mark.parametrize("status", ["busy", "no-answer", "failed"])
async def test_a_call_that_nobody_takes_ends_in_words(api: Api, status: str) -> None:
    line = api.simulator.line(NUMBER)
    {"busy": line.is_busy, "no-answer": line.rings_out, "failed": line.does_not_exist}[status]()
    _, made = await api.ring()
    assert await api.status_of(made["sid"]) == status
    assert (len(line.calls), line.unanswered) == (0, 1)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"To": ""}, 21201),
        ({"From": ""}, 21213),
        ({"From": "+15005550001"}, 21210),
        ({"To": "02053812345"}, 21211),
        ({"Twiml": ""}, 21205),
        ({"Twiml": "x" * (LONGEST_TWIML + 1)}, 32018),
        ({"Timeout": "bald"}, 21208),
        ({"Timeout": "601"}, 21208),
    ],
)
async def test_what_is_wrong_with_a_call_is_told_by_its_code(api: Api, changes: dict[str, str], code: int) -> None:
    status, content = await api.ring(**changes)
    assert (status, content["code"]) == (400, code)


async def test_a_country_must_be_allowed_first(api: Api) -> None:
    api.simulator.exchange.may_call = False
    assert (await api.ring())[1]["code"] == 21215


async def test_only_forms_are_taken_only_from_the_account_and_an_unknown_call_is_not_found(api: Api) -> None:
    assert (await api.call("POST", "/Calls", json=FORM))[1]["code"] == 21201
    assert (await api.call("POST", "/Calls", "wrong", data=FORM))[0] == 401
    assert (await api.call("GET", "/Calls/CA0"))[1]["code"] == 20404


async def test_calls_are_listed_newest_first_and_can_be_filtered(api: Api) -> None:
    _, first = await api.ring()
    _, second = await api.ring(To="+84900000018")

    async def listed(**filters: str) -> list[str]:
        return [call["sid"] for call in (await api.call("GET", "/Calls", params=filters))[1]["calls"]]

    assert await listed() == [second["sid"], first["sid"]]
    assert await listed(To=NUMBER) == [first["sid"]]
    assert await listed(Status="busy") == []
    tomorrow = f"{api.simulator.clock.now() + timedelta(days=1):%Y-%m-%d}"
    assert await listed(**{"StartTime>": tomorrow}) == []


async def test_keys_go_to_the_action_and_its_answer_is_carried_out(api: Api, hooks: HookServer) -> None:
    gather = f'<Gather action="{hooks.url}/voice?a=1&amp;b=2" numDigits="1"><Say>Bấm phím.</Say></Gather>'
    hooks.answer = lambda call: f"<Response><Say>{call.form['Digits']}</Say><Hangup/><Say>Không bao giờ.</Say></Response>"
    api.simulator.line(NUMBER).will_press("5")
    await api.ring(Twiml=f"<Response>{gather}<Say>Không bấm.</Say></Response>")
    await api.ring(Twiml=f"<Response>{gather}<Say>Không bấm.</Say></Response>")
    pressed, silent = api.simulator.line(NUMBER).calls
    assert (pressed.said, pressed.pressed) == (["Bấm phím.", "5"], ["5"])
    assert silent.said == ["Bấm phím.", "Không bấm."]


async def test_that_no_key_was_pressed_goes_to_the_action_only_if_it_wants_to_know(api: Api, hooks: HookServer) -> None:
    hooks.answer = lambda _call: "<Response/>"
    gather = f'<Gather action="{hooks.url}/voice" actionOnEmptyResult="true"><Say>Bấm phím.</Say></Gather>'
    await api.ring(Twiml=f"<Response>{gather}</Response>")
    call = hooks.calls.get_nowait()
    assert call.form["Digits"] == ""
    assert call.headers["X-Twilio-Signature"] == api.simulator.signature(f"{hooks.url}/voice", dict(call.form))


async def test_what_is_too_long_to_be_said_is_not_said(api: Api) -> None:
    await api.ring(Twiml=f"<Response><Say>{'ệ' * 501}</Say><Say>{'ệ' * 500}</Say></Response>")
    (call,) = api.simulator.line(NUMBER).calls
    assert call.said == ["ệ" * 500]


async def test_only_the_events_that_were_asked_for_are_called_back(api: Api, hooks: HookServer) -> None:
    await api.ring(StatusCallback=f"{hooks.url}/status", StatusCallbackEvent=["initiated", "answered"])
    await api.ring(StatusCallback=f"{hooks.url}/status")
    api.simulator.line(NUMBER).is_busy()
    await api.ring(StatusCallback=f"{hooks.url}/status", StatusCallbackEvent=EVENTS)
    told = [hooks.calls.get_nowait().form["CallStatus"] for _ in range(hooks.calls.qsize())]
    assert told == ["initiated", "in-progress", "completed", "initiated", "ringing", "busy"]


async def test_only_so_many_lines_are_kept(api: Api) -> None:
    for n in range(LINES + 1):
        api.simulator.line(f"+849{n:08d}")
    assert len(api.simulator.exchange.lines) == LINES
