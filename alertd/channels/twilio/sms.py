"""Carries messages as SMS through Twilio, follows them by its receipts, and hears what is answered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from alertd.channels.twilio import speaking
from alertd.channels.twilio.sender import TwilioSender
from alertd.channels.twilio.sms_happenings import happening, receipt
from alertd.config import SenderSettings
from alertd.errors import DeliveryFailed, FailureKind, Invalid
from alertd.model.inbox import Happening, RawEvent
from alertd.model.sms import sms_units
from alertd.ports import Clock, HookRequest, Outgoing, Polled, Remark, Sent, Traits

if TYPE_CHECKING:
    from twilio.rest.api.v2010.account.message import MessageInstance

VALID_FOR = timedelta(hours=1)
"""How long Twilio may keep a message in its queue (by default ten hours): it then reports it failed, and another route opens."""
RECEIPT_WITHIN = timedelta(minutes=5)
"""A telephone that is on gives its receipt within seconds."""
OVERLAP = timedelta(minutes=10)
"""How far a poll reaches back before the last answer seen: the list is by time of arrival, and some arrive late."""
ASKED = 50
"""How many messages to one number are looked through for one of ours."""
CLOCKS_DIFFER = timedelta(minutes=2)
REFUSED = frozenset({"failed", "canceled"})
HISTORY = timedelta(hours=24)
"""How far the very first poll reaches back."""


class TwilioSmsChannel(TwilioSender):
    """One number, sender name or Messaging Service of one account."""

    def __init__(
        self,
        settings: SenderSettings,
        clock: Clock,
        *,
        public_url: str = "",
        seconds: float = 20.0,
        poll_every: timedelta = timedelta(seconds=5),
    ) -> None:
        """An answer is awaited `seconds`. Twilio's list knows no long poll, so polls keep `poll_every` between them."""
        super().__init__(settings, public_url=public_url, seconds=seconds)
        self._clock = clock
        self._poll_every = poll_every
        self._poll_at = clock.now()
        self.traits = Traits(
            kind="sms",
            label="SMS",
            max_length=1600,
            has_buttons=False,
            has_receipts=True,
            carries_vietnamese=True,
            hears_replies=settings.receive != "none",
            has_parts=True,
            receipt_within=RECEIPT_WITHIN if settings.receipt_within is None else settings.receipt_within or None,
        )

    def length(self, text: str) -> int:
        """GSM-7 septets or UCS-2 units."""
        return sms_units(text).units

    async def send(self, message: Outgoing) -> Sent:
        """Hand one SMS to Twilio."""
        self._must_be_on()
        made = await self._client.messages.create_async(
            to=message.address,
            body=message.text,
            validity_period=int(VALID_FOR.total_seconds()),
            risk_check="disable",  # a whole province told within seconds must not be taken for fraud
            **self._sender(),
            **self._callback(),
        )
        if not made.sid:
            raise DeliveryFailed(FailureKind.UNKNOWN, "Twilio trả lời không đọc được")
        return Sent(made.sid)

    async def find(self, address: str, texts: frozenset[str], since: datetime) -> Sent | None:
        """One of the latest messages to that number: Twilio's list knows no reference of ours, so the words and the time tell."""
        earliest = since.replace(microsecond=0) - CLOCKS_DIFFER
        for made in await self._client.messages.list_async(to=address, limit=ASKED):
            is_ours = made.direction != "inbound" and made.body in texts and made.status not in REFUSED
            if is_ours and made.sid and made.date_created and made.date_created >= earliest:
                return Sent(made.sid)
        return None

    def gap(self, address: str) -> timedelta:
        """None of Twilio's own."""
        return timedelta(0)

    async def poll(self, cursor: str | None) -> Polled:
        """Incoming messages around and after `cursor`, oldest first; those already known come again and are told by their SID."""
        await self._wait_for_turn()
        since = self._since(cursor)
        number = {} if self._is_service else {"to": self._settings.from_number}
        listed = await self._client.messages.list_async(date_sent_after=(since - OVERLAP).astimezone(UTC), page_size=200, **number)
        incoming = [message for message in listed if message.direction == "inbound"]
        sent = [message.date_sent for message in incoming if message.date_sent]
        return Polled(tuple(self._event(_form(m)) for m in reversed(incoming)), max(*sent, since).isoformat() if sent else cursor)

    def _since(self, cursor: str | None) -> datetime:
        """From when on answers are wanted. Only Twilio's own times become a cursor; one that lies far ahead was once reckoned by a clock
        that was wrong, and nothing would be heard until then.
        """
        now = self._clock.now()
        said = datetime.fromisoformat(cursor) if cursor else None
        return said if said is not None and said - now < HISTORY else now - HISTORY

    async def receipt(self, provider_ref: str) -> Happening | None:
        """What Twilio says now about a message."""
        message = await self._client.messages(provider_ref).fetch_async()
        return receipt(provider_ref, message.to or "", message.status or "", message.error_code)

    def verify(self, request: HookRequest) -> RawEvent:
        """The fields of a call on our hook, once Twilio's signature over them and over our address has been checked."""
        form = self._signed(request)
        if request.what == "voice" and "CallSid" in form:
            return RawEvent(self.name, f"{form['CallSid']}:call", json.dumps(form))
        if request.what not in {"sms", "status"} or "MessageSid" not in form:
            raise Invalid("bad_callback", "Nội dung Twilio gửi tới không đọc được.")
        return self._event(form)

    def respond(self, event: RawEvent, remark: Remark) -> str:
        """Whoever calls our number is told the duty telephone; to everything else there is nothing to say."""
        return speaking.incoming(remark.telephone) if "CallSid" in json.loads(event.payload) else speaking.nothing()

    def interpret(self, event: RawEvent) -> Happening | None:
        """What the fields mean; a call to our number concerns us only in that it is answered with the duty telephone."""
        form = json.loads(event.payload)
        return None if "CallSid" in form else happening(form)

    async def fetch(self, ref: str, max_bytes: int) -> bytes:
        """A message's media (https://www.twilio.com/docs/messaging/api/media-resource); `ref` is the message's SID and a place."""
        sid, _, place = ref.partition(":")
        listed = await self._client.messages(sid).media.list_async()
        media = sorted(listed, key=lambda each: str(each.sid))
        if int(place) >= len(media):
            raise DeliveryFailed(FailureKind.PROVIDER_DOWN, "Twilio chưa có tệp của tin này")
        path = str(media[int(place)].uri).removesuffix(".json")
        content: bytes = await self._client.http_client.download(path, max_bytes, self._account)
        return content

    @property
    def _is_service(self) -> bool:
        """Whether messages come from a Messaging Service, which chooses among its numbers."""
        return self._settings.from_number.startswith("MG")

    def _sender(self) -> dict[str, str | None]:
        return {"messaging_service_sid" if self._is_service else "from_": self._settings.from_number}

    def _callback(self) -> dict[str, str]:
        return {"status_callback": self._hook("status")} if self._public_url else {}

    async def _wait_for_turn(self) -> None:
        now = self._clock.now()
        if now < self._poll_at:
            await self._clock.sleep(self._poll_at - now)
        self._poll_at = self._clock.now() + self._poll_every

    def _event(self, form: Mapping[str, Any]) -> RawEvent:
        """A receipt is one event for each status, an answer one for its SID, whichever way it came."""
        status = form.get("MessageStatus")
        external_id = f"{form['MessageSid']}:{status}" if status else form["MessageSid"]
        return RawEvent(self.name, external_id, json.dumps(form, ensure_ascii=False))


def _form(message: MessageInstance) -> dict[str, Any]:
    """A listed message in the fields that the hook would have been given."""
    return {"MessageSid": message.sid, "From": message.from_, "To": message.to, "Body": message.body, "NumMedia": message.num_media}
