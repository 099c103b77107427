"""Twilio's Message resource: its fields, its states, and the list of them that can be asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from uuid import uuid4

from alertd.model.sms import sms_units
from alertd.simulators.twilio_pages import is_within, page

API = "2010-04-01"
KEPT = 10_000
"""How many messages are kept; older ones are forgotten."""


@dataclass
class Message:
    """One message (https://www.twilio.com/docs/messaging/api/message-resource)."""

    account: str
    sender: str
    to: str
    body: str
    direction: str
    status: str
    at: datetime
    sid: str = ""
    error_code: int | None = None
    status_callback: str = ""
    media: tuple[tuple[str, bytes], ...] = ()
    """What came along: each media type as its sender gives it, and the content."""

    def __post_init__(self) -> None:
        self.sid = self.sid or f"SM{uuid4().hex}"

    def resource(self) -> dict[str, Any]:
        """The fields as the API gives them."""
        date = format_datetime(self.at.astimezone(UTC))
        return {
            "sid": self.sid,
            "account_sid": self.account,
            "messaging_service_sid": self.sender if self.sender.startswith("MG") else None,
            "from": self.sender,
            "to": self.to,
            "body": self.body,
            "direction": self.direction,
            "status": self.status,
            "date_created": date,
            "date_updated": date,
            "date_sent": None if self.status == "queued" else date,
            "error_code": self.error_code,
            "error_message": None,
            "num_segments": str(sms_units(self.body).parts),
            "num_media": str(len(self.media)),
            "price": None,
            "price_unit": "USD",
            "api_version": API,
            "uri": f"/{API}/Accounts/{self.account}/Messages/{self.sid}.json",
            "subresource_uris": {},
        }

    def form(self) -> dict[str, str]:
        """The fields as hooks are given them."""
        status = {"SmsStatus": self.status} if self.direction == "inbound" else {"SmsStatus": self.status, "MessageStatus": self.status}
        words = (
            {"Body": self.body, "NumMedia": str(len(self.media)), "NumSegments": str(sms_units(self.body).parts)}
            if self.direction == "inbound"
            else {}
        )
        error = {"ErrorCode": str(self.error_code)} if self.error_code else {}
        types = {f"MediaContentType{number}": content_type for number, (content_type, _) in enumerate(self.media)}
        ids = {"MessageSid": self.sid, "SmsSid": self.sid, "AccountSid": self.account, "ApiVersion": API}
        return {**ids, "From": self.sender, "To": self.to, **status, **words, **types, **error}

    def media_list(self) -> dict[str, Any]:
        """What came along, as the API lists it (https://www.twilio.com/docs/messaging/api/media-resource)."""
        base = f"/{API}/Accounts/{self.account}/Messages/{self.sid}/Media"
        items = [
            {
                "sid": f"ME{number:032d}",
                "account_sid": self.account,
                "parent_sid": self.sid,
                "content_type": content_type,
                "uri": f"{base}/ME{number:032d}.json",
            }
            for number, (content_type, _) in enumerate(self.media)
        ]
        return {
            "media_list": items,
            "uri": f"{base}.json",
            "page": 0,
            "page_size": 50,
            "next_page_uri": None,
            "start": 0,
            "end": len(items),
        }


class Messages:
    """The latest messages of one account, in the order in which they came."""

    def __init__(self) -> None:
        self._by_sid: OrderedDict[str, Message] = OrderedDict()

    def add(self, message: Message) -> None:
        """Keep it; the oldest is forgotten when there are too many."""
        self._by_sid[message.sid] = message
        if len(self._by_sid) > KEPT:
            self._by_sid.popitem(last=False)

    def get(self, sid: str) -> Message | None:
        """The message with that SID, if it is still kept."""
        return self._by_sid.get(sid)

    def page(self, query: Mapping[str, str], path: str) -> dict[str, Any]:
        """A page of the list, newest first, by the filters To, From, DateSent, DateSent> and DateSent<."""
        return page("messages", [m.resource() for m in reversed(self._by_sid.values()) if _matches(m, query)], query, path)


def _matches(message: Message, query: Mapping[str, str]) -> bool:
    is_between = query.get("To", message.to) == message.to and query.get("From", message.sender) == message.sender
    return is_between and is_within(message.at, query, "DateSent")
