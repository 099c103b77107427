"""What providers call: taken only from them, kept before it is answered."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from aiohttp import ClientResponse
from twilio.request_validator import RequestValidator

from tests.web.duty import PUBLIC_URL, SECRET, TWILIO_TOKEN, Client, Duty

UPDATE = {"update_id": 7, "message": {"message_id": 1, "date": 0, "chat": {"id": 99000000001, "type": "private"}, "text": "đã nhận"}}
TELEGRAM = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


SMS = {"From": "+84900000016", "To": "+15005550006", "Body": "da nhan", "MessageSid": "SM" + "0" * 32}


async def call_as_twilio(client: Client, what: str, form: dict[str, str]) -> ClientResponse:
    """A call on our hook as Twilio signs it, for the address that the world knows."""
    path = f"/hooks/twilio/sms/{what}"
    return await client.post(path, data=form, headers={"X-Twilio-Signature": signed(path, form)})


def signed(path: str, form: dict[str, str]) -> str:
    """Twilio's signature."""
    return str(RequestValidator(TWILIO_TOKEN).compute_signature(PUBLIC_URL + path, form))


async def kept(duty: Duty) -> list[str]:
    """The ids of the events in the inbox."""
    async with duty.desk.store.snapshot() as tx:
        return [stored.event.external_id for stored in await tx.inbox.pending(10)]


async def test_an_update_is_kept_before_it_is_answered_and_twice_is_once(duty: Duty, client: Client) -> None:
    for _ in range(2):
        response = await client.post("/hooks/telegram/telegram", json=UPDATE, headers=TELEGRAM)
        assert (response.status, await response.text()) == (200, "")
    assert await kept(duty) == ["7"]


async def test_a_forged_update_is_refused_and_not_kept(duty: Duty, client: Client) -> None:
    forgeries: tuple[dict[str, str], ...] = ({}, {"X-Telegram-Bot-Api-Secret-Token": "doan"})
    for headers in forgeries:
        response = await client.post("/hooks/telegram/telegram", json=UPDATE, headers=headers)
        assert (response.status, response.content_type) == (403, "application/problem+json")
    assert await kept(duty) == []


async def test_an_unsigned_call_in_twilios_name_is_refused(duty: Duty, client: Client) -> None:
    for what in ("sms", "status", "voice"):
        assert (await client.post(f"/hooks/twilio/sms/{what}", data=SMS)).status == 403
    assert await kept(duty) == []


async def test_a_sender_that_nobody_configured_has_no_hook(client: Client) -> None:
    for path in ("/hooks/telegram/khong-co", "/hooks/twilio/khong-co/sms", "/hooks/twilio/sms/fax"):
        assert (await client.post(path, data=b"{}")).status == 404


async def test_a_signed_sms_is_kept_and_answered_with_nothing_to_say(duty: Duty, client: Client) -> None:
    response = await call_as_twilio(client, "sms", SMS)
    assert (response.status, response.content_type) == (200, "text/xml")
    assert "<Say" not in await response.text()
    assert len(await kept(duty)) == 1


async def test_whoever_calls_the_number_hears_the_duty_telephone(duty: Duty, client: Client) -> None:
    call = {"CallSid": "CA" + "0" * 32, "From": "+84900000016", "To": "+15005550006", "CallStatus": "ringing", "Direction": "inbound"}
    response = await call_as_twilio(client, "voice", call)
    assert (response.status, response.content_type) == (200, "text/xml")
    assert f"Xin gọi trực ban, số {duty.desk.settings.duty.telephone}." in await response.text()
    assert await kept(duty) == []  # understood at once: it answers nothing


async def test_a_body_that_is_no_update_is_refused(client: Client) -> None:
    assert (await client.post("/hooks/telegram/telegram", data=b"{", headers=TELEGRAM)).status == 422


async def test_an_update_beyond_all_measure_is_refused(client: Client) -> None:
    huge = json.dumps(UPDATE | {"x": "x" * 300_000})
    assert (await client.post("/hooks/telegram/telegram", data=BytesIO(huge.encode()), headers=TELEGRAM)).status == 413


STATUS = {"MessageSid": "SM" + "1" * 32, "MessageStatus": "delivered", "To": "+84900000016", "From": "+15005550006"}


async def test_a_receipt_that_comes_again_is_one_event_and_one_for_an_unknown_message_is_kept(duty: Duty, client: Client) -> None:
    for _ in range(3):
        assert (await call_as_twilio(client, "status", STATUS)).status == 200
    assert await kept(duty) == [f"{STATUS['MessageSid']}:delivered"]


