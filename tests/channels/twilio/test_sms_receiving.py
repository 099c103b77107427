"""How answers and receipts come in from Twilio, and what they are taken for."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from alertd.channels.twilio.sms import TwilioSmsChannel
from alertd.channels.twilio.sms_happenings import happening
from alertd.clock import SystemClock
from alertd.errors import DeliveryFailed, FailureKind, Forged, Invalid
from alertd.model.inbox import Happening, HappeningKind
from alertd.model.media import Media, MediaKind
from alertd.model.notices import DeliveryState
from alertd.ports import HookRequest, Outgoing
from alertd.simulators.faults import Fault, FaultKind
from alertd.simulators.twilio import TwilioSimulator
from tests.channels.twilio.conftest import MakeChannel, twilio_settings
from tests.fakes.hook_server import HookServer

NUMBER = "+84900000017"
MESSAGE = Outgoing("1", NUMBER, "Trực ban đầy đủ.", False)


class SteppingClock:
    """A clock that moves on only when somebody sleeps, and remembers for how long."""

    speed = 1.0

    def __init__(self) -> None:
        self.slept: list[timedelta] = []
        self._now = datetime.now(UTC)

    def now(self) -> datetime:
        return self._now

    async def sleep(self, pause: timedelta) -> None:
        self.slept.append(pause)
        self._now += pause


async def test_answers_are_listed_oldest_first_and_each_is_an_event_by_its_sid(twilio: TwilioSimulator, channel: TwilioSmsChannel) -> None:
    phone = twilio.phone(NUMBER)
    sids = [phone.type("Đã nhận"), phone.type("đang làm")]
    events = (await channel.poll(None)).events
    assert [event.external_id for event in events] == sids
    assert channel.interpret(events[0]) == Happening(HappeningKind.TEXT, NUMBER, words="Đã nhận", message_ref=sids[0])


async def test_what_we_sent_is_not_heard_as_an_answer(twilio: TwilioSimulator, channel: TwilioSmsChannel) -> None:
    await channel.send(MESSAGE)
    assert (await channel.poll(None)).events == ()


async def test_a_later_poll_reaches_back_so_that_nothing_late_is_missed(twilio: TwilioSimulator, channel: TwilioSmsChannel) -> None:
    phone = twilio.phone(NUMBER)
    first = phone.type("Đã nhận")
    cursor = (await channel.poll(None)).cursor
    second = phone.type("xong")
    assert [event.external_id for event in (await channel.poll(cursor)).events] == [first, second]


async def test_a_cursor_leaves_out_what_is_long_known(twilio: TwilioSimulator, channel: TwilioSmsChannel) -> None:
    twilio.phone(NUMBER).type("Đã nhận")
    in_an_hour = (SystemClock().now() + timedelta(hours=1)).isoformat()
    polled = await channel.poll(in_an_hour)
    assert (polled.events, polled.cursor) == ((), in_an_hour)


async def test_a_clock_that_is_years_ahead_keeps_no_answer_from_being_heard_once_it_is_right(
    twilio: TwilioSimulator, opened: MakeChannel, channel: TwilioSmsChannel
) -> None:
    ahead = SteppingClock()
    await ahead.sleep(timedelta(days=4000))
    early = await (await opened(clock=ahead)).poll(None)
    sid = twilio.phone(NUMBER).type("Đã nhận")
    assert [event.external_id for event in (await channel.poll(early.cursor)).events] == [sid]
    stuck = ahead.now().isoformat()
    assert [event.external_id for event in (await channel.poll(stuck)).events] == [sid]


async def test_a_long_list_is_read_to_its_end(twilio: TwilioSimulator, channel: TwilioSmsChannel) -> None:
    phone = twilio.phone(NUMBER)
    sids = [phone.type(f"tin {n}") for n in range(450)]
    assert [event.external_id for event in (await channel.poll(None)).events] == sids


async def test_a_messaging_service_hears_answers_to_any_of_its_numbers(twilio: TwilioSimulator, opened: MakeChannel) -> None:
    channel = await opened(from_number="MG" + "1" * 32)
    sid = twilio.phone(NUMBER).type("rõ")
    assert [event.external_id for event in (await channel.poll(None)).events] == [sid]


async def test_polls_keep_their_distance(opened: MakeChannel) -> None:
    clock = SteppingClock()
    channel = await opened(clock=clock)
    await channel.poll(None)
    await channel.poll(None)
    assert clock.slept == [timedelta(seconds=5)]


async def test_a_poll_that_fails_says_why(twilio: TwilioSimulator, channel: TwilioSmsChannel) -> None:
    twilio.faults.add(Fault(FaultKind.ERROR))
    with pytest.raises(DeliveryFailed) as caught:
        await channel.poll(None)
    assert caught.value.kind is FailureKind.PROVIDER_DOWN


async def test_receipts_and_answers_come_signed_over_the_hooks(hooks: HookServer) -> None:
    async with TwilioSimulator(sms_hook=f"{hooks.url}/hooks/twilio/sms/sms") as twilio:
        channel = TwilioSmsChannel(twilio_settings(twilio.url), SystemClock(), public_url=hooks.url)
        await channel.start()
        sent = await channel.send(MESSAGE)
        receipts = [await hooks.calls.get(), await hooks.calls.get()]
        sid = twilio.phone(NUMBER).type("Đã nhận")
        answer = await hooks.calls.get()
        await channel.close()
    events = [channel.verify(call) for call in receipts]
    assert [event.external_id for event in events] == [f"{sent.provider_ref}:sent", f"{sent.provider_ref}:delivered"]
    assert channel.interpret(events[1]) == Happening(
        HappeningKind.RECEIPT, NUMBER, provider_ref=sent.provider_ref, state=DeliveryState.DELIVERED
    )
    heard = channel.verify(answer)
    assert heard.external_id == sid
    assert channel.interpret(heard) == Happening(HappeningKind.TEXT, NUMBER, words="Đã nhận", message_ref=sid)


async def test_a_telephone_out_of_reach_is_told_by_its_receipt_with_the_reason(twilio: TwilioSimulator, hooks: HookServer) -> None:
    twilio.phone(NUMBER).unreachable()
    channel = TwilioSmsChannel(twilio_settings(twilio.url), SystemClock(), public_url=hooks.url)
    await channel.start()
    sent = await channel.send(MESSAGE)
    calls = [await hooks.calls.get(), await hooks.calls.get()]
    asked = await channel.receipt(sent.provider_ref)
    await channel.close()
    told = channel.interpret(channel.verify(calls[1]))
    assert told == asked
    assert told is not None
    assert (told.state, told.reason) == (DeliveryState.FAILED, "máy nhận đang tắt hoặc ngoài vùng phủ sóng (Twilio 30003)")


async def test_a_receipt_of_an_unknown_message_fails(channel: TwilioSmsChannel) -> None:
    with pytest.raises(DeliveryFailed, match="20404"):
        await channel.receipt("SM" + "0" * 32)


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("queued", DeliveryState.SENT),
        ("sent", DeliveryState.SENT),
        ("delivered", DeliveryState.DELIVERED),
        ("read", DeliveryState.READ),
        ("failed", DeliveryState.FAILED),
        ("undelivered", DeliveryState.FAILED),
        ("canceled", DeliveryState.FAILED),
    ],
)
def test_twilios_states_are_ours(status: str, state: DeliveryState) -> None:
    told = happening({"MessageSid": "SM1", "MessageStatus": status, "To": NUMBER})
    assert told is not None
    assert told.state is state


def test_a_status_that_says_nothing_about_our_message_is_nothing() -> None:
    assert happening({"MessageSid": "SM1", "MessageStatus": "receiving", "To": NUMBER}) is None


def test_an_empty_answer_is_nothing_and_a_picture_is_named_so_that_it_can_be_fetched() -> None:
    assert happening({"MessageSid": "SM1", "From": NUMBER, "Body": ""}) is None
    pictured = happening({"MessageSid": "SM1", "From": NUMBER, "Body": "cầu sập", "NumMedia": "1"})
    assert pictured is not None
    assert (pictured.words, pictured.media) == ("cầu sập", (Media(MediaKind.PHOTO, "SM1:0"),))


def test_opting_out_is_leaving() -> None:
    left = happening({"MessageSid": "SM1", "From": NUMBER, "Body": "STOP", "OptOutType": "STOP"})
    assert left == Happening(HappeningKind.LEFT, NUMBER)


def signed(simulator: TwilioSimulator, form: dict[str, str], what: str = "sms") -> HookRequest:
    path = f"/hooks/twilio/sms/{what}"
    signature = simulator.signature("https://alertd.example" + path, form)
    return HookRequest(path, what, {"x-twilio-signature": signature}, b"", form)


FORM = {"MessageSid": "SM1", "From": NUMBER, "Body": "Đã nhận"}


def test_a_call_whose_signature_is_wrong_is_forged() -> None:
    simulator = TwilioSimulator()
    channel = TwilioSmsChannel(twilio_settings("http://127.0.0.1:1"), SystemClock(), public_url="https://alertd.example")
    call = signed(simulator, FORM)
    assert json.loads(channel.verify(call).payload) == FORM
    forgeries = [
        replace(call, form={**FORM, "Body": "Không nhận"}),
        replace(call, path="/hooks/twilio/other/sms"),
        replace(call, headers={}),
        signed(TwilioSimulator(auth_token="another"), FORM),
    ]
    for forgery in forgeries:
        with pytest.raises(Forged):
            channel.verify(forgery)


def test_where_no_public_address_is_known_no_signature_can_be_right() -> None:
    channel = TwilioSmsChannel(twilio_settings("http://127.0.0.1:1"), SystemClock())
    with pytest.raises(Forged):
        channel.verify(signed(TwilioSimulator(), FORM))


@pytest.mark.parametrize(("what", "form"), [("voice", FORM), ("sms", {"From": NUMBER})])
def test_a_call_that_is_about_nothing_we_offer_is_invalid(what: str, form: dict[str, str]) -> None:
    channel = TwilioSmsChannel(twilio_settings("http://127.0.0.1:1"), SystemClock(), public_url="https://alertd.example")
    with pytest.raises(Invalid):
        channel.verify(signed(TwilioSimulator(), form, what))


async def test_a_tap_cannot_come_by_sms(twilio: TwilioSimulator, channel: TwilioSmsChannel) -> None:
    twilio.phone(NUMBER).type("rõ")
    (event,) = (await channel.poll(None)).events
    await channel.acknowledge(event, "Đã ghi nhận")
    assert not channel.traits.has_buttons


async def test_a_sender_that_receives_nothing_says_that_nobody_can_answer(opened: MakeChannel) -> None:
    assert not (await opened(receive="none")).traits.hears_replies
    assert (await opened()).traits.hears_replies


@pytest.mark.parametrize("code", ["?", "²", "9" * 5000])
def test_a_message_has_failed_whatever_code_it_is_told_with(code: str) -> None:
    told = happening({"MessageSid": "SM1", "MessageStatus": "undelivered", "To": NUMBER, "ErrorCode": code})
    assert told is not None
    assert (told.state, told.reason) == (DeliveryState.FAILED, "Twilio báo không gửi được (undelivered)")
