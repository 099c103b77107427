"""What providers call: taken only from them, kept before it is answered."""

from __future__ import annotations

import json
from io import BytesIO

from aiohttp import ClientResponse
from twilio.request_validator import RequestValidator

from tests.web.duty import PUBLIC_URL, SECRET, TWILIO_TOKEN, Client, Duty

UPDATE = {"update_id": 7, "message": {"message_id": 1, "date": 0, "chat": {"id": 99000000001, "type": "private"}, "text": "đã nhận"}}
TELEGRAM = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


SMS = {"From": "+84900000016", "To": "+15005550006", "Body": "da nhan", "MessageSid": "SM" + "0" * 32}


async def call_as_twilio(client: Client, what: str, form: dict[str, str]) -> ClientResponse:
    """A call on our hook as Twilio signs it, for the address that the world knows."""
    path = f"/hooks/twilio/sms/{what}"
    signature = RequestValidator(TWILIO_TOKEN).compute_signature(PUBLIC_URL + path, form)
    return await client.post(path, data=form, headers={"X-Twilio-Signature": signature})


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
    assert "<Response/>" in await response.text()
    assert len(await kept(duty)) == 1


async def test_a_body_that_is_no_update_is_refused(client: Client) -> None:
    assert (await client.post("/hooks/telegram/telegram", data=b"{", headers=TELEGRAM)).status == 422


async def test_an_update_beyond_all_measure_is_refused(client: Client) -> None:
    huge = json.dumps(UPDATE | {"x": "x" * 300_000})
    assert (await client.post("/hooks/telegram/telegram", data=BytesIO(huge.encode()), headers=TELEGRAM)).status == 413