@pytest.mark.parametrize(
    "changed",
    [
        STATUS | {"MessageStatus": "failed"},
        STATUS | {"To": "+84900000017"},
        STATUS | {"ErrorCode": "30003"},
        {key: value for key, value in STATUS.items() if key != "To"},
        STATUS | {"To": ""},
    ],
)
async def test_a_signature_is_good_for_exactly_what_was_signed(changed: dict[str, str], duty: Duty, client: Client) -> None:
    signature = signed("/hooks/twilio/sms/status", STATUS)
    response = await client.post("/hooks/twilio/sms/status", data=changed, headers={"X-Twilio-Signature": signature})
    assert response.status == 403
    assert await kept(duty) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://alertd.test/hooks/twilio/sms/status",
        "http://127.0.0.1/hooks/twilio/sms/status",
        "http://alertd.test/hooks/twilio/sms/sms",
        "http://alertd.test/hooks/twilio/other/status",
        "http://alertd.test/hooks/twilio/sms/status?x=1",
        "http://evil.test/hooks/twilio/sms/status",
    ],
)
async def test_a_signature_for_another_address_is_none_whatever_host_the_call_names(address: str, duty: Duty, client: Client) -> None:
    signature = RequestValidator(TWILIO_TOKEN).compute_signature(address, STATUS)
    for host in ("alertd.test", "evil.test", "127.0.0.1"):
        headers = {"X-Twilio-Signature": signature, "Host": host, "X-Forwarded-Host": host, "X-Forwarded-Proto": "https"}
        assert (await client.post("/hooks/twilio/sms/status", data=STATUS, headers=headers)).status == 403
    assert await kept(duty) == []


async def test_behind_a_proxy_that_names_itself_as_host_twilios_calls_are_known(duty: Duty, client: Client) -> None:
    path = "/hooks/twilio/sms/status"
    headers = {"X-Twilio-Signature": signed(path, STATUS), "Host": "127.0.0.1:8080", "X-Forwarded-Proto": "https"}
    assert (await client.post(path, data=STATUS, headers=headers)).status == 200
    assert len(await kept(duty)) == 1


async def test_parameters_that_twilio_adds_one_day_are_no_reason_to_refuse(duty: Duty, client: Client) -> None:
    assert (await call_as_twilio(client, "sms", SMS | {"ChannelMetadata": '{"a": "{{7*7}}"}', "Mới": "ê & = + %"})).status == 200
    assert len(await kept(duty)) == 1


ODD_FORMS = (
    b"MessageSid=SM1&MessageSid=SM2&From=%2B84900000016&Body=x",
    b"MessageSid=SM1&Body=%ff%fe&From=x",
    b"MessageSid=SM1&Body=%zz&From=%",
    b"=&=&&&;;",
    b"MessageSid",
    b'{"MessageSid": "SM1"}',
    b"\x00\xff" * 100,
    b"a=b&" * 20_000,
)


@pytest.mark.parametrize("body", ODD_FORMS, ids=range(len(ODD_FORMS)))
async def test_a_form_of_odd_making_is_refused_in_words(body: bytes, duty: Duty, client: Client) -> None:
    for kind in ("application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=x"):
        headers = {"X-Twilio-Signature": signed("/hooks/twilio/sms/sms", SMS), "Content-Type": kind}
        response = await client.post("/hooks/twilio/sms/sms", data=body, headers=headers)
        assert (response.status, response.content_type) == (403, "application/problem+json")
    assert await kept(duty) == []


@pytest.mark.parametrize(
    "odd", [{"NumMedia": "999999999"}, {"NumMedia": "-1"}, {"NumMedia": "x"}, {"Body": "\x00"}, {"From": ""}, {"MessageStatus": "x" * 9}]
)
async def test_signed_nonsense_is_set_aside_and_keeps_nobody_else_from_being_heard(odd: dict[str, str], duty: Duty, client: Client) -> None:
    assert (await call_as_twilio(client, "sms", SMS | odd)).status == 200
    assert (await call_as_twilio(client, "sms", SMS | {"MessageSid": "SM" + "2" * 32, "From": "+84900099999"})).status == 200
    await duty.desk.answers.understand_pending()
    assert await kept(duty) == []
    assert "da nhan" in [card.reply.words for card in (await duty.desk.board.overview()).replies]


async def test_a_call_beyond_all_measure_in_twilios_name_is_refused(client: Client) -> None:
    assert (await client.post("/hooks/twilio/sms/sms", data=BytesIO(b"Body=" + b"x" * 300_000))).status == 413
