"""How what people do on Telegram comes in, and what it is taken for."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import Any

import pytest
from pydantic import SecretStr

from alertd.channels.telegram.channel import TelegramChannel
from alertd.clock import SystemClock
from alertd.errors import DeliveryFailed, FailureKind, Forged, Invalid, Oversized
from alertd.model.inbox import Happening, HappeningKind, RawEvent
from alertd.model.media import Media, MediaKind
from alertd.model.notices import Button
from alertd.ports import HookRequest, Outgoing
from alertd.simulators.faults import Fault, FaultKind
from alertd.simulators.telegram import TelegramSimulator
from tests.channels.telegram.conftest import MakeChannel, telegram_settings
from tests.fakes.hook_server import HookServer

CHAT = 4101
SECRET = {"receive": "webhook", "secret": SecretStr("only-telegram-knows")}


async def heard(channel: TelegramChannel) -> list[Happening | None]:
    return [channel.interpret(event) for event in (await channel.poll(None)).events]


async def test_what_was_written_while_nobody_listened_is_not_lost(telegram: TelegramSimulator, opened: MakeChannel) -> None:
    number = telegram.phone(CHAT).type("Đã nhận, đang triển khai")
    (event,) = await heard(await opened())
    assert event == Happening(
        HappeningKind.TEXT, str(CHAT), words="Đã nhận, đang triển khai", message_ref=f"{CHAT}:{number}", who=f"Người {CHAT}"
    )


async def test_an_event_comes_again_until_its_cursor_is_handed_back(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    phone = telegram.phone(CHAT)
    phone.type("rõ")
    first = await channel.poll(None)
    again = await channel.poll(None)
    phone.type("xong")
    later = await channel.poll(first.cursor)
    assert first == again
    assert [json.loads(event.payload)["message"]["text"] for event in later.events] == ["xong"]
    assert (await channel.poll(later.cursor)).events == ()


async def test_a_poll_with_nothing_to_tell_keeps_its_cursor(channel: TelegramChannel) -> None:
    assert (await channel.poll(None)).cursor is None
    assert (await channel.poll("42")).cursor == "42"


async def test_the_external_id_is_that_of_the_update(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    telegram.phone(CHAT).type("rõ")
    (event,) = (await channel.poll(None)).events
    assert (event.sender, event.external_id) == ("telegram", str(json.loads(event.payload)["update_id"]))


async def test_a_poll_waits_for_somebody_to_write(telegram: TelegramSimulator, opened: MakeChannel) -> None:
    channel = await opened(poll_seconds=20.0)
    waiting = asyncio.create_task(channel.poll(None))
    telegram.phone(CHAT).type("rõ")
    assert len((await waiting).events) == 1


async def test_a_second_process_on_the_same_token_is_told_as_such(telegram: TelegramSimulator, opened: MakeChannel) -> None:
    first, second = await opened(poll_seconds=20.0), await opened(poll_seconds=20.0)
    waiting = {asyncio.create_task(first.poll(None)), asyncio.create_task(second.poll(None))}
    (thrown_out,), (left,) = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    telegram.phone(CHAT).type("rõ")
    failure = thrown_out.exception()
    assert isinstance(failure, DeliveryFailed)
    assert failure.kind is FailureKind.CREDENTIALS
    assert "tiến trình khác" in failure.detail
    assert len((await left).events) == 1


async def test_polling_while_a_webhook_is_set_elsewhere_says_so(telegram: TelegramSimulator, opened: MakeChannel) -> None:
    channel = await opened()
    await opened(public_url="http://127.0.0.1:1", **SECRET)
    with pytest.raises(DeliveryFailed, match="webhook"):
        await channel.poll(None)


async def test_a_bot_that_could_not_start_removes_a_forgotten_webhook_at_its_first_poll(
    telegram: TelegramSimulator, opened: MakeChannel
) -> None:
    await opened(public_url="http://127.0.0.1:1", **SECRET)
    channel = TelegramChannel(telegram_settings(telegram.url), SystemClock(), poll_seconds=0)
    telegram.faults.add(Fault(FaultKind.ERROR))
    with pytest.raises(DeliveryFailed):
        await channel.start()
    telegram.phone(CHAT).type("rõ")
    assert len((await channel.poll(None)).events) == 1
    await channel.close()


async def test_a_poll_that_fails_says_why(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    telegram.faults.add(Fault(FaultKind.ERROR, method="getUpdates"))
    with pytest.raises(DeliveryFailed) as caught:
        await channel.poll(None)
    assert caught.value.kind is FailureKind.PROVIDER_DOWN


async def test_a_tap_brings_the_buttons_data_and_the_message_it_was_under(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    phone = telegram.phone(CHAT)
    sent = await channel.send(Outgoing("1", str(CHAT), "Công điện", False, ((Button("Đã nhận", "ack:17"),),)))
    phone.tap(phone.messages[0].message_id, "ack:17")
    (event,) = await heard(channel)
    assert event == Happening(HappeningKind.TAP, str(CHAT), data="ack:17", answers_ref=sent.provider_ref, who=f"Người {CHAT}")


async def test_an_answer_to_a_message_names_it(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    phone = telegram.phone(CHAT)
    sent = await channel.send(Outgoing("1", str(CHAT), "Công điện", False))
    phone.type("rõ", reply_to=phone.messages[0].message_id)
    (event,) = await heard(channel)
    assert event is not None
    assert event.answers_ref == sent.provider_ref


@pytest.mark.parametrize(("typed", "word"), [("/start", ""), ("/start moi-1a2b", "moi-1a2b"), ("/start@alertd_bot  moi-1a2b ", "moi-1a2b")])
async def test_opening_the_chat_brings_the_word_of_the_invitation(
    telegram: TelegramSimulator, channel: TelegramChannel, typed: str, word: str
) -> None:
    telegram.phone(CHAT).type(typed)
    (event,) = await heard(channel)
    assert event is not None
    assert (event.kind, event.words) == (HappeningKind.START, word)


async def test_blocking_the_bot_is_leaving(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    telegram.phone(-55).block()
    (event,) = await heard(channel)
    assert event == Happening(HappeningKind.LEFT, "-55", is_group=True, who="Người -55")


async def test_a_group_that_moves_brings_its_new_address(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    telegram.phone(-55).move_to(-1000000000055)
    (event,) = await heard(channel)
    assert event == Happening(HappeningKind.MOVED, "-55", words="-1000000000055", is_group=True)


async def test_a_changed_message_is_an_event_of_its_own(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    phone = telegram.phone(CHAT)
    phone.edit(phone.type("Chưa nhận"), "Đã nhận")
    events = await heard(channel)
    assert [event.words for event in events if event] == ["Chưa nhận", "Đã nhận"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"contact": {"first_name": "Nông Văn A", "phone_number": "+84900000001"}}, "[danh thiếp: Nông Văn A +84900000001]"),
        ({"sticker": {"emoji": "👍"}}, "👍"),
        ({"sticker": {}}, "[nhãn dán]"),
    ],
)
async def test_what_is_sent_instead_of_words_is_told_in_words(
    telegram: TelegramSimulator, channel: TelegramChannel, content: dict[str, Any], words: str
) -> None:
    telegram.phone(CHAT).send(**content)
    (event,) = await heard(channel)
    assert event is not None
    assert (event.kind, event.words) == (HappeningKind.TEXT, words)


@pytest.mark.parametrize("content", [{"new_chat_members": []}, {"pinned_message": {}}, {"migrate_from_chat_id": -55}])
async def test_what_nobody_said_is_nothing(telegram: TelegramSimulator, channel: TelegramChannel, content: dict[str, Any]) -> None:
    telegram.phone(-55).send(**content)
    assert await heard(channel) == [None]


async def test_a_tap_stops_its_spinner_and_shows_a_word(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    phone = telegram.phone(CHAT)
    await channel.send(Outgoing("1", str(CHAT), "Công điện", False, ((Button("Đã nhận", "ack:17"),),)))
    phone.tap(phone.messages[0].message_id, "ack:17")
    (event,) = (await channel.poll(None)).events
    await channel.acknowledge(event, "Đã ghi nhận")
    await channel.acknowledge(event, "Đã ghi nhận")  # too late the second time: no failure
    assert phone.toasts == ["Đã ghi nhận"]


async def test_nothing_is_acknowledged_where_nothing_was_tapped(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    telegram.phone(CHAT).type("rõ")
    (event,) = (await channel.poll(None)).events
    await channel.acknowledge(event, "Đã ghi nhận")
    assert telegram.phone(CHAT).toasts == []


async def test_a_bot_knows_no_receipts(channel: TelegramChannel) -> None:
    assert await channel.receipt("1:1") is None


async def test_with_a_webhook_telegram_calls_us_with_what_waits_and_with_what_comes(
    telegram: TelegramSimulator, opened: MakeChannel, hooks: HookServer
) -> None:
    phone = telegram.phone(CHAT)
    phone.type("trước")
    channel = await opened(public_url=hooks.url, **SECRET)
    phone.type("sau")
    calls = [await hooks.calls.get(), await hooks.calls.get()]
    happenings = [channel.interpret(channel.verify(call)) for call in calls]
    assert [call.path for call in calls] == ["/hooks/telegram/telegram"] * 2
    assert [happening.words for happening in happenings if happening] == ["trước", "sau"]


async def test_a_call_without_the_secret_is_forged(telegram: TelegramSimulator, opened: MakeChannel) -> None:
    channel = await opened(public_url="http://127.0.0.1:1", **SECRET)
    call = HookRequest("/hooks/telegram/telegram", "", {"x-telegram-bot-api-secret-token": "guess"}, b'{"update_id": 1}')
    for headers in (call.headers, {}, {"X-Telegram-Bot-Api-Secret-Token": "\udcff"}):
        with pytest.raises(Forged):
            channel.verify(replace(call, headers=headers))
    assert channel.verify(replace(call, headers={"x-telegram-bot-api-secret-token": "only-telegram-knows"})) == RawEvent(
        "telegram", "1", '{"update_id": 1}'
    )


async def test_a_sender_without_a_secret_believes_no_call(channel: TelegramChannel) -> None:
    with pytest.raises(Forged):
        channel.verify(HookRequest("/hooks/telegram/telegram", "", {"X-Telegram-Bot-Api-Secret-Token": ""}, b'{"update_id": 1}'))


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"\xff", b"null"])
async def test_a_call_that_cannot_be_read_is_invalid(opened: MakeChannel, body: bytes) -> None:
    channel = await opened(public_url="http://127.0.0.1:1", **SECRET)
    with pytest.raises(Invalid):
        channel.verify(HookRequest("/", "", {"X-Telegram-Bot-Api-Secret-Token": "only-telegram-knows"}, body))


async def test_a_sender_that_receives_nothing_says_that_nobody_can_answer(opened: MakeChannel) -> None:
    assert not (await opened(receive="none")).traits.hears_replies
    assert (await opened()).traits.hears_replies


async def test_a_later_version_of_a_message_is_known_by_its_reference(telegram: TelegramSimulator, opened: MakeChannel) -> None:
    number = telegram.phone(CHAT).type("đã xong")
    telegram.phone(CHAT).edit(number, "chưa xong")
    first, second = filter(None, await heard(await opened()))
    assert (first.message_ref, first.is_edit) == (second.message_ref, False)
    assert (second.words, second.is_edit) == ("chưa xong", True)


async def test_in_a_group_only_what_is_said_to_the_bot_is_addressed_to_it(telegram: TelegramSimulator, opened: MakeChannel) -> None:
    channel = await opened()
    sent = await channel.send(Outgoing("1", str(telegram.phone(-55).chat_id), "Công điện", is_html=False))
    group, order = telegram.phone(-55), int(sent.provider_ref.partition(":")[2])
    group.type("rõ", member="Hoàng Văn Thụ")
    group.type("rõ", member="Hoàng Văn Thụ", reply_to=order)
    group.type("@alertd_simulated_bot rõ", member="Hoàng Văn Thụ")
    said = [each for each in await heard(channel) if each]
    assert [(each.words, each.is_addressed, each.who) for each in said] == [
        ("rõ", False, "Hoàng Văn Thụ"),
        ("rõ", True, "Hoàng Văn Thụ"),
        ("rõ", True, "Hoàng Văn Thụ"),
    ]
    assert said[1].answers_ref == sent.provider_ref


async def test_an_emoji_on_a_message_is_an_answer_to_it_and_a_change_of_it_an_edit(
    telegram: TelegramSimulator, channel: TelegramChannel
) -> None:
    group = telegram.phone(-77)
    group.is_bot_administrator = True
    group.react(5, "👍", member="Nông Thị Lan")
    group.react(5, "👍", "❤", instead_of="👍", member="Nông Thị Lan")
    group.react(5, instead_of="👍❤", member="Nông Thị Lan")
    first, second, third = await heard(channel)
    assert first is not None
    assert second is not None
    assert third is not None
    assert (first.kind, first.words, first.answers_ref, first.who) == (HappeningKind.REACTION, "👍", "-77:5", "Nông Thị Lan")
    assert (second.words, third.words) == ("👍 ❤", "[gỡ cảm xúc]")
    assert [each.is_edit for each in (first, second, third)] == [False, True, True]
    assert first.message_ref == second.message_ref == third.message_ref != first.answers_ref


@pytest.mark.parametrize("kind", ["poll", "checklist", "story", "paid_media", "dice", "game"])
async def test_what_has_no_words_is_named_instead_of_being_lost(telegram: TelegramSimulator, channel: TelegramChannel, kind: str) -> None:
    telegram.phone(CHAT).send(**{kind: {"id": 1}})
    (event,) = await heard(channel)
    assert event is not None
    assert event.words.startswith("[")


@pytest.mark.parametrize(
    ("content", "words", "media"),
    [
        (
            {"photo": [{"file_id": "s", "width": 90}, {"file_id": "l", "width": 900}], "caption": "lũ về"},
            "lũ về",
            Media(MediaKind.PHOTO, "l"),
        ),
        ({"voice": {"file_id": "f", "file_size": 7}}, "", Media(MediaKind.VOICE, "f", size=7)),
        ({"video": {"file_id": "f", "file_size": 2**32}}, "", Media(MediaKind.VIDEO, "f", size=2**31 - 1)),
        ({"animation": {"file_id": "f"}, "document": {"file_id": "f"}}, "", Media(MediaKind.VIDEO, "f")),
        ({"document": {"file_id": "f", "file_name": "a.pdf"}}, "", Media(MediaKind.DOCUMENT, "f", "a.pdf")),
        (
            {"location": {"latitude": 21.85, "longitude": 106.76}, "venue": {"title": "cầu Kỳ Lừa"}},
            "",
            Media(MediaKind.LOCATION, "", "cầu Kỳ Lừa", latitude=21.85, longitude=106.76),
        ),
    ],
)
async def test_what_is_sent_beside_words_is_named_so_that_it_can_be_fetched(
    telegram: TelegramSimulator, channel: TelegramChannel, content: dict[str, Any], words: str, media: Media
) -> None:
    telegram.phone(CHAT).send(**content)
    (event,) = await heard(channel)
    assert event is not None
    assert (event.words, event.media) == (words, (media,))


async def test_a_file_is_fetched_by_its_id_and_not_beyond_the_limit(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    ref = telegram.keep_file(b"12345")
    assert await channel.fetch(ref, 5) == b"12345"
    with pytest.raises(Oversized):
        await channel.fetch(ref, 4)
    with pytest.raises(DeliveryFailed, match="wrong file_id"):
        await channel.fetch("file-77", 5)
    telegram.faults.add(Fault(FaultKind.CUT, method=ref))
    with pytest.raises(DeliveryFailed, match="không tải được tệp"):
        await channel.fetch(ref, 5)
