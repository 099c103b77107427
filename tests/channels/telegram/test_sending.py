"""What becomes of a message that is handed to Telegram."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from aiohttp import web
from pydantic import SecretStr

from alertd.channels.telegram.channel import TelegramChannel
from alertd.clock import SystemClock
from alertd.errors import DeliveryFailed, FailureKind
from alertd.model.notices import Button
from alertd.ports import Outgoing
from alertd.simulators.faults import Fault, FaultKind
from alertd.simulators.telegram import TelegramSimulator
from tests.channels.telegram.conftest import MakeChannel, telegram_settings

CHAT = 4101


def outgoing(address: int | str = CHAT, text: str = "Trực ban đầy đủ 24/24.", *, is_html: bool = False, data: str = "") -> Outgoing:
    return Outgoing("1", str(address), text, is_html, ((Button("Đã nhận", data),),) if data else ())


async def failure_of(channel: TelegramChannel, message: Outgoing) -> DeliveryFailed:
    with pytest.raises(DeliveryFailed) as caught:
        await channel.send(message)
    return caught.value


async def test_a_message_arrives_with_its_buttons_and_its_reference_names_chat_and_message(
    telegram: TelegramSimulator, channel: TelegramChannel
) -> None:
    phone = telegram.phone(CHAT)
    sent = await channel.send(outgoing(text="<b>Công điện</b> số 2 &amp; 3", is_html=True, data="ack:17"))
    (message,) = phone.messages
    assert message.text == "Công điện số 2 & 3"
    assert message.buttons == ((Button("Đã nhận", "ack:17"),),)
    assert sent.provider_ref == f"{CHAT}:{message.message_id}"


async def test_markup_that_telegram_refuses_goes_out_at_once_as_plain_text(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    phone = telegram.phone(CHAT)
    await channel.send(outgoing(text="<b>Mực nước</i> trên báo động 3 &lt;khẩn&gt;", is_html=True))
    assert [message.text for message in phone.messages] == ["Mực nước trên báo động 3 <khẩn>"]


async def test_what_telegram_finds_too_long_is_cut_at_a_sentence_and_the_last_piece_bears_the_buttons(
    telegram: TelegramSimulator, channel: TelegramChannel
) -> None:
    phone = telegram.phone(CHAT)
    text = "Sơ tán dân khỏi vùng sạt lở ngay. " * 130
    sent = await channel.send(outgoing(text=f"<b>{text}</b>", is_html=True, data="ack:17"))
    pieces = phone.messages
    assert " ".join(piece.text for piece in pieces) == text.strip()
    assert all(piece.text.endswith("ngay.") for piece in pieces)
    assert [bool(piece.buttons) for piece in pieces] == [False, False, True]
    assert sent.provider_ref == f"{CHAT}:{pieces[-1].message_id}"


async def test_a_message_whose_buttons_are_refused_arrives_without_them(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    phone = telegram.phone(CHAT)
    await channel.send(outgoing(data="đ" * 33))
    assert [message.buttons for message in phone.messages] == [()]


async def test_a_group_that_has_moved_is_followed_and_its_new_address_told(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    telegram.phone(-55).move_to(-1000000000055)
    group = telegram.phone(-1000000000055)
    sent = await channel.send(outgoing(-55))
    assert sent.moved_to == "-1000000000055"
    assert sent.provider_ref == f"-1000000000055:{group.messages[0].message_id}"


async def test_a_failure_at_the_new_address_of_a_group_is_a_failure(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    telegram.phone(-55).move_to(-1000000000055)
    assert (await failure_of(channel, outgoing(-55))).kind is FailureKind.BAD_ADDRESS


@pytest.mark.parametrize("address", [999, "@nobody", ""])
async def test_a_chat_that_does_not_exist_is_a_bad_address(channel: TelegramChannel, address: int | str) -> None:
    assert (await failure_of(channel, outgoing(address))).kind is FailureKind.BAD_ADDRESS


@pytest.mark.parametrize("chat", [CHAT, -55])
async def test_a_person_or_group_that_threw_the_bot_out_has_blocked_it(
    telegram: TelegramSimulator, channel: TelegramChannel, chat: int
) -> None:
    telegram.phone(chat).block()
    assert (await failure_of(channel, outgoing(chat))).kind is FailureKind.BLOCKED


@pytest.mark.parametrize("message", [outgoing(text="  ")], ids=["empty"])
async def test_what_telegram_cannot_carry_is_a_bad_message(
    telegram: TelegramSimulator, channel: TelegramChannel, message: Outgoing
) -> None:
    telegram.phone(CHAT)
    assert (await failure_of(channel, message)).kind is FailureKind.BAD_MESSAGE


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_an_error_of_telegrams_own_is_tried_again(telegram: TelegramSimulator, channel: TelegramChannel, status: int) -> None:
    phone = telegram.phone(CHAT)
    telegram.faults.add(Fault(FaultKind.ERROR, status=status))
    assert (await failure_of(channel, outgoing())).kind is FailureKind.PROVIDER_DOWN
    await channel.send(outgoing())
    assert len(phone.messages) == 1


@pytest.mark.parametrize("token", ["123456:another", "no/token"])
async def test_a_token_that_is_not_accepted_is_the_operators_matter(telegram: TelegramSimulator, token: str) -> None:
    channel = TelegramChannel(telegram_settings(telegram.url, token=SecretStr(token)), SystemClock())
    with pytest.raises(DeliveryFailed) as caught:
        await channel.start()
    failure = await failure_of(channel, outgoing())
    await channel.close()
    assert caught.value.kind is FailureKind.CREDENTIALS
    assert failure.kind is FailureKind.CREDENTIALS


async def test_a_first_limit_is_the_chats_own_and_says_how_long_to_wait(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    telegram.phone(CHAT)
    telegram.faults.add(Fault(FaultKind.RATE, retry_after=7))
    failure = await failure_of(channel, outgoing())
    assert (failure.kind, failure.retry_after, failure.concerns_sender) == (FailureKind.RATE, timedelta(seconds=7), False)


async def test_a_limit_that_meets_a_second_person_meanwhile_is_the_bots(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    telegram.faults.add(Fault(FaultKind.RATE, times=2, retry_after=7))
    await failure_of(channel, outgoing(1))
    assert (await failure_of(channel, outgoing(2))).concerns_sender


async def test_the_limit_of_a_group_never_stops_the_bot(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    telegram.faults.add(Fault(FaultKind.RATE, times=3, retry_after=60))
    failures = [await failure_of(channel, outgoing(chat)) for chat in (-1, -2, 3)]
    assert [failure.concerns_sender for failure in failures] == [False, False, False]


async def test_a_limit_without_a_time_is_still_a_limit(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    telegram.faults.add(Fault(FaultKind.RATE))
    failure = await failure_of(channel, outgoing())
    assert (failure.kind, failure.retry_after) == (FailureKind.RATE, None)


@pytest.mark.parametrize("kind", [FaultKind.CUT, FaultKind.GARBLE])
async def test_a_message_whose_answer_is_lost_on_the_way_is_unknown(
    telegram: TelegramSimulator, channel: TelegramChannel, kind: FaultKind
) -> None:
    phone = telegram.phone(CHAT)
    telegram.faults.add(Fault(kind))
    assert (await failure_of(channel, outgoing())).kind is FailureKind.UNKNOWN
    assert len(phone.messages) == 1


async def test_a_message_accepted_but_never_answered_is_unknown(telegram: TelegramSimulator, opened: MakeChannel) -> None:
    phone = telegram.phone(CHAT)
    channel = await opened(seconds=0.2)
    telegram.faults.add(Fault(FaultKind.HANG))
    assert (await failure_of(channel, outgoing())).kind is FailureKind.UNKNOWN
    assert len(phone.messages) == 1


async def test_a_slow_answer_is_waited_for(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    telegram.phone(CHAT)
    telegram.faults.add(Fault(FaultKind.SLOW, seconds=0.05))
    assert (await channel.send(outgoing())).provider_ref.startswith(f"{CHAT}:")


async def test_a_connection_reset_after_the_request_left_is_unknown(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    telegram.faults.add(Fault(FaultKind.RESET))
    assert (await failure_of(channel, outgoing())).kind is FailureKind.UNKNOWN


async def test_a_refused_connection_means_that_nothing_was_sent(telegram: TelegramSimulator, opened: MakeChannel) -> None:
    phone = telegram.phone(CHAT)
    channel = await opened()
    await telegram.cut_off()
    kinds = {(await failure_of(channel, outgoing())).kind for _ in range(3)}
    await telegram.reconnect()
    await channel.send(outgoing())
    assert FailureKind.NETWORK in kinds
    assert kinds <= {FailureKind.NETWORK, FailureKind.UNKNOWN}
    assert len(phone.messages) == 1


async def test_a_block_page_on_the_way_is_not_taken_for_a_person_who_blocked_the_bot() -> None:
    async def page(_: web.BaseRequest) -> web.Response:
        return web.Response(status=403, text="<html>blocked by the carrier</html>")

    runner = web.ServerRunner(web.Server(page))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    channel = TelegramChannel(telegram_settings("http://127.0.0.1:{1}".format(*runner.addresses[0])), SystemClock())
    with pytest.raises(DeliveryFailed) as caught:
        await channel.start()
    failure = await failure_of(channel, outgoing())
    await channel.close()
    await runner.cleanup()
    assert (caught.value.kind, failure.kind) == (FailureKind.NETWORK, FailureKind.NETWORK)


async def test_a_hundred_messages_at_once_all_arrive_once(telegram: TelegramSimulator, channel: TelegramChannel) -> None:
    phones = [telegram.phone(chat) for chat in range(1, 101)]
    sent = await asyncio.gather(*(channel.send(outgoing(phone.chat_id)) for phone in phones))
    assert len({one.provider_ref for one in sent}) == 100
    assert all(len(phone.messages) == 1 for phone in phones)


async def test_no_failure_tells_the_token(telegram: TelegramSimulator, opened: MakeChannel) -> None:
    telegram.phone(CHAT)
    channel = await opened(seconds=0.2)
    for kind in (FaultKind.RESET, FaultKind.CUT, FaultKind.HANG, FaultKind.ERROR, FaultKind.GARBLE):
        telegram.faults.add(Fault(kind))
    failures = [await failure_of(channel, outgoing()) for _ in range(5)]
    await telegram.cut_off()
    failures += [await failure_of(channel, outgoing()) for _ in range(2)]
    assert "simulated" not in "".join(map(repr, failures))


async def test_a_channel_without_a_token_starts_and_refuses_to_send() -> None:
    channel = TelegramChannel(telegram_settings("http://127.0.0.1:1", token=None), SystemClock())
    await channel.start()
    failure = await failure_of(channel, outgoing())
    await channel.close()
    assert not channel.is_on
    assert failure.kind is FailureKind.CREDENTIALS


async def test_a_channel_that_was_not_started_sends_nothing(telegram: TelegramSimulator) -> None:
    channel = TelegramChannel(telegram_settings(telegram.url), SystemClock())
    assert (await failure_of(channel, outgoing())).kind is FailureKind.NETWORK


async def test_a_start_that_failed_can_be_repeated(telegram: TelegramSimulator) -> None:
    telegram.phone(CHAT)
    channel = TelegramChannel(telegram_settings(telegram.url), SystemClock())
    telegram.faults.add(Fault(FaultKind.ERROR))
    with pytest.raises(DeliveryFailed):
        await channel.start()
    await channel.start()
    await channel.send(outgoing())
    await channel.close()


@pytest.mark.parametrize(("text", "length"), [("<b>Lũ</b>", 2), ("a &lt; b", 5), ("🌊", 2), ("", 0)])
def test_length_counts_utf_16_units_without_tags_and_with_entities_read(text: str, length: int) -> None:
    channel = TelegramChannel(telegram_settings("http://127.0.0.1:1"), SystemClock())
    assert channel.length(text) == length
