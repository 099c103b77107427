"""What becomes of a call that Twilio is asked to make."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import quote

import pytest

from alertd.channels.twilio import speaking
from alertd.channels.twilio.voice import TwilioVoiceChannel
from alertd.clock import SystemClock
from alertd.errors import DeliveryFailed, FailureKind
from alertd.model.notices import Button, DeliveryState
from alertd.ports import Outgoing, Sent
from alertd.simulators.faults import Fault, FaultKind
from alertd.simulators.twilio import TwilioSimulator
from tests.channels.twilio.conftest import MakeVoice, voice_settings

NUMBER = "+842053812345"
KEYS = ((Button("1", "a:CL03:acknowledged"), Button("2", "a:CL03:cannot_comply")),)


def outgoing(address: str = NUMBER, text: str = "Đây là trực ban tỉnh.") -> Outgoing:
    return Outgoing("1", address, text, False, KEYS)


async def failure_of(channel: TwilioVoiceChannel, message: Outgoing) -> DeliveryFailed:
    with pytest.raises(DeliveryFailed) as caught:
        await channel.send(message)
    return caught.value


async def test_a_landline_hears_the_words_in_vietnamese(twilio: TwilioSimulator, voice: MakeVoice) -> None:
    twilio.phone(NUMBER).landline()
    sent = await (await voice()).send(outgoing())
    await twilio.settled()
    (call,) = twilio.line(NUMBER).calls
    assert (call.sid, call.caller) == (sent.provider_ref, "+15005550006")
    assert call.said[0] == "Đây là trực ban tỉnh."


async def test_without_an_address_for_keys_none_is_asked_for_and_the_words_are_said_twice(
    twilio: TwilioSimulator, voice: MakeVoice
) -> None:
    line = twilio.line(NUMBER)
    line.will_press("1")
    channel = await voice()
    await channel.send(outgoing())
    await twilio.settled()
    (call,) = line.calls
    assert (call.said, call.pressed) == (["Đây là trực ban tỉnh."] * 2, [])
    assert not channel.traits.hears_replies


@pytest.mark.parametrize("text", ["Lũ < 3 m & > 2 m", "“Rõ” 'ạ' \"vâng\"", "]]></Say><Hangup/>", "một\x00hai\x1b"])
async def test_whatever_the_words_hold_they_are_said_and_carried_out_never(text: str, twilio: TwilioSimulator, voice: MakeVoice) -> None:
    await (await voice()).send(outgoing(text=text))
    await twilio.settled()
    (call,) = twilio.line(NUMBER).calls
    assert call.said == [re.sub(r"[\x00\x1b]", " ", text).strip()] * 2


def test_the_longest_message_fits_into_what_may_come_with_a_call_and_every_piece_into_what_may_be_said() -> None:
    channel = TwilioVoiceChannel(voice_settings("http://127.0.0.1:1"), SystemClock(), public_url="https://alertd.tinh.example")
    words = "Sơ tán dân ra khỏi vùng nguy hiểm, "
    longest = next(words * n for n in range(200, 0, -1) if channel.length(words * n) <= channel.traits.max_length)
    document = speaking.message(longest, "https://alertd.tinh.example/hooks/twilio/voice/voice?" + "x" * 200)
    assert 3000 < len(document) <= speaking.AT_MOST
    said = re.findall(r"<Say[^>]*>([^<]*)</Say>", document)
    assert len(said) > 1
    assert all(len(quote(piece)) <= speaking.SAID_AT_MOST for piece in said)


def test_what_is_said_once_where_twice_does_not_fit() -> None:
    assert speaking.message("Nước lên. " * 200).count("<Say") < speaking.message("Nước lên. " * 20).count("<Say") * 20
    assert len(speaking.message("Nước lên. " * 300)) <= speaking.AT_MOST


@pytest.mark.parametrize("address", ["02053812345", "+0", "trưởng thôn"])
async def test_a_number_that_is_none_is_a_bad_address(voice: MakeVoice, address: str) -> None:
    assert (await failure_of(await voice(), outgoing(address))).kind is FailureKind.BAD_ADDRESS


async def test_a_country_that_the_account_may_not_call_is_the_operators_matter(twilio: TwilioSimulator, voice: MakeVoice) -> None:
    twilio.exchange.may_call = False
    failure = await failure_of(await voice(), outgoing())
    assert failure.kind is FailureKind.CREDENTIALS
    assert "chưa được phép gọi" in failure.detail


async def test_a_number_that_is_not_ours_is_the_operators_matter(voice: MakeVoice) -> None:
    assert (await failure_of(await voice(from_number="+15005550001"), outgoing())).kind is FailureKind.CREDENTIALS


async def test_too_many_requests_concern_the_whole_account(twilio: TwilioSimulator, voice: MakeVoice) -> None:
    twilio.faults.add(Fault(FaultKind.RATE, method="Calls.json", retry_after=3))
    failure = await failure_of(await voice(), outgoing())
    assert (failure.kind, failure.retry_after, failure.concerns_sender) == (FailureKind.RATE, timedelta(seconds=3), True)


@pytest.mark.parametrize("kind", [FaultKind.CUT, FaultKind.GARBLE, FaultKind.RESET, FaultKind.ERROR])
async def test_a_call_whose_answer_is_lost_on_the_way_is_unknown(twilio: TwilioSimulator, voice: MakeVoice, kind: FaultKind) -> None:
    channel = await voice()
    twilio.faults.add(Fault(kind))
    assert (await failure_of(channel, outgoing())).kind is FailureKind.UNKNOWN


async def test_without_an_account_nobody_is_called() -> None:
    channel = TwilioVoiceChannel(voice_settings("http://127.0.0.1:1", account_sid=None, auth_token=None), SystemClock())
    await channel.start()
    assert (await failure_of(channel, outgoing())).kind is FailureKind.CREDENTIALS
    await channel.close()


async def test_how_a_call_ended_can_be_asked_for(twilio: TwilioSimulator, voice: MakeVoice) -> None:
    channel = await voice()
    ends = {}
    for comes_to in (None, "busy", "no-answer", "failed"):
        twilio.line(NUMBER).comes_to = comes_to
        sent = await channel.send(outgoing())
        await twilio.settled()
        told = await channel.receipt(sent.provider_ref)
        assert told is not None
        ends[comes_to] = told.state, told.reason
    assert ends == {
        None: (DeliveryState.DELIVERED, ""),
        "busy": (DeliveryState.FAILED, "máy bận"),
        "no-answer": (DeliveryState.FAILED, "không ai nghe máy"),
        "failed": (DeliveryState.FAILED, "không nối được cuộc gọi"),
    }


async def test_a_call_that_twilio_has_already_made_is_found_again(twilio: TwilioSimulator, voice: MakeVoice) -> None:
    channel, began, no_words = await voice(), SystemClock().now(), frozenset[str]()
    sent = await channel.send(outgoing())
    await channel.send(outgoing("+84900000018"))
    await twilio.settled()
    assert await channel.find(NUMBER, no_words, began) == Sent(sent.provider_ref)
    assert await channel.find(NUMBER, no_words, began + timedelta(hours=1)) is None
    assert await channel.find("+84900000019", no_words, began) is None


async def test_of_several_calls_nobody_knows_which_is_meant_and_one_that_came_to_nothing_counts_for_none(
    twilio: TwilioSimulator, voice: MakeVoice
) -> None:
    channel, began = await voice(), SystemClock().now()
    twilio.line(NUMBER).is_busy()
    await channel.send(outgoing())
    await twilio.settled()
    assert await channel.find(NUMBER, frozenset(), began) is None
    twilio.line(NUMBER).will_press()
    for _ in range(2):
        await channel.send(outgoing())
    await twilio.settled()
    assert await channel.find(NUMBER, frozenset(), began) is None


async def test_a_telephone_that_may_still_be_listening_is_not_called_again(voice: MakeVoice) -> None:
    assert (await voice()).gap(NUMBER) >= timedelta(minutes=1)


async def test_only_who_stays_silent_is_called_unless_the_operator_wants_it_otherwise(voice: MakeVoice) -> None:
    assert (await voice()).traits.is_reserved
    assert not (await voice(at_once=True)).traits.is_reserved
