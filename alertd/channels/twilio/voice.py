"""Calls people by telephone through Twilio, speaks the message, hears the key that they press, and follows each call to its end."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from alertd.channels.twilio import speaking
from alertd.channels.twilio.sender import TwilioSender
from alertd.channels.twilio.voice_happenings import CALLED_US, KEYS, ROUND, happening, receipt
from alertd.config import SenderSettings
from alertd.errors import DeliveryFailed, FailureKind, Invalid
from alertd.logs import EventLog
from alertd.model.inbox import Happening, RawEvent
from alertd.ports import Clock, HookRequest, Outgoing, Polled, Remark, Sent, Traits

log = EventLog(__name__)

RINGS_FOR = timedelta(seconds=40)
"""How long a telephone rings before nobody counts as there."""
LASTS = timedelta(minutes=10)
"""After so long a call is ended, whatever it says: it costs by the minute."""
ENGAGED_FOR = timedelta(seconds=90)
"""How long a telephone that we call is left alone: a second call would find it busy."""
RECEIPT_WITHIN = timedelta(minutes=5)
"""Within this time a telephone that rings is picked up or not."""
ROUNDS = 3
"""How many times a message is said to somebody who presses nothing that answers it."""
AGAIN = "9"
ASKED = 20
"""How many calls to one number are looked through for one of ours."""
CLOCKS_DIFFER = timedelta(minutes=2)
CAME_TO_NOTHING = frozenset({"busy", "no-answer", "failed", "canceled"})
NOTHING_TO_FETCH = timedelta(hours=1)
_EVENTS = ["initiated", "ringing", "answered", "completed"]


class TwilioVoiceChannel(TwilioSender):
    """One number of one account, from which people are called."""

    def __init__(self, settings: SenderSettings, clock: Clock, *, public_url: str = "", seconds: float = 20.0) -> None:
        """An answer of Twilio's is awaited `seconds`."""
        super().__init__(settings, public_url=public_url, seconds=seconds)
        self._clock = clock
        self.traits = Traits(
            kind="voice",
            label="Điện thoại",
            max_length=speaking.AT_MOST - speaking.AROUND,
            has_buttons=False,
            has_receipts=True,
            carries_vietnamese=True,
            hears_replies=settings.receive == "webhook" and bool(public_url),
            is_spoken=True,
            is_reserved=not settings.at_once,
            receipt_within=RECEIPT_WITHIN if settings.receipt_within is None else settings.receipt_within or None,
        )

    def length(self, text: str) -> int:
        """Characters of TwiML."""
        return speaking.length(text)

    async def start(self) -> None:
        """Open the session and check the account; say so where no keys are heard."""
        await super().start()
        if self.is_on and not self.traits.hears_replies:
            log.warning('calls ask for no keys, but to call the duty telephone: receive is not "webhook"', sender=self.name)

    async def send(self, message: Outgoing) -> Sent:
        """Have Twilio make one call. The words go along, so that they are said although nobody may reach this machine."""
        self._must_be_on()
        keys = {button.text: button.data for row in message.buttons for button in row} if self.traits.hears_replies else {}
        made = await self._client.calls.create_async(
            to=message.address,
            from_=self._settings.from_number,
            twiml=speaking.message(message.text, self._action(keys, 1) if keys else ""),
            timeout=int(RINGS_FOR.total_seconds()),
            time_limit=int(LASTS.total_seconds()),
            **self._callback(),
        )
        if not made.sid:
            raise DeliveryFailed(FailureKind.UNKNOWN, "Twilio trả lời không đọc được")
        return Sent(made.sid)

    async def find(self, address: str, texts: frozenset[str], since: datetime) -> Sent | None:
        """The only call that we have made to that number since then, unless it came to nothing. A call shows no words, so where there
        are several nobody knows which is meant, and it is made again.
        """
        earliest = since.replace(microsecond=0) - CLOCKS_DIFFER
        listed = await self._client.calls.list_async(to=address, from_=self._settings.from_number, limit=ASKED)
        recent = [call for call in listed if call.date_created and call.date_created >= earliest]
        ours = [call.sid for call in recent if call.direction == "outbound-api" and call.status not in CAME_TO_NOTHING and call.sid]
        return Sent(ours[0]) if len(ours) == 1 else None

    def gap(self, address: str) -> timedelta:
        """As long as we may be speaking there."""
        return ENGAGED_FOR

    async def poll(self, cursor: str | None) -> Polled:
        """Nothing: Twilio keeps no list of keys."""
        await self._clock.sleep(NOTHING_TO_FETCH)
        return Polled((), cursor)

    async def receipt(self, provider_ref: str) -> Happening | None:
        """What Twilio says now about a call."""
        call = await self._client.calls(provider_ref).fetch_async()
        return receipt(provider_ref, call.to or "", call.status or "")

    def verify(self, request: HookRequest) -> RawEvent:
        """The fields of a call on our hook, once Twilio's signature over them and over our address has been checked: a key, a status, or
        somebody who calls our number. The same key twice in one call is one event.
        """
        form = self._signed(request)
        if request.what not in {"voice", "status"} or "CallSid" not in form:
            raise Invalid("bad_callback", "Nội dung Twilio gửi tới không đọc được.")
        sid, asked = form["CallSid"], dict(parse_qsl(urlsplit(request.path).query))
        if request.what == "status":
            return self._event(f"{sid}:{form.get('CallStatus', '')}", form)
        said = asked.pop(ROUND, "")
        if not said.isdecimal():
            return self._event(f"{sid}:call", {**form, CALLED_US: True})
        pressed = form.get("Digits") or f"none-{said}"
        return self._event(f"{sid}:key:{pressed}", {**form, ROUND: int(said), KEYS: asked})

    def respond(self, event: RawEvent, remark: Remark) -> str:
        """What is said next: what was recorded of the key, the message once more, or farewell."""
        call = json.loads(event.payload)
        desk = f"gọi trực ban, số {remark.telephone}."
        if ROUND not in call:
            return speaking.incoming(remark.telephone) if CALLED_US in call else speaking.nothing()
        digit, said = str(call.get("Digits") or ""), call[ROUND]
        if digit in call[KEYS] and remark.is_kept:
            return speaking.farewell(f"{remark.outcome or f'Hệ thống đã nhận phím {digit}'}. Cần trao đổi thêm, xin {desk}")
        if not remark.text or (said >= ROUNDS and digit != AGAIN):
            return speaking.farewell(f"Chưa ghi nhận được trả lời của đồng chí. Xin {desk}")
        wrong = "" if digit in {"", AGAIN} else f"Phím {digit} không dùng được.\n"
        return speaking.message(wrong + remark.text, self._action(call[KEYS], said if digit == AGAIN else said + 1))

    def interpret(self, event: RawEvent) -> Happening | None:
        """What the fields mean; a call to our number concerns us only in that it is answered with the duty telephone."""
        return happening(json.loads(event.payload))

    async def fetch(self, ref: str, max_bytes: int) -> bytes:
        """Nothing: only keys are heard."""
        raise DeliveryFailed(FailureKind.PROVIDER_DOWN, "cuộc gọi không kèm tệp")

    def _event(self, external_id: str, content: Mapping[str, Any]) -> RawEvent:
        return RawEvent(self.name, external_id, json.dumps(content, ensure_ascii=False))

    def _action(self, keys: Mapping[str, str], said: int) -> str:
        """Where a key goes: the address tells what each key says, so that it counts even where the call's reference was lost."""
        return f"{self._hook('voice')}?{urlencode({**keys, ROUND: said}, safe=':')}"

    def _callback(self) -> dict[str, Any]:
        return {"status_callback": self._hook("status"), "status_callback_event": _EVENTS} if self._public_url else {}
