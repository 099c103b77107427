"""Twilio's Call resource: its fields, its states, what is wrong with a request for one, and the list of them that can be asked for."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from uuid import uuid4

from alertd.simulators.twilio_errors import Rejected
from alertd.simulators.twilio_messages import API, KEPT
from alertd.simulators.twilio_pages import is_within, page

LONGEST_TWIML = 4000
LONGEST_RING = 600
E164 = re.compile(r"\+[1-9]\d{6,14}")
_EVENTS = {"initiated": "initiated", "ringing": "ringing", "in-progress": "answered"}
"""The event that a status is; every other one is "completed"."""


@dataclass
class Call:
    """One call (https://www.twilio.com/docs/voice/api/call-resource)."""

    account: str
    sender: str
    to: str
    twiml: str
    at: datetime
    direction: str = "outbound-api"
    status: str = "queued"
    sid: str = ""
    sip: int | None = None
    """What the telephone network answered, once the call is over."""
    status_callback: str = ""
    events: tuple[str, ...] = ("completed",)
    told: int = 0
    """How many events have been told so far."""

    def __post_init__(self) -> None:
        self.sid = self.sid or f"CA{uuid4().hex}"

    @property
    def is_told(self) -> bool:
        """Whether somebody wants to be called back with its status."""
        return bool(self.status_callback) and _EVENTS.get(self.status, "completed") in self.events

    def resource(self) -> dict[str, Any]:
        """The fields as the API gives them."""
        date = format_datetime(self.at.astimezone(UTC))
        has_begun = self.status not in {"queued", "initiated", "ringing"}
        return {
            "sid": self.sid,
            "account_sid": self.account,
            "from": self.sender,
            "to": self.to,
            "direction": self.direction,
            "status": "queued" if self.status == "initiated" else self.status,
            "date_created": date,
            "date_updated": date,
            "start_time": date if has_begun else None,
            "end_time": date if has_begun and self.status != "in-progress" else None,
            "duration": "0" if self.status == "completed" else None,
            "answered_by": None,
            "price": None,
            "price_unit": "USD",
            "api_version": API,
            "uri": f"/{API}/Accounts/{self.account}/Calls/{self.sid}.json",
            "subresource_uris": {},
        }

    def form(self, **more: str) -> dict[str, str]:
        """The fields as hooks are given them, and `more`."""
        ids = {"CallSid": self.sid, "AccountSid": self.account, "ApiVersion": API}
        network = {"SipResponseCode": str(self.sip)} if self.sip else {}
        return {**ids, "From": self.sender, "To": self.to, "CallStatus": self.status, "Direction": self.direction, **network, **more}


class Calls:
    """The latest calls of one account, in the order in which they came."""

    def __init__(self) -> None:
        self._by_sid: OrderedDict[str, Call] = OrderedDict()

    def add(self, call: Call) -> None:
        """Keep it; the oldest is forgotten when there are too many."""
        self._by_sid[call.sid] = call
        if len(self._by_sid) > KEPT:
            self._by_sid.popitem(last=False)

    def get(self, sid: str) -> Call | None:
        """The call with that SID, if it is still kept."""
        return self._by_sid.get(sid)

    def page(self, query: Mapping[str, str], path: str) -> dict[str, Any]:
        """A page of the list, newest first, by the filters To, From, Status and StartTime."""
        return page("calls", [call.resource() for call in reversed(self._by_sid.values()) if _matches(call, query)], query, path)


def check(form: Mapping[str, str], number: str) -> None:
    """Raise Rejected if Twilio would not make such a call from an account with that number."""
    to, sender, ring = form.get("To", ""), form.get("From", ""), form.get("Timeout", "60")
    if not to:
        raise Rejected(400, 21201, "No 'To' number is specified")
    if not sender:
        raise Rejected(400, 21213, "No 'From' number is specified")
    if sender != number:
        raise Rejected(400, 21210, f"The source phone number provided, {sender}, is not yet verified for your account.")
    if not E164.fullmatch(to):
        raise Rejected(400, 21211, f"The phone number you are attempting to call, {to}, is not valid.")
    if not form.get("Twiml"):
        raise Rejected(400, 21205, "Url parameter is required.")
    if len(form["Twiml"]) > LONGEST_TWIML:
        raise Rejected(400, 32018, f"Twiml size exceeded maximum allowed value of {LONGEST_TWIML} characters")
    if not ring.isdecimal() or not 0 < int(ring) <= LONGEST_RING:
        raise Rejected(400, 21208, f"Invalid Timeout parameter: {ring}")


def _matches(call: Call, query: Mapping[str, str]) -> bool:
    fields = call.resource()
    is_meant = all(query.get(name, fields[name.lower()]) == fields[name.lower()] for name in ("To", "From", "Status"))
    return is_meant and is_within(call.at, query, "StartTime")
