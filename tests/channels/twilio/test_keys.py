"""How keys and the states of calls come in from Twilio, and what somebody on the line is told."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from alertd.channels.twilio.voice import ROUNDS, TwilioVoiceChannel
from alertd.channels.twilio.voice_happenings import happening
from alertd.clock import SystemClock
from alertd.errors import DeliveryFailed, FailureKind, Forged, Invalid
from alertd.model.inbox import Happening, HappeningKind
from alertd.model.notices import Button, DeliveryState
from alertd.ports import HookRequest, Outgoing, Remark
from alertd.simulators.twilio import TwilioSimulator
from alertd.simulators.twilio_line import HeardCall
from tests.channels.twilio.conftest import twilio_settings, voice_settings
from tests.fakes.hook_server import HookServer

PUBLIC = "https://alertd.example"
NUMBER = "+842053812345"
WORDS = "Công điện số 3. Bấm 1 để xác nhận."
KEYS = ((Button("1", "a:CL03:acknowledged"), Button("2", "a:CL03:cannot_comply")),)
DESK = Remark(outcome="Đã ghi nhận: đã nhận", text=WORDS, telephone="0205 3 000 113")


async def called(hooks: HookServer, *pressed: str, remark: Remark = DESK) -> tuple[TwilioVoiceChannel, HeardCall, list[HookRequest]]:
    """Somebody picks up and presses these keys: the channel, what they heard, and every call on our hooks."""
    async with TwilioSimulator() as twilio:
        channel = TwilioVoiceChannel(voice_settings(twilio.url), SystemClock(), public_url=hooks.url)
        hooks.answer = lambda call: channel.respond(channel.verify(call), remark)
        await channel.start()
        twilio.line(NUMBER).will_press(*pressed)
        await channel.send(Outgoing("1", NUMBER, WORDS, False, KEYS))
        await twilio.settled()
        await channel.close()
    calls = [hooks.calls.get_nowait() for _ in range(hooks.calls.qsize())]
    return channel, twilio.line(NUMBER).calls[0], calls


def taps(channel: TwilioVoiceChannel, calls: list[HookRequest]) -> list[tuple[str, Happening]]:
    events = [channel.verify(call) for call in calls]
    heard = [(event.external_id, channel.interpret(event)) for event in events]
    return [(key, each) for key, each in heard if each is not None and each.kind is HappeningKind.TAP]


async def test_a_key_is_a_tap_on_the_very_button_of_that_call(hooks: HookServer) -> None:
    channel, heard, calls = await called(hooks, "1")
    [(key, tap)] = taps(channel, calls)
    assert key == f"{heard.sid}:key:1"
    assert tap == Happening(
        HappeningKind.TAP, NUMBER, words="bấm phím 1 trên điện thoại", data="a:CL03:acknowledged", answers_ref=heard.sid
    )
    assert heard.said[0] == WORDS
    assert heard.said[-1].startswith("Đã ghi nhận: đã nhận.")
    assert heard.is_over


async def test_the_second_key_says_that_it_cannot_be_done(hooks: HookServer) -> None:
    channel, _, calls = await called(hooks, "2")
    assert [tap.data for _, tap in taps(channel, calls)] == ["a:CL03:cannot_comply"]


async def test_nine_says_it_again_and_what_is_no_key_is_asked_again(hooks: HookServer) -> None:
    channel, heard, calls = await called(hooks, "9", "9", "7", "1")
    assert heard.said[:5] == [WORDS, WORDS, WORDS, "Phím 7 không dùng được.", WORDS]
    assert [tap.data for _, tap in taps(channel, calls)] == ["a:CL03:acknowledged"]


async def test_whoever_presses_nothing_hears_it_a_few_times_and_then_whom_to_call(hooks: HookServer) -> None:
    channel, heard, calls = await called(hooks)
    assert heard.said[:-1] == [WORDS] * ROUNDS
    assert "Xin gọi trực ban, số 0205 3 000 113." in heard.said[-1]
    assert taps(channel, calls) == []


async def test_wrong_keys_without_end_come_to_an_end(hooks: HookServer) -> None:
    _, heard, _ = await called(hooks, *"75843" * 4)
    assert len(heard.pressed) == ROUNDS


async def test_where_the_message_is_not_known_any_more_the_desk_is_named(hooks: HookServer) -> None:
    _, heard, _ = await called(hooks, "9", remark=Remark(telephone="0205 3 000 113"))
    assert "Xin gọi trực ban, số 0205 3 000 113." in heard.said[-1]
    _, heard, _ = await called(hooks, "1", remark=Remark(telephone="0205 3 000 113"))
    assert heard.said[-1].startswith("Hệ thống đã nhận phím 1.")


async def test_a_key_that_could_not_be_stored_is_not_said_to_be(hooks: HookServer) -> None:
    _, heard, _ = await called(hooks, "1", remark=Remark(telephone="0205 3 000 113", is_kept=False))
    assert heard.said[-1] == "Chưa ghi nhận được trả lời của đồng chí. Xin gọi trực ban, số 0205 3 000 113."


async def test_the_states_of_a_call_are_told_each_once(hooks: HookServer) -> None:
    channel, heard, calls = await called(hooks, "1")
    states = [channel.verify(call) for call in calls if call.what == "status"]
    assert [event.external_id.partition(":")[2] for event in states] == ["initiated", "ringing", "in-progress", "completed"]
    told = [channel.interpret(event) for event in states]
    assert [each.state for each in told if each] == [
        DeliveryState.SENT,
        DeliveryState.SENT,
        DeliveryState.DELIVERED,
        DeliveryState.DELIVERED,
    ]
    assert {each.provider_ref for each in told if each} == {heard.sid}


@pytest.mark.parametrize(
    ("fields", "failure", "reason"),
    [
        ({"CallStatus": "busy"}, FailureKind.PROVIDER_DOWN, "máy bận"),
        ({"CallStatus": "no-answer"}, FailureKind.PROVIDER_DOWN, "không ai nghe máy"),
        ({"CallStatus": "canceled"}, FailureKind.PROVIDER_DOWN, "cuộc gọi đã bị hủy"),
        ({"CallStatus": "failed"}, FailureKind.PROVIDER_DOWN, "không nối được cuộc gọi"),
        ({"CallStatus": "failed", "SipResponseCode": "404"}, FailureKind.BAD_ADDRESS, "số điện thoại không có thực"),
        ({"CallStatus": "failed", "ErrorCode": "13227"}, FailureKind.CREDENTIALS, "chưa được phép gọi tới nước này"),
        ({"CallStatus": "failed", "ErrorCode": "?"}, FailureKind.PROVIDER_DOWN, "không nối được cuộc gọi"),
    ],
)
def test_why_nobody_was_spoken_to_is_told_in_words(fields: dict[str, str], failure: FailureKind, reason: str) -> None:
    told = happening({"CallSid": "CA1", "To": NUMBER, "Direction": "outbound-api", **fields})
    assert told is not None
    assert (told.state, told.failure) == (DeliveryState.FAILED, failure)
    assert reason in told.reason


def test_a_status_that_nobody_knows_is_nothing() -> None:
    assert happening({"CallSid": "CA1", "To": NUMBER, "CallStatus": "thinking"}) is None


def simulated() -> tuple[TwilioVoiceChannel, TwilioSimulator]:
    return TwilioVoiceChannel(voice_settings("http://127.0.0.1:1"), SystemClock(), public_url=PUBLIC), TwilioSimulator()


def signed(simulator: TwilioSimulator, query: str, form: dict[str, str], what: str = "voice") -> HookRequest:
    path = f"/hooks/twilio/voice/{what}{query}"
    return HookRequest(path, what, {"X-Twilio-Signature": simulator.signature(PUBLIC + path, form)}, b"", form)


PRESSED = {"CallSid": "CA1", "From": "+15005550006", "To": NUMBER, "Digits": "1", "CallStatus": "in-progress", "Direction": "outbound-api"}
ACTION = "?1=a:CL03:acknowledged&2=a:CL03:cannot_comply&Round=1"


def test_a_key_that_twilio_did_not_sign_is_forged() -> None:
    channel, simulator = simulated()
    call = signed(simulator, ACTION, PRESSED)
    assert channel.verify(call).external_id == "CA1:key:1"
    forgeries = [
        replace(call, form={**PRESSED, "Digits": "2"}),
        replace(call, path=call.path.replace("CL03", "TD03")),
        replace(call, headers={}),
        signed(TwilioSimulator(auth_token="another"), ACTION, PRESSED),
    ]
    for forgery in forgeries:
        with pytest.raises(Forged):
            channel.verify(forgery)


def test_a_key_pressed_twice_or_a_call_replayed_is_one_event() -> None:
    channel, simulator = simulated()
    again = ACTION.replace("Round=1", "Round=2")
    assert channel.verify(signed(simulator, ACTION, PRESSED)).external_id == channel.verify(signed(simulator, again, PRESSED)).external_id


@pytest.mark.parametrize(("what", "form"), [("sms", PRESSED), ("voice", {"Digits": "1"}), ("status", {"CallStatus": "busy"})])
def test_what_is_about_no_call_is_invalid(what: str, form: dict[str, str]) -> None:
    channel, simulator = simulated()
    with pytest.raises(Invalid):
        channel.verify(signed(simulator, "", form, what))


@pytest.mark.parametrize("query", ["?Round=x", "?Round=", "?1=a&Round=1&Round=2", "?Round=-7"])
def test_a_signed_address_that_is_not_one_of_ours_answers_nothing(query: str) -> None:
    channel, simulator = simulated()
    event = channel.verify(signed(simulator, query, PRESSED | {"Digits": "5"}))
    heard = channel.interpret(event)
    assert heard is None or heard.kind is HappeningKind.LISTENS


def test_whoever_calls_the_number_back_hears_the_duty_telephone_and_has_answered_nothing() -> None:
    channel, simulator = simulated()
    incoming = {"CallSid": "CA2", "From": NUMBER, "To": "+15005550006", "CallStatus": "ringing", "Direction": "inbound"}
    event = channel.verify(signed(simulator, "", incoming))
    assert channel.interpret(event) is None
    assert "Xin gọi trực ban, số 0205 3 000 113." in channel.respond(event, DESK)
    status = channel.verify(signed(simulator, "", incoming, "status"))
    assert channel.interpret(status) is None
    assert "<Say" not in channel.respond(status, DESK)


def test_the_address_for_keys_stays_legible_and_carries_no_word_of_the_message() -> None:
    channel, simulator = simulated()
    event = channel.verify(signed(simulator, ACTION, PRESSED | {"Digits": "9"}))
    document = channel.respond(event, DESK)
    address = document.split('action="')[1].split('"')[0].replace("&amp;", "&")
    assert parse_qs(urlsplit(address).query) == {"1": ["a:CL03:acknowledged"], "2": ["a:CL03:cannot_comply"], "Round": ["1"]}


async def test_calls_bring_no_files_and_no_buttons() -> None:
    channel, _ = simulated()
    with pytest.raises(DeliveryFailed):
        await channel.fetch("CA1", 1000)
    assert channel.invitation("word") == ""
    assert not channel.traits.has_buttons


def test_keys_are_heard_only_where_twilio_can_reach_us() -> None:
    reachable = {"webhook": True, "none": False}
    for receive, hears in reachable.items():
        channel = TwilioVoiceChannel(voice_settings("http://127.0.0.1:1", receive=receive), SystemClock(), public_url=PUBLIC)
        assert channel.traits.hears_replies is hears
    assert not TwilioVoiceChannel(voice_settings("http://127.0.0.1:1"), SystemClock()).traits.hears_replies
    assert twilio_settings("http://127.0.0.1:1").receive == "poll"
