"""What becomes of an SMS that is handed to Twilio."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from aiohttp import web
from pydantic import SecretStr

from alertd.channels.twilio.sms import TwilioSmsChannel
from alertd.clock import SystemClock
from alertd.errors import DeliveryFailed, FailureKind
from alertd.ports import Outgoing, Sent
from alertd.simulators.faults import Fault, FaultKind
from alertd.simulators.twilio import TwilioSimulator
from tests.channels.twilio.conftest import MakeChannel, twilio_settings

NUMBER = "+84900000017"


def outgoing(address: str = NUMBER, text: str = "Trực ban đầy đủ 24/24.") -> Outgoing:
    return Outgoing("1", address, text, False)


async def failure_of(channel: TwilioSmsChannel, message: Outgoing) -> DeliveryFailed:
    with pytest.raises(DeliveryFailed) as caught:
        await channel.send(message)
    return caught.value


async def arrived(twilio: TwilioSimulator) -> asyncio.Event:
    event = asyncio.Event()
    twilio.on_message(lambda _phone, _message: event.set())
    return event


async def test_a_message_arrives_and_its_reference_is_its_sid(twilio: TwilioSimulator, channel: TwilioSmsChannel) -> None:
    phone, event = twilio.phone(NUMBER), await arrived(twilio)
    sent = await channel.send(outgoing())
    await event.wait()
    (message,) = phone.messages
    assert (message.sid, message.text, message.sender) == (sent.provider_ref, "Trực ban đầy đủ 24/24.", "+15005550006")


async def test_a_province_told_within_seconds_is_not_taken_for_fraud(twilio: TwilioSimulator, channel: TwilioSmsChannel) -> None:
    twilio.suspects_fraud = True
    await channel.send(outgoing())
    await twilio.settled()
    assert len(twilio.phone(NUMBER).messages) == 1


async def test_a_messaging_service_sends_under_its_own_sid() -> None:
    service = "MG" + "1" * 32
    async with TwilioSimulator(number=service) as twilio:
        channel = TwilioSmsChannel(twilio_settings(twilio.url, from_number=service), SystemClock())
        await channel.start()
        assert (await channel.send(outgoing())).provider_ref.startswith("SM")
        await channel.close()


@pytest.mark.parametrize("address", ["0900000017", "+0", "trưởng thôn"])
async def test_a_number_that_is_none_is_a_bad_address(channel: TwilioSmsChannel, address: str) -> None:
    assert (await failure_of(channel, outgoing(address))).kind is FailureKind.BAD_ADDRESS


async def test_a_landline_is_a_bad_address(twilio: TwilioSimulator, channel: TwilioSmsChannel) -> None:
    twilio.phone(NUMBER).landline()
    failure = await failure_of(channel, outgoing())
    assert failure.kind is FailureKind.BAD_ADDRESS
    assert "cố định" in failure.detail


async def test_who_opted_out_has_blocked_us_until_they_opt_in_again(twilio: TwilioSimulator, channel: TwilioSmsChannel) -> None:
    phone = twilio.phone(NUMBER)
    phone.type("STOP")
    assert (await failure_of(channel, outgoing())).kind is FailureKind.BLOCKED
    phone.type("START")
    assert (await channel.send(outgoing())).provider_ref


@pytest.mark.parametrize("text", ["", "x" * 1601], ids=["empty", "too long"])
async def test_what_twilio_cannot_carry_is_a_bad_message(channel: TwilioSmsChannel, text: str) -> None:
    assert (await failure_of(channel, outgoing(text=text))).kind is FailureKind.BAD_MESSAGE


async def test_a_sender_that_is_not_ours_is_the_operators_matter(opened: MakeChannel) -> None:
    channel = await opened(from_number="+15005550001")
    assert (await failure_of(channel, outgoing())).kind is FailureKind.CREDENTIALS


@pytest.mark.parametrize("change", [{"auth_token": SecretStr("wrong")}, {"account_sid": SecretStr("AC" + "1" * 32)}])
async def test_an_account_that_is_not_accepted_is_the_operators_matter(twilio: TwilioSimulator, change: dict[str, SecretStr]) -> None:
    channel = TwilioSmsChannel(twilio_settings(twilio.url, **change), SystemClock())
    with pytest.raises(DeliveryFailed) as caught:
        await channel.start()
    failure = await failure_of(channel, outgoing())
    await channel.close()
    assert (caught.value.kind, failure.kind) == (FailureKind.CREDENTIALS, FailureKind.CREDENTIALS)


async def test_too_many_requests_concern_the_whole_account_and_say_how_long_to_wait(
    twilio: TwilioSimulator, channel: TwilioSmsChannel
) -> None:
    twilio.faults.add(Fault(FaultKind.RATE, retry_after=3))
    twilio.faults.add(Fault(FaultKind.RATE))
    with_time, without = await failure_of(channel, outgoing()), await failure_of(channel, outgoing())
    assert (with_time.kind, with_time.retry_after, with_time.concerns_sender) == (FailureKind.RATE, timedelta(seconds=3), True)
    assert (without.kind, without.retry_after, without.concerns_sender) == (FailureKind.RATE, None, True)


@pytest.mark.parametrize("status", [500, 503])
async def test_after_an_error_of_twilios_own_a_message_may_still_go_out(
    twilio: TwilioSimulator, channel: TwilioSmsChannel, status: int
) -> None:
    twilio.faults.add(Fault(FaultKind.ERROR, status=status))
    assert (await failure_of(channel, outgoing())).kind is FailureKind.UNKNOWN


@pytest.mark.parametrize("kind", [FaultKind.CUT, FaultKind.GARBLE, FaultKind.RESET])
async def test_a_message_whose_answer_is_lost_on_the_way_is_unknown(
    twilio: TwilioSimulator, channel: TwilioSmsChannel, kind: FaultKind
) -> None:
    twilio.faults.add(Fault(kind))
    assert (await failure_of(channel, outgoing())).kind is FailureKind.UNKNOWN


async def test_a_message_accepted_but_never_answered_is_unknown(twilio: TwilioSimulator, opened: MakeChannel) -> None:
    channel, event = await opened(seconds=0.2), await arrived(twilio)
    twilio.faults.add(Fault(FaultKind.HANG))
    assert (await failure_of(channel, outgoing())).kind is FailureKind.UNKNOWN
    await event.wait()
    assert len(twilio.phone(NUMBER).messages) == 1


async def test_a_refused_connection_means_that_nothing_was_sent(twilio: TwilioSimulator) -> None:
    await twilio.cut_off()
    channel = TwilioSmsChannel(twilio_settings(twilio.url), SystemClock())
    with pytest.raises(DeliveryFailed):
        await channel.start()
    failure = await failure_of(channel, outgoing())
    await channel.close()
    assert failure.kind is FailureKind.NETWORK


async def test_a_block_page_on_the_way_is_not_taken_for_twilios_answer() -> None:
    async def page(_: web.BaseRequest) -> web.Response:
        return web.Response(status=403, text="<html>blocked by the carrier</html>")

    runner = web.ServerRunner(web.Server(page))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    channel = TwilioSmsChannel(twilio_settings("http://127.0.0.1:{1}".format(*runner.addresses[0])), SystemClock())
    with pytest.raises(DeliveryFailed) as caught:
        await channel.start()
    await channel.close()
    await runner.cleanup()
    assert caught.value.kind is FailureKind.NETWORK


async def test_a_hundred_messages_at_once_all_arrive_once(twilio: TwilioSimulator, channel: TwilioSmsChannel) -> None:
    numbers, all_arrived = [f"+849000{n:05d}" for n in range(100)], asyncio.Event()
    got: list[str] = []

    def count(phone: object, message: object) -> None:
        got.append(str(message))
        if len(got) == 100:
            all_arrived.set()

    twilio.on_message(count)
    sent = await asyncio.gather(*(channel.send(outgoing(number)) for number in numbers))
    await all_arrived.wait()
    assert len({one.provider_ref for one in sent}) == 100
    assert all(len(twilio.phone(number).messages) == 1 for number in numbers)


async def test_no_failure_tells_the_account_or_its_token(twilio: TwilioSimulator, opened: MakeChannel) -> None:
    channel = await opened(seconds=0.2)
    for kind in (FaultKind.RESET, FaultKind.CUT, FaultKind.HANG, FaultKind.ERROR, FaultKind.GARBLE, FaultKind.RATE):
        twilio.faults.add(Fault(kind))
    told = "".join([repr(await failure_of(channel, outgoing())) for _ in range(6)])
    assert "simulated" not in told
    assert "AC0" not in told


async def test_a_channel_without_an_account_starts_and_refuses_to_send() -> None:
    channel = TwilioSmsChannel(twilio_settings("http://127.0.0.1:1", account_sid=None, auth_token=None), SystemClock())
    await channel.start()
    failure = await failure_of(channel, outgoing())
    await channel.close()
    assert not channel.is_on
    assert failure.kind is FailureKind.CREDENTIALS


async def test_a_channel_that_was_not_started_sends_nothing(twilio: TwilioSimulator) -> None:
    channel = TwilioSmsChannel(twilio_settings(twilio.url), SystemClock())
    assert (await failure_of(channel, outgoing())).kind is FailureKind.NETWORK


async def test_the_environment_does_not_choose_another_server(
    twilio: TwilioSimulator, opened: MakeChannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWILIO_EDGE", "sydney")
    monkeypatch.setenv("TWILIO_REGION", "au1")
    channel = await opened()
    assert (await channel.send(outgoing())).provider_ref


@pytest.mark.parametrize(("text", "length"), [("Nuoc len", 8), ("[1]", 5), ("Nước lên", 8), ("🌊", 2)])
def test_length_counts_septets_or_units(text: str, length: int) -> None:
    assert TwilioSmsChannel(twilio_settings("http://127.0.0.1:1"), SystemClock()).length(text) == length


async def test_what_twilio_has_already_taken_is_found_again_by_number_words_and_time(channel: TwilioSmsChannel) -> None:
    began = SystemClock().now()
    sent = await channel.send(outgoing())
    await channel.send(outgoing("+84900000018"))
    texts = frozenset({outgoing().text, "(gửi lại) " + outgoing().text})
    assert await channel.find(NUMBER, texts, began) == Sent(sent.provider_ref)
    assert await channel.find(NUMBER, frozenset({"tin khác"}), began) is None
    assert await channel.find(NUMBER, texts, began + timedelta(hours=1)) is None
    assert await channel.find("+84900000019", texts, began) is None
