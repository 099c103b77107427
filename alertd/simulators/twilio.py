"""Stands in for Twilio: the part of its REST API that carries SMS and calls, its signed calls on our hooks, and the telephones."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from uuid import uuid4

from aiohttp import web

from alertd.ports import Clock
from alertd.simulators.faults import Faults
from alertd.simulators.server import Simulator
from alertd.simulators.twilio_calls import E164
from alertd.simulators.twilio_errors import Rejected, as_json, not_found
from alertd.simulators.twilio_exchange import Exchange
from alertd.simulators.twilio_line import Line
from alertd.simulators.twilio_messages import API, Message, Messages
from alertd.simulators.twilio_phone import SmsMessage, SmsPhone

LONGEST_TEXT = 1600
PHONES = 10_000
"""How many telephones are kept; any valid number has one from the first message on."""

OnMessage = Callable[[SmsPhone, SmsMessage], None]


class TwilioSimulator(Simulator):
    """One account with one number."""

    def __init__(
        self,
        account_sid: str = "AC" + "0" * 32,
        auth_token: str = "simulated",  # noqa: S107  opens nothing
        *,
        number: str = "+15005550006",
        sms_hook: str = "",
        takes: timedelta = timedelta(0),
        clock: Clock | None = None,
        faults: Faults | None = None,
        is_lean: bool = False,
    ) -> None:
        """`sms_hook` is called with what people write; without one it can only be listed. `takes` is how long a message is on
        its way from one state to the next. `is_lean`: every message is taken unread and nothing is kept, for measuring.
        """
        super().__init__(clock=clock, faults=faults)
        self.account_sid = account_sid
        self.auth_token = auth_token
        self.number = number
        self.sms_hook = sms_hook
        self.suspects_fraud = False
        """Whether it takes many messages at once for SMS pumping, as Twilio may (https://www.twilio.com/docs/api/errors/30450)."""
        self.phones: dict[str, SmsPhone] = {}
        self._takes = takes
        self._listeners: list[OnMessage] = []
        self._messages = Messages()
        self.exchange = Exchange(account_sid, number, self.clock, takes, self._call, self.in_background)
        self._account_path = f"/{API}/Accounts/{account_sid}"
        self._messages_path = f"{self._account_path}/Messages.json"
        self._calls_path = f"{self._account_path}/Calls"
        self._is_lean = is_lean
        self._lean_answer = json.dumps(Message(account_sid, number, "", "", "outbound-api", "queued", self.clock.now(), "SID").resource())
        self._authorization = "Basic " + base64.b64encode(f"{account_sid}:{auth_token}".encode()).decode()

    def phone(self, number: str) -> SmsPhone:
        """The number's telephone."""
        if number not in self.phones:
            if len(self.phones) >= PHONES:
                del self.phones[next(iter(self.phones))]
            self.phones[number] = SmsPhone(number, self._written)
        return self.phones[number]

    def line(self, number: str) -> Line:
        """The number's line, on which it is called."""
        return self.exchange.line(number)

    def on_message(self, listener: OnMessage) -> None:
        """Call `listener` for every message that a telephone gets."""
        self._listeners.append(listener)

    async def answer(self, request: web.BaseRequest) -> web.Response:
        """Carry out one call of the REST API."""
        try:
            self._check_credentials(request)
            if request.path == self._messages_path:
                return await self._posted(request) if request.method == "POST" else self._listed(request)
            if request.path == f"{self._account_path}.json":
                return as_json({"sid": self.account_sid, "friendly_name": "simulated", "status": "active", "type": "Full"})
            if request.path.startswith(self._calls_path):
                return await self.exchange.answer(request, request.path.removeprefix(self._calls_path).strip("/").removesuffix(".json"))
            if "/Media" in request.path:
                return self._media(request)
            return self._fetched(request)
        except Rejected as rejection:
            return rejection.answer()

    def rate_limited(self, retry_after: int | None) -> web.Response:
        """429, with or without Retry-After."""
        answer = Rejected(429, 20429, "Too Many Requests").answer()
        if retry_after is not None:
            answer.headers["Retry-After"] = str(retry_after)
        return answer

    def broken(self, status: int) -> web.Response:
        """An error of Twilio's own."""
        return Rejected(status, 20500, "Internal Server Error").answer()

    async def target(self, request: web.BaseRequest) -> str:
        """The number that a message is for."""
        return str((await request.post()).get("To", ""))

    def signature(self, url: str, form: Mapping[str, str]) -> str:
        """X-Twilio-Signature (https://www.twilio.com/docs/usage/security#validating-requests)."""
        signed = url + "".join(name + form[name] for name in sorted(form))
        return base64.b64encode(hmac.new(self.auth_token.encode(), signed.encode(), hashlib.sha1).digest()).decode()

    def _check_credentials(self, request: web.BaseRequest) -> None:
        if request.headers.get("Authorization") != self._authorization:
            raise Rejected(401, 20003, "Authenticate")

    async def _posted(self, request: web.BaseRequest) -> web.Response:
        if request.content_type != "application/x-www-form-urlencoded":
            raise Rejected(400, 21604, "A 'To' phone number is required.")
        if self._is_lean:
            await request.read()
            return web.Response(
                body=self._lean_answer.replace("SID", f"SM{uuid4().hex}", 1).encode(), status=201, content_type="application/json"
            )
        form = {key: str(value) for key, value in (await request.post()).items()}
        phone = self._checked(form)
        sender = form.get("From") or form["MessagingServiceSid"]
        message = Message(
            self.account_sid,
            sender,
            phone.number,
            form["Body"],
            "outbound-api",
            "queued",
            self.clock.now(),
            status_callback=form.get("StatusCallback", ""),
        )
        if self.suspects_fraud and form.get("RiskCheck") != "disable":
            message.error_code = 30450
        self._messages.add(message)
        self.in_background(self._carry(message, phone))
        return as_json(message.resource(), 201)

    def _checked(self, form: Mapping[str, str]) -> SmsPhone:
        """The telephone, if Twilio would take the message."""
        to, sender = form.get("To", ""), form.get("From") or form.get("MessagingServiceSid")
        if not to:
            raise Rejected(400, 21604, "A 'To' phone number is required.")
        if not sender:
            raise Rejected(400, 21603, "A 'From' phone number is required.")
        if sender != self.number:
            raise Rejected(400, 21659, f"{sender} is not a Twilio phone number or Short Code country mismatch")
        if not form.get("Body"):
            raise Rejected(400, 21602, "Message body is required.")
        if len(form["Body"]) > LONGEST_TEXT:
            raise Rejected(400, 21617, "The concatenated message body exceeds the 1600 character limit.")
        if not E164.fullmatch(to):
            raise Rejected(400, 21211, f"Invalid 'To' Phone Number: {to}")
        phone = self.phone(to)
        if phone.has_opted_out:
            raise Rejected(400, 21610, "Attempt to send to unsubscribed recipient")
        if phone.is_landline:
            raise Rejected(400, 21635, "'To' number cannot be a landline")
        return phone

    async def _carry(self, message: Message, phone: SmsPhone) -> None:
        """Bring a message to its telephone, or fail to, and tell each state to the one who asked for it."""
        await self.clock.sleep(self._takes)
        if message.error_code is not None:
            await self._becomes(message, "failed")
            return
        await self._becomes(message, "sent")
        await self.clock.sleep(self._takes)
        if phone.is_off:
            phone.waiting.append(lambda: self.in_background(self._arrive(message, phone)))
        else:
            await self._arrive(message, phone)

    async def _arrive(self, message: Message, phone: SmsPhone) -> None:
        if phone.failure is not None:
            message.error_code = phone.failure
            await self._becomes(message, "undelivered")
            return
        received = SmsMessage(message.sid, message.sender, message.body, self.clock.now())
        phone.messages.append(received)
        for listener in self._listeners:
            listener(phone, received)
        await self._becomes(message, "delivered")

    async def _becomes(self, message: Message, status: str) -> None:
        message.status = status
        if message.status_callback:
            await self._call(message.status_callback, message.form())

    def _written(self, number: str, text: str, media: tuple[tuple[str, bytes], ...]) -> str:
        """Somebody has written to our number."""
        message = Message(self.account_sid, number, self.number, text, "inbound", "received", self.clock.now(), media=media)
        self._messages.add(message)
        if self.sms_hook:
            self.in_background(self._call(self.sms_hook, message.form()))
        return message.sid

    async def _call(self, url: str, form: dict[str, str]) -> str | None:
        return await self.ask(url, data=form, headers={"X-Twilio-Signature": self.signature(url, form)})

    def _listed(self, request: web.BaseRequest) -> web.Response:
        return as_json(self._messages.page(request.query, request.path))

    def _media(self, request: web.BaseRequest) -> web.Response:
        """The list of what came with a message, or one of it."""
        sid, _, item = request.path.removeprefix(f"{self._account_path}/Messages/").partition("/Media")
        message = self._messages.get(sid)
        if message is None:
            raise not_found(request.path)
        if item == ".json":
            return as_json(message.media_list())
        content_type, content = message.media[int(item.removeprefix("/ME"))]
        return web.Response(body=content, content_type=content_type)

    def _fetched(self, request: web.BaseRequest) -> web.Response:
        sid = request.path.removeprefix(f"{self._account_path}/Messages/").removesuffix(".json")
        message = self._messages.get(sid)
        if message is None:
            raise not_found(request.path)
        return as_json(message.resource())
