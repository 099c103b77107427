"""What the simulated Telegram answers, call by call."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession

from alertd.model.notices import Button
from alertd.simulators.telegram import PHONES, TelegramSimulator

CHAT = 4101
KEYBOARD = {"inline_keyboard": [[{"text": "Đã nhận", "callback_data": "ack:1"}]]}


class Api:
    """Calls by name."""

    def __init__(self, simulator: TelegramSimulator, http: ClientSession) -> None:
        self.simulator = simulator
        self.http = http

    async def call(self, method: str, token: str = "", **parameters: Any) -> tuple[int, Any]:
        url = f"{self.simulator.url}/bot{token or self.simulator.token}/{method}"
        async with self.http.post(url, json=parameters) as response:
            return response.status, await response.json()

    async def result(self, method: str, **parameters: Any) -> Any:
        status, content = await self.call(method, **parameters)
        assert (status, content["ok"]) == (200, True)
        return content["result"]

    async def refusal(self, method: str, token: str = "", **parameters: Any) -> tuple[int, str]:
        status, content = await self.call(method, token, **parameters)
        assert (content["ok"], content["error_code"]) == (False, status)
        return status, content["description"]


@pytest.fixture
async def api(http: ClientSession) -> AsyncIterator[Api]:
    async with TelegramSimulator() as simulator:
        yield Api(simulator, http)


async def test_it_says_who_the_bot_is_whatever_the_case_of_the_method(api: Api) -> None:
    assert (await api.result("getme"))["is_bot"] is True
    assert await api.result("getMe") == await api.result("GETME")


@pytest.mark.parametrize(("method", "token", "status"), [("getMe", "1:wrong", 401), ("getMi", "", 404), ("a/b", "", 404)])
async def test_a_wrong_token_and_an_unknown_method_are_told_apart(api: Api, method: str, token: str, status: int) -> None:
    assert (await api.refusal(method, token))[0] == status


async def test_parameters_may_come_as_json_form_or_query(api: Api) -> None:
    phone = api.simulator.phone(CHAT)
    url = f"{api.simulator.url}/bot{api.simulator.token}/sendMessage"
    parameters = {"chat_id": str(CHAT), "text": "lũ về", "reply_markup": json.dumps(KEYBOARD)}
    async with api.http.post(url, data=parameters) as form, api.http.get(url, params=parameters) as query:
        assert (form.status, query.status) == (200, 200)
    await api.result("sendMessage", chat_id=CHAT, text="lũ về", reply_markup=KEYBOARD)
    assert [message.text for message in phone.messages] == ["lũ về"] * 3
    assert {message.buttons for message in phone.messages} == {((Button("Đã nhận", "ack:1"),),)}


async def test_only_chats_that_have_pressed_start_exist(api: Api) -> None:
    assert await api.refusal("sendMessage", chat_id=CHAT, text="x") == (400, "Bad Request: chat not found")


async def test_where_every_chat_exists_only_so_many_are_kept(http: ClientSession) -> None:
    async with TelegramSimulator(is_open=True) as simulator:
        for chat in range(1, PHONES + 1):
            simulator.phone(chat)
        await Api(simulator, http).result("sendMessage", chat_id=PHONES + 1, text="x")
        assert len(simulator.phones) == PHONES


async def test_who_blocked_the_bot_hears_from_it_again_after_start(api: Api) -> None:
    phone = api.simulator.phone(CHAT)
    phone.block()
    assert await api.refusal("sendMessage", chat_id=CHAT, text="x") == (403, "Forbidden: bot was blocked by the user")
    phone.press_start()
    await api.result("sendMessage", chat_id=CHAT, text="x")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("<b>x", "can't parse entities"),
        ("<blink>x</blink>", "can't parse entities"),
        ("x</b>", "can't parse entities"),
        ("<b><i>x</b></i>", "can't parse entities"),
        ("mực nước < 3 m", "can't parse entities"),
        ("<b></b>", "message text is empty"),
        ("x" * 4097, "message is too long"),
    ],
)
async def test_html_is_read_as_strictly_as_telegram_does(api: Api, text: str, complaint: str) -> None:
    api.simulator.phone(CHAT)
    status, description = await api.refusal("sendMessage", chat_id=CHAT, text=text, parse_mode="HTML")
    assert status == 400
    assert complaint in description


async def test_length_is_counted_after_tags_and_entities(api: Api) -> None:
    api.simulator.phone(CHAT)
    await api.result("sendMessage", chat_id=CHAT, text=f"<b>{'&amp;' * 4096}</b>", parse_mode="HTML")
    await api.result("sendMessage", chat_id=CHAT, text="🌊" * 2048)
    assert (await api.refusal("sendMessage", chat_id=CHAT, text="🌊" * 2049))[0] == 400


async def test_a_message_can_be_changed(api: Api) -> None:
    phone = api.simulator.phone(CHAT)
    sent = await api.result("sendMessage", chat_id=CHAT, text="x", reply_markup=KEYBOARD)
    await api.result("editMessageReplyMarkup", chat_id=CHAT, message_id=sent["message_id"])
    await api.result("editMessageText", chat_id=CHAT, message_id=sent["message_id"], text="y")
    assert [(message.text, message.buttons) for message in phone.messages] == [("y", ())]
    assert (await api.refusal("editMessageText", chat_id=CHAT, message_id=999, text="y"))[0] == 400


async def test_only_a_button_that_is_there_can_be_pressed(api: Api) -> None:
    phone = api.simulator.phone(CHAT)
    sent = await api.result("sendMessage", chat_id=CHAT, text="x", reply_markup=KEYBOARD)
    with pytest.raises(LookupError):
        phone.tap(sent["message_id"], "ack:2")
    with pytest.raises(LookupError):
        phone.tap(sent["message_id"] + 1, "ack:1")
    assert await api.result("answerCallbackQuery", callback_query_id=phone.tap(sent["message_id"], "ack:1"), text="rồi")
    assert phone.toasts == ["rồi"]


async def test_whoever_watches_is_told_of_every_message(api: Api) -> None:
    seen: list[tuple[int, str]] = []
    api.simulator.on_message(lambda phone, message: seen.append((phone.chat_id, message.text)))
    api.simulator.phone(CHAT)
    await api.result("sendMessage", chat_id=CHAT, text="x")
    assert seen == [(CHAT, "x")]


async def test_updates_that_were_not_asked_for_do_not_come(api: Api) -> None:
    await api.result("getUpdates", allowed_updates=["callback_query"])
    api.simulator.phone(CHAT).type("x")
    assert await api.result("getUpdates") == []


async def test_pending_updates_are_dropped_only_where_that_is_asked_for(api: Api) -> None:
    api.simulator.phone(CHAT).type("x")
    await api.result("deleteWebhook")
    assert (await api.result("getWebhookInfo"))["pending_update_count"] == 1
    await api.result("deleteWebhook", drop_pending_updates=True)
    assert (await api.result("getWebhookInfo"))["pending_update_count"] == 0


async def test_too_fast_is_refused_where_rates_are_kept(http: ClientSession) -> None:
    async with TelegramSimulator(is_open=True, is_strict=True) as simulator:
        api = Api(simulator, http)
        await api.result("sendMessage", chat_id=CHAT, text="x")
        status, content = await api.call("sendMessage", chat_id=CHAT, text="x")
        assert (status, content["parameters"]) == (429, {"retry_after": 1})


async def test_for_measuring_messages_are_taken_unread_and_forgotten(http: ClientSession) -> None:
    async with TelegramSimulator(is_lean=True) as simulator:
        sent = await Api(simulator, http).result("sendMessage", chat_id=CHAT, text="<b>x")
        assert (sent["chat"]["id"], simulator.phones) == (CHAT, {})
