"""The telephone exchange of the simulated Twilio: takes requests for calls, makes them, and tells how far each has come."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from functools import partial
from typing import Any

from aiohttp import web

from alertd.ports import Clock
from alertd.simulators.twilio_calls import Call, Calls, check
from alertd.simulators.twilio_conversation import converse
from alertd.simulators.twilio_errors import Rejected, as_json, not_found
from alertd.simulators.twilio_line import HeardCall, Line

LINES = 10_000
"""How many lines are kept; any valid number has one from the first call on."""


class Exchange:
    """The calls of one account with one number."""

    def __init__(
        self,
        account: str,
        number: str,
        clock: Clock,
        takes: timedelta,
        ask: Callable[[str, dict[str, str]], Awaitable[str | None]],
        in_background: Callable[[Coroutine[Any, Any, object]], None],
    ) -> None:
        """`takes` is how long a call takes from one state to the next; `ask` calls a hook, signed, and returns what it answered."""
        self.may_call = True
        """Whether the account may call the countries of the numbers (https://www.twilio.com/docs/api/errors/21215)."""
        self.lines: dict[str, Line] = {}
        self._account = account
        self._number = number
        self._clock = clock
        self._takes = takes
        self._ask = ask
        self._in_background = in_background
        self._calls = Calls()

    def line(self, number: str) -> Line:
        """The number's line."""
        if number not in self.lines:
            if len(self.lines) >= LINES:
                del self.lines[next(iter(self.lines))]
            self.lines[number] = Line(number)
        return self.lines[number]

    async def answer(self, request: web.BaseRequest, sid: str) -> web.Response:
        """Carry out one call of the REST API: on the list, or on the call with that SID. Raises Rejected."""
        if not sid:
            return await self._posted(request) if request.method == "POST" else as_json(self._calls.page(request.query, request.path))
        call = self._calls.get(sid)
        if call is None:
            raise not_found(request.path)
        return as_json(call.resource())

    async def _posted(self, request: web.BaseRequest) -> web.Response:
        if request.content_type != "application/x-www-form-urlencoded":
            raise Rejected(400, 21201, "No 'To' number is specified")
        fields = await request.post()
        form = {key: str(value) for key, value in fields.items()}
        check(form, self._number)
        if not self.may_call:
            raise Rejected(400, 21215, f"Account not authorized to call {form['To']}.")
        call = Call(self._account, self._number, form["To"], form["Twiml"], self._clock.now())
        call.status_callback = form.get("StatusCallback", "")
        call.events = tuple(str(event) for event in fields.getall("StatusCallbackEvent", ["completed"]))
        self._calls.add(call)
        self._in_background(self._make(call, self.line(call.to)))
        return as_json(call.resource(), 201)

    async def _make(self, call: Call, line: Line) -> None:
        for status in ("initiated", "ringing"):
            await self._clock.sleep(self._takes)
            await self._becomes(call, status)
        await self._clock.sleep(self._takes)
        if line.comes_to is not None:
            line.unanswered += 1
            call.sip = line.sip
            await self._becomes(call, line.comes_to)
            return
        await self._becomes(call, "in-progress")
        heard = HeardCall(call.sid, call.sender)
        line.calls.append(heard)
        await converse(line, heard, call.twiml, partial(self._next, call))
        await self._becomes(call, "completed")

    async def _next(self, call: Call, url: str, digits: str) -> str | None:
        return await self._ask(url, call.form(Digits=digits, msg="Gather End"))

    async def _becomes(self, call: Call, status: str) -> None:
        call.status = status
        if call.is_told:
            await self._ask(call.status_callback, call.form(SequenceNumber=str(call.told)))
            call.told += 1
